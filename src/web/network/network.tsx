import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import { asCorrected } from '../../ledger/corrected-attribution.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Empty } from '../shell/empty.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { SearchField } from '../shell/search-field.tsx';
import { filterOf } from '../statements/filter.ts';
import { count, number } from '../wording.ts';
import { strongest, type Ties, tiesOf } from './ties-of.ts';

const Graph = lazy(() => import('./graph.tsx'));

/** As many statements as are looked at, and ties that are drawn: narrow first, then look. */
const MOST = 1000;
const DRAWN = 80;

/** Who passes on whom: from the one who knows, by those who relay, to the one who prints. */
export default function Network() {
  const [asked, set] = useAsked();
  const filter = useMemo(() => ({ ...filterOf(asked), kind: 'attribution' }) as const, [asked]);
  const answer = useAnswer(['statements', 'network', filter], (init) =>
    api.statements({ ...filter, limit: MOST }, init),
  );
  return (
    <Shown answer={answer} lines={8}>
      {({ rows, total }) => {
        const all = tiesOf(rows.map((row) => ({ ...row, attribution: asCorrected(row.attribution, row.standing) })));
        const drawn = strongest(all, DRAWN);
        return (
          <>
            <header className="screen-head">
              <h1>Network</h1>
              <p className="lede">
                {count(drawn.ties.length, 'tie')} from {count(rows.length, 'statement')}
                {total > rows.length && ` of ${number(total)}: narrow by a name or a word`}
              </p>
              <div className="tools">
                <SearchField
                  value={asked.source ?? ''}
                  set={(source) => set({ source }, true)}
                  label="A name in the chain"
                />
              </div>
            </header>
            {drawn.ties.length === 0 ? (
              <Empty title="Nobody passes anybody on">No statement that fits names its source.</Empty>
            ) : (
              <div className="network">
                <Suspense fallback={<div className="graph" />}>
                  <Graph ties={drawn} />
                </Suspense>
                <TieList ties={drawn} />
              </div>
            )}
          </>
        );
      }}
    </Shown>
  );
}

/** The same, to read. */
function TieList({ ties: { ties } }: { readonly ties: Ties }) {
  return (
    <ol className="tie-list">
      {ties.map(({ from, to, statements, denials }) => (
        <li key={`${from} ${to}`}>
          <Link href={`/statements?source=${encodeURIComponent(from)}`}>
            <bdi>{from}</bdi>
          </Link>{' '}
          → <bdi>{to}</bdi>{' '}
          <small>
            {number(statements)}
            {denials > 0 && <span className="is-denied"> · ⊘ {number(denials)}</span>}
          </small>
        </li>
      ))}
    </ol>
  );
}
