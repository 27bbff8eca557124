import type { WordFeatures } from './features.ts';
import { mix, templates } from './templates.ts';
import { addRows, best, type Weights } from './weights.ts';

/** Penn Treebank tags, in the order of the tagger's classes. */
export const TAGS = (
  "NN IN NNP DT JJ NNS , . VBD RB PRP VB CC VBZ TO VBG VBN VBP CD '' PRP$ `` MD POS : WP WDT WRB NNPS RP JJR JJS RBR -RRB- " +
  '-LRB- EX $ RBS PDT UH WP$ FW LS SYM #'
).split(' ');

/** Before the first word. */
const NONE = 63;

/** w word, s3 s2 its last letters, p its first, f its shape, t tag; -1 the word before, +1 the word after */
const ATOMS = '0 bias w s3 s2 p f t-1 t-2 w-1 s3-1 w-2 w+1 s3+1 w+2 f+1'.split(' ');

/** After Collins (2002) and Honnibal (2013). */
const TEMPLATES = templates(
  ATOMS,
  `
  0 bias
  1 w
  2 s3
  3 s2
  4 p f
  5 f
  6 t-1
  7 t-1 t-2
  8 t-1 w
  9 w-1
  10 s3-1
  11 w-2
  12 w+1
  13 s3+1 f
  14 w+2
  15 f s2
  16 t-1 f f+1
  17 w w+1
  18 w-1 w
  19 t-1 w+1
  20 t-1 s3
  21 t-1 t-2 s2
  `,
);

const atoms = new Int32Array(ATOMS.length);

/** Features of token `i`, given the tags before it. @returns how many were written */
export function tagFeatures(
  { word, suffix3, suffix2, prefix, shape }: WordFeatures,
  tags: Uint8Array,
  i: number,
  out: Int32Array,
): number {
  const n = word.length;
  let a = 1;
  atoms[a++] = 7;
  atoms[a++] = word[i]!;
  atoms[a++] = suffix3[i]!;
  atoms[a++] = suffix2[i]!;
  atoms[a++] = prefix[i]!;
  atoms[a++] = i > 0 ? shape[i]! : shape[i]! | 64;
  atoms[a++] = i > 0 ? tags[i - 1]! : NONE;
  atoms[a++] = i > 1 ? tags[i - 2]! : NONE;
  atoms[a++] = i > 0 ? word[i - 1]! : 1;
  atoms[a++] = i > 0 ? suffix3[i - 1]! : 1;
  atoms[a++] = i > 1 ? word[i - 2]! : 1;
  atoms[a++] = i + 1 < n ? word[i + 1]! : 2;
  atoms[a++] = i + 1 < n ? suffix3[i + 1]! : 2;
  atoms[a++] = i + 2 < n ? word[i + 2]! : 2;
  atoms[a++] = i + 1 < n ? shape[i + 1]! : 128;
  return mix(TEMPLATES, atoms, out);
}

/** @returns a tag's number for each word of one sentence, greedily from left to right */
export function tag(weights: Weights, words: WordFeatures): Uint8Array {
  const tags = new Uint8Array(words.word.length);
  const features = new Int32Array(TEMPLATES.length);
  const scores = new Int32Array(weights.classes);
  for (let i = 0; i < tags.length; i++) {
    const count = tagFeatures(words, tags, i, features);
    scores.fill(0);
    addRows(weights, features, count, scores);
    tags[i] = best(scores, weights.classes);
  }
  return tags;
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
