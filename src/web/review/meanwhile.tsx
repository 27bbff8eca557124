import { useState } from 'react';
import type { StatementAnswer } from '../../api/client.ts';
import type { Standing } from '../../ledger/standing.ts';
import { DECIDED } from '../wording.ts';

/** What its person saw of a statement, and whether another has changed it since: then no key decides before they looked. */
export function useSeen(answer: StatementAnswer, isStale: boolean) {
  const [seen, setSeen] = useState(answer.seen);
  const [isStoring, setStoring] = useState(false);
  // what was kept from before is asked for again, and is nothing that anybody looked at yet
  const [isFirst, setFirst] = useState(true);
  if (isFirst && !isStale) {
    setFirst(false);
    setSeen(answer.seen);
  }
  return {
    seen,
    isChanged: !isFirst && seen !== answer.seen && !isStoring,
    lookAgain: () => setSeen(answer.seen),
    /** a decision of one's own changes it too */
    async storing<Stored>(stored: Promise<Stored>): Promise<Stored> {
      setStoring(true);
      try {
        return await stored;
      } finally {
        setStoring(false);
      }
    },
  };
}

/** Told beside a statement that stays in view while another decides on it. */
export function Meanwhile({
  standing,
  lookAgain,
  skip,
}: {
  readonly standing: Standing;
  readonly lookAgain: () => void;
  readonly skip: () => void;
}) {
  const last = standing.decisions.at(-1);
  return (
    <div className="meanwhile" role="alert">
      <p>
        {last ? (
          <>
            <b>
              {last.who} {DECIDED[last.verb] ?? last.verb} this
            </b>{' '}
            while it was in view{last.why && `: “${last.why}”`}.
          </>
        ) : (
          <b>This was read anew while it was in view.</b>
        )}
      </p>
      <div className="actions">
        <button type="button" onClick={lookAgain}>
          Decide all the same <kbd>↵</kbd>
        </button>
        <button type="button" onClick={skip}>
          Go on <kbd>Space</kbd>
        </button>
      </div>
    </div>
  );
}
