import { readFileSync } from 'node:fs';
import type { Span } from '../../src/text/span.ts';

/** Words of a passage: the nth time that they stand in it as whole words, from 1. */
export interface At {
  readonly mention: string;
  readonly nth: number;
}

export interface Passage {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  /** `is`: whoever speaks by the fullest name in the text, null where a reader cannot tell */
  readonly speakers: readonly (At & { readonly is: string | null })[];
  readonly kinds: readonly (At & { readonly kind: string })[];
  readonly persons: readonly {
    readonly name: string;
    readonly office: string | null;
    readonly affiliation: string | null;
  }[];
  readonly metonyms: readonly (At & { readonly means: 'government' | 'city' | 'country' })[];
  readonly chains: readonly {
    /** the content's first words */
    readonly content: string;
    readonly chain: readonly string[];
    readonly basis: readonly (string | null)[];
  }[];
  readonly places: readonly (At & {
    readonly name: string | null;
    readonly precision: string;
    readonly country: string;
  })[];
}

/** `tune` was looked at while Hearsay was made; `held` never was. */
export const passages = (part: 'tune' | 'held'): Passage[] =>
  readFileSync(new URL(`${part}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Passage);

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where the words stand; null where they do not, which is an error of the row. */
export function spanOf(text: string, { mention, nth }: At): Span | null {
  const all = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(mention)}(?![\\p{L}\\p{N}])`, 'gu'))];
  const found = all[nth - 1];
  return found ? [found.index, found.index + mention.length] : null;
}
