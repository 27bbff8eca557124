import type { Attribution } from '../attributions/attribution.ts';
import { firstWordAt, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { firstIndex } from '../text/first-index.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Time } from './meaning.ts';

/** "a STATEMENT on Friday": what is dated was said then. */
const SAYING =
  /^(?:statement|interview|report|study|briefing|conference|letter|email|e-mail|tweet|post|speech|address|filing|memo|message|call|article|editorial|announcement|testimony|survey|poll|broadcast|note|remarks|comments|documents?|hearing)$/;
/** How it came to be said: "a poll RELEASED on Friday", "SPEAKING on Friday" */
const WAY =
  /^(?:released|published|issued|posted|aired|speaking|appearing|writing|testifying|responding|talking|asked)$/;

/**
 * When it was said, as apart from when what is said happened: the index in `times` of the one date or time that the cue
 * governs outside its content ("said on Friday that …"); null where there is none, or more than one.
 */
export function saidWhen(parse: Parse, times: readonly Time[], attribution: Attribution): number | null {
  const cues = attribution.cue.map((span) => wordsIn(parse, span));
  const [first] = cues;
  if (!first) return null;
  const { span } = sentenceOf(parse, first[0]);
  const saying = times
    .map((time, i) => ({ time, i }))
    .slice(...timesWithin(times, span))
    .filter(({ time }) => isPoint(time) && isOutside(time, attribution) && isOfSaying(parse, time, attribution, cues));
  return saying.length === 1 ? saying[0]!.i : null;
}

type Run = readonly [first: number, last: number];

const wordsIn = (parse: Parse, [start, end]: Span): Run => [firstWordAt(parse, start), firstWordAt(parse, end)];

/** Where in `times`, which are in text order, those of the sentence stand */
function timesWithin(times: readonly Time[], [start, end]: Span): [number, number] {
  const from = firstFrom(times, start);
  return [from, firstFrom(times, end)];
}

const firstFrom = (times: readonly Time[], start: number): number =>
  firstIndex(times.length, (i) => times[i]!.span[0] < start);

const isPoint = ({ type, value }: Time): boolean => (type === 'DATE' || type === 'TIME') && value !== 'FUTURE_REF';

const isOutside = ({ span }: Time, { content }: Attribution): boolean =>
  !content.some((piece) => overlaps(piece, span));

function isOfSaying(parse: Parse, time: Time, { source }: Attribution, cues: readonly Run[]): boolean {
  const run = wordsIn(parse, time.span);
  const top = topOf(parse, run);
  const { head } = parse.words[top]!;
  if (head < 0) return false;
  if (source.some((span) => contains(span, time.span)) && !isDated(parse, head)) return false;
  return reachesCue(parse, head, cues) || standsBeside(parse, run, cues);
}

/** "a STATEMENT on Friday", "a poll RELEASED on Friday"; not "the mayor elected in May" */
const isDated = (parse: Parse, head: number): boolean =>
  SAYING.test(parse.words[head]!.form) || WAY.test(parse.words[head]!.form);

/** The word of the run that a word outside governs */
function topOf(parse: Parse, [first, last]: Run): number {
  for (let at = first; at < last; at++) {
    const { head } = parse.words[at]!;
    if (head < first || head >= last) return at;
  }
  return first;
}

const isIn = (at: number, runs: readonly Run[]): boolean => runs.some(([first, last]) => at >= first && at < last);

/** "said in a speech on Friday", "a poll RELEASED on Friday found", "SPEAKING on Friday, he said": up to the cue past no other verb or thing */
function reachesCue(parse: Parse, from: number, cues: readonly Run[]): boolean {
  for (let at = from; at >= 0; at = parse.words[at]!.head) {
    if (isIn(at, cues)) return true;
    const { form, tag } = parse.words[at]!;
    if (!SAYING.test(form) && !WAY.test(form) && !/^(?:DT|IN)$/.test(tag)) return false;
  }
  return false;
}

/** "told reporters in Washington on Friday", "On Friday, Davis said" where the tree has it otherwise: no verb and no comma between */
function standsBeside(parse: Parse, [first, last]: Run, cues: readonly Run[]): boolean {
  const { words } = parse;
  return cues.some(([from, to]) => {
    if (last <= from) return last === from;
    if (first < to || first - to > FARTHEST || /^(?:NN|POS)/.test(words[last]?.tag ?? '')) return false;
    return words.slice(to, first).every(({ tag }) => /^(?:NN|PRP|DT|JJ|IN|TO)/.test(tag));
  });
}

/** In words: farther from its cue, a time is more often another verb's. */
const FARTHEST = 6;
