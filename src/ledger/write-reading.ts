import type { DatabaseSync } from 'node:sqlite';
import type { Entity, Event, Figure } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { Document } from '../text/document.ts';
import type { Given } from '../text/document-of.ts';
import type { Span } from '../text/span.ts';
import { checkSlice } from './check-slice.ts';
import { newestContract } from './contract.ts';
import { sha256 } from './digest.ts';
import { itemWriter, type Roles } from './write-item.ts';
import { statementWriter } from './write-statement.ts';

/** Writes every row of a reading, each span checked against the text, and gives its number; call it inside a transaction. */
export type WriteReading = (
  reading: Reading,
  by: { readonly reader: string; readonly given: Given; readonly decided: Given; readonly at: string },
) => number;

export function writeReading(db: DatabaseSync): WriteReading {
  const insert = inserts(db);
  const writeItem = itemWriter(db);
  const writeStatement = statementWriter(db, writeItem);

  return (reading, by) => {
    const { document } = reading;
    const text = storeText(insert, document);
    const row = storeDocument(insert, document, text, by);
    const into = { reading: row, text: document.text };
    const item = (kind: string, n: number, thing: unknown, roles: Roles) => writeItem(into, { kind, n, thing }, roles);
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
      const said = { figures: [], time: attribution.said, place: null };
      checkNumbers(reading, said, `statement ${attribution.id}`);
      writeStatement(into, 'attribution', n, attribution);
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
    return row;
  };
}

type Inserts = ReturnType<typeof inserts>;

function inserts(db: DatabaseSync) {
  const into = (table: string, columns: number) =>
    db.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  return {
    text: db.prepare('INSERT INTO texts (sha256, words) VALUES (?, ?)'),
    textSearch: db.prepare('INSERT INTO text_search (rowid, words) VALUES (?, ?)'),
    textOf: db.prepare('SELECT text FROM texts WHERE sha256 = ?'),
    reading: db.prepare(`INSERT INTO readings VALUES (NULL${', ?'.repeat(18)})`),
    block: into('blocks', 5),
    entity: into('entities', 7),
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
): number {
  const { id, address, url, outlet, title, byline, dateline, published, updated, language, credits } = document;
  if (dateline) checkSlice(document.text, `document ${id}`, 'dateline', dateline);
  const { lastInsertRowid } = insert.reading.run(
    ...[id, by.reader, JSON.stringify(by.given), by.at, text, address, url, outlet, title, byline],
    ...[dateline?.[0] ?? null, dateline?.[1] ?? null, published, updated, language],
    ...[JSON.stringify(credits), newestContract, JSON.stringify(by.decided)],
  );
  const row = Number(lastInsertRowid);
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
