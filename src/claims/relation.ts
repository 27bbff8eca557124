import type { Span } from '../text/span.ts';

/** How two statements stand to each other. */
export const RELATIONS = [
  'same',
  'denies',
  'contradicts',
  'firmer',
  'weaker',
  'part of',
  'differs in figure',
  'differs in place',
  'differs in time',
  'differs in actor',
] as const;
export type RelationKind = (typeof RELATIONS)[number];

const DIRECTED: ReadonlySet<RelationKind> = new Set(['denies', 'firmer', 'weaker', 'part of']);

/** Two things in a relation, in one writing: "b same a" is "a same b", and "b weaker a" is "a firmer b". */
export function oneWriting<T extends { readonly a: string; readonly b: string; readonly relation: RelationKind }>(
  pair: T,
): T {
  const { a, b, relation } = pair;
  if (relation === 'weaker') return { ...pair, a: b, b: a, relation: 'firmer' };
  return DIRECTED.has(relation) || a < b ? pair : { ...pair, a: b, b: a };
}

/** What a relation rests on: the words of either side, each a slice of its own document. */
export interface Evidence {
  readonly kind: 'word' | 'name' | 'figure' | 'time' | 'place' | 'actor' | 'denial' | 'opposite' | 'hedge' | 'takes up';
  readonly a: Span | null;
  readonly b: Span | null;
  /** what they have in common, or what parts them */
  readonly words: string;
}

/** `a` is the same as, denies, is firmer than … `b`: ids of assertions. */
export interface Relation {
  readonly a: string;
  readonly b: string;
  readonly relation: RelationKind;
  /** 0…1: how much of what they say is shared */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** a person told it; else it is only suggested */
  readonly confirmed?: true;
}
