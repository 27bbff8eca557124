import { oneWriting, type Relation, type RelationKind } from './relation.ts';

/** What a person told of two statements: that they stand so to one another, or that they do not. */
export interface DecidedPair {
  /** ids of statements */
  readonly a: string;
  readonly b: string;
  readonly relation: RelationKind;
  readonly holds: boolean;
}

/** What people told of statements, asked by what these assert. */
export interface Decided {
  /** did people tell anything of the statement that asserts it? */
  has(id: string): boolean;
  /** Relations that people told of an assertion. They have score 1. */
  confirmed(id: string): readonly Relation[];
  /** False of a relation that people told themselves, or rejected. */
  stands(relation: Pick<Relation, 'a' | 'b' | 'relation'>): boolean;
  /** did people ever hold any apart? */
  readonly isParted: boolean;
  /** those that people hold apart from it */
  apart(id: string): readonly string[];
  /** those that people joined with it */
  united(id: string): readonly string[];
}

/** What makes two assertions one claim. */
export const JOINS: ReadonlySet<RelationKind> = new Set(['same', 'firmer', 'weaker', 'differs in figure']);

/**
 * A decision is on statements, and a statement may assert several things: those of two that were parted are all held apart;
 * of two that were joined the first are. Where one of these denies, it is set against the other: it is one claim of both.
 *
 * @param pairs the earlier decision first: of two on one relation the later stands
 * @param of ids of what a statement asserts, as far as it is known
 * @param stanceOf below nought of what denies
 */
export function decidedPairs(
  pairs: readonly DecidedPair[],
  of: (statement: string) => readonly string[],
  stanceOf: (id: string) => number,
): Decided {
  const standing = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const byStatement = Map.groupBy(
    [...standing.values()].flatMap((pair) => [pair.a, pair.b].map((statement) => ({ statement, pair }))),
    ({ statement }) => statement,
  );
  const on = (id: string): DecidedPair[] => (byStatement.get(statementOf(id)) ?? []).map(({ pair }) => pair);
  const otherThan = (id: string, { a, b }: DecidedPair): string => (a === statementOf(id) ? b : a);

  function confirmed(id: string): Relation[] {
    return on(id).flatMap(({ a, b, relation, holds }): Relation[] => {
      const [first, second] = [of(a)[0], of(b)[0]];
      if (!holds || first === undefined || second === undefined || (first !== id && second !== id)) return [];
      const told = { score: 1, evidence: [], confirmed: true } as const;
      if (relation !== 'same' || stanceOf(first) * stanceOf(second) !== -1)
        return [{ a: first, b: second, relation, ...told }];
      const [no, yes] = stanceOf(first) < 0 ? [first, second] : [second, first];
      return [{ a: no, b: yes, relation: 'denies', ...told }];
    });
  }

  const isConfirmed = (told: Pick<Relation, 'a' | 'b' | 'relation'>): boolean =>
    confirmed(told.a).some(({ a, b, relation }) => a === told.a && b === told.b && relation === told.relation);

  return {
    has: (id) => byStatement.size > 0 && byStatement.has(statementOf(id)),
    confirmed,
    stands: ({ a, b, relation }) =>
      standing.size === 0 ||
      !(standing.has(keyOf({ a: statementOf(a), b: statementOf(b), relation })) || isConfirmed({ a, b, relation })),
    isParted: pairs.some(({ relation, holds }) => relation === 'same' && !holds),
    apart: (id) =>
      on(id)
        .filter(({ relation, holds }) => relation === 'same' && !holds)
        .flatMap((pair) => of(otherThan(id, pair))),
    united: (id) =>
      confirmed(id)
        .filter(({ relation }) => JOINS.has(relation))
        .map(({ a, b }) => (a === id ? b : a)),
  };
}

/** "3fa1.2", the second thing that it says → "3fa1" */
const statementOf = (assertion: string): string => assertion.split('.', 1)[0]!;

function keyOf(pair: Pick<Relation, 'a' | 'b' | 'relation'>): string {
  const { a, b, relation } = oneWriting(pair);
  return `${a} ${b} ${relation}`;
}
