import type { DatabaseSync } from 'node:sqlite';
import type { Attribution } from '../attributions/attribution.ts';
import type { Entity, Event, Figure } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { Document } from '../text/document.ts';
import type { Given } from '../text/document-of.ts';
import { type Span, words } from '../text/span.ts';
import { checkSlice } from './check-slice.ts';
import { newestContract } from './contract.ts';
import { digest, sha256 } from './digest.ts';

/** Writes every row of a reading, each span checked against the text; call it inside a transaction. */
export type WriteReading = (
  reading: Reading,
  by: { readonly reader: string; readonly given: Given; readonly at: string },
) => void;

/** Names the owner of a span in errors: a statement by its id, the rest by kind and number. */
export const ownerName = (kind: string, n: number, id?: string): string =>
  kind === 'attribution' && id ? `statement ${id}` : `${kind} ${n}`;

export function writeReading(db: DatabaseSync): WriteReading {
  const insert = inserts(db);

  return (reading, by) => {
    const { document } = reading;
    const text = storeText(insert, document);
    const row = storeDocument(insert, document, text, by);
    const item = (kind: string, n: number, thing: unknown, roles: Roles, id?: string) => {
      const key = insert.item.run(row, kind, n, digest(thing)).lastInsertRowid;
      const owner = ownerName(kind, n, id);
      for (const [role, spans] of Object.entries(roles)) {
        for (const [piece, span] of spans.entries()) {
          if (span === null) continue;
          insert.span.run(key, role, piece, span[0], span[1], checkSlice(document.text, owner, role, span));
        }
      }
      return key;
    };
    const own = (span: Span | null) => (span ? [span] : []);

    for (const [n, entity] of reading.entities.entries()) {
      const key = item('entity', n, entity, {
        mention: entity.mentions,
        office: own(entity.office),
        affiliation: own(entity.affiliation),
      });
      insert.entity.run(key, row, ...entityColumns(entity));
    }
    for (const [n, attribution] of reading.attributions.entries()) {
      const { content, cue, source, hedges, author, chain, id } = attribution;
      if (content.length === 0) throw new Error(`statement ${id}: has no content span; no slice, no row`);
      checkNumbers(reading, { figures: [], time: attribution.said, place: null }, `statement ${id}`);
      const hop = chain.map((link) => link.span);
      const key = item(
        'attribution',
        n,
        attribution,
        { content, cue, source, hedge: hedges, distance: author.distance, hop },
        id,
      );
      insert.attribution.run(key, row, ...attributionColumns(attribution));
      for (const [i, link] of chain.entries()) {
        insert.hop.run(key, i, row, link.name, link.kind, link.source, Number(i === chain.length - 1), link.basis);
      }
      insert.words.run(key, ...[content, cue, source].map((spans) => words(document.text, spans)));
    }
    for (const [n, figure] of reading.figures.entries()) {
      const key = item('figure', n, figure, { span: [figure.span], of: own(figure.of) });
      insert.figure.run(key, ...figureColumns(figure));
    }
    for (const [n, time] of reading.times.entries()) {
      insert.time.run(item('time', n, time, { span: [time.span] }), time.type, time.value);
    }
    for (const [n, place] of reading.places.entries()) {
      const key = item('place', n, place, { span: [place.span] });
      insert.place.run(key, place.name, place.geonames, place.lat, place.lon, place.precision);
    }
    for (const [n, event] of reading.events.entries()) {
      checkNumbers(reading, event, `event ${n}`);
      insert.event.run(item('event', n, event, { span: [event.span] }), row, ...eventColumns(event));
    }
    for (const [n, unknown] of reading.unknowns.entries()) {
      const roles = { span: [unknown.span], about: own(unknown.about), who: own(unknown.who) };
      insert.unknown.run(item('unknown', n, unknown, roles), unknown.kind);
    }
  };
}

