import type { Assertion } from './assertion.ts';
import type { Decided } from './decided-pairs.ts';
import type { Relation } from './relation.ts';
import { type Star, type StarStore, twinsAmong } from './stars.ts';

/** Stars of assertions in memory, by the relations that join them. */
export function memoryStars(
  known: ReadonlyMap<string, Assertion>,
  joined: readonly Relation[],
  { isParted, apart, united }: Pick<Decided, 'isParted' | 'apart' | 'united'>,
): StarStore & { ids(): Iterable<string> } {
  const edges = edgesOf(joined);
  const stars = new Map<string, Star>();
  const members = new Map<string, Set<string>>();
  const claims = new Map<string, string>();
  const joinedTo = new Map<string, Set<string>>();

  return {
    ids: () => edges.keys(),
    get: (id) => known.get(id)!,
    edges: (id) => edges.get(id) ?? NONE,
    twins: (id) =>
      known.has(id) ? twinsAmong(known.get(id)!, edges.get(id) ?? NONE, (other) => known.get(other)!) : [],
    isParted,
    apart,
    united,
    star: (id) => stars.get(id),
    put(id, star) {
      members.get(stars.get(id)?.centre ?? '')?.delete(id);
      stars.set(id, star);
      put(members, star.centre, id);
    },
    remove(id) {
      members.get(stars.get(id)?.centre ?? '')?.delete(id);
      stars.delete(id);
    },
    members: (centre) => [...(members.get(centre) ?? [])],
    claim: (centre) => claims.get(centre),
    join(centre, claim) {
      joinedTo.get(claims.get(centre) ?? '')?.delete(centre);
      claims.delete(centre);
      if (claim === null) return;
      claims.set(centre, claim);
      put(joinedTo, claim, centre);
    },
    joined: (claim) => [...(joinedTo.get(claim) ?? [])],
  };
}

const NONE: ReadonlyMap<string, number> = new Map();

function put(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  if (set) set.add(id);
  else sets.set(key, new Set([id]));
}

function edgesOf(joined: readonly Relation[]): Map<string, Map<string, number>> {
  const edges = new Map<string, Map<string, number>>();
  for (const { a, b, score } of joined) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = edges.get(one) ?? new Map<string, number>();
      own.set(other, Math.max(own.get(other) ?? 0, Math.round(1000 * score)));
      edges.set(one, own);
    }
  }
  return edges;
}
