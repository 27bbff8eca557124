import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { Assertion } from '../../src/claims/assertion.ts';
import { type DecidedPair, decidedPairs } from '../../src/claims/decided-pairs.ts';
import { memoryStars } from '../../src/claims/memory-stars.ts';
import { claimAround, renewStars, type StarStore } from '../../src/claims/stars.ts';

type Edge = readonly [a: number, b: number, score: number];
type Pair = readonly [number, number];

const SIZE = 14;
const name = (n: number): string => `s${String(n).padStart(2, '0')}`;
/** Some say more than others. */
const assertions = new Map(
  Array.from({ length: SIZE }, (_, n): [string, Assertion] => {
    const terms = Array.from({ length: 1 + (n % 4) }, () => ({}));
    return [name(n), { id: name(n), terms, about: n % 7 === 6 ? 'x' : null, stance: n % 5 === 4 ? -1 : 1 } as never];
  }),
);
const keyed = ([a, b]: Pair): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const named = (pairs: readonly Pair[]) => pairs.map(([a, b]) => [name(a), name(b)] as const);

/** A store whose edges change. */
function storeOf(edges: ReadonlyMap<string, Edge>, apart: readonly Pair[]): StarStore {
  const pairs = named(apart).map(([a, b]): DecidedPair => ({ a, b, relation: 'same', holds: false }));
  const store = memoryStars(
    assertions,
    [],
    decidedPairs(
      pairs,
      (id) => [id],
      () => 1,
    ),
  );
  return {
    ...store,
    edges: (id) =>
      new Map(
        [...edges.values()]
          .flatMap(([a, b, score]) => [[name(a), name(b), score] as const, [name(b), name(a), score] as const])
          .filter(([from]) => from === id)
          .map(([, to, score]) => [to, score]),
      ),
    twins: (id) => [...edges.values()].flatMap((edge) => twinIn(edge, id)),
  };
}

/** In these tests all that are as alike as can be say the same word for word. */
const twinIn = ([a, b, score]: Edge, id: string): string[] =>
  score < 1000 ? [] : name(a) === id ? [name(b)] : name(b) === id ? [name(a)] : [];

const claimsIn = (store: StarStore): string[] =>
  [...new Set([...assertions.keys()].map((id) => [...claimAround(store, id)].sort().join(' ')))].sort();

const someEdge = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.oneof(fc.integer({ min: 500, max: 999 }), fc.constant(1000)))
  .filter(([a, b]) => a !== b);
const someEdges = fc.uniqueArray(someEdge, { maxLength: 40, selector: ([a, b]) => keyed([a, b]) });
const someApart = fc.array(
  fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)).filter(([a, b]) => a !== b),
  { maxLength: 3 },
);

test('what comes bit by bit, and goes, makes the same claims as all at once', () => {
  fc.assert(
    fc.property(someEdges, someEdges, someApart, fc.integer({ min: 1, max: 5 }), (first, gone, apart, most) => {
      const edges = new Map<string, Edge>();
      const store = storeOf(edges, apart);
      const steps = [
        ...gone.map((edge) => () => edges.set(keyed([edge[0], edge[1]]), edge)),
        ...first.map((edge) => () => edges.set(keyed([edge[0], edge[1]]), edge)),
        ...gone
          .filter(([a, b]) => !first.some((edge) => keyed([edge[0], edge[1]]) === keyed([a, b])))
          .map(
            ([a, b]) =>
              () =>
                edges.delete(keyed([a, b])),
          ),
      ];
      const ends = [
        ...gone,
        ...first,
        ...gone.filter(([a, b]) => !first.some((e) => keyed([e[0], e[1]]) === keyed([a, b]))),
      ];
      for (let n = 0; n < steps.length; n += most) {
        for (const step of steps.slice(n, n + most)) step();
        renewStars(store, new Set(ends.slice(n, n + most).flatMap(([a, b]) => [name(a), name(b)])));
      }
      const whole = storeOf(edges, apart);
      renewStars(whole, assertions.keys());
      expect(claimsIn(store)).toEqual(claimsIn(whole));
    }),
    { numRuns: 2000 },
  );
});

