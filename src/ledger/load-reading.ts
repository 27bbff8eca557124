import type { DatabaseSync } from 'node:sqlite';
import type { Attribution, Certainty, Hop, Polarity } from '../attributions/attribution.ts';
import type { Entity, Event, Figure, Place, Time, Unknown } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { Block, Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { checkSlice } from './check-slice.ts';
import { ownerName } from './write-item.ts';
import type { StatementKind } from './write-statement.ts';

/** Of the statements that people added: those that stand, with those that they took back again, or none. */
export type WithAdded = 'standing' | 'all' | 'none';

/**
 * Reads a reading back as it was stored, with the statements that people added to it after those of the machine; a
 * slice that is not the text's any more is a BadSlice.
 */
export type LoadReading = (reading: number, check?: CheckSlice, added?: WithAdded) => Reading;

/** Verification passes its own, which notes what is wrong and goes on. */
export type CheckSlice = typeof checkSlice;

export function loadReading(db: DatabaseSync): LoadReading {
  const select = selects(db);
  return (key, check = checkSlice, added = 'standing') => {
    const document = documentFrom(select, key, check);
    const spans = spansFrom(select, key, document.text, check);
    const rows = <Row>(name: keyof typeof select.items) => select.items[name].all(key) as unknown as (Row & Item)[];
    const hops = Map.groupBy(select.hops.all(key) as unknown as HopRow[], (hop) => hop.item);
    const one = (item: number, role: string) => spans(item, role)[0]!;
    const maybe = (item: number, role: string) => spans(item, role)[0] ?? null;

    return {
      document,
      attributions: statements(select, key, added).map((row) =>
        attributionFrom(row, hops.get(row.item) ?? [], (role, piece) => spans(row.item, role, piece)),
      ),
      entities: rows<EntityRow>('entities').map(({ item, reading: _, ...row }) => {
        const own = { office: maybe(item, 'office'), affiliation: maybe(item, 'affiliation') };
        return { ...row, ...own, mentions: spans(item, 'mention') };
      }),
      figures: rows<FigureRow>('figures').map(({ item, approximate, ...row }) => {
        return { ...row, approximate: approximate === 1, span: one(item, 'span'), of: maybe(item, 'of') };
      }),
      times: rows<Omit<Time, 'span'>>('times').map(({ item, ...row }) => ({ ...row, span: one(item, 'span') })),
      places: rows<Omit<Place, 'span'>>('places').map(({ item, ...row }) => ({ ...row, span: one(item, 'span') })),
      events: rows<EventRow>('events').map(({ item, reading: _, figures, polarity, certainty, ...row }) => {
        const firm = { polarity: polarity ?? 'undecided', certainty: certainty ?? 'underspecified' };
        return { ...row, ...firm, figures: JSON.parse(figures) as number[], span: one(item, 'span') };
      }),
      unknowns: rows<Pick<Unknown, 'kind'>>('unknowns').map(({ item, kind }) => {
        const rest = { about: maybe(item, 'about'), who: maybe(item, 'who') };
        return { span: one(item, 'span'), ...rest, kind: kind ?? 'unknown' };
      }),
    };
  };
}

function statements(
  select: ReturnType<typeof selects>,
  key: number,
  added: WithAdded,
): readonly (AttributionRow & Item)[] {
  const of = (kind: StatementKind) =>
    select.statements.all(key, kind, Number(added === 'all')) as unknown as (AttributionRow & Item)[];
  return [...of('attribution'), ...(added === 'none' ? [] : of('added'))];
}

/** A statement of its rows; `spans` gives those of a role or, with a piece, that one alone. */
export function attributionFrom(
  { item: _, reading: _r, author_polarity, author_certainty, ...facts }: AttributionRow & Item,
  hops: readonly HopRow[],
  spans: (role: string, piece?: number) => readonly Span[],
): Attribution {
  return {
    ...facts,
    content: spans('content'),
    cue: spans('cue'),
    source: spans('source'),
    chain: hops.map(({ item: _i, n, ...hop }) => ({ ...hop, span: spans('hop', n)[0] ?? null })),
    hedges: spans('hedge'),
    author: {
      polarity: author_polarity ?? 'undecided',
      certainty: author_certainty ?? 'underspecified',
      distance: spans('distance'),
    },
  };
}

interface Item {
  readonly item: number;
}
export type HopRow = Item & { readonly n: number } & Omit<Hop, 'span'>;
export type AttributionRow = {
  readonly reading: number;
  /** null in readings of the first contract, as what else was not told then */
  readonly author_polarity: Polarity | null;
  readonly author_certainty: Certainty | null;
} & Omit<Attribution, 'content' | 'cue' | 'source' | 'chain' | 'hedges' | 'author'>;
type EntityRow = { readonly reading: number } & Omit<Entity, 'mentions' | 'office' | 'affiliation'>;
type FigureRow = { readonly approximate: number | null } & Omit<Figure, 'span' | 'of' | 'approximate'>;
type EventRow = { readonly reading: number; readonly figures: string } & Omit<Event, 'span' | 'figures'>;
type DocumentRow = Omit<Document, 'dateline' | 'credits' | 'blocks'> & {
  readonly dateline_start: number | null;
  readonly dateline_end: number | null;
  readonly credits: string;
};
interface SpanRow extends Item {
  readonly kind: string;
  readonly n: number;
  readonly id: string | null;
  readonly role: string;
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function selects(db: DatabaseSync) {
  const items = (table: string) =>
    db.prepare(`SELECT t.* FROM items i JOIN ${table} t USING (item) WHERE i.reading = ? ORDER BY i.n`);
  return {
    document: db.prepare(`
      SELECT d.id, t.sha256, d.capture, r.address, r.url, r.outlet, r.title, r.byline, r.dateline_start,
        r.dateline_end, r.published, r.updated, r.language, r.credits, t.words AS text
      FROM readings r JOIN documents d ON d.id = r.document JOIN texts t ON t.text = r.text WHERE r.reading = ?`),
    blocks: db.prepare('SELECT kind, start, end FROM blocks WHERE reading = ? ORDER BY n'),
    spans: db.prepare(`
      SELECT i.item, i.kind, i.n, a.id, s.role, s.piece, s.start, s.end, s.words
      FROM items i JOIN spans s USING (item) LEFT JOIN attributions a USING (item)
      WHERE i.reading = ? ORDER BY i.item, s.role, s.piece`),
    hops: db.prepare(`
      SELECT h.item, h.n, h.name, h.kind, h.source, h.basis FROM items i JOIN hops h USING (item)
      WHERE i.reading = ? ORDER BY h.item, h.n`),
    statements: db.prepare(`
      SELECT a.* FROM items i JOIN attributions a USING (item)
      WHERE i.reading = ? AND i.kind = ? AND (? OR i.item NOT IN (SELECT item FROM withdrawn)) ORDER BY i.n`),
    items: {
      entities: items('entities'),
      figures: items('figures'),
      times: items('times'),
      places: items('places'),
      events: items('events'),
      unknowns: items('unknowns'),
    },
  };
}

/** Reads the document of a reading alone: a fifth of the work. */
export function loadDocument(db: DatabaseSync): (reading: number) => Document {
  const select = selects(db);
  return (key) => documentFrom(select, key, checkSlice);
}

function documentFrom(select: ReturnType<typeof selects>, key: number, check: CheckSlice): Document {
  const row = select.document.get(key) as DocumentRow | undefined;
  if (!row) throw new Error(`reading ${key} has no document or no text`);
  const { dateline_start: start, dateline_end: end, credits, ...rest } = row;
  const dateline: Span | null = start === null || end === null ? null : [start, end];
  if (dateline) check(row.text, `document ${row.id}`, 'dateline', dateline);
  const rows = select.blocks.all(key) as unknown as { kind: Block['kind']; start: number; end: number }[];
  const blocks = rows.map(({ kind, start, end }, n) => {
    check(row.text, `document ${row.id}`, `block ${n}`, [start, end]);
    return { kind, span: [start, end] as const };
  });
  return { ...rest, dateline, credits: JSON.parse(credits) as string[], blocks };
}

/** Spans of an item in a role, in order; with a piece, that one alone. */
function spansFrom(select: ReturnType<typeof selects>, key: number, text: string, check: CheckSlice) {
  const found = new Map<string, { piece: number; span: Span }[]>();
  for (const row of select.spans.all(key) as unknown as SpanRow[]) {
    const span = [row.start, row.end] as const;
    check(text, ownerName(row.kind, row.n, row.id ?? undefined), row.role, span, row.words);
    const under = `${row.item} ${row.role}`;
    const pieces = found.get(under);
    if (pieces) pieces.push({ piece: row.piece, span });
    else found.set(under, [{ piece: row.piece, span }]);
  }
  return (item: number, role: string, piece?: number): Span[] =>
    (found.get(`${item} ${role}`) ?? []).filter((p) => piece === undefined || p.piece === piece).map((p) => p.span);
}
