import { Link } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Empty } from '../shell/empty.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { count } from '../wording.ts';
import { ContestView } from './contest-view.tsx';

const VIEWS = ['lowest', 'highest', 'latest', 'range'] as const;
const MOST = 100;

/** What is denied, and figures that differ: nothing is averaged, and one number comes only by a rule with a name. */
export default function Contested() {
  const [asked, set] = useAsked();
  const view = VIEWS.find((one) => one === asked.view);
  const query = { limit: MOST, ...(view && { view }) };
  const answer = useAnswer(['contested', query], (init) => api.contested(query, init));
  return (
    <Shown answer={answer} lines={10}>
      {({ rows, total }) => (
        <>
          <header className="screen-head">
            <h1>Contested</h1>
            <p className="lede">{count(total, 'question')}, the most disputed first</p>
            <div className="tools">
              <label className="rule">
                Rule{' '}
                <select value={view ?? ''} onChange={({ target }) => set({ view: target.value || null })}>
                  <option value="">none: all values stand</option>
                  {VIEWS.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </select>
              </label>
              <a className="button" href={api.csv('contested', view ? { view } : {})} download="contested.csv">
                CSV
              </a>
            </div>
          </header>
          <p className="rule-label" role="status">
            {view
              ? `One number by the rule “${view}”, under all values.`
              : 'No rule: all values stand side by side, and nothing is averaged.'}
          </p>
          {rows.length === 0 && (
            <Empty title="Nothing is contested">
              No statement denies another here, and no two figures of one question differ.
            </Empty>
          )}
          {rows.map((contest) => (
            <section key={contest.claim} className="contest-one" aria-labelledby={`c-${contest.claim}`}>
              <h2 id={`c-${contest.claim}`}>
                <Link href={`/claims/${contest.claim}`}>
                  <bdi>{contest.words}</bdi>
                </Link>
              </h2>
              <ContestView contest={contest} />
            </section>
          ))}
        </>
      )}
    </Shown>
  );
}
