import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../read.ts';
import { words } from '../text/span.ts';
import type { DecisionLog } from './decisions.ts';
import type { Page, Statement, StatementFilter, Worded } from './ledger.ts';
import { type LoadReading, loadReading } from './load-reading.ts';
import { searchQuery } from './search-query.ts';
import type { Standing } from './standing.ts';

const pageSize = 20;

/** Statements of the newest readings, in the order they were stored, so that a page stays the same when more come. */
export function statementPages(
  db: DatabaseSync,
  log: DecisionLog,
  standing: (id: string, newest: Reading) => Standing,
): (filter: StatementFilter) => Page<Statement> {
  db.function('fold', { deterministic: true }, (name) => fold(String(name)));
  const load = loadReading(db);
  return (filter) => {
    const { limit = pageSize, after = 0 } = filter;
    const where = conditions(filter, log);
    if (!where) return { rows: [], total: 0, next: null };
    const from = `FROM attributions a JOIN newest r ON r.reading = a.reading WHERE ${where.sql.join(' AND ')}`;
    const total = Number(db.prepare(`SELECT count(*) AS n ${from}`).get(where.values)?.n);
    const select = `SELECT a.item, a.id, a.reading ${from} AND a.item > $after ORDER BY a.item LIMIT $limit`;
    const rows = db.prepare(select).all({ ...where.values, after, limit: limit === 0 ? -1 : limit + 1 });
    const more = limit > 0 && rows.length > limit;
    const shown = (more ? rows.slice(0, limit) : rows) as unknown as StatementKey[];
    return { rows: withReadings(load, standing, shown), total, next: more ? shown.at(-1)!.item : null };
  };
}

type Values = Record<string, string | number>;
type StatementKey = { readonly item: number; readonly id: string; readonly reading: number };

/** Null where nothing can match: a search without a word in it. */
function conditions(filter: StatementFilter, log: DecisionLog): { sql: string[]; values: Values } | null {
  const sql = ['1'];
  const values: Values = {};
  for (const [name, column] of columns) {
    const value = filter[name];
    if (value === undefined) continue;
    sql.push(`${column} = $${name}`);
    values[name] = value;
  }
  if (filter.below !== undefined) {
    sql.push('a.confidence < $below');
    values.below = filter.below;
  }
  if (filter.state !== undefined) {
    const decided = [...log.states()].filter(([, state]) => filter.state === 'suggested' || state === filter.state);
    sql.push(`a.id ${filter.state === 'suggested' ? 'NOT IN' : 'IN'} (SELECT value FROM json_each($decided))`);
    values.decided = JSON.stringify(decided.map(([id]) => id));
  }
  if (filter.source !== undefined) {
    sql.push(namesSource);
    values.source = fold(filter.source);
  }
  if (filter.search !== undefined) {
    const query = searchQuery(filter.search);
    if (!query) return null;
    sql.push('a.item IN (SELECT rowid FROM statement_search WHERE statement_search MATCH $search)');
    values.search = query;
  }
  return { sql, values };
}

const columns = [
  ['polarity', 'a.polarity'],
  ['certainty', 'a.certainty'],
  ['kind', 'a.kind'],
  ['document', 'r.document'],
] as const;

// The last link is the document itself, which prints everything and says only what is its own voice.
const namesSource = `(
  EXISTS (SELECT 1 FROM hops h WHERE h.item = a.item AND (NOT h.last OR a.kind = 'voice') AND instr(fold(h.name), $source))
  OR EXISTS (SELECT 1 FROM spans s WHERE s.item = a.item AND s.role = 'source' AND instr(fold(s.words), $source)))`;

/** "Zelensky", "zelensky" and "Zelenský" are found by each other. */
const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Rows of one document follow one another, so each reading is loaded once. */
function withReadings(
  load: LoadReading,
  standing: (id: string, newest: Reading) => Standing,
  keys: readonly StatementKey[],
): Statement[] {
  let key = -1;
  let reading: ReturnType<LoadReading> | undefined;
  return keys.map((row) => {
    if (row.reading !== key) {
      reading = load(row.reading);
      key = row.reading;
    }
    return { ...statementIn(reading!, row.id), standing: standing(row.id, reading!) };
  });
}

export function statementIn({ document, attributions }: Reading, id: string): Worded {
  const attribution = attributions.find((a) => a.id === id)!;
  const { content, cue, source, hedges } = attribution;
  const { address, outlet, title, published, text } = document;
  return {
    attribution,
    words: {
      content: words(text, content),
      cue: words(text, cue),
      source: words(text, source),
      hedges: hedges.map((span) => words(text, [span])),
    },
    document: { id: document.id, address, outlet, title, published },
  };
}
