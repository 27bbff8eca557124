import type { Reading } from '../read.ts';
import { type Assertion, assertionsOf } from './assertion.ts';
import { type Around, type AssertionStore, isDated, memoryStore, type Placed } from './assertion-store.ts';
import { hashOf } from './hash.ts';
import { MOST_APART, mayBeOne } from './one-event.ts';
import { beganAt } from './published-at.ts';
import { relate } from './relate.ts';
import type { Relation } from './relation.ts';
import { roughly } from './stem.ts';
import { usualWeights, type Weights } from './weights.ts';

/** So many of a statement's weightiest keys are paired: more finds more rewordings, at a square of the cost. */
const MOST_KEYS = 7;
/** What is said is paired with so many of the names that the whole report speaks of most, since rewordings leave them out: more finds few. */
const MOST_TOPICS = 2;
/** Only neighbours in time are compared where many share a pair of keys (sorted neighbourhood: Hernández and Stolfo 1995). */
const NEIGHBOURS = 24;

/**
 * Pairs of its weightiest keys and of what is said, the rarer first: statements are only compared where they share one.
 */
export function blockKeys(assertion: Assertion, weights: Weights = usualWeights): string[] {
  const { terms, figures, head, stance, topic } = assertion;
  const weighed = new Map(
    terms.map(({ key, role }) => [
      roughly(key),
      key === head ? Number.MAX_VALUE : weights(key) * (role === 'aside' ? 0.4 : 1),
    ]),
  );
  const keys = [...weighed]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_KEYS)
    .map(([key]) => key);
  for (const { min, max } of figures.slice(0, 2)) if ((min ?? max ?? 0) > 2) keys.push(`#${min ?? max}`);
  // by the weight that a key has in any statement, so that a pair is the same pair in each
  const byWeight = (a: string, b: string): number => weights(b) - weights(a) || (a < b ? -1 : 1);
  keys.sort(byWeight);
  const pairs: string[] = [];
  for (let i = 0; i < keys.length; i++) for (let j = i + 1; j < keys.length; j++) pairs.push(`${keys[i]} ${keys[j]}`);
  // two figures of one story are mostly figures of two things; "how badly he was hurt" is not said again by who says that he was
  if (head !== null && stance !== 0 && figures.length === 0)
    for (const name of topic.filter((key) => key.startsWith('~')).slice(0, MOST_TOPICS)) {
      const pair = [roughly(head), name].sort(byWeight).join(' ');
      if (!pairs.includes(pair)) pairs.push(pair);
    }
  return pairs;
}

/**
 * A pair of keys as 47 bits: two of a billion pairs share one now and then, and are compared for nothing. Those with the same
 * rare key stand side by side, and so do those of one story.
 */
function numberOf(pair: string): number {
  const [rare, other] = pair.split(' ');
  return (hashOf(rare!) >>> 9) * 0x1000000 + (hashOf(other!) >>> 8);
}

export interface ClaimIndex {
  /** Adds what a reading says; gives how it stands to all that was added before, and to itself. */
  add(reading: Reading): Relation[];
  addAssertion(assertion: Assertion): Relation[];
  /** Takes out what a document says: it is read anew, or a person corrected it. */
  remove(document: string): void;
}

/**
 * Statements by what they share. Cost grows with the number of statements, not of pairs: each is set beside those that
 * share two weighty keys with it, and of these the nearest in time within `MOST_APART`, so that an archive of years costs no
 * more than its months. Whatever order they come in, the store holds the same relations: those whom later arrivals part
 * are dropped.
 */