test('whom people part, and join again, bit by bit between what comes and goes, is in the same claims as all at once', () => {
  const step = fc
    .record({
      does: fc.constantFrom('comes', 'comes', 'comes', 'goes', 'part', 'undo'),
      a: fc.nat(9),
      b: fc.nat(9),
      score: fc.constantFrom(1000, 1000, 700, 600),
    })
    .filter(({ a, b }) => a !== b);
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 45 }), (steps) => {
      const edges = new Map<string, Edge>();
      const apart: Pair[] = [];
      const nowApart = (id: string) => named(apart).flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
      const store = { ...storeOf(edges, []), isParted: true, apart: nowApart };
      for (const { does, a, b, score } of steps) {
        let touched: Pair = [a, b];
        if (does === 'comes') edges.set(keyed([a, b]), [a, b, score]);
        if (does === 'goes') edges.delete(keyed([a, b]));
        if (does === 'part' && !apart.some((pair) => keyed(pair) === keyed([a, b]))) apart.push([a, b]);
        if (does === 'undo') touched = apart.shift() ?? touched;
        renewStars(store, touched.map(name));
      }
      const whole = storeOf(edges, apart);
      renewStars(whole, assertions.keys());
      expect(claimsIn(store)).toEqual(claimsIn(whole));
    }),
    { numRuns: 2000 },
  );
});

it('tells whose claim may be another now', () => {
  fc.assert(
    fc.property(someEdges, someEdge, (before, [a, b, score]) => {
      const edges = new Map(before.map((edge) => [keyed([edge[0], edge[1]]), edge]));
      const store = storeOf(edges, []);
      renewStars(store, assertions.keys());
      const then = new Map([...assertions.keys()].map((id) => [id, [...claimAround(store, id)].sort().join(' ')]));
      edges.set(keyed([a, b]), [a, b, score]);
      const changed = renewStars(store, [name(a), name(b)]);
      const now = new Map([...assertions.keys()].map((id) => [id, [...claimAround(store, id)].sort().join(' ')]));
      // of every claim that is another, somebody who was or is in it is told
      for (const [id, claim] of then)
        if (claim !== now.get(id)) {
          const told = [...claim.split(' '), ...now.get(id)!.split(' ')];
          expect(told.some((one) => changed.has(one) || one === name(a) || one === name(b))).toBe(true);
        }
    }),
    { numRuns: 500 },
  );
});

it.each<[reason: string, edges: Edge[], apart: Pair[], claims: string[][]]>([
  [
    'all who are joined with the clearest are one claim',
    [
      [0, 3, 900],
      [3, 1, 900],
      [3, 2, 900],
    ],
    [],
    [[0, 1, 2, 3].map(name)],
  ],
  [
    'a chain of half-alike statements is not one claim: its ends are joined with nobody in the middle',
    [
      [3, 7, 900],
      [7, 11, 900],
      [11, 10, 900],
      [10, 2, 900],
      [2, 8, 900],
      [8, 12, 900],
    ],
    [],
    [],
  ],
  [
    'whom people hold apart from the centre goes elsewhere',
    [
      [3, 0, 900],
      [3, 1, 900],
      [3, 2, 900],
    ],
    [[3, 0]],
    [[1, 2, 3].map(name), [name(0)]],
  ],
  [
    'whom people part are parted, though both say the same word for word',
    [
      [3, 7, 1000],
      [3, 2, 900],
      [7, 1, 900],
    ],
    [[3, 7]],
    [[2, 3].map(name), [1, 7].map(name)],
  ],
  [
    'who says word for word what people hold apart goes along with it',
    [
      [3, 7, 1000],
      [3, 2, 1000],
      [3, 1, 1000],
      [7, 2, 1000],
      [2, 1, 1000],
      [7, 1, 1000],
      [0, 5, 1000],
      [0, 3, 700],
      [0, 7, 700],
      [0, 2, 700],
      [0, 1, 700],
      [5, 3, 700],
      [5, 7, 700],
      [5, 2, 700],
      [5, 1, 700],
    ],
    [[0, 3]],
    [[1, 2, 3, 7].map(name), [0, 5].map(name)],
  ],
])('%s', (_reason, given, apart, claims) => {
  const edges = new Map(given.map((edge) => [keyed([edge[0], edge[1]]), edge]));
  const store = storeOf(edges, apart);
  renewStars(store, assertions.keys());
  const found = claimsIn(store);
  for (const claim of claims) expect(found).toContain(claim.join(' '));
  const all = given.flatMap(([a, b]) => [name(a), name(b)]);
  if (claims.length === 0) expect(found).not.toContain([...new Set(all)].sort().join(' '));
});
