import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Empty } from '../shell/empty.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { filterOf } from '../statements/filter.ts';
import { number } from '../wording.ts';
import { OneStatement } from './one-statement.tsx';

/** So many are fetched at once: enough that the next is there when one is decided. */
const AHEAD = 50;

/** One statement at a time, the most doubtful first; by keyboard alone. */
export default function Review() {
  const [asked, set] = useAsked();
  const filter = { ...filterOf(asked), state: 'suggested' } as const;
  const query = { ...filter, sort: 'confidence', limit: AHEAD } as const;
  const answer = useAnswer(['review', query], (init) => api.statements(query, init));
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const [decided, setDecided] = useState<readonly string[]>([]);
  const waiting = (answer.data?.rows ?? [])
    .map(({ attribution }) => attribution.id)
    .filter((id) => !passed.has(id) && !decided.includes(id));
  const [inHand, letGo] = useInHand(JSON.stringify(filter), answer.isPlaceholderData ? [] : waiting);
  const id = inHand ?? waiting[0];
  return (
    <Shown answer={answer}>
      {({ total }) => (
        <>
          <header className="screen-head">
            <h1>Review</h1>
            <p className="lede" role="status">
              {number(total)} left{decided.length > 0 && ` · ${number(decided.length)} decided here`}
              {passed.size > 0 && ` · ${number(passed.size)} skipped`}
            </p>
            <div className="tools">
              <button
                type="button"
                className="toggle"
                aria-pressed={filter.kind === 'attribution'}
                onClick={() => set({ kind: filter.kind === 'attribution' ? null : 'attribution' })}
              >
                Only what others say
              </button>
            </div>
          </header>
          {id ? (
            <OneStatement
              key={id}
              id={id}
              next={waiting.find((one) => one !== id) ?? null}
              decided={() => {
                setDecided([...decided, id]);
                letGo();
              }}
              undone={() => {
                setDecided(decided.slice(0, -1));
                letGo();
              }}
              skip={() => {
                setPassed(new Set([...passed, id]));
                letGo();
              }}
            />
          ) : (
            <NothingLeft skipped={passed.size} again={() => setPassed(new Set())} />
          )}
        </>
      )}
    </Shown>
  );
}

/** The statement under a person's keys, and how to let go of it: until then it stays, whatever others decide on it. */
function useInHand(filter: string, waiting: readonly string[]): readonly [string | null, () => void] {
  const [held, hold] = useState<{ readonly filter: string; readonly id: string } | null>(null);
  const isHeld = held?.filter === filter;
  const first = waiting[0];
  useEffect(() => {
    if (!isHeld && first) hold({ filter, id: first });
  }, [isHeld, filter, first]);
  return [isHeld ? held.id : null, () => hold(null)];
}

function NothingLeft({ skipped, again }: { readonly skipped: number; readonly again: () => void }) {
  if (skipped === 0)
    return (
      <Empty title="Nothing is left to review">
        Every statement that fits was decided on. <Link href="/custody">See the log</Link>.
      </Empty>
    );
  return (
    <Empty title="Only skipped ones are left">
      <button type="button" onClick={again}>
        Go through them again
      </button>
    </Empty>
  );
}
