import { quotations } from '../language/quotations.ts';
import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { hashOf, mix, SEED } from './hash.ts';

/**
 * The telling words of a document in text order, as numbers: what is left when function words, credits and dateline are
 * passed over. "The ferry was held in Selm on Monday" → ferry held selm monday. Editors change "the", "that" and "on"
 * first, so runs of telling words outlast an edit that breaks runs of all words.
 */
export interface WordSequence {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** what a word tells of the writer's own wording: 2, 1 with a capital (names are shared by all who write on a matter), 0 in a quotation */
  readonly weights: Uint8Array;
  /** one number for all words in their order, the function words among them */
  readonly whole: number;
}

/** Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
// 10,000 · 3.5 · 09:30 · Russia’s · don’t
const WORD = /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}{1,3}(?!\p{L}))?/gu;

/** Words shorter than this tell little in any language: "of", "der", "les". */
const SHORTEST = 4;

/** Longer words that tell as little. */
const FUNCTION_WORDS = new Set(
  'about after also been before being between both could does during each either even from had has have having here into just like more most much must nor only other over said same says should since some such than that their them then there these they this those through under until upon very want was were what when where which while whom whose will with within without would your'.split(
    ' ',
  ),
);

export function wordSequence(document: Document): WordSequence {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let whole = SEED;
  for (const block of document.blocks) {
    if (block.kind === 'credit') continue;
    for (const [start, end] of wordsIn(document.text, withoutDateline(document, block.span))) {
      const word = normal(document.text.slice(start, end));
      const hash = hashOf(word);
      whole = mix(whole, hash);
      if (!isTelling(word)) continue;
      hashes.push(hash);
      starts.push(start);
      ends.push(end);
    }
  }
  return {
    hashes: Uint32Array.from(hashes),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    weights: weightsAt(document, starts),
    whole,
  };
}

function* wordsIn(text: string, [first, last]: Span): Generator<Span> {
  WORD.lastIndex = first;
  for (let found = WORD.exec(text); found && found.index < last; found = WORD.exec(text)) {
    const [start, end] = [found.index, Math.min(last, found.index + found[0].length)];
    if (UNSPACED.test(found[0])) for (let i = start; i < end; i++) yield [i, Math.min(end, i + 2)];
    else yield [start, end];
  }
}

/** "Russia’s" → "russia", "don’t" → "dont" */
const normal = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’]/, '');

const isTelling = (word: string): boolean =>
  /^\p{N}/u.test(word) || UNSPACED.test(word) || (word.length >= SHORTEST && !FUNCTION_WORDS.has(word));

/** The telling words of some text, as they are compared: "10,000 soldiers were hurt" → "10000" "soldiers" "hurt" */
export const tellingWords = (text: string): string[] =>
  [...wordsIn(text, [0, text.length])]
    .map(([start, end]) => normal(text.slice(start, end)))
    .filter(isTelling)
    .map((word) => word.replace(/(?<=\p{N}),(?=\p{N}{3})/gu, ''));

/** "SELM, Nov. 2 (Halyard) —" differs between copies of one text. */
function withoutDateline({ text, dateline }: Document, [start, end]: Span): Span {
  if (!dateline || dateline[0] < start || dateline[1] >= end) return [start, end];
  const agency = /^\s*(?:\([^()]{1,60}\))?\s*[—–:-]*\s*/.exec(text.slice(dateline[1], Math.min(end, dateline[1] + 80)));
  return [dateline[1] + (agency?.[0].length ?? 0), end];
}

function weightsAt(document: Document, starts: readonly number[]): Uint8Array {
  const weights = new Uint8Array(starts.length);
  const quoted = quotedStretches(document);
  let at = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    while (at < quoted.length && quoted[at]![1] <= start) at++;
    const isQuoted = at < quoted.length && quoted[at]![0] <= start;
    weights[i] = isQuoted ? 0 : /\p{Lu}/u.test(document.text[start]!) ? 1 : 2;
  }
  return weights;
}

function quotedStretches(document: Document): Span[] {
  const marked = quotations(document).filter(({ depth }) => depth === 0);
  const blocks = document.blocks.filter(({ kind }) => kind === 'quote');
  return [...marked, ...blocks].map(({ span }) => span).sort((x, y) => x[0] - y[0]);
}
