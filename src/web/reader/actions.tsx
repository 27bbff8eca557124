import type { Standing } from '../../ledger/standing.ts';
import { AddToBrief } from '../brief/add-to-brief.tsx';
import { undo } from '../parts/decide.ts';
import { announce } from '../shell/announce.tsx';
import { wordsOf } from '../shell/way-out.ts';
import type { Edit } from './edits.ts';

/** What can be done with the current statement, each with its key. */
export function Actions({
  id,
  standing,
  confirm,
  edit,
  step,
}: {
  readonly id: string;
  readonly standing: Standing | undefined;
  readonly confirm: () => void;
  readonly edit: (edit: Edit) => void;
  /** to the statement before or after it, where there is no keyboard */
  readonly step: (by: 1 | -1) => void;
}) {
  const last = standing?.decisions.findLast(({ undoneBy, verb }) => undoneBy === null && verb !== 'undo');
  return (
    <div className="card-actions">
      <button type="button" className="primary" onClick={confirm}>
        Confirm <kbd>a</kbd>
      </button>
      <button type="button" onClick={() => edit('reject')}>
        Reject <kbd>x</kbd>
      </button>
      <button type="button" onClick={() => edit('speaker')}>
        Speaker <kbd>s</kbd>
      </button>
      <button type="button" onClick={() => edit('firmness')}>
        Firmness <kbd>f</kbd>
      </button>
      <button type="button" onClick={() => edit('denial')}>
        Denial <kbd>d</kbd>
      </button>
      <button type="button" onClick={() => edit('words')}>
        Words <kbd>e</kbd>
      </button>
      <button type="button" onClick={() => edit('link')}>
        Claim <kbd>m</kbd>
      </button>
      <AddToBrief id={id} />
      <Steps step={step} />
      {last && (
        <button
          type="button"
          onClick={() => {
            undo([last.seq], 'taken back in the reader').catch((error: unknown) => announce(wordsOf(error)));
          }}
        >
          Undo entry {last.seq}
        </button>
      )}
    </div>
  );
}

/** Before and after, where there is no keyboard: the style shows them on small screens alone. */
export function Steps({ step }: { readonly step: (by: 1 | -1) => void }) {
  return (
    <span className="steps">
      <button type="button" aria-label="Statement before" onClick={() => step(-1)}>
        ‹
      </button>
      <button type="button" aria-label="Next statement" onClick={() => step(1)}>
        ›
      </button>
    </span>
  );
}
