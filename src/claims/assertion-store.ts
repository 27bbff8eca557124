import { firstIndex } from '../text/first-index.ts';
import type { Assertion } from './assertion.ts';
import { beganAt } from './published-at.ts';
import { inOrder } from './relate.ts';
import type { Relation } from './relation.ts';

/** Where assertions are kept, by what they share and when they were told. In memory here; a ledger keeps the same in tables. */
export interface AssertionStore {
  has(id: string): boolean;
  /** one that it has */
  get(id: string): Assertion;
  add(assertion: Assertion, keys: readonly number[]): void;
  remove(assertion: Assertion, keys: readonly number[]): void;
  /** those that stand around it in each of these blocks, or would; `most` at most on either side */
  around(assertion: Assertion, keys: readonly number[], most: number): readonly Around[];
  /** places from one to the other in a block that holds both, up to `most` */
  distance(key: number, a: Assertion, b: Assertion, most: number): number;
  /** ids of a document's assertions */
  in(document: string): readonly string[];
  keep(relation: Relation): void;
  drop(relation: Relation): void;
  relation(a: string, b: string): Relation | undefined;
  /** all that an assertion stands in */
  relationsOf(id: string): readonly Relation[];
}

/** Those that stand around a place in a block, the nearest first. */
export interface Around {
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
}

/** An assertion as it stands in a block. */
export interface Placed {
  readonly id: string;
  /** as `beganAt` has it */
  readonly began: number;
}

export interface MemoryStore extends AssertionStore {
  assertions(): Iterable<Assertion>;
  relations(): Iterable<Relation>;
}

export function memoryStore(): MemoryStore {
  const assertions = new Map<string, Assertion>();
  const blocks = new Map<number, Assertion[]>();
  const found = new Map<string, Relation>();
  const byDocument = new Map<string, string[]>();
  const block = (key: number): Assertion[] => blocks.get(key) ?? [];

  return {
    has: (id) => assertions.has(id),
    get: (id) => assertions.get(id)!,
    add(assertion, keys) {
      const { id, document } = assertion;
      assertions.set(id, assertion);
      byDocument.set(document, [...(byDocument.get(document) ?? []), id]);
      for (const key of keys) {
        const held = blocks.get(key);
        if (held) held.splice(placeOf(held, assertion), 0, assertion);
        else blocks.set(key, [assertion]);
      }
    },
    remove(assertion, keys) {
      const { id, document } = assertion;
      assertions.delete(id);
      byDocument.set(
        document,
        byDocument.get(document)!.filter((other) => other !== id),
      );
      for (const key of keys) block(key).splice(placeOf(block(key), assertion), 1);
    },
    around: (assertion, keys, most) =>
      keys.map((key) => {
        const held = block(key);
        const at = placeOf(held, assertion);
        const next = held[at]?.id === assertion.id ? at + 1 : at;
        return {
          before: held
            .slice(Math.max(0, at - most), at)
            .map(placed)
            .reverse(),
          after: held.slice(next, next + most).map(placed),
        };
      }),
    distance: (key, a, b, most) => Math.min(most, Math.abs(placeOf(block(key), a) - placeOf(block(key), b))),
    in: (document) => byDocument.get(document) ?? [],
    keep: (relation) => found.set(pairKey(relation.a, relation.b), relation),
    drop: ({ a, b }) => found.delete(pairKey(a, b)),
    relation: (a, b) => found.get(pairKey(a, b)),
    relationsOf: (id) => [...found.values()].filter(({ a, b }) => a === id || b === id),
    assertions: () => assertions.values(),
    relations: () => found.values(),
  };
}

const placed = ({ id, published }: Assertion): Placed => ({ id, began: beganAt(published) });

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Where it stands, or would stand, in a block in order of time. */
const placeOf = (block: readonly Assertion[], assertion: Assertion): number =>
  firstIndex(block.length, (i) => block[i]!.id !== assertion.id && inOrder(assertion, block[i]!)[0] === assertion);
