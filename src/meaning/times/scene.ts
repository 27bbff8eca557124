import type { Parse, Word } from '../../language/parse.ts';
import type { Run } from '../../language/sentences.ts';
import type { Time } from '../meaning.ts';
import type { Day } from './calendar.ts';

/** Where times are looked for: one sentence, the day it was published, and the dates told before in the text. */
export interface Scene {
  readonly parse: Parse;
  readonly run: Run;
  /** its present tense tells of the past, or of a plan, and its verb is often taken for a noun: "Minister Visits Friday" */
  readonly isHeadline: boolean;
  readonly published: Day | null;
  /** value of the last date told in this sentence or the one before: what "the next day" is next to */
  readonly before: string | null;
}

/** A time that ends before the word `last`. */
export interface Found {
  readonly last: number;
  readonly type: Time['type'];
  readonly value: string | null;
}

/** Does a time begin with the word `at`? */
export type Matcher = (scene: Scene, at: number) => Found | null;

export const wordOf = ({ parse, run }: Scene, at: number): Word | null =>
  at >= run[0] && at < run[1] ? parse.words[at]! : null;

/** In small letters; empty beyond the sentence */
export const formOf = (scene: Scene, at: number): string => wordOf(scene, at)?.form ?? '';

export const date = (last: number, value: string | null): Found => ({ last, type: 'DATE', value });

export const isCapital = (word: Word | null): boolean => word !== null && /^\p{Lu}/u.test(word.text);

/** The words from `at` on are these. */
export const follows = (scene: Scene, at: number, words: readonly string[]): boolean =>
  words.every((word, k) => formOf(scene, at + k) === word);
