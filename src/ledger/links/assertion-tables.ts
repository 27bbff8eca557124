import type { DatabaseSync } from 'node:sqlite';
import type { Assertion } from '../../claims/assertion.ts';
import type { Around, AssertionStore, Heads, Placed } from '../../claims/assertion-store.ts';
import { joins } from '../../claims/claims.ts';
import { beganAt } from '../../claims/published-at.ts';
import { recent } from '../../claims/recent.ts';
import { relate } from '../../claims/relate.ts';
import type { Relation, RelationKind } from '../../claims/relation.ts';
import { inRows } from './in-rows.ts';
import { packed, unpacked } from './packed-assertion.ts';

export interface AssertionTables extends AssertionStore {
  /** ids of what a statement says */
  of(statement: string): readonly string[];
  /** ids of those that it is one claim with, as far as the two tell */
  joined(id: string): readonly string[];
  /** relations of which both ends are among these */
  relationsAmong(ids: ReadonlySet<string>): Relation[];
  /** ids of assertions whose relations changed since this was asked last */
  touched(): ReadonlySet<string>;
}

/** Assertions kept at hand. Those of one story come close to one another; each takes 5 KB. */
const AT_HAND = 12_000;

/** Assertions whose relations are kept at hand: all that are in a claim are asked for theirs whenever one comes to it. */
const RELATIONS_AT_HAND = 20_000;

/** The same as in memory, in tables of the ledger. */
export function assertionTables(db: DatabaseSync): AssertionTables {
  const sql = statements(db);
  const atHand = recent<Assertion>(AT_HAND);
  const relationsAtHand = recent<readonly Relation[]>(RELATIONS_AT_HAND);
  let touched = new Set<string>();

  function touch(id: string): void {
    touched.add(id);
    relationsAtHand.forget(id);
  }

  const get = (id: string): Assertion => atHand(id, () => read(id));

  function read(id: string): Assertion {
    const row = sql.get.get(id) as { statement: string; document: string; packed: string };
    return unpacked(row.packed, { id, statement: row.statement, document: row.document });
  }

  /** Nearly all blocks are small, and read whole in one go; of a crowded one only those around. */
  function around(assertion: Assertion, keys: readonly number[], most: number, apart: number): Around[] {
    if (keys.length === 0) return [];
    const [first, last, zero] = reach(assertion, apart);
    const rows = sql.blocks.all(JSON.stringify(keys), 2 * most, first, last, zero) as unknown as BlockRow[];
    const blocks = Map.groupBy(rows, ([key]) => key);
    return keys.map((key) => {
      const block = blocks.get(key) ?? [];
      const isCrowded = block.some(([, began, id]) => began === null && id === null);
      const isMixed = block.some(([, began, id]) => began === null && id !== null);
      const near = isCrowded ? aroundIn(key, assertion, most, apart) : split(block, assertion, most);
      return { ...near, heads: isMixed ? headsIn(key, assertion, most) : null };
    });
  }

  function aroundIn(key: number, assertion: Assertion, most: number, apart: number): Near {
    const [first, last, zero] = reach(assertion, apart);
    const { id, published } = assertion;
    const began = beganAt(published);
    return {
      before: placed(sql.before.all(key, began, id, first, zero, most)),
      after: placed(sql.after.all(key, began, id, last, zero, most)),
    };
  }

  function headsIn(key: number, { id, published }: Assertion, most: number): Heads {
    const isZero = Number(beganAt(published) === 0);
    return {
      alike: placed(sql.head.all(key, isZero, id, most)),
      others: placed(sql.head.all(key, 1 - isZero, id, most)),
    };
  }

  const ids = (rows: readonly unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);
  const relationOf = (row: RelationRow): Relation => storedRelation(row, get);

  return {
    has: (id) => sql.has.get(id) !== undefined,
    get,
    add(assertion, keys) {
      const { id, statement, document, published } = assertion;
      sql.add.run(id, statement, document, packed(assertion));
      sql.enter.run(beganAt(published), id, JSON.stringify(keys));
    },
    remove({ id, published }, keys) {
      for (const key of keys) sql.leave.run(key, beganAt(published), id);
      sql.remove.run(id);
      atHand.forget(id);
      touch(id);
    },
    around,
    distance(key, x, y, most) {
      const [a, b] = [x, y].map(({ id, published }) => [beganAt(published), id] as const);
      const [first, last] = a![0] < b![0] || (a![0] === b![0] && a![1] < b![1]) ? [a!, b!] : [b!, a!];
      return Number(sql.distance.get(key, ...first, ...last, Number(first[0] === 0), most)?.places);
    },
    rank: (key, { id, published }, most) => {
      const began = beganAt(published);
      return Number(sql.rank.get(key, began, id, Number(began === 0), most)?.places);
    },
    in: (document) => ids(sql.in.all(document)),
    of: (statement) => ids(sql.of.all(statement)),
    keep(relation) {
      const { a, b, score } = relation;
      const [one, two] = a < b ? [a, b] : [b, a];
      const isJoin = joins(relation, get(a), get(b));
      sql.keep.run(one, two, a, relation.relation, score, Number(isJoin));
      for (const id of [a, b]) touch(id);
    },
    drop({ a, b }) {
      sql.drop.run(...(a < b ? ([a, b] as const) : ([b, a] as const)));
      for (const id of [a, b]) touch(id);
    },
    relation(a, b) {
      const row = sql.relation.get(...(a < b ? ([a, b] as const) : ([b, a] as const)));
      return row && relationOf(row as unknown as RelationRow);
    },
    relationsOf: (id) =>
      relationsAtHand(id, () => (sql.relationsOf.all(id, id) as unknown as RelationRow[]).map(relationOf)),
    joined: (id) => ids(sql.joined.all(id, id)),
    relationsAmong: (among) =>
      (sql.among.all(JSON.stringify([...among])) as unknown as RelationRow[])
        .filter(({ two }) => among.has(two))
        .map(relationOf),
    touched() {
      const since = touched;
      touched = new Set();
      return since;
    },
  };
}