type Roles = Readonly<Record<string, readonly (Span | null)[]>>;
type Inserts = ReturnType<typeof inserts>;

function inserts(db: DatabaseSync) {
  const into = (table: string, columns: number) =>
    db.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  return {
    text: db.prepare('INSERT INTO texts (sha256, words) VALUES (?, ?)'),
    textSearch: db.prepare('INSERT INTO text_search (rowid, words) VALUES (?, ?)'),
    textOf: db.prepare('SELECT text FROM texts WHERE sha256 = ?'),
    reading: db.prepare(`INSERT INTO readings VALUES (NULL${', ?'.repeat(17)})`),
    block: into('blocks', 5),
    item: db.prepare('INSERT INTO items (reading, kind, n, digest) VALUES (?, ?, ?, ?)'),
    span: into('spans', 6),
    entity: into('entities', 7),
    attribution: into('attributions', 12),
    hop: into('hops', 8),
    words: db.prepare('INSERT INTO statement_search (rowid, content, cue, source) VALUES (?, ?, ?, ?)'),
    figure: into('figures', 6),
    time: into('times', 3),
    place: into('places', 6),
    event: into('events', 12),
    unknown: into('unknowns', 2),
  };
}

function storeText(insert: Inserts, document: Document): number | bigint {
  const { id, text } = document;
  if (!text.isWellFormed()) throw new Error(`document ${id}: its text has half a character in it (a lone surrogate)`);
  if (sha256(text) !== document.sha256) throw new Error(`document ${id}: its text has not the hash it names`);
  const known = insert.textOf.get(document.sha256) as { text: number } | undefined;
  if (known) return known.text;
  const key = insert.text.run(document.sha256, text).lastInsertRowid;
  insert.textSearch.run(key, text);
  return key;
}

function storeDocument(
  insert: Inserts,
  document: Document,
  text: number | bigint,
  by: Parameters<WriteReading>[1],
): number | bigint {
  const { id, address, url, outlet, title, byline, dateline, published, updated, language, credits } = document;
  if (dateline) checkSlice(document.text, `document ${id}`, 'dateline', dateline);
  const row = insert.reading.run(
    ...[id, by.reader, JSON.stringify(by.given), by.at, text, address, url, outlet, title, byline],
    ...[dateline?.[0] ?? null, dateline?.[1] ?? null, published, updated, language],
    ...[JSON.stringify(credits), newestContract],
  ).lastInsertRowid;
  for (const [n, block] of document.blocks.entries()) {
    checkSlice(document.text, `document ${id}`, `block ${n}`, block.span);
    insert.block.run(row, n, block.kind, block.span[0], block.span[1]);
  }
  return row;
}

const entityColumns = ({ id, name, kind, wikidata, state }: Entity) => [id, name, kind, wikidata, state];

const figureColumns = ({ min, max, unit, approximate, attribution }: Figure) => [
  ...[min, max, unit],
  ...[Number(approximate), attribution],
];

const attributionColumns = (a: Attribution) => [
  ...[a.id, a.kind, a.manner, a.polarity, a.certainty],
  ...[a.within, a.confidence, a.author.polarity, a.author.certainty, a.said],
];

const eventColumns = (e: Event) => [
  ...[e.code, e.actor, e.recipient, JSON.stringify(e.figures)],
  ...[e.time, e.place, e.attribution, e.mode, e.polarity, e.certainty],
];

type Numbers = Pick<Event, 'figures' | 'time' | 'place'>;

/** Figures, times and places are named by their number in the reading. */
function checkNumbers(reading: Reading, event: Numbers, owner: string): void {
  const missing =
    event.figures.find((i) => !reading.figures[i]) ??
    [event.time].find((i) => i !== null && !reading.times[i]) ??
    [event.place].find((i) => i !== null && !reading.places[i]);
  if (missing != null) throw new Error(`${owner}: names a figure, time or place number ${missing} that is not there`);
}
