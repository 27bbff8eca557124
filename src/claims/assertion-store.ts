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
  /** those that stand around it in each of these blocks, or would; `most` at most on either side, and as far apart as `apart` */
  around(assertion: Assertion, keys: readonly number[], most: number, apart: number): readonly Around[];
  /** places from one to the other in a block that holds both, both with a date or both without, up to `most` */
  distance(key: number, a: Assertion, b: Assertion, most: number): number;
  /** how many of a block stand before it that have a date as it has, or have none as it has none, up to `most` */
  rank(key: number, assertion: Assertion, most: number): number;
  /** ids of a document's assertions */
  in(document: string): readonly string[];
  keep(relation: Relation): void;
  drop(relation: Relation): void;
  relation(a: string, b: string): Relation | undefined;
  /** all that an assertion stands in */
  relationsOf(id: string): readonly Relation[];
}

/** Those that stand around a place in a block, the nearest first: with a date all of them, or without one all. */
export interface Around {
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
  /** in order of time and id; null where a block holds only statements with a date, or only such without */
  readonly heads: Heads | null;
}

/** The first of those with a date and of those without: `alike` are those as the one that is asked about, it left out. */
export interface Heads {
  readonly alike: readonly Placed[];
  readonly others: readonly Placed[];
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
    around: (assertion, keys, most, apart) =>
      keys.map((key) => {
        const all = block(key).filter(({ id }) => id !== assertion.id);
        const isAlike = (other: Assertion): boolean => isDated(other) === isDated(assertion);
        const [alike, others] = [all.filter(isAlike), all.filter((other) => !isAlike(other))];
        const at = placeOf(alike, assertion);
        const isNear = ({ began }: Placed): boolean => Math.abs(began - beganAt(assertion.published)) <= apart;
        return {
          before: alike
            .slice(Math.max(0, at - most), at)
            .map(placed)
            .filter(isNear)
            .reverse(),
          after: alike
            .slice(at, at + most)
            .map(placed)
            .filter(isNear),
          heads:
            others.length > 0
              ? { alike: alike.slice(0, most).map(placed), others: others.slice(0, most).map(placed) }
              : null,
        };
      }),
    distance(key, a, b, most) {
      const alike = block(key).filter((other) => isDated(other) === isDated(a));
      return Math.min(most, Math.abs(placeOf(alike, a) - placeOf(alike, b)));
    },
    rank: (key, assertion, most) =>
      Math.min(
        most,
        placeOf(
          block(key).filter((other) => isDated(other) === isDated(assertion)),
          assertion,
        ),
      ),
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

/** What has no date is placed as if it began at 0. */
export const isDated = ({ published }: Pick<Assertion, 'published'>): boolean => beganAt(published) !== 0;

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Where it stands, or would stand, in a block in order of time. */
const placeOf = (block: readonly Assertion[], assertion: Assertion): number =>
  firstIndex(block.length, (i) => block[i]!.id !== assertion.id && inOrder(assertion, block[i]!)[0] === assertion);
