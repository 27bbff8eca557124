import type { DecisionLog } from './decisions.ts';

/** Fields with few values, by which statements are listed and counted. */
export const LISTED = ['kind', 'polarity', 'certainty'] as const;

/** A field of `attributions a` as people corrected it, in SQL, with the values for it. */
export interface AsCorrected {
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}

export function asCorrected(log: DecisionLog, field: (typeof LISTED)[number]): AsCorrected {
  const values: Record<string, string> = {};
  const corrections = log.corrections((one) => one === field);
  const byValue = Map.groupBy(corrections, ([, [last]]) => String(last!.to));
  const cases = [...byValue].map(([value, corrected], n) => {
    const [to, ids] = [`${field}_to_${n}`, `${field}_of_${n}`];
    Object.assign(values, { [to]: value, [ids]: JSON.stringify(corrected.map(([id]) => id)) });
    return `WHEN a.id IN (SELECT value FROM json_each($${ids})) THEN $${to}`;
  });
  return { sql: cases.length > 0 ? `CASE ${cases.join(' ')} ELSE a.${field} END` : `a.${field}`, values };
}
