import { STATES } from '../../ledger/decision.ts';
import { StateBadge } from '../parts/badges.tsx';

const MARKS = [
  ['m affirms', 'affirmed'],
  ['m denies', 'denied'],
  ['m undecided', 'left open'],
  ['m unknown', 'said to be unknown'],
  ['m voice', 'the report’s own words'],
  ['source', 'who says it'],
  ['cue', 'the word for saying'],
  ['hedge', 'a hedge'],
  ['figure', 'a figure'],
  ['m lit', 'the current statement'],
] as const;

/** What the marks in a text and the badges mean: each by its line or its shape, not by its colour alone. */
export function Legend() {
  return (
    <section className="legend">
      <h3>Marks</h3>
      <p className="text">
        {MARKS.map(([look, words]) => (
          <span key={look}>
            <span className={look}>{words}</span>{' '}
          </span>
        ))}
      </p>
      <p>
        {STATES.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </p>
      <p className="note">
        Suggested is what the machine found; all else is what people decided. Ticks are reports, dots the origins they
        go back to.
      </p>
    </section>
  );
}
