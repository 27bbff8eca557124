import { readFileSync } from 'node:fs';
import type { Span } from '../../src/text/span.ts';

/** Words of the text; with a number, the words' n-th place in it, from 1. */
type Piece = string | readonly [words: string, n: number];

interface Marked {
  readonly source: readonly Piece[];
  readonly cue: readonly Piece[];
  readonly content: readonly Piece[];
  readonly within: number | null;
  readonly chain: readonly string[];
}

/** An attribution of the gold, as spans. */
export interface Gold {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** index of the attribution in whose content it stands */
  readonly within: number | null;
  /** from the one who knows to the one who passes it on, without the outlet that prints */
  readonly chain: readonly string[];
}

export interface Row {
  readonly id: string;
  readonly domain: string;
  readonly kind: string;
  /** why the row is here */
  readonly reason: string;
  readonly text: string;
  readonly gold: readonly Gold[];
}

/** The rows of one part: `tune`, which may be looked at, or `held`, which is for measuring only. */
export function rowsOf(part: string): Row[] {
  const file = new URL(`${part}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8').trimEnd().split('\n').map(rowOf);
}

function rowOf(line: string): Row {
  const { attributions, ...row } = JSON.parse(line) as Omit<Row, 'gold'> & { attributions: Marked[] };
  const spans = (pieces: readonly Piece[]) => pieces.map((piece) => spanOf(row, piece));
  const gold = attributions.map(({ source, cue, content, within, chain }) => ({
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
    within,
    chain,
  }));
  return { ...row, gold };
}

/** @throws Error when the words are not in the text, or in several places with no number to tell which */
function spanOf({ id, text }: Pick<Row, 'id' | 'text'>, piece: Piece): Span {
  const [words, n] = typeof piece === 'string' ? [piece, 1] : piece;
  let at = -1;
  for (let found = 0; found < n; found++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`${id}: "${words}" stands ${found} times in the text, not ${n}`);
  }
  if (typeof piece === 'string' && text.indexOf(words, at + 1) >= 0)
    throw new Error(`${id}: "${words}" stands several times in the text: say which, ["${words}", 1]`);
  return [at, at + words.length];
}
