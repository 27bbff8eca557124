import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Empty, Shown } from '../shell/problem-note.tsx';
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
  const [decided, setDecided] = useState(0);
  return (
    <Shown answer={answer}>
      {({ rows, total }) => {
        const waiting = rows.filter(({ attribution }) => !passed.has(attribution.id));
        const [first, second] = waiting;
        return (
          <>
            <header className="screen-head">
              <h1>Review</h1>
              <p className="lede" role="status">
                {number(total)} left{decided > 0 && ` · ${number(decided)} decided here`}
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
            {first ? (
              <OneStatement
                key={first.attribution.id}
                id={first.attribution.id}
                next={second?.attribution.id ?? null}
                decided={() => setDecided((n) => n + 1)}
                undone={() => setDecided((n) => Math.max(0, n - 1))}
                skip={() => setPassed(new Set([...passed, first.attribution.id]))}
              />
            ) : passed.size > 0 ? (
              <Empty title="Only skipped ones are left">
                <button type="button" onClick={() => setPassed(new Set())}>
                  Go through them again
                </button>
              </Empty>
            ) : (
              <Empty title="Nothing is left to review">
                Every statement that fits was decided on. <Link href="/custody">See the log</Link>.
              </Empty>
            )}
          </>
        );
      }}
    </Shown>
  );
}
