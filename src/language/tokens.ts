import type { Block } from '../text/document.ts';

/** A word or mark as the Penn Treebank cuts them: "don’t" is "do" + "n’t", "Kim’s" is "Kim" + "’s", "U.S." is one. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// Titles and months that keep their full stop. "U.S." and "J." are found by shape.
const ABBREVIATED =
  'Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Hon|Gov|Sen|Sens|Rep|Reps|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|Pvt|Adm|Brig|Supt|Det|Insp|Pres|' +
  'St|Mt|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Bros|Jr|Sr|Ph\\.D|M\\.D|Ave|Blvd|Rd|vs|' +
  'etc|approx|est|al|e\\.g|i\\.e|a\\.m|p\\.m';

const WORD = "[\\p{L}\\p{N}\\p{M}]+(?:(?:['’][\\p{L}]|[-‐‑&/_][\\p{L}\\p{N}])[\\p{L}\\p{N}\\p{M}]*)*";

const TOKEN = new RegExp(
  [
    'https?://[^\\s<>"”]+[^\\s<>"”.,;:!?)’\\]]|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|[@#][\\p{L}\\p{N}_]+', // addresses, @names
    `(?:${ABBREVIATED})\\.(?![\\p{L}\\p{N}])|No\\.(?=\\s\\d)|(?:\\p{L}\\.){2,}|\\p{Lu}\\.(?=\\s+\\p{Lu})`, // Gen.  U.S.  J. Smith
    "\\d+(?:[.,:]\\d+)+(?:[-–]\\p{L}+)*|['’]\\d0s\\b", // 10,000  3.5  09:30  ’90s
    WORD,
    "\\.{3,}|…|-{2,}|``|''|.", // marks, one by one
  ].join('|'),
  'guy',
);

/** The endings that are words of their own. */
const CONTRACTION = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/i;

/** @returns tokens in text order; white space is in none of them */
export function tokenize(text: string, [start, end]: Block['span']): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = start;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0) {
      TOKEN.lastIndex = at + 1;
      continue;
    }
    const word = TOKEN.exec(text)?.[0];
    if (word === undefined) {
      TOKEN.lastIndex = at + 1; // a line separator, which "." does not match
      continue;
    }
    if (word.trim()) push(tokens, text, at, Math.min(at + word.length, end));
  }
  return tokens;
}

function push(tokens: Token[], text: string, start: number, end: number): void {
  const word = text.slice(start, end);
  const cut = contractionCut(word);
  if (cut > 0) {
    tokens.push({ start, end: start + cut, text: word.slice(0, cut) });
    tokens.push({ start: start + cut, end, text: word.slice(cut) });
  } else {
    tokens.push({ start, end, text: word });
  }
}

function contractionCut(word: string): number {
  if (word.length < 3) return 0;
  if (/^cannot$/i.test(word)) return 3;
  if (!word.includes("'") && !word.includes('’')) return 0;
  return CONTRACTION.exec(word)?.[1]?.length ?? 0;
}
