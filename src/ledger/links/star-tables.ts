import type { DatabaseSync } from 'node:sqlite';
import { type Decided, JOINS } from '../../claims/decided-pairs.ts';
import { recent } from '../../claims/recent.ts';
import type { Relation } from '../../claims/relation.ts';
import { type Star, type StarStore, twinsAmong } from '../../claims/stars.ts';
import type { AssertionTables } from './assertion-tables.ts';

/** Edges and stars kept at hand; those of one story come close to one another. */
const AT_HAND = 50_000;

/** The same as in memory, in tables of the ledger, as people decided by now. */
export interface StarTables {
  /** @param changed ids whose relations changed since it was asked last */
  now(changed: Iterable<string>, decided: Decided): StarStore;
}

export function starTables(db: DatabaseSync, assertions: AssertionTables): StarTables {
  const sql = statements(db);
  const edgesAtHand = recent<ReadonlyMap<string, number>>(AT_HAND);
  const starsAtHand = recent<Star | undefined>(AT_HAND);

  function edgesOf(id: string, decided: Decided): ReadonlyMap<string, number> {
    const rows = sql.edges.all(id, id) as unknown as EdgeRow[];
    if (!decided.has(id)) return new Map(rows.map(({ other, score }) => [other, Math.round(1000 * score)]));
    const told = rows.filter(({ first, other, relation }) =>
      decided.stands(first === id ? { a: id, b: other, relation } : { a: other, b: id, relation }),
    );
    const edges = new Map(told.map(({ other, score }) => [other, Math.round(1000 * score)]));
    for (const { a, b, relation, score } of decided.confirmed(id))
      if (JOINS.has(relation)) edges.set(a === id ? b : a, 1000 * score);
    return edges;
  }

  return {
    now(changed, decided) {
      for (const id of changed) edgesAtHand.forget(id);
      const keep = (id: string, star: Star | undefined) => {
        starsAtHand.forget(id);
        starsAtHand(id, () => star);
      };
      return {
        get: assertions.get,
        edges: (id) => edgesAtHand(id, () => edgesOf(id, decided)),
        twins: (id) =>
          assertions.has(id)
            ? twinsAmong(
                assertions.get(id),
                edgesAtHand(id, () => edgesOf(id, decided)),
                assertions.get,
              )
            : [],
        isParted: decided.isParted,
        apart: decided.apart,
        united: decided.united,
        star: (id) => starsAtHand(id, () => sql.star.get(id) as unknown as Star | undefined),
        put(id, star) {
          sql.put.run(id, star.rank, star.centre);
          keep(id, star);
        },
        remove(id) {
          sql.remove.run(id);
          keep(id, undefined);
        },
        members: (centre) => idsIn(sql.members.all(centre)),
        claim: (centre) => sql.claim.get(centre)?.claim as string | undefined,
        join(centre, claim) {
          if (claim === null) sql.leave.run(centre);
          else sql.join.run(centre, claim);
        },
        joined: (claim) => idsIn(sql.joined.all(claim)),
      };
    },
  };
}

interface EdgeRow extends Pick<Relation, 'relation' | 'score'> {
  readonly other: string;
  /** which of the two stands so to the other */
  readonly first: string;
}

const idsIn = (rows: readonly unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);

function statements(db: DatabaseSync) {
  return {
    edges: db.prepare(`
      SELECT two AS other, a AS first, relation, score FROM relations WHERE one = ? AND joins
      UNION ALL SELECT one, a, relation, score FROM relations WHERE two = ? AND joins`),
    star: db.prepare('SELECT rank, centre FROM stars WHERE assertion = ?'),
    put: db.prepare('INSERT OR REPLACE INTO stars VALUES (?, ?, ?)'),
    remove: db.prepare('DELETE FROM stars WHERE assertion = ?'),
    members: db.prepare('SELECT assertion AS id FROM stars WHERE centre = ? ORDER BY assertion'),
    claim: db.prepare('SELECT claim FROM star_claims WHERE centre = ?'),
    join: db.prepare('INSERT OR REPLACE INTO star_claims VALUES (?, ?)'),
    leave: db.prepare('DELETE FROM star_claims WHERE centre = ?'),
    joined: db.prepare('SELECT centre AS id FROM star_claims WHERE claim = ? ORDER BY centre'),
  };
}
