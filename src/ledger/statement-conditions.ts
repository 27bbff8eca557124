import type { DatabaseSync } from 'node:sqlite';
import type { DecisionLog } from './decisions.ts';
import type { StatementFilter } from './ledger.ts';
import { searchQuery } from './search-query.ts';

type Values = Record<string, string | number>;

/** What has to hold of `attributions a JOIN newest r`, with the values for it. */
export interface Conditions {
  readonly sql: readonly string[];
  readonly values: Values;
}

/** A filter in SQL. Null where nothing can match: a search without a word in it. */
export function statementConditions(
  db: DatabaseSync,
  log: DecisionLog,
): (filter: StatementFilter) => Conditions | null {
  db.function('fold', { deterministic: true }, (name) => fold(String(name)));
  return (filter) => conditionsOf(filter, log);
}

function conditionsOf(filter: StatementFilter, log: DecisionLog): Conditions | null {
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
  ['outlet', 'r.outlet'],
] as const;

// The last link is the document itself, which prints everything and says only what is its own voice.
const namesSource = `(
  EXISTS (SELECT 1 FROM hops h WHERE h.item = a.item AND (NOT h.last OR a.kind = 'voice') AND instr(fold(h.name), $source))
  OR EXISTS (SELECT 1 FROM spans s WHERE s.item = a.item AND s.role = 'source' AND instr(fold(s.words), $source)))`;

/** "Zelensky", "zelensky" and "Zelenský" are found by each other. */
const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
