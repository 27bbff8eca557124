import type { DatabaseSync } from 'node:sqlite';
import type { SourceKind } from '../attributions/attribution.ts';

/** A name as the texts have it: the same words are counted together, and are not thereby the same source. */
export interface SourceCount {
  readonly name: string;
  /** null where the texts do not tell, or do not agree */
  readonly kind: SourceKind | null;
  /** statements in which it is the one who knows */
  readonly says: number;
  /** statements it passes on from another */
  readonly passesOn: number;
  /** how many of `says` are denials */
  readonly denies: number;
  readonly documents: number;
  /** outlets that name it; documents without an outlet count as none */
  readonly outlets: number;
}

// An outlet's own voice is counted as its saying; what it only prints is not.
const sql = `
  SELECT min(h.name) AS name,
    CASE count(DISTINCT h.kind) WHEN 1 THEN max(h.kind) END AS kind,
    sum(h.n = 0) AS says, sum(h.n > 0) AS passesOn, sum(h.n = 0 AND a.polarity = 'denies') AS denies,
    count(DISTINCT r.document) AS documents, count(DISTINCT r.outlet) AS outlets
  FROM hops h JOIN attributions a USING (item) JOIN newest r ON r.reading = a.reading
  WHERE NOT h.last OR a.kind = 'voice'
  GROUP BY lower(h.name) ORDER BY says DESC, passesOn DESC, name`;

export const sourceCounts = (db: DatabaseSync): SourceCount[] =>
  (db.prepare(sql).all() as unknown as SourceCount[]).map((row) => ({ ...row }));
