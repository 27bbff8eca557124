import type { DatabaseSync } from 'node:sqlite';
import type { SourceKind } from '../attributions/attribution.ts';
import { nameOfItem } from '../sources/register.ts';
import { asCorrected } from './as-corrected.ts';
import type { DecisionLog } from './decisions.ts';
import type { Grade } from './grade.ts';
import { type Grades, gradeInForce } from './grades.ts';
import { keyIn, machineKey, nobody, notEstablished, type SourceKey, type Speakers } from './source-keys.ts';

/**
 * Whoever speaks or passes on, across documents: under its item where the register has it ("Pyongyang" with "North
 * Korea"), else by name. The same name in two documents is counted together, and is not thereby the same source.
 */
export interface SourceCount {
  /** by which people can decide on it: "Q423", "dock workers" */
  readonly key: string;
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
  /** what people put under it, by the keys it would have without them; empty where it is as the machine has it */
  readonly merged: readonly string[];
  /** how reliable people hold it to be, the last of them; null where nobody graded it */
  readonly grade: Grade | null;
}

// An outlet's own voice is counted as its saying; what it only prints is not.
const counting = (rows: string, merged: string) => `
  SELECT key, coalesce(min(name), '${notEstablished}') AS name, max(wikidata) AS wikidata,
    CASE count(DISTINCT kind) WHEN 1 THEN max(kind) END AS kind,
    sum(n = 0) AS says, sum(n > 0) AS passesOn, sum(n = 0 AND polarity = 'denies') AS denies,
    count(DISTINCT document) AS documents, count(DISTINCT outlet) AS outlets, ${merged} AS merged
  FROM (${rows}) GROUP BY key ORDER BY says DESC, passesOn DESC, name`;

type Row = Omit<SourceCount, 'merged' | 'grade'> & { readonly merged: string };

/** Sources as the machine tells them apart, or as people corrected and group them, with people's grades. */
export function sourceCounts(
  db: DatabaseSync,
  people: SourceKey | null,
  speakers: Speakers,
  grades: Grades,
  log: DecisionLog,
): SourceCount[] {
  const polarity = asCorrected(log, 'polarity');
  const links = speakers.select(
    (item) => `${keyIn(db, people, item)} AS key, CASE WHEN NOT ${nobody} THEN h.name END AS name, ${item} AS wikidata,
      h.kind, h.n, ${polarity.sql} AS polarity, r.document, r.outlet, ${machineKey(item)} AS own`,
  );
  const sql = counting(links, people ? 'json_group_array(DISTINCT own)' : "'[]'");
  const rows = db.prepare(sql).all({ ...speakers.values, ...polarity.values });
  return (rows as unknown as Row[]).map(({ merged, ...row }) => {
    const keys = (JSON.parse(merged) as string[]).sort();
    const asFound = keys.length === 0 || (keys.length === 1 && keys[0] === row.key);
    const name = asFound && row.wikidata ? nameOfItem(row.wikidata) : null;
    const grade = gradeInForce(grades(row.key));
    return { ...row, name: name ?? row.name, merged: asFound ? [] : keys, grade };
  });
}
