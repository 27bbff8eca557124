import { Link } from 'wouter';
import type { ReadEvent } from '../../api/client.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { asSentence, count, moment, number, outletOf, shortDate } from '../wording.ts';
import { type Batch, summaryOf, useBatches } from './reads.ts';

/** What was given to read here, the newest first, with what became of it. */
export function BatchList() {
  const batches = useBatches();
  if (batches.length === 0) return null;
  return (
    <section className="batches" aria-label="What was given to read">
      {batches.map((batch) => (
        <OneBatch key={batch.key} batch={batch} />
      ))}
    </section>
  );
}

function OneBatch({ batch: { name, events, error } }: { readonly batch: Batch }) {
  const done = events.find((event) => event.event === 'done');
  return (
    <section>
      <h2>
        <bdi>{name}</bdi> <small role="status">{done ? summaryOf(done) : error ? '' : 'reading…'}</small>
      </h2>
      {!done && !error && <progress aria-label={`Reading ${name}`} />}
      <ol>
        {events.map((event, i) => (
          <Line key={`${i} ${event.event}`} event={event} />
        ))}
      </ol>
      {error && <ProblemNote error={error} />}
    </section>
  );
}

function Line({ event }: { readonly event: ReadEvent }) {
  if (event.event === 'refused')
    return (
      <li className="refused">
        <p>
          <span aria-hidden="true">✕</span> <b>{event.input}</b> {event.reason}
        </p>
        <p className="way-out">{asSentence(event.way_out)}</p>
      </li>
    );
  if (event.event !== 'read') return null;
  const { document, title, published, statements, stored, because, custody } = event;
  return (
    <li>
      <p>
        <Link href={`/documents/${document}`}>
          <bdi>{title ?? document}</bdi>
        </Link>{' '}
        <small>
          <bdi>{outletOf(event)}</bdi> · {shortDate(published)} · {count(statements, 'statement')}
          {!stored && <> · {because}: nothing new was stored</>}
        </small>
      </p>
      <p className="custody-line">
        {custody.at ? moment(custody.at) : 'time not kept'} · by {custody.method} · {number(custody.bytes)} bytes ·{' '}
        {custody.media} · SHA-256 <code title={custody.sha256}>{custody.sha256.slice(0, 16)}…</code> · Hearsay{' '}
        {custody.reader}
      </p>
    </li>
  );
}
