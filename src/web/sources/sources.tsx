import { useMemo } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Highlight } from '../parts/highlight.tsx';
import { Empty, Shown } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { SearchField } from '../shell/search-field.tsx';
import { count, number } from '../wording.ts';
import { sourceAddress } from './source-address.ts';

/** As many as one page of the API holds; those who speak least are left out beyond it, and it is said. */
const MOST = 1000;
/** Rows that are drawn before anything is searched for. */
const FIRST = 200;

/** Who speaks, who denies, who passes on: counts, each of which opens the statements behind it. */
export default function Sources() {
  const [asked, set] = useAsked();
  const answer = useAnswer(['sources'], (init) => api.sources({ limit: MOST }, init));
  const sought = (asked.search ?? '').toLowerCase();
  const kind = asked.kind ?? '';
  const rows = useMemo(
    () =>
      (answer.data?.rows ?? []).filter(
        (row) => row.name.toLowerCase().includes(sought) && (kind === '' || (row.kind ?? 'not told') === kind),
      ),
    [answer.data, sought, kind],
  );
  const kinds = [...new Set((answer.data?.rows ?? []).map((row) => row.kind ?? 'not told'))].sort();
  const most = Math.max(1, ...rows.map(({ says }) => says));
  return (
    <Shown answer={answer} lines={12}>
      {({ total }) => (
        <>
          <header className="screen-head">
            <h1>Sources</h1>
            <p className="lede">
              {count(total, 'source')}
              {total > MOST && `, the first ${number(MOST)} of them`}
            </p>
            <div className="tools">
              <label className="rule">
                Kind{' '}
                <select value={kind} onChange={({ target }) => set({ kind: target.value || null })}>
                  <option value="">all</option>
                  {kinds.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              </label>
              <SearchField value={asked.search ?? ''} set={(search) => set({ search }, true)} label="Search names" />
              <a className="button" href={api.csv('sources')} download="sources.csv">
                CSV
              </a>
            </div>
          </header>
          {rows.length === 0 ? (
            <Empty title="No source fits">Nobody of that name speaks in what was read.</Empty>
          ) : (
            <table className="log sources">
              <thead>
                <tr>
                  <th scope="col">Source</th>
                  <th scope="col">Kind</th>
                  <th scope="col">Says</th>
                  <th scope="col" className="num">
                    Denies
                  </th>
                  <th scope="col" className="num">
                    Passes on
                  </th>
                  <th scope="col" className="num">
                    Reports
                  </th>
                  <th scope="col" className="num">
                    Outlets
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, FIRST).map((row) => (
                  <tr key={row.key}>
                    <td>
                      <Link href={sourceAddress(row.key)}>
                        <bdi>
                          <Highlight words={row.name} sought={asked.search} />
                        </bdi>
                      </Link>
                      {row.wikidata && <small> {row.wikidata}</small>}
                      {row.merged.length > 0 && <small> · with {row.merged.join(', ')}</small>}
                    </td>
                    <td>{row.kind ?? <small>not told</small>}</td>
                    <td className="bar-cell">
                      <Link href={`/statements?speaker=${encodeURIComponent(row.key)}`}>{number(row.says)}</Link>
                      <svg width="100%" height="6" aria-hidden="true">
                        <rect width={`${(100 * row.says) / most}%`} height="6" className="says" />
                        <rect width={`${(100 * row.denies) / most}%`} height="6" className="denies-part" />
                      </svg>
                    </td>
                    <td className="num">
                      {row.denies > 0 ? (
                        <Link
                          className="is-denied"
                          href={`/statements?speaker=${encodeURIComponent(row.key)}&polarity=denies`}
                        >
                          ⊘ {number(row.denies)}
                        </Link>
                      ) : (
                        '·'
                      )}
                    </td>
                    <td className="num">{row.passesOn > 0 ? number(row.passesOn) : '·'}</td>
                    <td className="num">{number(row.documents)}</td>
                    <td className="num">{number(row.outlets)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {rows.length > FIRST && <p className="note">{number(rows.length - FIRST)} more: search for a name.</p>}
        </>
      )}
    </Shown>
  );
}
