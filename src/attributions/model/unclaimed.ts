import type { Parse } from '../../language/parse.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidates.ts';
import type { CueLexicon } from '../lexicon.ts';
import { quotedCandidates } from '../quoted.ts';
import type { Chosen } from '../select.ts';
import { firstWordAt, sentenceOf, spanOf } from '../tree.ts';
import { FREE, ownerIn, ownersOf } from './owners.ts';

/**
 * Quotations that the model, which reads a paragraph at a time, gave to nobody: the next paragraphs of a speech go on
 * with its speaker; “…” – Name has its speaker behind it.
 */
export function withUnclaimed(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): Chosen[] {
  const all = [...chosen];
  const owners = ownersOf(parse, chosen);
  for (const quoted of quotedCandidates(parse, lexicon)) {
    const own = quoted.content.map((span) => ownerIn(parse, owners, span));
    const free = quoted.content.filter((_, i) => own[i] === FREE);
    const speech = own.find((owner) => owner >= 0);
    if (free.length === 0) continue;
    if (speech !== undefined) all[speech] = goingOn(all[speech]!, free);
    else if (quoted.frame === 'quote-alone') {
      const signed = withSignature(parse, quoted);
      if (signed) all.push({ candidate: signed, within: null });
    }
  }
  return all;
}

function goingOn({ candidate, within }: Chosen, more: readonly Span[]): Chosen {
  const content = [...candidate.content, ...more].sort((a, b) => a[0] - b[0]);
  return { candidate: { ...candidate, content }, within };
}

/** Confidence in a signature: six of six were right where it was measured. */
const SIGNED = 0.9;

/** “There is no front line.” – Sergeant Dovid Arkin */
function withSignature(parse: Parse, quoted: Candidate): Candidate | null {
  const dash = firstWordAt(parse, quoted.content.at(-1)![1]);
  const word = parse.words[dash];
  if (!word || !/^(?:[–—―-]|--)$/.test(word.text) || parse.words[dash + 1] === undefined) return null;
  const { run, block } = sentenceOf(parse, dash + 1);
  if (block !== sentenceOf(parse, dash - 1).block || !/^\p{Lu}/u.test(parse.words[dash + 1]!.text)) return null;
  const source = spanOf(parse, [dash + 1, run[1]]);
  return source && { ...quoted, cue: [[word.start, word.end]], source: [source], rate: SIGNED };
}