/** In order; of a crowded block one row with nothing, and one with an empty id where it holds others with a date, or without. */
type BlockRow =
  | readonly [key: number, began: number, id: string]
  | readonly [key: number, began: null, id: null]
  | readonly [key: number, began: null, id: ''];

type Near = Pick<Around, 'before' | 'after'>;

/** From when to when the others may stand, and whether they have no date, which is told as 0. */
function reach({ published }: Assertion, apart: number): [first: number, last: number, zero: number] {
  const began = beganAt(published);
  return began === 0 ? [0, 0, 1] : [Math.max(began - apart, -FOREVER), Math.min(began + apart, FOREVER), 0];
}
const FOREVER = Number.MAX_SAFE_INTEGER;

function split(block: readonly BlockRow[], { id, published }: Assertion, most: number): Near {
  const at = beganAt(published);
  const before: Placed[] = [];
  const after: Placed[] = [];
  for (const [, began, other] of block) {
    if (began === null || other === id) continue;
    (began < at || (began === at && other < id) ? before : after).push({ id: other, began });
  }
  return { before: before.reverse().slice(0, most), after: after.slice(0, most) };
}

const placed = (rows: readonly unknown[]): readonly Placed[] => rows as readonly Placed[];

interface RelationRow {
  readonly one: string;
  readonly two: string;
  readonly a: string;
  readonly relation: RelationKind;
  readonly score: number;
}

/** What speaks for it is worked out again where it is asked for: stored, it would take most of the file. */
function storedRelation({ one, two, a, relation, score }: RelationRow, get: (id: string) => Assertion): Relation {
  const b = a === one ? two : one;
  return {
    ...{ a, b, relation, score },
    get evidence() {
      return relate(get(a), get(b))?.evidence ?? [];
    },
  };
}

