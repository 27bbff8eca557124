import type { DecisionLog } from './decisions.ts';

/** Fields with few values, by which statements are listed and counted. */
export const LISTED = ['polarity', 'certainty'] as const;
export type Listed = (typeof LISTED)[number];

/** A field of `attributions a` as people corrected it, in SQL, with the values for it. */
export interface AsCorrected {
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}

export function asCorrected(log: DecisionLog, field: Listed): AsCorrected {
  const corrected = log.corrected(field);
  if (corrected.size === 0) return { sql: `a.${field}`, values: {} };
  const byValue = Map.groupBy(corrected, ([, value]) => value);
  const name = (value: string) => `${field}_${value}`;
  const cases = [...byValue.keys()].map(
    (value) => `WHEN a.id IN (SELECT value FROM json_each($${name(value)})) THEN '${value}'`,
  );
  return {
    sql: `CASE ${cases.join(' ')} ELSE a.${field} END`,
    values: Object.fromEntries(
      [...byValue].map(([value, all]) => [name(value), JSON.stringify(all.map(([id]) => id))]),
    ),
  };
}
