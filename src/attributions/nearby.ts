import type { Parse } from '../language/parse.ts';
import { firstIndex } from '../text/first-index.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';

/** The candidates with a content, cue or source in the sentence where a place of the text lies. */
export type Nearby = (at: number) => readonly Candidate[];

/** Looked up by sentence, so that a long text costs no more per word than a short one. */
export function nearby(parse: Parse, candidates: readonly Candidate[]): Nearby {
  const bySentence: Candidate[][] = parse.sentences.map(() => []);
  for (const candidate of candidates) {
    const own = new Set<number>();
    for (const span of [...candidate.content, ...candidate.cue]) for (const s of touched(parse, span)) own.add(s);
    for (const s of own) bySentence[s]!.push(candidate);
  }
  return (at) => bySentence[sentenceAt(parse, at)] ?? [];
}

function touched(parse: Parse, [start, end]: Span): number[] {
  const found: number[] = [];
  for (let s = sentenceAt(parse, start); s < parse.sentences.length && parse.sentences[s]!.span[0] < end; s++)
    found.push(s);
  return found;
}

/** The last sentence that begins at or before `at`. */
function sentenceAt(parse: Parse, at: number): number {
  return Math.max(0, firstIndex(parse.sentences.length, (i) => parse.sentences[i]!.span[0] <= at) - 1);
}
