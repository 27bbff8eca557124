/** FNV-1a over UTF-16 code units. */
export function hashOf(word: string, from = 0, to = word.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h;
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
