import type { Parse, Word } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import { cueSpan } from './cue.ts';
import { type Complement, complementOf, type Frame, isPassive } from './frames.ts';
import type { CueClass, CueLexicon } from './lexicon.ts';
import { inferSource, nounBefore, sourceOf } from './source.ts';
import { dependentsOf, isVerb, lower, spanOf } from './tree.ts';

/** A reading of one cue before it is known to be an attribution. */
export interface Candidate {
  readonly cueClass: CueClass;
  readonly lemma: string;
  readonly frame: Frame;
  /** the word that the cue turns on */
  readonly at: number;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** how often such a cue reports something, 0…1 */
  readonly rate: number;
}

/** Every verb that takes some complement and reports at least so often. */
export function verbCandidates(parse: Parse, lexicon: CueLexicon, least: number): Candidate[] {
  const found: Candidate[] = [];
  parse.words.forEach((word, at) => {
    if (!isVerb(word)) return;
    const candidate = verbCandidate(parse, lexicon, word, at, least);
    if (candidate) found.push(candidate);
  });
  return found;
}

function verbCandidate(parse: Parse, lexicon: CueLexicon, word: Word, at: number, least: number): Candidate | null {
  const lemma = lexicon.lemma(lower(word));
  const complement = complementOf(parse, at, lemma);
  if (!complement || isBarred(parse, word)) return null;
  const rate = lexicon.rate('verb', lemma, complement.frame);
  if (rate < least) return null;
  const content = spansOf(parse, complement);
  if (content.length === 0) return null;
  const passive = isPassive(parse, at);
  const source = sourceOf(parse, at, passive) ?? guessedSource(parse, lexicon, at, lemma, complement.frame, passive);
  const span = source && spanOf(parse, source);
  return {
    cueClass: 'verb',
    lemma,
    frame: complement.frame,
    at,
    content,
    cue: [cueSpan(parse, at, at, complement.preposition)],
    source: span ? [span] : [],
    rate,
  };
}

/** "were not authorized to discuss intelligence", "no reason to believe it": what may not be said is not said, and nobody believes. */
function isBarred(parse: Parse, { label, head }: Word): boolean {
  if (head < 0) return false;
  const above = lower(parse.words[head]!);
  if (label === 'xcomp') return /^(?:authori[sz]ed|permitted|allowed|able|unable|entitled|free)$/.test(above);
  return label === 'acl' && /^reasons?$/.test(above) && dependentsOf(parse, head, 'neg').length > 0;
}

/** Where the tree gives a sure cue no subject, the noun phrase beside it. */
function guessedSource(
  parse: Parse,
  lexicon: CueLexicon,
  at: number,
  lemma: string,
  frame: Frame,
  passive: boolean,
): readonly [number, number] | null {
  if (frame === 'inverted') return inferSource(parse, at);
  return !passive && lexicon.reports(lemma, frame) && parse.words[at]!.tag !== 'VBG' ? nounBefore(parse, at) : null;
}

function spansOf(parse: Parse, { content }: Complement): Span[] {
  return content.map((run) => spanOf(parse, run)).filter((span) => span !== null);
}
