import type { DatabaseSync } from 'node:sqlite';
import type { Certainty, Polarity } from '../attributions/attribution.ts';
import type { Place } from '../meaning/meaning.ts';
import type { Span } from '../text/span.ts';
import { checkSlice } from './check-slice.ts';
import type { Page, Worded } from './ledger.ts';

/** Who did what to whom, when and where, as far as a report tells. */
export interface EventRow {
  readonly span: Span;
  readonly words: string;
  readonly code: string;
  readonly mode: string | null;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly actor: string | null;
  readonly recipient: string | null;
  readonly time: { readonly words: string; readonly value: string | null } | null;
  readonly place: (Pick<Place, 'name' | 'geonames' | 'lat' | 'lon' | 'precision'> & { readonly words: string }) | null;
  /** the statement that it is told in */
  readonly statement: string | null;
  readonly document: Worded['document'];
}

export interface EventFilter {
  /** PLOVER root code: "ASSAULT" */
  readonly code?: string;
  /** GeoNames id, or a name */
  readonly place?: string;
  readonly document?: string;
  /** only what has a place on the map, or a time */
  readonly having?: 'place' | 'time';
  readonly limit?: number;
  readonly after?: number;
}

const pageSize = 20;

/** Events of the newest readings, in the order they were stored. */
export function eventPages(db: DatabaseSync): (filter: EventFilter) => Page<EventRow> {
  const texts = db.prepare('SELECT words FROM texts JOIN readings r USING (text) WHERE r.reading = ?');
  return (filter) => {
    const { limit = pageSize, after = 0 } = filter;
    const { where, values } = conditions(filter);
    const total = Number(db.prepare(`SELECT count(*) AS n ${from} WHERE ${where}`).get(values)?.n);
    const select = `${columns} ${from} JOIN spans s ON s.item = e.item AND s.role = 'span' WHERE ${where} AND e.item > $after ORDER BY e.item LIMIT $limit`;
    const rows = db.prepare(select).all({ ...values, after, limit: limit === 0 ? -1 : limit + 1 }) as unknown as Row[];
    const more = limit > 0 && rows.length > limit;
    const shown = more ? rows.slice(0, limit) : rows;
    const known = new Map<number, string>();
    const textOf = (reading: number): string => {
      if (!known.has(reading)) known.set(reading, String(texts.get(reading)?.words));
      return known.get(reading)!;
    };
    return {
      rows: shown.map((row) => eventFrom(row, textOf(row.reading))),
      total,
      next: more ? shown.at(-1)!.item : null,
    };
  };
}

function conditions({ code, place, document, having }: EventFilter) {
  const sql = ['1'];
  const values: Record<string, string | number> = {};
  const add = (condition: string, name: string, value: string | number) => {
    sql.push(condition);
    values[name] = value;
  };
  if (code !== undefined) add('e.code = $code', 'code', code.toUpperCase());
  if (document !== undefined) add('r.document = $document', 'document', document);
  if (having === 'place') sql.push('p.lat IS NOT NULL');
  if (having === 'time') sql.push('t.value IS NOT NULL');
  if (place !== undefined && /^\d+$/.test(place)) add('p.geonames = $place', 'place', Number(place));
  else if (place !== undefined) add('lower(p.name) = lower($place)', 'place', place);
  return { where: sql.join(' AND '), values };
}

interface Row {
  readonly item: number;
  readonly reading: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly code: string;
  readonly mode: string | null;
  readonly polarity: Polarity | null;
  readonly certainty: Certainty | null;
  readonly actor: string | null;
  readonly recipient: string | null;
  readonly statement: string | null;
  readonly timeWords: string | null;
  readonly timeValue: string | null;
  readonly placeWords: string | null;
  readonly placeName: string;
  readonly geonames: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: Place['precision'];
  readonly document: string;
  readonly address: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
}

function eventFrom(row: Row, text: string): EventRow {
  const { start, end, words, code, mode, actor, recipient, statement, timeWords, placeWords } = row;
  const { geonames, lat, lon, precision, address, outlet, title, published, updated } = row;
  const span: Span = [start, end];
  checkSlice(text, `event of ${row.document}`, 'span', span, words);
  return {
    ...{ span, words, code, mode, actor, recipient, statement },
    polarity: row.polarity ?? 'undecided',
    certainty: row.certainty ?? 'underspecified',
    time: timeWords === null ? null : { words: timeWords, value: row.timeValue },
    place: placeWords === null ? null : { words: placeWords, name: row.placeName, geonames, lat, lon, precision },
    document: { id: row.document, address, outlet, title, published, updated },
  };
}

// Times and places are named by their number in the reading.
const from = `
  FROM newest r JOIN events e ON e.reading = r.reading
    LEFT JOIN items ti ON ti.reading = e.reading AND ti.kind = 'time' AND ti.n = e.time
    LEFT JOIN times t ON t.item = ti.item
    LEFT JOIN items pi ON pi.reading = e.reading AND pi.kind = 'place' AND pi.n = e.place
    LEFT JOIN places p ON p.item = pi.item`;

const spanWords = (item: string) => `(SELECT words FROM spans WHERE item = ${item} AND role = 'span')`;
const entityName = (id: string) => `(SELECT name FROM entities WHERE reading = e.reading AND id = ${id})`;

const columns = `
  SELECT e.item, e.reading, s.start, s.end, s.words, e.code, e.mode, e.polarity, e.certainty,
    ${entityName('e.actor')} AS actor, ${entityName('e.recipient')} AS recipient, e.attribution AS statement,
    ${spanWords('ti.item')} AS timeWords, t.value AS timeValue,
    ${spanWords('pi.item')} AS placeWords, p.name AS placeName, p.geonames, p.lat, p.lon, p.precision,
    r.document, r.address, r.outlet, r.title, r.published, r.updated`;
