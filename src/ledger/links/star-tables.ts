import type { DatabaseSync } from 'node:sqlite';
import { type DecidedPair, heldByPeople, joins, relationsAsDecided } from '../../claims/claims.ts';
import { partnersOf } from '../../claims/memory-stars.ts';
import { recent } from '../../claims/recent.ts';
import type { Star, StarStore } from '../../claims/stars.ts';
import type { AssertionTables } from './assertion-tables.ts';

/** Edges and stars kept at hand; those of one story come close to one another. */
const AT_HAND = 50_000;

/** The same as in memory, in tables of the ledger, as people decided by now. */
export interface StarTables {
  /** @param changed ids whose relations changed since it was asked last */
  now(changed: Iterable<string>, decided: readonly DecidedPair[]): StarStore;
}

export function starTables(db: DatabaseSync, assertions: AssertionTables): StarTables {
  const sql = statements(db);
  const edgesAtHand = recent<ReadonlyMap<string, number>>(AT_HAND);
  const starsAtHand = recent<Star | undefined>(AT_HAND);

  function edgesOf(id: string, decided: readonly DecidedPair[]): ReadonlyMap<string, number> {
    if (decided.length === 0) {
      const rows = sql.edges.all(id, id) as unknown as { id: string; score: number }[];
      return new Map(rows.map((row) => [row.id, Math.round(1000 * row.score)]));
    }
    if (!assertions.has(id)) return new Map();
    const own = decided.filter(({ a, b }) => (a === id || b === id) && assertions.has(a) && assertions.has(b));
    const found = assertions.relationsOf(id);
    const ends = new Set([id, ...[...found, ...own].flatMap(({ a, b }) => [a, b])]);
    const known = new Map([...ends].map((one) => [one, assertions.get(one)]));
    const told = [...own, ...decided.filter((pair) => !own.includes(pair) && isBeside(pair, known))];
    const edges = new Map<string, number>();
    for (const relation of relationsAsDecided(found, told, known)) {
      const other = relation.a === id ? relation.b : relation.a;
      if (relation.a !== id && relation.b !== id) continue;
      if (!joins(relation, assertions.get(relation.a), assertions.get(relation.b))) continue;
      edges.set(other, Math.max(edges.get(other) ?? 0, Math.round(1000 * relation.score)));
    }
    return edges;
  }

  return {
    now(changed, decided) {
      for (const id of changed) edgesAtHand.forget(id);
      const { apart, united } = heldByPeople(decided);
      const [far, near] = [partnersOf(apart), partnersOf(united)];
      const keep = (id: string, star: Star | undefined) => {
        starsAtHand.forget(id);
        starsAtHand(id, () => star);
      };
      return {
        get: assertions.get,
        edges: (id) => edgesAtHand(id, () => edgesOf(id, decided)),
        apart: (id) => far.get(id) ?? NOBODY,
        united: (id) => (near.get(id) ?? NOBODY).filter(assertions.has),
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

const NOBODY: readonly string[] = [];

/** A decision on statements of which more than the first thing they say may stand here. */
const isBeside = ({ a, b }: DecidedPair, known: ReadonlyMap<string, { readonly statement: string }>): boolean => {
  const statements = new Set([...known.values()].map(({ statement }) => statement));
  return statements.has(a) && statements.has(b);
};

const idsIn = (rows: readonly unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);

function statements(db: DatabaseSync) {
  return {
    edges: db.prepare(`
      SELECT two AS id, score FROM relations WHERE one = ? AND joins
      UNION ALL SELECT one, score FROM relations WHERE two = ? AND joins`),
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
