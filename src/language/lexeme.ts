/** What a word is by its letters alone: its form for looking up, and the numbers that stand for it in features. */
export interface Lexeme {
  /** small letters, straight apostrophes */
  readonly form: string;
  readonly word: number;
  readonly suffix3: number;
  readonly suffix2: number;
  readonly prefix: number;
  readonly shape: number;
  /** a number of its own, from 1 */
  readonly id: number;
}

/** Four times the words of a hundred reports; then all are forgotten. */
const MOST_KNOWN = 40_000;
/** In UTF-16 units: a longer piece of a text would keep all of it in memory. */
const LONGEST_KNOWN = 12;

const known = new Map<string, Lexeme>();

export function lexemeOf(word: string): Lexeme {
  if (word.length > LONGEST_KNOWN) return newLexeme(word);
  const before = known.get(word);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const lexeme = newLexeme(word);
  known.set(word, lexeme);
  return lexeme;
}

let made = 0;

function newLexeme(word: string): Lexeme {
  const seen = normal(word);
  return {
    form: word.toLowerCase().replace(/’/g, "'"),
    word: hashOf(seen),
    suffix3: hashOf(seen, Math.max(0, seen.length - 3)),
    suffix2: hashOf(seen, Math.max(0, seen.length - 2)),
    prefix: hashOf(seen, 0, 2),
    shape: shapeOf(word),
    id: ++made,
  };
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string, from = 0, to = word.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h | 0;
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
