import { best, mix, score, type Weights, type WordFeatures } from './features.ts';

/** Penn Treebank tags, in the order of the tagger's classes. */
export const TAGS = (
  "NN IN NNP DT JJ NNS , . VBD RB PRP VB CC VBZ TO VBG VBN VBP CD '' PRP$ `` MD POS : WP WDT WRB NNPS RP JJR JJS RBR -RRB- " +
  '-LRB- EX $ RBS PDT UH WP$ FW LS SYM #'
).split(' ');

const NONE = 63;
const TEMPLATES = 24;

/** Features of token `i`, given the tags before it (Collins 2002; Honnibal 2013). @returns how many were written */
export function tagFeatures(
  { word, suffix3, suffix2, prefix, shape }: WordFeatures,
  tags: Uint8Array,
  i: number,
  out: Int32Array,
): number {
  const last = word.length - 1;
  const w = (k: number) => (k < 0 ? 1 : k > last ? 2 : word[k]!);
  const s = (k: number) => (k < 0 ? 1 : k > last ? 2 : suffix3[k]!);
  const t1 = i > 0 ? tags[i - 1]! : NONE;
  const t2 = i > 1 ? tags[i - 2]! : NONE;
  const first = i === 0 ? 64 : 0;
  const form = shape[i]! | first;
  let f = 0;
  out[f++] = mix(0, 7);
  out[f++] = mix(1, word[i]!);
  out[f++] = mix(2, suffix3[i]!);
  out[f++] = mix(3, suffix2[i]!);
  out[f++] = mix(4, prefix[i]!, form);
  out[f++] = mix(5, form);
  out[f++] = mix(6, t1);
  out[f++] = mix(7, t1, t2);
  out[f++] = mix(8, t1, word[i]!);
  out[f++] = mix(9, w(i - 1));
  out[f++] = mix(10, s(i - 1));
  out[f++] = mix(11, w(i - 2));
  out[f++] = mix(12, w(i + 1));
  out[f++] = mix(13, s(i + 1), form);
  out[f++] = mix(14, w(i + 2));
  out[f++] = mix(15, form, suffix2[i]!);
  out[f++] = mix(16, t1, form, i < last ? shape[i + 1]! : 128);
  out[f++] = mix(17, word[i]!, w(i + 1));
  out[f++] = mix(18, w(i - 1), word[i]!);
  out[f++] = mix(19, t1, w(i + 1));
  out[f++] = mix(20, t1, suffix3[i]!);
  out[f++] = mix(21, t1, t2, suffix2[i]!);
  return f;
}

/** @returns a tag's number for each word of one sentence, greedily from left to right */
export function tag(weights: Weights, words: WordFeatures): Uint8Array {
  const tags = new Uint8Array(words.word.length);
  const features = new Int32Array(TEMPLATES);
  const scores = new Float64Array(weights.classes);
  for (let i = 0; i < tags.length; i++) {
    const count = tagFeatures(words, tags, i, features);
    score(weights, features, count, scores);
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
