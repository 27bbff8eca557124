import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../read.ts';
import { words } from '../text/span.ts';
import type { Page, Statement, StatementFilter, Worded } from './ledger.ts';
import { sameSince } from './same-since.ts';
import type { Standing } from './standing.ts';
import { type Among, statementConditions } from './statement-conditions.ts';
import { type StatementKey, statementRows } from './statement-rows.ts';

const pageSize = 20;

/** Statements of the newest readings, in an order that does not change, so that a page stays the same when more come. */
export function statementPages(
  db: DatabaseSync,
  among: Among,
  standing: (id: string, newest: Reading) => Standing,
): (filter: StatementFilter) => Page<Statement> {
  const rowsOf = statementRows(db, among.log, standing);
  const totals = sameSince<number>(db);
  return (filter) => {
    const { limit = pageSize, after = 0, skip = 0 } = filter;
    const where = statementConditions(filter, among);
    if (!where) return { rows: [], total: 0, next: null };
    const from = `FROM statements a JOIN newest r ON r.reading = a.reading WHERE ${where.sql.join(' AND ')}`;
    const total = totals(JSON.stringify(where), () =>
      Number(db.prepare(`SELECT count(*) AS n ${from}`).get(where.values)?.n),
    );
    const { order, later } = orders[filter.sort ?? 'stored'];
    const select = `SELECT a.item, a.id, a.reading ${from} AND ${later} ORDER BY ${order} LIMIT $limit OFFSET $skip`;
    const rows = db.prepare(select).all({ ...where.values, after, skip, limit: limit === 0 ? -1 : limit + 1 });
    const more = limit > 0 && rows.length > limit;
    const shown = (more ? rows.slice(0, limit) : rows) as unknown as StatementKey[];
    return { rows: rowsOf(shown), total, next: more ? shown.at(-1)!.item : null };
  };
}

// A row is never changed, so a page begins where the confidence of the last row of the page before says.
const orders = {
  stored: { order: 'a.item', later: 'a.item > $after' },
  confidence: {
    order: 'a.confidence, a.item',
    later: '($after = 0 OR (a.confidence, a.item) > (SELECT confidence, item FROM attributions WHERE item = $after))',
  },
} as const;

export function statementIn({ document, attributions }: Reading, id: string): Worded {
  const attribution = attributions.find((a) => a.id === id)!;
  const { content, cue, source, hedges } = attribution;
  const { address, outlet, title, published, updated, text } = document;
  return {
    attribution,
    words: {
      content: words(text, content),
      cue: words(text, cue),
      source: words(text, source),
      hedges: hedges.map((span) => words(text, [span])),
    },
    document: { id: document.id, address, outlet, title, published, updated },
  };
}
