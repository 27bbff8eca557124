import type { Parse } from '../../language/parse.ts';
import { confidenceOf, signsOf } from './confidence.ts';
import { type Labelled, spansOf } from './labelled.ts';
import type { Manifest } from './reader.ts';

/** An attribution that is kept, and the one in whose content it stands. */
export interface Nested {
  readonly one: Labelled;
  readonly holder: Labelled | null;
  readonly confidence: number;
}

/** Of one paragraph: one attribution a cue, likelier cues first, each in the smallest that holds it; in text order. */
export function nest(parse: Parse, found: readonly Labelled[], manifest: Manifest): Nested[] {
  const hasContent = ({ runs }: Labelled) => spansOf(parse, runs.content).length > 0;
  const whole = found.filter((one) => one.runs.cue.length > 0 && hasContent(one) && !isLink(parse, one.at));
  const likely = parted(parse, oneACue(whole, manifest.least)).filter(hasContent);
  const sure = likely.filter((one) => isSure(parse, one, holderOf(one, likely), manifest));
  return sure
    .map((one) => nested(one, holderOf(one, sure), manifest))
    .sort((a, b) => firstWord(a.one) - firstWord(b.one));
}

/** "…, citing two diplomats" tells whose word it is, and is a link of the chain, no statement. */
const isLink = ({ words }: Parse, at: number): boolean =>
  /^(?:citing|quoting)$/.test(words[at]!.text) && words[at - 1]?.text === ',';

const nested = (one: Labelled, holder: Labelled | null, { confidence }: Manifest): Nested => ({
  one,
  holder,
  confidence: confidenceOf(signsOf(one, holder ? one.any : one.outer), confidence),
});

/**
 * Statements of nobody must be surer. "reportedly" in what somebody is said to have said is a hedge of theirs, and no
 * statement by another.
 */
function isSure(parse: Parse, one: Labelled, holder: Labelled | null, manifest: Manifest): boolean {
  if (one.runs.source.length > 0) return true;
  const hedges = holder !== null && parse.words[one.at]!.tag === 'RB';
  return !hedges && nested(one, holder, manifest).confidence >= manifest.least.sourceless;
}

/** A cue this plain that was taken for an inner one, and stands in no content that was found, is an outermost one. */
const PLAIN = { any: 0.9, outer: 0.2 };

function oneACue(found: readonly Labelled[], least: Manifest['least']): Labelled[] {
  const taken = new Set<number>();
  const kept: Labelled[] = [];
  const keep = (one: Labelled, may: boolean) => {
    const words = cueWords(one);
    if (!may || words.some((word) => taken.has(word))) return;
    for (const word of words) taken.add(word);
    kept.push(one);
  };
  for (const one of byLikelihood(found, ({ outer }) => outer)) keep(one, one.outer >= least.outer);
  for (const one of byLikelihood(found, ({ any }) => any)) {
    const stands = kept.some((other) => holds(other, [one.at, one.at + 1]));
    const plain = one.any >= PLAIN.any && one.outer >= PLAIN.outer;
    keep(one, one.any >= least.inner && (stands ? holderOf(one, kept) !== null : plain));
  }
  return kept;
}

/**
 * "denied that it fell AND INSISTED that it stood", read as one content with a cue of nobody in it: a second verb of the
 * same speaker, with what it says.
 */
function parted(parse: Parse, kept: readonly Labelled[]): Labelled[] {
  const all = [...kept];
  kept.forEach((second, i) => {
    const first = holderOf(second, kept);
    const at = first ? all.findIndex((one) => one.at === first.at) : -1;
    if (!first || !isSecondVerb(parse, second, first)) return;
    const content = upTo(all[at]!.runs.content, second.runs.cue[0]![0] - 1);
    all[at] = { ...all[at]!, runs: { ...all[at]!.runs, content } };
    all[i] = { ...second, outer: second.any, runs: { ...second.runs, source: first.runs.source } };
  });
  return all;
}

/** Taggers take one past form for the other. */
const tense = (tag: string): string => (tag === 'VBN' ? 'VBD' : tag);

function isSecondVerb({ words }: Parse, second: Labelled, first: Labelled): boolean {
  const start = second.runs.cue[0]![0];
  const sameEnd = second.runs.content.at(-1)![1] === first.runs.content.at(-1)![1];
  const joined = words[start - 1]?.tag === 'CC' && tense(words[second.at]!.tag) === tense(words[first.at]!.tag);
  return second.runs.source.length === 0 && joined && sameEnd && start - 1 > first.runs.content[0]![0];
}

const upTo = (runs: Labelled['runs']['content'], end: number): (readonly [number, number])[] =>
  runs.filter(([from]) => from < end).map(([from, to]): readonly [number, number] => [from, Math.min(to, end)]);

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

/** The smallest whose content holds all of this one, and more: so none is within itself, however long the way. */
function holderOf(one: Labelled, kept: readonly Labelled[]): Labelled | null {
  let holder: Labelled | null = null;
  const own = [[one.at, one.at + 1] as const, ...one.runs.content, ...one.runs.source];
  for (const other of kept) {
    const holdsAll = size(other) > size(one) && own.every((run) => holds(other, run));
    if (holdsAll && (!holder || size(other) < size(holder))) holder = other;
  }
  return holder;
}
