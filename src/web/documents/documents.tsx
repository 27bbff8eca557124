import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DocumentRow } from '../../api/client.ts';
import { usePages } from '../answer.ts';
import { api } from '../api.ts';
import { Highlight } from '../parts/highlight.tsx';
import { Empty, NothingRead } from '../shell/empty.tsx';
import { Loading, ProblemNote } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { SearchField } from '../shell/search-field.tsx';
import { showRow, useRowKeys } from '../shell/use-row-keys.ts';
import { count, datesOf, outletOf, titleOf } from '../wording.ts';

const PAGE = 100;

/** What was read, the last stored first. */
export default function Documents() {
  const [asked, set] = useAsked();
  const search = asked.search ?? '';
  const outlet = asked.outlet ?? '';
  const query = { ...(search && { search }), ...(outlet && { outlet }) };
  const pages = usePages(['documents', query], (after, init) =>
    api.documents({ ...query, ...after, limit: PAGE }, init),
  );
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const addresses = useMemo(() => rows.map(({ id }) => `/documents/${id}`), [rows]);
  const current = useRowKeys('Documents', 'report', addresses, (at) => showRow('.document-row', at));
  const isNarrowed = search !== '' || outlet !== '';
  return (
    <>
      <header className="screen-head">
        <h1>Documents</h1>
        <p className="lede" role="status">
          {pages.data &&
            `${count(pages.data.pages[0]!.total, 'report')}${isNarrowed ? ' that fit' : ', the last read first'}`}
        </p>
        <div className="tools">
          {outlet && (
            <button type="button" onClick={() => set({ outlet: null })}>
              {outlet} <span aria-hidden="true">×</span>
              <span className="visually-hidden">: show all outlets</span>
            </button>
          )}
          <SearchField value={search} set={(to) => set({ search: to }, true)} label="Search the texts" />
          <a className="button" href={api.csv('documents', query)} download="documents.csv">
            CSV
          </a>
        </div>
      </header>
      {pages.error && !pages.data && <ProblemNote error={pages.error} retry={() => void pages.refetch()} />}
      {!pages.data && !pages.error && <Loading lines={10} />}
      {pages.data && rows.length === 0 && <None isNarrowed={isNarrowed} />}
      <ol className="documents">
        {rows.map((row, i) => (
          <Row key={row.id} row={row} sought={search} isCurrent={i === current} narrow={(to) => set({ outlet: to })} />
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

function None({ isNarrowed }: { readonly isNarrowed: boolean }) {
  if (isNarrowed)
    return <Empty title="No report fits">Not found in what was read: that is not to say that nobody printed it.</Empty>;
  return <NothingRead />;
}

function Row({
  row,
  sought,
  isCurrent,
  narrow,
}: {
  readonly row: DocumentRow;
  readonly sought: string;
  readonly isCurrent: boolean;
  readonly narrow: (outlet: string) => void;
}) {
  return (
    <li className={isCurrent ? 'document-row current' : 'document-row'}>
      <Link href={`/documents/${row.id}`}>
        <bdi>
          <Highlight words={titleOf(row)} sought={sought} />
        </bdi>
      </Link>
      <p>
        <button
          type="button"
          className="outlet-name"
          disabled={row.outlet === null}
          onClick={() => narrow(row.outlet!)}
        >
          <bdi>{outletOf(row)}</bdi>
        </button>{' '}
        · {datesOf(row)} · {count(row.statements, 'statement')}
      </p>
    </li>
  );
}
