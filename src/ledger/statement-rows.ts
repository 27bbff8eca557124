import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../read.ts';
import { type Span, words } from '../text/span.ts';
import { checkSlice } from './check-slice.ts';
import type { DecisionLog } from './decisions.ts';
import type { Statement } from './ledger.ts';
import { type AttributionRow, attributionFrom, type HopRow, type LoadReading, loadReading } from './load-reading.ts';
import { type Standing, undecided } from './standing.ts';

export interface StatementKey {
  readonly item: number;
  readonly id: string;
  readonly reading: number;
}

/** Statements by their keys, every slice checked; nothing else of their readings is loaded, but where people decided. */
export function statementRows(
  db: DatabaseSync,
  log: DecisionLog,
  standing: (id: string, newest: Reading) => Standing,
): (keys: readonly StatementKey[]) => Statement[] {
  const select = selects(db);
  const load: LoadReading = loadReading(db);

  return (keys) => {
    const items = JSON.stringify(keys.map(({ item }) => item));
    const rows = byItem<AttributionRow & Item>(select.attributions.all(items));
    const hops = Map.groupBy(select.hops.all(items) as unknown as HopRow[], ({ item }) => item);
    const spans = Map.groupBy(select.spans.all(items) as unknown as SpanRow[], ({ item }) => item);
    const readings = new Map(
      (
        select.documents.all(
          JSON.stringify([...new Set(keys.map(({ reading }) => reading))]),
        ) as unknown as DocumentRow[]
      ).map((row) => [row.reading, row] as const),
    );
    return keys.map(({ item, id, reading }) => {
      const { reading: _, text, ...document } = readings.get(reading)!;
      const own = spans.get(item) ?? [];
      for (const { role, start, end, words } of own) checkSlice(text, `statement ${id}`, role, [start, end], words);
      const attribution = attributionFrom(rows.get(item)!, hops.get(item) ?? [], (role, piece) =>
        own.filter((span) => span.role === role && (piece === undefined || span.piece === piece)).map(asSpan),
      );
      const { content, cue, source, hedges } = attribution;
      return {
        attribution,
        words: {
          content: words(text, content),
          cue: words(text, cue),
          source: words(text, source),
          hedges: hedges.map((span) => words(text, [span])),
        },
        document,
        standing: log.decisions(id).length === 0 ? undecided(id) : standing(id, load(reading)),
      };
    });
  };
}

const asSpan = ({ start, end }: SpanRow): Span => [start, end];

interface Item {
  readonly item: number;
}
interface SpanRow extends Item {
  readonly role: string;
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}
type DocumentRow = Statement['document'] & { readonly reading: number; readonly text: string };

const byItem = <Row extends Item>(rows: readonly unknown[]): ReadonlyMap<number, Row> =>
  new Map((rows as Row[]).map((row) => [row.item, row]));

function selects(db: DatabaseSync) {
  const these = 'IN (SELECT value FROM json_each(?))';
  return {
    attributions: db.prepare(`SELECT * FROM attributions WHERE item ${these}`),
    hops: db.prepare(`SELECT item, n, name, kind, source, basis FROM hops WHERE item ${these} ORDER BY item, n`),
    spans: db.prepare(
      `SELECT item, role, piece, start, end, words FROM spans WHERE item ${these} ORDER BY item, role, piece`,
    ),
    documents: db.prepare(`
      SELECT r.reading, r.document AS id, r.address, r.outlet, r.title, r.published, r.updated, t.words AS text
      FROM readings r JOIN texts t USING (text) WHERE r.reading ${these}`),
  };
}
