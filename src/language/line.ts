import type { Lexeme } from './lexeme.ts';

/** A sentence as the parser's templates see it: word k stands at k + PAD, with none before the first and after the last. */
export interface Line {
  readonly n: number;
  readonly word: Int32Array;
  readonly tag: Int32Array;
  /** not padded */
  readonly lexemes: readonly Lexeme[];
}

export const PAD = 2;
const BEHIND = 4;

export function lineOf(lexemes: readonly Lexeme[], tags: Uint8Array): Line {
  const n = lexemes.length;
  const word = padded(n, 1, 2);
  const tag = padded(n, 60, 61);
  for (let k = 0; k < n; k++) {
    word[k + PAD] = lexemes[k]!.word;
    tag[k + PAD] = tags[k]!;
  }
  return { n, word, tag, lexemes };
}

const padded = (n: number, before: number, behind: number): Int32Array =>
  new Int32Array(n + PAD + BEHIND).fill(before, 0, PAD).fill(behind, n + PAD);
