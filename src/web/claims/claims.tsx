import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ClaimRow } from '../../api/client.ts';
import { usePages } from '../answer.ts';
import { api } from '../api.ts';
import { Origins, Undecided } from '../parts/badges.tsx';
import { Highlight } from '../parts/highlight.tsx';
import { Empty } from '../shell/empty.tsx';
import { Loading, ProblemNote } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { SearchField } from '../shell/search-field.tsx';
import { showRow, useRowKeys } from '../shell/use-row-keys.ts';
import { count, number, shortDate } from '../wording.ts';

const PAGE = 100;

/** The same thing said in several reports, those in the most reports first. */
export default function Claims() {
  const [asked, set] = useAsked();
  const contested = asked.contested === 'true';
  const search = asked.search ?? '';
  const query = { ...(contested && { contested }), ...(search && { search }) };
  const pages = usePages(['claims', query], (after, init) => api.claims({ ...query, ...after, limit: PAGE }, init));
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const addresses = useMemo(() => rows.map(({ id }) => `/claims/${id}`), [rows]);
  const current = useRowKeys('Claims', 'claim', addresses, (at) => showRow('.claim-row', at));
  return (
    <>
      <header className="screen-head">
        <h1>Claims</h1>
        <p className="lede">
          {pages.data && count(pages.data.pages[0]!.total, 'claim')} · the same thing said in several statements
        </p>
        <div className="tools">
          <button
            type="button"
            className="toggle"
            aria-pressed={contested}
            onClick={() => set({ contested: contested ? null : 'true' })}
          >
            Only contested
          </button>
          <SearchField value={search} set={(to) => set({ search: to }, true)} label="Search claims" />
          <a className="button" href={api.csv('claims', query)} download="claims.csv">
            CSV
          </a>
        </div>
      </header>
      {pages.error && !pages.data && <ProblemNote error={pages.error} retry={() => void pages.refetch()} />}
      {!pages.data && !pages.error && <Loading lines={10} />}
      {pages.data && rows.length === 0 && (
        <Empty title="No claim fits">
          A claim needs two statements that say the same. What stands alone is in the ledger.
        </Empty>
      )}
      <ol className="claims">
        {rows.map((row, i) => (
          <Row key={row.id} row={row} sought={search} isCurrent={i === current} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <button type="button" onClick={() => void pages.fetchNextPage()}>
          More
        </button>
      )}
    </>
  );
}

function Row({
  row,
  sought,
  isCurrent,
}: {
  readonly row: ClaimRow;
  readonly sought: string;
  readonly isCurrent: boolean;
}) {
  const { id, words, reports, origins, named, notRecorded, denied, undecided, from, to } = row;
  return (
    <li className={isCurrent ? 'claim-row current' : 'claim-row'}>
      <Link href={`/claims/${id}`} className="claim-words">
        <bdi>
          <Highlight words={words} sought={sought} />
        </bdi>
      </Link>
      <p className="claim-facts">
        <Origins reports={reports} origins={origins} />
        <span>
          <b>{count(reports, 'report')}</b> · <b>{count(origins, 'origin')}</b> · {number(named)} named
          {notRecorded > 0 && <> · {number(notRecorded)} lineage not recorded</>}
        </span>
        {denied > 0 && (
          <span className="is-denied" title="One denial is that of one source in one report">
            ⊘ {count(denied, 'denial')}
          </span>
        )}
        {undecided && <Undecided />}
        <span className="when">{period(from, to)}</span>
      </p>
    </li>
  );
}

const period = (from: string | null, to: string | null): string =>
  shortDate(from) === shortDate(to) ? shortDate(from) : `${shortDate(from)} → ${shortDate(to)}`;
