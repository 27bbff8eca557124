import type { Parse, Sentence } from '../../language/parse.ts';
import type { Quotation } from '../../language/quotations.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidates.ts';
import { complementOf, type Frame } from '../frames.ts';
import type { CueClass, CueLexicon } from '../lexicon.ts';
import type { Chosen } from '../select.ts';
import { lastBefore } from '../snap.ts';
import { lower, spanOf } from '../tree.ts';
import { confidenceOf, signsOf } from './confidence.ts';
import { type Labelled, labelled } from './labelled.ts';
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
  const nested = paragraphs
    .flatMap((found) => nest(found.filter(hasContent), reader.manifest.least))
    .filter(isNoHedge(parse))
    .filter(
      (found) => found.one.runs.source.length > 0 || confidenceIn(found, reader) >= reader.manifest.least.sourceless,
    );
  const index = new Map(nested.map(({ one }, i) => [one, i]));
  const outermost = parse.quotations.filter(({ depth }) => depth === 0);
  const chosen = nested.map(({ one, holder }) => ({
    candidate: candidateOf(parse, outermost, lexicon, one, confidenceIn({ one, holder }, reader)),
    within: holder && (index.get(holder) ?? null),
  }));
  return withUnclaimed(parse, chosen, lexicon);
}

const hasContent = ({ runs }: Labelled): boolean => runs.content.length > 0;

/** "reportedly" in what somebody is said to have said is a hedge of theirs, and no statement by another. */
const isNoHedge =
  (parse: Parse) =>
  ({ one, holder }: Nested): boolean =>
    holder === null || one.runs.source.length > 0 || parse.words[one.at]!.tag !== 'RB';

interface Nested {
  readonly one: Labelled;
  readonly holder: Labelled | null;
}

const confidenceIn = ({ one, holder }: Nested, { manifest }: Reader): number =>
  confidenceOf(signsOf(one, holder ? one.any : one.outer), manifest.confidence);

/** A cue this plain that was taken for an inner one, and stands in no content that was found, is an outermost one. */
const PLAIN = { any: 0.9, outer: 0.2 };

/** Of one paragraph: one attribution a cue, likelier cues first; in text order. */
function nest(found: readonly Labelled[], least: Reader['manifest']['least']): Nested[] {
  const taken = new Set<number>();
  const kept: Nested[] = [];
  const keep = (one: Labelled, holder: Labelled | null) => {
    for (const word of cueWords(one)) taken.add(word);
    kept.push({ one, holder });
  };
  for (const one of byLikelihood(found, ({ outer }) => outer))
    if (one.outer >= least.outer && !taken.has(one.at)) keep(one, null);
  for (const one of byLikelihood(found, ({ any }) => any)) {
    if (one.any < least.inner || taken.has(one.at)) continue;
    const holder = holderOf(one, kept);
    const free =
      one.any >= PLAIN.any &&
      one.outer >= PLAIN.outer &&
      !kept.some(({ one: other }) => holds(other, [one.at, one.at + 1]));
    if (holder || free) keep(one, holder);
  }
  return kept.sort((a, b) => firstWord(a.one) - firstWord(b.one));
}

const byLikelihood = (found: readonly Labelled[], of: (one: Labelled) => number): Labelled[] =>
  [...found].sort((a, b) => of(b) - of(a) || a.at - b.at);

function cueWords({ at, runs }: Labelled): number[] {
  const words = [at];
  for (const [first, last] of runs.cue) for (let word = first; word < last; word++) words.push(word);
  return words;
}

const firstWord = ({ at, runs }: Labelled): number =>
  Math.min(at, ...[runs.source[0], runs.cue[0], runs.content[0]].filter((run) => run !== undefined).map(([w]) => w));

const size = ({ runs }: Labelled): number => runs.content.reduce((sum, [first, last]) => sum + last - first, 0);

const holds = ({ runs }: Labelled, [first, last]: readonly [number, number]): boolean =>
  runs.content.some(([from, to]) => from <= first && last <= to);

/** The smallest found whose content holds all of this one. */
function holderOf(one: Labelled, kept: readonly Nested[]): Labelled | null {
  let holder: Labelled | null = null;
  const own = [[one.at, one.at + 1] as const, ...one.runs.content, ...one.runs.source];
  for (const { one: other } of kept) {
    if (own.every((run) => holds(other, run)) && (!holder || size(other) < size(holder))) holder = other;
  }
  return holder;
}

function candidateOf(
  parse: Parse,
  outermost: readonly Quotation[],
  lexicon: CueLexicon,
  one: Labelled,
  rate: number,
): Candidate {
  const word = parse.words[one.at]!;
  const spans = (runs: Labelled['runs']['source']): Span[] =>
    runs.map((run) => spanOf(parse, run)).filter((span) => span !== null);
  const according = lower(word) === 'according';
  const cueClass: CueClass = word.tag.startsWith('VB') ? 'verb' : /^(?:JJ|RB)/.test(word.tag) ? 'adjective' : 'noun';
  const lemma = according ? 'according to' : lexicon.lemma(lower(word));
  const content = spans(one.runs.content);
  return {
    cueClass: according ? 'noun' : cueClass,
    lemma,
    frame: frameOf(parse, outermost, one, content, lemma),
    at: one.at,
    content,
    cue: one.runs.cue.map(([first, last]): Span => [parse.words[first]!.start, parse.words[last - 1]!.end]),
    source: spans(one.runs.source),
    rate,
  };
}

function frameOf(
  parse: Parse,
  outermost: readonly Quotation[],
  { at }: Labelled,
  content: readonly Span[],
  lemma: string,
): Frame {
  const quoted = content.every(([start]) => outermost[lastBefore(outermost, start)]?.span[0] === start);
  if (quoted) return content[0]![0] < parse.words[at]!.start ? 'quote-after' : 'quote-before';
  if (lemma === 'according to') return 'phrase';
  return complementOf(parse, at, lemma)?.frame ?? 'that';
}
