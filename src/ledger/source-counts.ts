import type { DatabaseSync } from 'node:sqlite';
import type { SourceKind } from '../attributions/attribution.ts';
import { nameOfItem } from '../sources/register.ts';

/**
 * Whoever speaks or passes on, across documents: under its item where the register has it ("Pyongyang" with "North
 * Korea"), else by name. The same name in two documents is counted together, and is not thereby the same source.
 */
export interface SourceCount {
  readonly name: string;
  /** null where no register has it: then only the words are the same */
  readonly wikidata: string | null;
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

// "she" of two reports is not one source.
const NOBODY =
  "lower(h.name) IN ('he', 'she', 'they', 'it', 'i', 'we', 'you', 'who', 'that', 'which', 'this', 'his', 'her', 'not named')";

// An outlet's own voice is counted as its saying; what it only prints is not.
const sql = `
  SELECT CASE WHEN ${NOBODY} THEN 'not established' ELSE min(h.name) END AS name, max(e.wikidata) AS wikidata,
    CASE count(DISTINCT h.kind) WHEN 1 THEN max(h.kind) END AS kind,
    sum(h.n = 0) AS says, sum(h.n > 0) AS passesOn, sum(h.n = 0 AND a.polarity = 'denies') AS denies,
    count(DISTINCT r.document) AS documents, count(DISTINCT r.outlet) AS outlets
  FROM hops h JOIN attributions a USING (item) JOIN newest r ON r.reading = a.reading
    LEFT JOIN entities e ON e.reading = h.reading AND e.id = h.source
  WHERE NOT h.last OR a.kind = 'voice'
  GROUP BY coalesce(e.wikidata, CASE WHEN ${NOBODY} THEN '' ELSE lower(h.name) END) ORDER BY says DESC, passesOn DESC, name`;

export const sourceCounts = (db: DatabaseSync): SourceCount[] =>
  (db.prepare(sql).all() as unknown as SourceCount[]).map((row) => {
    return { ...row, name: (row.wikidata && nameOfItem(row.wikidata)) ?? row.name };
  });