export function claimIndex(store: AssertionStore, weights: Weights = usualWeights): ClaimIndex {
  const keysOf = (assertion: Assertion): number[] => [...new Set(blockKeys(assertion, weights).map(numberOf))];

  function addAssertion(assertion: Assertion): Relation[] {
    if (store.has(assertion.id)) return [];
    const keys = keysOf(assertion);
    const beside = besideIn(assertion, keys);
    store.add(assertion, [...keys, ...farKeys(assertion, keys)]);
    const ids = new Set(beside.flatMap(({ near }) => near));
    const found = [...ids].flatMap((id) => related(assertion, store.get(id)) ?? []);
    for (const relation of found) store.keep(relation);
    for (const [a, b] of beside.flatMap(({ parted }) => parted)) part(a, b);
    return found.sort(byIds);
  }

  function remove(document: string): void {
    for (const assertion of store.in(document).map(store.get)) {
      const keys = keysOf(assertion);
      const beside = besideIn(assertion, keys);
      for (const relation of store.relationsOf(assertion.id)) store.drop(relation);
      store.remove(assertion, [...keys, ...farKeys(assertion, keys)]);
      for (const [a, b] of beside.flatMap(({ parted }) => parted)) {
        const relation = related(store.get(a), store.get(b));
        if (relation) store.keep(relation);
      }
    }
  }

  const besideIn = (assertion: Assertion, keys: readonly number[]): Beside[] =>
    [
      ...store.around(assertion, keys, NEIGHBOURS, MOST_APART),
      ...store.around(assertion, farKeys(assertion, keys), NEIGHBOURS, Number.MAX_SAFE_INTEGER),
    ].map((around) => besideOf(assertion, around));

  const related = (one: Assertion, two: Assertion): Relation | null =>
    mayBeOne(one, beganAt(two.published)) && mayBeOne(two, beganAt(one.published)) ? relate(one, two, weights) : null;

  function part(a: string, b: string): void {
    const relation = store.relation(a, b);
    if (relation && !areNeighbours(store.get(a), store.get(b))) store.drop(relation);
  }

  function areNeighbours(one: Assertion, two: Assertion): boolean {
    const own = new Set(keysOf(one));
    const keys = keysOf(two).filter((key) => own.has(key));
    const isFirst = (key: number, assertion: Assertion): boolean => store.rank(key, assertion, NEIGHBOURS) < NEIGHBOURS;
    if (isDated(one) !== isDated(two)) return keys.some((key) => isFirst(key, one) && isFirst(key, two));
    const isNear = (key: number): boolean => store.distance(key, one, two, NEIGHBOURS + 1) <= NEIGHBOURS;
    const apart = Math.abs(beganAt(one.published) - beganAt(two.published));
    if (apart <= MOST_APART && keys.some(isNear)) return true;
    const far = new Set(farKeys(one, keys));
    return farKeys(two, keys).some((key) => far.has(key) && isNear(key));
  }

  return { add: (reading) => assertionsOf(reading).flatMap(addAssertion), addAssertion, remove };
}

/**
 * Blocks of those that tell of a day and may be of one event with what came out long before or after; others stand in one
 * block with them only where they came out within `MOST_APART`.
 */
const farKeys = (assertion: Assertion, keys: readonly number[]): number[] =>
  isDated(assertion) && assertion.days.length > 0 ? keys.map((key) => -key - 1) : [];

/** Whom one is set beside in a block, and which two stand beside one another no more for it. */
interface Beside {
  readonly near: readonly string[];
  readonly parted: readonly (readonly [string, string])[];
}

/** What has no date is set beside the first that have one, by both: as many of either as neighbours in time. */
function besideOf(assertion: Assertion, around: Around): Beside {
  const { before, after, heads } = around;
  const near = [...before, ...after].map(({ id }) => id);
  const parted = atTheEdge(around);
  if (!heads || heads.alike.filter((other) => isBefore(other, assertion)).length >= NEIGHBOURS) return { near, parted };
  const others = heads.others.map(({ id }) => id);
  const last = heads.alike[NEIGHBOURS - 1];
  return {
    near: [...near, ...others],
    parted: [...parted, ...(last ? others.map((other) => [last.id, other] as const) : [])],
  };
}

function isBefore({ id, began }: Placed, assertion: Assertion): boolean {
  const at = beganAt(assertion.published);
  return began < at || (began === at && id < assertion.id);
}

/** Those who are just neighbours without somebody in between, and with him no more. */
function atTheEdge({ before, after }: Around): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i < before.length; i++) {
    const other = after[NEIGHBOURS - 1 - i];
    if (other !== undefined) pairs.push([before[i]!.id, other.id]);
  }
  return pairs;
}

const byIds = (x: Relation, y: Relation): number => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1);

/** An index in memory, and all that it found, in a fixed order. */
export interface MemoryIndex extends ClaimIndex {
  assertions(): Assertion[];
  relations(): Relation[];
}

export function memoryIndex(weights: Weights = usualWeights): MemoryIndex {
  const store = memoryStore();
  return {
    ...claimIndex(store, weights),
    assertions: () => [...store.assertions()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    relations: () => [...store.relations()].sort(byIds),
  };
}
