import { useMemo } from 'react';
import { Link } from 'wouter';
import type { EventRow } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Empty } from '../shell/empty.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { count, outletOf, POLARITY_SIGN } from '../wording.ts';
import { type Clocked, clockedOf, laterBy } from './clocks.ts';
import { Lanes } from './lanes.tsx';
import { periodName } from './period.ts';

const MOST = 1000;

/** Events by when they are told to have happened, with the two other clocks: when it was said, and when it was captured. */
export default function Timeline() {
  const [asked, set] = useAsked();
  const code = asked.code;
  const query = { having: 'time' as const, limit: MOST, ...(code && { code }) };
  const answer = useAnswer(['events', query], (init) => api.events(query, init));
  const documents = useAnswer(['documents', 'captured'], (init) => api.documents({ limit: MOST }, init));
  const captured = useMemo(
    () => new Map(documents.data?.rows.map(({ id, captured }) => [id, captured])),
    [documents.data],
  );
  return (
    <Shown answer={answer} lines={10}>
      {({ rows, total }) => {
        const clocked = clockedOf(rows, captured);
        return (
          <>
            <header className="screen-head">
              <h1>Timeline</h1>
              <p className="lede">{count(total, 'event')} with a time that is told</p>
              <div className="tools">
                <label className="rule">
                  Event{' '}
                  <select value={code ?? ''} onChange={({ target }) => set({ code: target.value || null })}>
                    <option value="">all</option>
                    {codesOf(rows, code).map((one) => (
                      <option key={one}>{one}</option>
                    ))}
                  </select>
                </label>
                <a className="button" href={api.csv('events', code ? { code } : {})} download="events.csv">
                  CSV
                </a>
              </div>
            </header>
            {clocked.length === 0 ? (
              <Empty title="No event has a day">
                A day counts that stands beside what happened: “struck on Wednesday”. It is resolved by the date of the
                report; where that has none, tell it in the reader, with t.
              </Empty>
            ) : (
              <>
                <Lanes clocked={clocked} />
                <Days clocked={clocked} />
              </>
            )}
          </>
        );
      }}
    </Shown>
  );
}

const codesOf = (rows: readonly EventRow[], code: string | undefined): string[] =>
  [...new Set([...rows.map((row) => row.code), ...(code ? [code] : [])])].sort();

function Days({ clocked }: { readonly clocked: readonly Clocked[] }) {
  const days = Map.groupBy(clocked, ({ event }) => event.time!.value!);
  return (
    <ol className="life timeline">
      {[...days].map(([value, all]) => (
        <li key={value}>
          <p className="day">{periodName(value)}</p>
          <ol>
            {all.map((one) => (
              <Told key={`${one.event.document.id} ${one.event.span[0]}`} clocked={one} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Told({ clocked: { event, happened, said, captured } }: { readonly clocked: Clocked }) {
  const { words, code, mode, actor, recipient, polarity, statement, document, time } = event;
  const parties = [actor, recipient].map((name) => name ?? 'not told').join(' → ');
  return (
    <li className={`turn plain ${polarity}`}>
      <span className="turn-sign" aria-hidden="true">
        {POLARITY_SIGN[polarity] || '●'}
      </span>
      <p>
        <Link href={`/documents/${document.id}${statement ? `#s=${statement}` : ''}`} className="words">
          <bdi>{words}</bdi>
        </Link>
        <small>
          {[code, mode].filter(Boolean).join(', ').toLowerCase()} · {parties} · “{time!.words}”
          {polarity !== 'affirms' && ` · ${polarity}`}
        </small>
        <small className="clocks">
          {outletOf(document)}: said {laterBy(happened, said)}, captured {laterBy(said, captured)}
        </small>
      </p>
    </li>
  );
}
