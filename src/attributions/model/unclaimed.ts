import type { Parse } from '../../language/parse.ts';
import type { Quotation } from '../../language/quotations.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidates.ts';
import type { CueLexicon } from '../lexicon.ts';
import { quotedCandidates } from '../quoted.ts';
import type { Chosen } from '../select.ts';
import { outermostOf } from '../snap.ts';
import { firstWordAt } from '../tree.ts';
import { FREE, ownerIn, ownersOf } from './owners.ts';
import { turns } from './turns.ts';

/**
 * Quotations that the model, which reads a paragraph at a time, gave to nobody: the next paragraphs of a speech go on
 * with its speaker; “…” – Name has its speaker behind it, NAME: … before it.
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
  }
  for (const quotation of outermostOf(parse)) {
    const signed = ownerIn(parse, owners, quotation.span) === FREE ? signature(parse, quotation) : null;
    if (signed) all.push({ candidate: signed, within: null });
  }
  for (const turn of turns(parse)) {
    if ([...turn.content, ...turn.cue].every((span) => ownerIn(parse, owners, span) === FREE))
      all.push({ candidate: turn, within: null });
  }
  return all;
}

function goingOn({ candidate, within }: Chosen, more: readonly Span[]): Chosen {
  const content = [...candidate.content, ...more].sort((a, b) => a[0] - b[0]);
  return { candidate: { ...candidate, content }, within };
}

/** Confidence in a signature: six of six were right on half of the PolNeAR dev part, where few quotations are signed. */
const SIGNED = 0.9;
const DASH_AND_NAME = /^[^\S\n]*([–—―-]|--)[^\S\n]*(\p{Lu}[^\n“”"]{1,80}?)\.?[^\S\n]*(?:\n|$)/u;

/** “There is no front line.” – Sergeant Dovid Arkin: a quotation that opens a line, and a name that ends it. */
function signature(parse: Parse, { span, closed }: Quotation): Candidate | null {
  const { text, words } = parse;
  const [start, end] = span;
  const signed = closed && opensLine(text, start) ? DASH_AND_NAME.exec(text.slice(end, end + 100)) : null;
  if (!signed) return null;
  const dash = end + signed[0].indexOf(signed[1]!);
  const name = end + signed[0].indexOf(signed[2]!, signed[1]!.length);
  const source: Span = [name, name + signed[2]!.length];
  const at = firstWordAt(parse, dash);
  const asserts = words.slice(at, firstWordAt(parse, source[1])).some(({ tag }) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
  if (asserts || at >= words.length) return null;
  return {
    cueClass: 'noun',
    lemma: signed[1]!,
    frame: 'quote-alone',
    at,
    content: [span],
    cue: [[dash, dash + signed[1]!.length]],
    source: [source],
    rate: SIGNED,
  };
}

function opensLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && /[^\S\n]/.test(text[at]!)) at--;
  return at < 0 || text[at] === '\n';
}
