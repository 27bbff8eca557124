import { Link } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Empty, Shown } from '../shell/problem-note.tsx';
import { count, outletOf, shortDate, titleOf } from '../wording.ts';

const MOST = 200;

/** What was read, the last stored first. */
export default function Documents() {
  const answer = useAnswer(['documents'], (init) => api.documents({ limit: MOST }, init));
  return (
    <Shown answer={answer}>
      {({ rows, total }) => (
        <>
          <header className="screen-head">
            <h1>Documents</h1>
            <p className="lede">{count(total, 'report')}, the last read first</p>
          </header>
          {rows.length === 0 ? (
            <Empty title="Nothing was read yet">
              <Link href="/add">Add reports</Link>: drop files, paste text or give an address.
            </Empty>
          ) : (
            <ol className="documents">
              {rows.map((row) => (
                <li key={row.id}>
                  <Link href={`/documents/${row.id}`}>
                    <bdi>{titleOf(row)}</bdi>
                  </Link>
                  <p>
                    <b>
                      <bdi>{outletOf(row)}</bdi>
                    </b>{' '}
                    · {shortDate(row.published)} · {count(row.statements, 'statement')}
                  </p>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </Shown>
  );
}
