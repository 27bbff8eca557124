import { ProblemNote } from '../shell/problem-note.tsx';

/** The end of a form that opens over a screen: what it does, the way out, and what went wrong. */
export function FormEnd({
  does,
  disabled = false,
  close,
  error,
}: {
  readonly does: string;
  readonly disabled?: boolean;
  readonly close: () => void;
  readonly error: Error | null;
}) {
  return (
    <>
      <div className="actions">
        <button type="submit" className="primary" disabled={disabled}>
          {does} <kbd>↵</kbd>
        </button>
        <button type="button" onClick={close}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
      {error && <ProblemNote error={error} />}
    </>
  );
}
