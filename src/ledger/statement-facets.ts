import type { DatabaseSync } from 'node:sqlite';
import { type AsCorrected, asCorrected, type LISTED } from './as-corrected.ts';
import type { State } from './decision.ts';
import type { StatementFilter } from './ledger.ts';
import { sameSince } from './same-since.ts';
import { type Among, type Conditions, statementConditions } from './statement-conditions.ts';

/** Value → how many statements have it. */
export type Facet = Readonly<Record<string, number>>;

export interface Facets {
  readonly polarity: Facet;
  readonly certainty: Facet;
  readonly kind: Facet;
  readonly state: Facet;
  /** of the one who knows; "not told" where the text does not tell */
  readonly sourceKind: Facet;
  /** "not told" where the page does not tell */
  readonly outlet: Facet;
}

export const NOT_TOLD = 'not told';

// One way through the statements counts all facets: there are far fewer combinations than statements.
const combinations = (where: string, { kind, polarity, certainty }: Record<(typeof LISTED)[number], AsCorrected>) => `
  SELECT ${polarity.sql} AS polarity, ${certainty.sql} AS certainty, ${kind.sql} AS kind, coalesce(h.kind, '${NOT_TOLD}') AS sourceKind,
    coalesce(r.outlet, '${NOT_TOLD}') AS outlet, count(*) AS n
  FROM newest r JOIN statements a ON a.reading = r.reading LEFT JOIN hops h ON h.item = a.item AND h.n = 0
  WHERE ${where} GROUP BY 1, 2, 3, 4, 5`;

const counted = ['polarity', 'certainty', 'kind', 'sourceKind', 'outlet'] as const;
type Combination = Record<(typeof counted)[number], string> & { readonly n: number };

/** How many statements that fit a filter have which value; the largest first. */
export function statementFacets(db: DatabaseSync, among: Among): (filter: StatementFilter) => Facets {
  const known = sameSince<Facets>(db);
  return (filter) => {
    const where = statementConditions(filter, among);
    if (!where) return { polarity: {}, certainty: {}, kind: {}, state: {}, sourceKind: {}, outlet: {} };
    return known(JSON.stringify(where), () => facets(where));
  };

  function facets(where: Conditions): Facets {
    const kind = asCorrected(among.log, 'kind');
    const polarity = asCorrected(among.log, 'polarity');
    const certainty = asCorrected(among.log, 'certainty');
    const sql = combinations(where.sql.join(' AND '), { kind, polarity, certainty });
    const values = { ...where.values, ...kind.values, ...polarity.values, ...certainty.values };
    const rows = db.prepare(sql).all(values) as unknown as Combination[];
    const total = rows.reduce((sum, { n }) => sum + n, 0);
    const facets = Object.fromEntries(counted.map((name) => [name, facet(rows.map((row) => [row[name], row.n]))]));
    return { ...(facets as Omit<Facets, 'state'>), state: stateFacet(total, decided(where.sql, where.values)) };
  }

  /** Of what fits, the few that people decided on. */
  function decided(sql: readonly string[], values: Record<string, string | number>): State[] {
    const states = among.log.states();
    if (states.size === 0) return [];
    const rows = db
      .prepare(`
        SELECT a.id FROM statements a JOIN newest r ON r.reading = a.reading
        WHERE a.id IN (SELECT value FROM json_each($states)) AND ${sql.join(' AND ')}`)
      .all({ ...values, states: JSON.stringify([...states.keys()]) }) as { id: string }[];
    return rows.map(({ id }) => states.get(id)!);
  }
}

const stateFacet = (total: number, decided: readonly State[]): Facet =>
  facet([['suggested', total - decided.length], ...decided.map((state) => [state, 1] as const)]);

function facet(counts: readonly (readonly [value: string, n: number])[]): Facet {
  const sums = new Map<string, number>();
  for (const [value, n] of counts) if (n > 0) sums.set(value, (sums.get(value) ?? 0) + n);
  return Object.fromEntries([...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
