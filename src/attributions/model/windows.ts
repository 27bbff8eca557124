import type { Parse, Sentence } from '../../language/parse.ts';
import { lastBefore, outermostOf } from '../snap.ts';
import type { WordPieces } from './word-pieces.ts';

/** The words of one paragraph that are read, as indexes of `parse.words`; sentences that the gate stopped are not. */
export interface Paragraph {
  readonly words: readonly number[];
  /** place of its first word among the words of the window */
  readonly at: number;
}

/** As much text as the encoder takes at once: whole paragraphs, as word pieces. */
export interface Window {
  readonly paragraphs: readonly Paragraph[];
  readonly ids: Int32Array;
  readonly case: Int32Array;
  readonly quoted: Int32Array;
  /** the place of each word's first piece */
  readonly first: Int32Array;
}

/** Word pieces of a window, without the two that frame it. */
const PIECES = 254;
/** A paragraph of more words is cut between sentences, as in training (training/reading/data.py). */
const LONGEST = 200;
const [CLS, SEP] = [101, 102];

interface Piece {
  readonly word: number;
  readonly ids: readonly number[];
}

/** @param keeps whether a sentence is read at all */
export function windowsOf(parse: Parse, pieces: WordPieces, keeps: (sentence: Sentence) => boolean): Window[] {
  const windows: Window[] = [];
  const isQuoted = quotedWords(parse);
  let packed: Piece[][] = [];
  let size = 0;
  const flush = () => {
    if (packed.length) windows.push(windowOf(parse, packed, isQuoted));
    packed = [];
    size = 0;
  };
  for (const paragraph of paragraphs(parse, pieces, keeps)) {
    if (size + length(paragraph) > PIECES) flush();
    packed.push(paragraph);
    size += length(paragraph);
  }
  flush();
  return windows;
}

const length = (paragraph: readonly Piece[]): number => paragraph.reduce((sum, { ids }) => sum + ids.length, 0);

/** The words of each paragraph; a long one is cut between sentences. */
function paragraphs(parse: Parse, pieces: WordPieces, keeps: (sentence: Sentence) => boolean): Piece[][] {
  const found: Piece[][] = [];
  let block = -1;
  for (const sentence of parse.sentences) {
    if (!keeps(sentence)) continue;
    const own = fitting(piecesOf(parse, pieces, sentence));
    const now = found.at(-1);
    const fits = now && now.length + own.length <= LONGEST && length(now) + length(own) <= PIECES;
    if (now && fits && sentence.block === block) now.push(...own);
    else found.push(own);
    block = sentence.block;
  }
  return found;
}

const piecesOf = (parse: Parse, pieces: WordPieces, { run: [first, last] }: Sentence): Piece[] =>
  Array.from({ length: last - first }, (_, i) => ({ word: first + i, ids: pieces(parse.words[first + i]!.text) }));

/** An endless sentence is read as far as a window goes. */
function fitting(sentence: Piece[]): Piece[] {
  let size = 0;
  const end = sentence.findIndex(({ ids }) => {
    size += ids.length;
    return size > PIECES;
  });
  return end < 0 ? sentence : sentence.slice(0, end);
}

function windowOf(parse: Parse, packed: readonly (readonly Piece[])[], isQuoted: (word: number) => boolean): Window {
  const all = packed.flat();
  const length = all.reduce((sum, { ids }) => sum + ids.length, 2);
  const window = {
    ids: new Int32Array(length),
    case: new Int32Array(length).fill(NO_LETTERS),
    quoted: new Int32Array(length),
    first: new Int32Array(all.length),
  };
  window.ids[0] = CLS;
  let place = 1;
  all.forEach(({ word, ids }, i) => {
    const end = place + ids.length;
    window.first[i] = place;
    window.ids.set(ids, place);
    window.case.fill(caseOf(parse.words[word]!.text), place, end);
    window.quoted.fill(isQuoted(word) ? 1 : 0, place, end);
    place = end;
  });
  window.ids[place] = SEP;
  let at = 0;
  const placed = packed.map((paragraph) => {
    const words = paragraph.map(({ word }) => word);
    at += words.length;
    return { words, at: at - words.length };
  });
  return { paragraphs: placed, ...window };
}

const [SMALL, TITLE, CAPITALS, MIXED, NO_LETTERS] = [0, 1, 2, 3, 4];

/** The vocabulary knows small letters only, so how a word is written is told beside it. */
function caseOf(word: string): number {
  if (!/\p{L}/u.test(word)) return NO_LETTERS;
  if (!/\p{Lu}/u.test(word)) return SMALL;
  if (/^\p{Lu}\P{Lu}*$/u.test(word)) return TITLE;
  return /^[\p{Lu}\P{L}]*$/u.test(word) ? CAPITALS : MIXED;
}

/** Does a word stand between quotation marks, or is it one? */
function quotedWords(parse: Parse): (word: number) => boolean {
  const outermost = outermostOf(parse);
  return (word) => {
    const { start, end } = parse.words[word]!;
    const found = outermost[lastBefore(outermost, start)];
    return found !== undefined && found.span[0] < end && start < found.span[1];
  };
}
