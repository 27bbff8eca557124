import type { Lexeme } from './lexeme.ts';
import { mix, templates } from './templates.ts';
import { addRows, best, type Weights } from './weights.ts';

/** Penn Treebank tags, in the order of the tagger's classes. */
export const TAGS = (
  "NN IN NNP DT JJ NNS , . VBD RB PRP VB CC VBZ TO VBG VBN VBP CD '' PRP$ `` MD POS : WP WDT WRB NNPS RP JJR JJS RBR -RRB- " +
  '-LRB- EX $ RBS PDT UH WP$ FW LS SYM #'
).split(' ');

/** Before the first word. */
const NONE = 63;
/** In the shape of a sentence's first word. */
const FIRST = 64;

/** w word, s3 s2 its last letters, p its first, f its shape, t tag; -1 the word before, +1 the word after */
const ATOMS = '0 bias w s3 s2 p f t-1 t-2 w-1 s3-1 w-2 w+1 s3+1 w+2 f+1'.split(' ');

/* Templates after Collins (2002) and Honnibal (2013): of the word alone, of the word before it alone, and the rest. */
const OWN = templates(
  ATOMS,
  `
  0 bias
  1 w
  2 s3
  3 s2
  4 p f
  5 f
  15 f s2
  `,
);
const BEFORE = templates(
  ATOMS,
  `
  9 w-1
  10 s3-1
  `,
);
const AROUND = templates(
  ATOMS,
  `
  6 t-1
  7 t-1 t-2
  8 t-1 w
  11 w-2
  12 w+1
  13 s3+1 f
  14 w+2
  16 t-1 f f+1
  17 w w+1
  18 w-1 w
  19 t-1 w+1
  20 t-1 s3
  21 t-1 t-2 s2
  `,
);
const MOST_FEATURES = OWN.length + BEFORE.length + AROUND.length;

const atoms = new Int32Array(ATOMS.length);

function readAtoms(words: readonly Lexeme[], tags: Uint8Array, i: number): void {
  const { word, suffix3, suffix2, prefix, shape } = words[i]!;
  let a = 1;
  atoms[a++] = 7;
  atoms[a++] = word;
  atoms[a++] = suffix3;
  atoms[a++] = suffix2;
  atoms[a++] = prefix;
  atoms[a++] = i > 0 ? shape : shape | FIRST;
  atoms[a++] = i > 0 ? tags[i - 1]! : NONE;
  atoms[a++] = i > 1 ? tags[i - 2]! : NONE;
  atoms[a++] = i > 0 ? words[i - 1]!.word : 1;
  atoms[a++] = i > 0 ? words[i - 1]!.suffix3 : 1;
  atoms[a++] = i > 1 ? words[i - 2]!.word : 1;
  atoms[a++] = i + 1 < words.length ? words[i + 1]!.word : 2;
  atoms[a++] = i + 1 < words.length ? words[i + 1]!.suffix3 : 2;
  atoms[a++] = i + 2 < words.length ? words[i + 2]!.word : 2;
  atoms[a++] = i + 1 < words.length ? words[i + 1]!.shape : 128;
}

/** All features of word `i`, given the tags before it, to learn from. @returns how many were written */
export function tagFeatures(words: readonly Lexeme[], tags: Uint8Array, i: number, out: Int32Array): number {
  readAtoms(words, tags, i);
  return mix(AROUND, atoms, out, mix(BEFORE, atoms, out, mix(OWN, atoms, out)));
}

/** @returns a tag's number for each word of one sentence, greedily from left to right */
export function tag(weights: Weights, words: readonly Lexeme[]): Uint8Array {
  const tags = new Uint8Array(words.length);
  const scores = new Int32Array(weights.classes);
  for (let i = 0; i < tags.length; i++) {
    startScores(weights, words, tags, i, scores);
    addRows(weights, features, mix(AROUND, atoms, features), scores);
    tags[i] = best(scores, weights.classes);
  }
  return tags;
}

const features = new Int32Array(MOST_FEATURES);

/** What the word itself and the one before it come to; the first word is another word, since its capital tells nothing. */
function startScores(weights: Weights, words: readonly Lexeme[], tags: Uint8Array, i: number, out: Int32Array): void {
  if (i > 0) addAlone(weights, words[i]!, words[i - 1]!, out);
  readAtoms(words, tags, i);
  if (i === 0) addRows(weights, features, mix(BEFORE, atoms, features, mix(OWN, atoms, features)), out);
}

/** Scores of words alone, seven in eight of which were met before. A lexeme overwrites another at its place. */
interface Memo {
  readonly weights: Weights;
  /** ids of lexemes by place */
  readonly owners: Int32Array;
  /** for each place the scores of the word itself, not the first of its sentence, then of the word before another */
  readonly scores: Int32Array;
}

/** A power of two; three times the words of a hundred reports, in 12 MB. */
const PLACES = 1 << 15;
const NO_TAGS = new Uint8Array(2);
let memo: Memo | undefined;

function memoOf(weights: Weights): Memo {
  if (memo?.weights !== weights)
    memo = {
      weights,
      owners: new Int32Array(PLACES),
      scores: new Int32Array(PLACES * 2 * weights.classes),
    };
  return memo;
}

/** One after the other: both may have the same place. */
function addAlone(weights: Weights, word: Lexeme, before: Lexeme, out: Int32Array): void {
  const known = memoOf(weights);
  const own = placeOf(known, word);
  for (let c = 0; c < out.length; c++) out[c] = known.scores[own + c]!;
  const other = placeOf(known, before) + out.length;
  for (let c = 0; c < out.length; c++) out[c]! += known.scores[other + c]!;
}

/** Where in `scores` those of a lexeme begin. */
function placeOf({ weights, owners, scores }: Memo, lexeme: Lexeme): number {
  const place = lexeme.id & (PLACES - 1);
  const at = place * 2 * weights.classes;
  if (owners[place] === lexeme.id) return at;
  owners[place] = lexeme.id;
  const sums = scores.subarray(at, at + 2 * weights.classes).fill(0);
  readAtoms([lexeme, lexeme], NO_TAGS, 1);
  addRows(weights, features, mix(OWN, atoms, features), sums);
  addRows(weights, features, mix(BEFORE, atoms, features), sums.subarray(weights.classes));
  return at;
}

const NN = TAGS.indexOf('NN');
const JJ = TAGS.indexOf('JJ');
const BEFORE_NOUN = new Set(['DT', 'PRP$', 'JJ', 'VBN', 'NNP'].map((name) => TAGS.indexOf(name)));
const AFTER_NOUN = new Set(
  ['VBZ', 'VBD', 'VBP', 'MD', ',', '.', 'IN', 'TO', 'WP', 'WDT'].map((name) => TAGS.indexOf(name)),
);
/** Adjectives in the politics that the tagger learned on, people in other news. */
const PEOPLE = /^(?:general|official|executive|private|criminal|regular|veteran|representative)$/i;

/** "the injured general was": what stands where only a noun can is one. */
export function nominal(words: readonly string[], tags: Uint8Array): Uint8Array {
  words.forEach((word, i) => {
    if (tags[i] !== JJ || !PEOPLE.test(word) || i === 0) return;
    const ends = i === words.length - 1 || AFTER_NOUN.has(tags[i + 1]!);
    if (ends && BEFORE_NOUN.has(tags[i - 1]!)) tags[i] = NN;
  });
  return tags;
}
