import { useSyncExternalStore } from 'react';

export interface Notice {
  readonly words: string;
  /** a thing to do about it: "undo" */
  readonly action?: { readonly name: string; readonly run: () => void };
}

/** How long a notice with nothing to do about it stays. Long enough to read twice. */
const STAYS = 6000;

let notice: Notice | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says what was done, to the eye and to a screen reader. */
export function announce(words: string, action?: Notice['action']): void {
  notice = { words, ...(action && { action }) };
  clearTimeout(timer);
  timer = setTimeout(dismiss, action ? 2 * STAYS : STAYS);
  for (const tell of listeners) tell();
}

function dismiss(): void {
  notice = null;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function Notices() {
  const now = useSyncExternalStore(subscribe, () => notice);
  return (
    <div className="notices" role="status" aria-live="polite">
      {now && (
        <div className="notice">
          <span>{now.words}</span>
          {now.action && (
            <button
              type="button"
              onClick={() => {
                now.action?.run();
                dismiss();
              }}
            >
              {now.action.name}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
