import type { Reading } from '../read.ts';
import { firstIndex } from '../text/first-index.ts';
import { type Assertion, assertionsOf } from './assertion.ts';
import { inOrder, relate } from './relate.ts';
import type { Relation } from './relation.ts';
import { roughly } from './stem.ts';
import { usualWeights, type Weights } from './weights.ts';

/** So many of a statement's weightiest keys are paired: more finds more rewordings, at a square of the cost. */
const MOST_KEYS = 7;
/** Only neighbours in time are compared where many share a pair of keys (sorted neighbourhood: Hernández and Stolfo 1995). */
const NEIGHBOURS = 24;

/** Pairs of its weightiest keys and of what is said: statements are only compared where they share one. */
export function blockKeys({ terms, figures, head }: Assertion, weights: Weights = usualWeights): string[] {
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
  const pairs: string[] = [];
  keys.sort();
  for (let i = 0; i < keys.length; i++) for (let j = i + 1; j < keys.length; j++) pairs.push(`${keys[i]} ${keys[j]}`);
  return pairs;
}

/**
 * Statements by what they share. Cost grows with the number of statements, not of pairs: each is set beside those that
 * share two weighty keys with it, and of these the nearest in time. Whatever order they come in, `relations` are the same.
 */
export class ClaimIndex {
  readonly #weights: Weights;
  readonly #blocks = new Map<string, Assertion[]>();
  readonly #assertions = new Map<string, Assertion>();
  readonly #found = new Map<string, Relation>();

  constructor(weights: Weights = usualWeights) {
    this.#weights = weights;
  }

  /** Adds what a reading says; gives how it stands to all that was added before, and to itself. */
  add(reading: Reading): Relation[] {
    return assertionsOf(reading).flatMap((assertion) => this.addAssertion(assertion));
  }

  addAssertion(assertion: Assertion): Relation[] {
    if (this.#assertions.has(assertion.id)) return [];
    this.#assertions.set(assertion.id, assertion);
    const near = new Map<string, Assertion>();
    for (const key of blockKeys(assertion, this.#weights)) {
      for (const other of this.#insert(key, assertion)) near.set(other.id, other);
    }
    const found = [...near.values()].flatMap((other) => relate(assertion, other, this.#weights) ?? []);
    for (const relation of found) this.#found.set(pairKey(relation), relation);
    return found.sort(byIds);
  }

  /** Puts it in its place by time; gives its neighbours. */
  #insert(key: string, assertion: Assertion): Assertion[] {
    const block = this.#blocks.get(key);
    if (!block) {
      this.#blocks.set(key, [assertion]);
      return [];
    }
    const at = placeOf(block, assertion);
    const near = block.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS);
    block.splice(at, 0, assertion);
    return near;
  }

  /** All relations of neighbours, in a fixed order. Those whom later arrivals have parted are left out. */
  relations(): Relation[] {
    return [...this.#found.values()].filter((relation) => this.#areNeighbours(relation)).sort(byIds);
  }

  assertions(): Assertion[] {
    return [...this.#assertions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #areNeighbours({ a, b }: Relation): boolean {
    const [one, two] = [this.#assertions.get(a)!, this.#assertions.get(b)!];
    const keys = new Set(blockKeys(two, this.#weights));
    return blockKeys(one, this.#weights).some((key) => {
      if (!keys.has(key)) return false;
      const block = this.#blocks.get(key)!;
      return block.length <= NEIGHBOURS || Math.abs(placeOf(block, one) - placeOf(block, two)) <= NEIGHBOURS;
    });
  }
}

const pairKey = ({ a, b }: Relation): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const byIds = (x: Relation, y: Relation): number => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1);

/** Where it stands, or would stand, in a block in order of time. */
const placeOf = (block: readonly Assertion[], assertion: Assertion): number =>
  firstIndex(block.length, (i) => block[i]!.id !== assertion.id && inOrder(assertion, block[i]!)[0] === assertion);