function statements(db: DatabaseSync) {
  return {
    has: db.prepare('SELECT 1 FROM assertions WHERE id = ?'),
    get: db.prepare('SELECT statement, document, packed FROM assertions WHERE id = ?'),
    add: db.prepare('INSERT INTO assertions VALUES (NULL, ?, ?, ?, ?)'),
    remove: db.prepare('DELETE FROM assertions WHERE id = ?'),
    in: db.prepare('SELECT id FROM assertions WHERE document = ? ORDER BY assertion'),
    // "x", "x.2": the second thing that x says
    of: db.prepare("SELECT id FROM assertions WHERE id >= ?1 AND id < ?1 || '/' ORDER BY assertion"),
    enter: db.prepare('INSERT INTO assertion_blocks (began, id, key) SELECT ?, ?, value FROM json_each(?)'),
    leave: db.prepare('DELETE FROM assertion_blocks WHERE key = ? AND began = ? AND id = ?'),
    // crossed, so that each block is walked in the order of its index
    blocks: inRows(
      db.prepare(`
      WITH wanted AS MATERIALIZED (
        SELECT value AS key, (
          SELECT count(*) FROM (
            SELECT 1 FROM assertion_blocks WHERE key = j.value AND began BETWEEN ?3 AND ?4 LIMIT ?2 + 1)) AS held,
          CASE WHEN ?5 THEN
            EXISTS (SELECT 1 FROM assertion_blocks WHERE key = j.value AND began > 0)
            OR EXISTS (SELECT 1 FROM assertion_blocks WHERE key = j.value AND began < 0)
          ELSE EXISTS (SELECT 1 FROM assertion_blocks WHERE key = j.value AND began = 0) END AS mixed
        FROM json_each(?1) j)
      SELECT w.key, b.began, b.id
      FROM wanted w CROSS JOIN assertion_blocks b ON b.key = w.key AND b.began BETWEEN ?3 AND ?4 AND (b.began = 0) = ?5
      WHERE w.held <= ?2
      UNION ALL SELECT key, NULL, NULL FROM wanted WHERE held > ?2
      UNION ALL SELECT key, NULL, '' FROM wanted WHERE mixed`),
    ),
    before: db.prepare(`
      SELECT id, began FROM assertion_blocks WHERE key = ? AND (began, id) < (?, ?) AND began >= ? AND (began = 0) = ?
      ORDER BY began DESC, id DESC LIMIT ?`),
    after: db.prepare(`
      SELECT id, began FROM assertion_blocks WHERE key = ? AND (began, id) > (?, ?) AND began <= ? AND (began = 0) = ?
      ORDER BY began, id LIMIT ?`),
    // in two parts, since those without a date stand at 0 in the midst of the index
    head: db.prepare(`
      SELECT id, began FROM assertion_blocks WHERE ?2 AND key = ?1 AND began = 0 AND id <> ?3
      UNION ALL SELECT id, began FROM assertion_blocks WHERE NOT ?2 AND key = ?1 AND began < 0 AND id <> ?3
      UNION ALL SELECT id, began FROM assertion_blocks WHERE NOT ?2 AND key = ?1 AND began > 0 AND id <> ?3
      ORDER BY began, id LIMIT ?4`),
    distance: db.prepare(`
      SELECT count(*) AS places FROM (
        SELECT 1 FROM assertion_blocks
        WHERE key = ? AND (began, id) > (?, ?) AND (began, id) <= (?, ?) AND (began = 0) = ? LIMIT ?)`),
    rank: db.prepare(`
      SELECT count(*) AS places FROM (
        SELECT 1 FROM assertion_blocks WHERE ?4 AND key = ?1 AND began = 0 AND id < ?3
        UNION ALL SELECT 1 FROM assertion_blocks WHERE NOT ?4 AND key = ?1 AND began < 0 AND (began, id) < (?2, ?3)
        UNION ALL SELECT 1 FROM assertion_blocks WHERE NOT ?4 AND key = ?1 AND began > 0 AND (began, id) < (?2, ?3)
        LIMIT ?5)`),
    keep: db.prepare('INSERT OR REPLACE INTO relations VALUES (?, ?, ?, ?, ?, ?)'),
    drop: db.prepare('DELETE FROM relations WHERE one = ? AND two = ?'),
    relation: db.prepare('SELECT one, two, a, relation, score FROM relations WHERE one = ? AND two = ?'),
    relationsOf: db.prepare(`
      SELECT one, two, a, relation, score FROM relations WHERE one = ?
      UNION ALL SELECT one, two, a, relation, score FROM relations WHERE two = ?`),
    joined: db.prepare(`
      SELECT two AS id FROM relations WHERE one = ? AND joins UNION ALL SELECT one FROM relations WHERE two = ? AND joins`),
    among: db.prepare(`
      SELECT one, two, a, relation, score FROM json_each(?) JOIN relations ON one = value`),
  };
}
