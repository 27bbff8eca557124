import type { Parse, Sentence, Word } from '../language/parse.ts';
import { firstIndex } from '../text/first-index.ts';
import type { Span } from '../text/span.ts';

/** Small questions about the tree of a sentence. Words are named by their index in `parse.words`. */

export const isVerb = (word: Word): boolean => word.tag.startsWith('VB');
export const isNoun = (word: Word): boolean => /^(?:NN|PRP$|CD|EX)/.test(word.tag);
export const isMark = (word: Word): boolean => !/[\p{L}\p{N}$£€%]/u.test(word.text);

export function dependentsOf(parse: Parse, at: number, ...labels: string[]): number[] {
  return (parse.dependents[at] ?? []).filter((d) => labels.includes(parse.words[d]!.label));
}

export function dependentOf(parse: Parse, at: number, ...labels: string[]): number | undefined {
  return (parse.dependents[at] ?? []).find((d) => labels.includes(parse.words[d]!.label));
}

/** The run `[first, last)` of words that `at` governs, itself with them, but for the branches in `without`. */
export function yieldOf(parse: Parse, at: number, without: (child: number) => boolean = () => false): [number, number] {
  let first = at;
  let last = at;
  const todo = [at];
  while (todo.length) {
    const word = todo.pop()!;
    first = Math.min(first, word);
    last = Math.max(last, word);
    for (const child of parse.dependents[word]!) if (!without(child)) todo.push(child);
  }
  return [first, last + 1];
}

export const isUnder = (parse: Parse, at: number, top: number): boolean => {
  for (let word = at; word >= 0; word = parse.words[word]!.head) if (word === top) return true;
  return false;
};

/** The characters from the first word of a run to its last, without commas, dashes and full stops at either end. */
export function spanOf(parse: Parse, [first, last]: readonly [number, number]): Span | null {
  let from = first;
  let to = last;
  while (from < to && isEdge(parse.words[from]!)) from++;
  while (to > from && isEdge(parse.words[to - 1]!)) to--;
  return from < to ? [parse.words[from]!.start, parse.words[to - 1]!.end] : null;
}

const isEdge = (word: Word): boolean => /^(?:[.,;:–—()[\]]|-+|\.{3,}|…)$/.test(word.text);

export function sentenceOf(parse: Parse, at: number): Sentence {
  const after = firstIndex(parse.sentences.length, (i) => parse.sentences[i]!.run[0] <= at);
  return parse.sentences[Math.max(0, after - 1)]!;
}

/** The first word that begins at or after `start`. */
export function firstWordAt(parse: Parse, start: number): number {
  return firstIndex(parse.words.length, (i) => parse.words[i]!.start < start);
}

/** As the word lists have it: small letters, straight apostrophes. */
export const lower = (word: Word): string => word.form;
