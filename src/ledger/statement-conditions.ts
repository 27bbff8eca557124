import { asCorrected, LISTED } from './as-corrected.ts';
import type { CorrectedChains } from './corrected-chains.ts';
import type { DecisionLog } from './decisions.ts';
import type { StatementFilter, Told } from './ledger.ts';
import { searchQuery } from './search-query.ts';
import { speakersAs } from './source-keys.ts';
import type { SourceNames } from './source-names.ts';

type Values = Record<string, string | number>;

/** What has to hold of `statements a JOIN newest r`, with the values for it. */
export interface Conditions {
  readonly sql: readonly string[];
  readonly values: Values;
  /** how far the links went that it asks for; the same question can have another answer once they go further */
  readonly asOf: string;
}

export interface Among {
  readonly log: DecisionLog;
  readonly sourceNames: SourceNames;
  /** who says what people corrected the source of */
  readonly chains: () => CorrectedChains;
  /** the key of a link in SQL, by its item of the register in SQL */
  readonly keyOfLink: (item: string) => string;
  /** how far the links go */
  readonly linked: () => string;
}

/** A filter in SQL. Null where nothing can match: a search without a word in it. */
export function statementConditions(
  filter: StatementFilter,
  { log, sourceNames, chains, keyOfLink, linked }: Among,
): Conditions | null {
  const sql = ['1'];
  const values: Values = {};
  for (const [name, column] of columns) {
    const value = filter[name];
    if (value === undefined) continue;
    sql.push(`${column} = $${name}`);
    values[name] = value;
  }
  for (const name of LISTED) {
    const value = filter[name];
    if (value === undefined) continue;
    const column = asCorrected(log, name);
    sql.push(`${column.sql} = $${name}`);
    Object.assign(values, column.values, { [name]: value });
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
    const corrected = chains();
    sql.push(namesSource);
    Object.assign(values, sourceNames(filter.source), {
      corrected: JSON.stringify(corrected.items),
      naming: JSON.stringify(corrected.naming(filter.source)),
    });
  }
  if (filter.speaker !== undefined) {
    const speakers = speakersAs(chains());
    const isMeant = (item: string) => `h.n = 0 AND ${keyOfLink(item)} = $speaker`;
    sql.push(`a.item IN (${speakers.select(() => 'h.item', isMeant)})`);
    Object.assign(values, speakers.values, { speaker: filter.speaker });
  }
  if (filter.place !== undefined) {
    const isId = /^\d+$/.test(filter.place);
    sql.push(namesPlace(isId ? 'p.geonames = $place' : 'lower(p.name) = lower($place)'));
    values.place = isId ? Number(filter.place) : filter.place;
  }
  if (filter.search !== undefined) {
    const query = searchQuery(filter.search);
    if (!query) return null;
    sql.push('a.item IN (SELECT rowid FROM statement_search WHERE statement_search MATCH $search)');
    values.search = query;
  }
  if (filter.told !== undefined) sql.push(isTold[filter.told]);
  return { sql, values, asOf: filter.told === undefined ? '' : linked() };
}

const columns = [
  ['document', 'r.document'],
  ['outlet', 'r.outlet'],
] as const;

// The last link is the document itself, which prints everything and says only what is its own voice.
const namesSource = `a.item IN (
  SELECT h.item FROM json_each($names) JOIN hops h ON h.name = value JOIN attributions b USING (item)
  WHERE (NOT h.last OR b.kind = 'voice') AND h.item NOT IN (SELECT value FROM json_each($corrected))
  UNION ALL
  SELECT s.item FROM json_each($words) JOIN spans s ON s.words = value AND s.role = 'source'
  WHERE s.item NOT IN (SELECT value FROM json_each($corrected))
  UNION ALL
  SELECT value FROM json_each($naming))`;

const namesPlace = (isMeant: string) => `a.item IN (
  SELECT c.item FROM places p JOIN items i USING (item) JOIN spans s ON s.item = p.item AND s.role = 'span'
    JOIN items ai ON ai.reading = i.reading AND ai.kind IN ('attribution', 'added')
    JOIN spans c ON c.item = ai.item AND c.role = 'content' AND c.start <= s.start AND c.end >= s.end
  WHERE ${isMeant})`;

/** What a statement says: "x", "x.2" of "x". */
const isOf = (statement: string): string => `x.id >= ${statement} AND x.id < ${statement} || '/'`;

// Those that only deny a claim are among its members, and are not its own; versions of one page are one report.
const byOthers = `EXISTS (
  SELECT 1 FROM assertions x CROSS JOIN claim_members m ON m.assertion = x.id AND m.own
    JOIN claim_members o ON o.claim = m.claim AND o.own JOIN assertions y ON y.id = o.assertion
  WHERE ${isOf('a.id')} AND y.document <> x.document AND NOT EXISTS (
    SELECT 1 FROM linked p JOIN linked q ON q.story = p.story WHERE p.document = x.document AND q.document = y.document))`;

// Who denies it is the "a" of "a denies b"; two that contradict one another deny one another.
const isTold = {
  alone: `NOT ${byOthers}`,
  'by others': byOthers,
  denied: `EXISTS (
    SELECT 1 FROM assertions x CROSS JOIN relations q ON q.one = x.id OR q.two = x.id WHERE ${isOf('a.id')}
      AND (q.relation = 'contradicts' OR (q.relation = 'denies' AND q.a <> x.id)))`,
} as const satisfies Record<Told, string>;
