import type { Document } from '../text/document.ts';
import { mix } from './hash.ts';
import { type WordSequence, wordSequence } from './word-sequence.ts';

/** Telling words in a run. Two are shared by all who write on one matter, four are broken by most edits. */
const RUN = 3;
/** One run in so many is kept. More finds shorter excerpts, less keeps the index small. */
const SAMPLED = 3;
/** The most that are kept of one text: a book is sampled more thinly. */
const MOST = 2000;

/**
 * What is kept of a text to find its copies: runs of three telling words, as numbers, rising. Which runs are kept depends
 * on the number alone (Manber 1994, 0 mod p), so that a run that two texts share is kept of both or of neither. Winnowing
 * (Schleimer and others 2003) keeps the least of each window instead, and an edit nearby changes what that is.
 */
export const fingerprintsOf = (document: Document): number[] => fingerprintsIn(wordSequence(document));

export function fingerprintsIn(words: WordSequence): number[] {
  return [...new Set(keptRuns(words, 0, words.hashes.length))].sort((x, y) => x - y);
}

/** Those of the runs within words `[first, last)` that are kept. */
export function keptRuns({ hashes }: WordSequence, first: number, last: number): number[] {
  const limit = 2 ** 32 * Math.min(1 / SAMPLED, MOST / Math.max(1, hashes.length));
  const kept: number[] = [];
  for (let i = first; i + RUN <= last; i++) {
    const run = mix(mix(hashes[i]!, hashes[i + 1]!), hashes[i + 2]!);
    if (run < limit) kept.push(run);
  }
  return kept;
}
