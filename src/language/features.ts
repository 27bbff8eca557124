/**
 * Hashed features of the tagger and the parser: every feature is a number made of its template and its values, and
 * indexes a row of weights, one weight a class ("hash kernels": Shi et al. 2009). No dictionary, no strings.
 */

/** FNV-1a over UTF-16 code units. */
export function hashOf(word: string, from = 0, to = word.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h;
}

/** Mixes a template's number with up to three values. */
export function mix(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return h ^ (h >>> 15);
}

/** What a class of models shares: `rows` (a power of two) × `classes` weights. */
export interface Weights {
  readonly classes: number;
  readonly rows: number;
  readonly values: Int16Array | Float32Array;
}

/**
 * Weights are kept as bytes on a square-root scale and widened when they are loaded: plain bytes lose the small ones
 * (0.6 points of attachment), clipped ones lose the large (6 points).
 */
export function expand(bytes: Int8Array): Int16Array {
  const wide = Int16Array.from({ length: 256 }, (_, i) => {
    const share = (i - 128) / 127;
    return Math.round(Math.sign(share) * share * share * 16129);
  });
  const values = new Int16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) values[i] = wide[bytes[i]! + 128]!;
  return values;
}

/** Adds the rows of the first `count` features up into `scores`. */
export function score(weights: Weights, features: Int32Array, count: number, scores: Float64Array): void {
  const { classes, values } = weights;
  const mask = weights.rows - 1;
  scores.fill(0, 0, classes);
  for (let f = 0; f < count; f++) {
    const row = (features[f]! & mask) * classes;
    for (let c = 0; c < classes; c++) scores[c]! += values[row + c]!;
  }
}

export function best(scores: Float64Array, classes: number): number {
  let top = 0;
  for (let c = 1; c < classes; c++) if (scores[c]! > scores[top]!) top = c;
  return top;
}

/** The numbers that stand for a word: itself in lower case, its endings, its shape. */
export interface WordFeatures {
  readonly word: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly prefix: Int32Array;
  readonly shape: Int32Array;
}

export function wordFeatures(words: readonly string[]): WordFeatures {
  const n = words.length;
  const made = {
    word: new Int32Array(n),
    suffix3: new Int32Array(n),
    suffix2: new Int32Array(n),
    prefix: new Int32Array(n),
    shape: new Int32Array(n),
  };
  words.forEach((word, i) => {
    const form = normal(word);
    made.word[i] = hashOf(form);
    made.suffix3[i] = hashOf(form, Math.max(0, form.length - 3));
    made.suffix2[i] = hashOf(form, Math.max(0, form.length - 2));
    made.prefix[i] = hashOf(form, 0, 2);
    made.shape[i] = shapeOf(word);
  });
  return made;
}

/** ’ is ', “ is ", digits are 0: marks and numbers that differ in looks only are one word. */
function normal(word: string): string {
  if (/^[\x21-\x7e]+$/.test(word) && !/\d/.test(word)) return word === '``' || word === "''" ? '"' : word.toLowerCase();
  if (/^[“”„‟«»]$/.test(word)) return '"';
  return word
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\d+/g, (digits) => '0'.repeat(Math.min(digits.length, 4)));
}

const UPPER = 1;
const ALL_UPPER = 2;
const DIGIT = 4;
const HYPHEN = 8;
const STOP = 16;
const MARK = 32;

function shapeOf(word: string): number {
  let shape = 0;
  if (/^\p{Lu}/u.test(word)) shape |= UPPER;
  if (word.length > 1 && /^[\p{Lu}\d.&-]+$/u.test(word)) shape |= ALL_UPPER;
  if (/\d/.test(word)) shape |= DIGIT;
  if (word.length > 1 && /[-‐‑–]/.test(word)) shape |= HYPHEN;
  if (word.length > 1 && word.endsWith('.')) shape |= STOP;
  if (!/[\p{L}\p{N}]/u.test(word)) shape |= MARK;
  return shape;
}
