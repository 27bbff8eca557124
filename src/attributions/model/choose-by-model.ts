import type { Parse, Sentence } from '../../language/parse.ts';
import type { Quotation } from '../../language/quotations.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidates.ts';
import { complementOf, type Frame } from '../frames.ts';
import { isIdiom } from '../idioms.ts';
import type { CueClass, CueLexicon } from '../lexicon.ts';
import type { Chosen } from '../select.ts';
import { lastBefore, merge, outermostOf, withoutLink } from '../snap.ts';
import { isVerb, lower } from '../tree.ts';
import { type Labelled, labelled, spansOf } from './labelled.ts';
import { nest } from './nest.ts';
import type { Reader } from './reader.ts';
import { withUnclaimed } from './unclaimed.ts';

/**
 * What the trained model finds: outermost attributions, the likeliest cue of each place, then those that stand in the
 * content of one found, and so on inwards.
 */
export async function chooseByModel(
  parse: Parse,
  reader: Reader,
  lexicon: CueLexicon,
  keeps: (sentence: Sentence) => boolean = () => true,
): Promise<Chosen[]> {
  const paragraphs = await labelled(parse, reader, keeps);
  const kept = paragraphs
    .flatMap((found) => nest(parse, found, reader.manifest))
    .filter(({ one }) => !isIdiom(parse, one.at));
  const index = new Map(kept.map(({ one }, i) => [one, i]));
  const outermost = outermostOf(parse);
  const chosen = kept.map(({ one, holder, confidence }) => ({
    candidate: candidateOf(parse, outermost, lexicon, one, confidence),
    within: (holder && index.get(holder)) ?? null,
  }));
  return withUnclaimed(parse, chosen, lexicon);
}

function candidateOf(
  parse: Parse,
  outermost: readonly Quotation[],
  lexicon: CueLexicon,
  one: Labelled,
  rate: number,
): Candidate {
  const at = spokenAt(parse, one);
  const word = parse.words[at]!;
  const according = lower(word) === 'according';
  const cueClass: CueClass = word.tag.startsWith('VB') ? 'verb' : /^(?:JJ|RB)/.test(word.tag) ? 'adjective' : 'noun';
  const lemma = according ? 'according to' : lexicon.lemma(lower(word));
  const said = spansOf(parse, one.runs.content).map((piece) =>
    toItsEnd(parse.text, withoutLink(parse.text, piece), outermost),
  );
  const named = spansOf(parse, one.runs.source);
  const accused = ACCUSED.test(lower(word)) && /^(?:of|with)$/.test(parse.words[at + 1]?.text ?? '');
  const content = accused ? merge([...named, ...said]) : said;
  return {
    cueClass: according ? 'noun' : cueClass,
    lemma,
    frame: frameOf(parse, outermost, at, content, lemma),
    at,
    content,
    cue: one.runs.cue.map(([first, last]): Span => [parse.words[first]!.start, parse.words[last - 1]!.end]),
    source: accused ? [] : named,
    rate,
  };
}

/** "continues to DENY", "was forced to ADMIT": how they come to say it tells nothing of what they say. */
function spokenAt(parse: Parse, { at, runs }: Labelled): number {
  if (!ON_AND_OFF.test(lower(parse.words[at]!))) return at;
  const [, last] = runs.cue.find(([from, to]) => from <= at && at < to) ?? [at, at + 1];
  return isVerb(parse.words[last - 1]!) ? last - 1 : at;
}
const ON_AND_OFF =
  /^(?:continu(?:e|es|ed|ing)|ke(?:ep|eps|eping|pt)|begins?|beg[au]n|start(?:s|ed)?|goes|went|had|has|forced|compelled|moved|rushed|hastened|came|is|was|were)$/;

/** "Orlo accused of ordering the raid": he is no source of it, and who is remains untold. */
const ACCUSED = /^(?:accused|charged|suspected|convicted)$/;

/** A quotation left open at the end of its paragraph keeps its full stop: “We saw it fall. */
function toItsEnd(text: string, [start, end]: Span, outermost: readonly Quotation[]): Span {
  const quotation = outermost[lastBefore(outermost, start)];
  const open = quotation && !quotation.closed && quotation.span[0] === start;
  return open && /^[.?!…]+$/.test(text.slice(end, quotation.span[1])) ? [start, quotation.span[1]] : [start, end];
}

function frameOf(
  parse: Parse,
  outermost: readonly Quotation[],
  at: number,
  content: readonly Span[],
  lemma: string,
): Frame {
  const quoted = content.every(([start]) => outermost[lastBefore(outermost, start)]?.span[0] === start);
  if (quoted) return content[0]![0] < parse.words[at]!.start ? 'quote-after' : 'quote-before';
  if (lemma === 'according to') return 'phrase';
  return complementOf(parse, at, lemma)?.frame ?? 'that';
}
