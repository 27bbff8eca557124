import { type ReactNode, useMemo } from 'react';
import type { StatementFilter } from '../../api/client.ts';
import { api } from '../api.ts';
import { Empty } from '../shell/empty.tsx';
import { Loading, ProblemNote } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { SearchField } from '../shell/search-field.tsx';
import { count, number } from '../wording.ts';
import { filterOf } from './filter.ts';
import { type Asking, Narrow } from './narrow.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { StatementTable } from './statement-table.tsx';
import { useRows } from './use-rows.ts';

/** The ledger: who said what, on whose word. */
export default function Statements() {
  const [asked, set] = useAsked();
  const filter = useMemo(() => filterOf(asked), [asked]);
  const query = useMemo(
    () => ({ ...filter, ...(asked.sort === 'confidence' && { sort: 'confidence' as const }) }),
    [filter, asked.sort],
  );
  const { rows, error, retry, see } = useRows(query);
  const total = rows?.total ?? 0;
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <>
      <header className="screen-head">
        <h1>Statements</h1>
        <p className="lede" role="status">
          {rows && `${count(total, 'statement')}${isNarrowed ? ' that fit' : ''}`}
        </p>
        <Tools asked={asked} set={set}>
          <Exports filter={filter} total={total} />
        </Tools>
      </header>
      <div className="with-facets">
        <Narrow filter={filter} asked={asked} set={set} isAsked={rows !== null} />
        <div>
          <SavedSearches />
          {!rows && !error && <Loading lines={12} />}
          {!rows && error && <ProblemNote error={error} retry={retry} />}
          {rows && total === 0 && <NoneFits />}
          {rows && total > 0 && <StatementTable rows={rows} see={see} sought={filter.search} />}
        </div>
      </div>
    </>
  );
}

function NoneFits() {
  return (
    <Empty title="No statement fits">
      Not found in what was read: that is not to say that nobody said it. Take a filter off, or search for fewer words.
    </Empty>
  );
}

function Tools({ asked, set, children }: Asking & { readonly children: ReactNode }) {
  return (
    <div className="tools">
      <label className="rule">
        Order{' '}
        <select
          value={asked.sort === 'confidence' ? 'confidence' : ''}
          onChange={({ target }) => set({ sort: target.value || null })}
        >
          <option value="">as stored</option>
          <option value="confidence">most doubtful first</option>
        </select>
      </label>
      <SearchField
        value={asked.search ?? ''}
        set={(search) => set({ search, focus: null }, true)}
        label="Search the words"
        hint="Words, “a phrase”, begin*"
      />
      {children}
    </div>
  );
}

/** The same rows as data: all that fit, or as many as a page of the API holds. */
const MOST = 1000;

function Exports({ filter, total }: { readonly filter: StatementFilter; readonly total: number }) {
  if (total === 0) return null;
  return (
    <details className="exports">
      <summary className="button">Export</summary>
      <div className="menu">
        <a href={api.csv('statements', filter)} download="statements.csv">
          All {number(total)} as CSV
        </a>
        {total > MOST && (
          <a href={api.csv('statements', { ...filter, limit: MOST })} download="statements-page.csv">
            The first {number(MOST)} as CSV
          </a>
        )}
        <a href={api.csv('statements', filter).replace('format=csv', 'limit=1000')}>As JSON, 1,000 to a page</a>
      </div>
    </details>
  );
}
