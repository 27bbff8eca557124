import { useEffect, useRef, useSyncExternalStore } from 'react';
import { personNow, setPerson } from '../shell/person.tsx';

let waiting: ((name: string | null) => void) | null = null;
const listeners = new Set<() => void>();

function change(next: typeof waiting): void {
  waiting = next;
  for (const tell of listeners) tell();
}

/** The name decisions go under; asked for once, and kept in this browser. Null where the question is shut. */
export function askPerson(): Promise<string | null> {
  const known = personNow();
  if (known) return Promise.resolve(known);
  return new Promise((resolve) => change(resolve));
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function AskPerson() {
  const resolve = useSyncExternalStore(subscribe, () => waiting);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (resolve) dialog.current?.showModal();
  }, [resolve]);
  const settle = (name: string | null) => {
    if (name) setPerson(name);
    change(null);
    resolve?.(name);
  };
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="ask-person" onClose={() => resolve && settle(null)}>
      <form
        method="dialog"
        onSubmit={(event) => settle(String(new FormData(event.currentTarget).get('name')).trim() || null)}
      >
        <h2 id="ask-person">Who decides?</h2>
        <p>Every decision stands in the log under a name. It is kept in this browser.</p>
        <label>
          Your name <input name="name" required autoComplete="name" />
        </label>
        <div className="actions">
          <button type="submit" className="primary">
            Go on
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
