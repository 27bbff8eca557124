import type { Parse, Sentence } from '../language/parse.ts';
import { containsAny, overlaps } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { cueSpan } from './cue.ts';
import { innermost } from './innermost.ts';
import type { CueLexicon } from './lexicon.ts';
import { nearby } from './nearby.ts';
import type { Chosen } from './select.ts';
import { isMark, lower, sentenceOf, spanOf } from './tree.ts';
import { UNWEIGHED } from './unowned.ts';

const HELD =
  /^(?:believed|thought|feared|presumed|assumed|suspected|understood|reported|said|rumou?red|confirmed|declared|pronounced)$/;
/** Of what is held to be so: "believed DEAD", and nothing that takes what follows: "feared DEAD soldiers", "said HELD talks" */
const SO =
  /^(?:dead|killed|died|drowned|slain|murdered|missing|lost|wounded|injured|hurt|trapped|buried|stranded|kidnapped|abducted|captured|held|detained|arrested|poisoned|infected|destroyed|damaged|sunk|alive|safe)$/;
const HEADLINE = 'passive-headline';
const BE = /^(?:is|are|was|were|been|being)$/;
/** "the crew IN the hold", "MORE THAN 20 people" */
const IN_SUBJECT = /^(?:of|in|at|from|on|aboard|near|least|most|more|than|up|to|about|around|some|nearly|almost|over)$/;
const AS = /^(?:as|when|while|because|before|after|since|amid|following)$/;

/**
 * "Nine BELIEVED DEAD in Arica blast": the nine believe nothing, and nobody says who does. A headline leaves out the verb
 * that would tell; of a sentence it is asked only where the verb stands.
 */
export function withHeldToBe(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] {
  const found = parse.words.flatMap((_, at) => heldAt(parse, at, lexicon) ?? []);
  if (found.length === 0) return chosen;
  const near = nearby(
    parse,
    chosen.map(({ candidate }) => candidate),
  );
  const index = new Map(chosen.map(({ candidate }, i) => [candidate, i]));
  const instead = new Map<Candidate, Candidate>();
  const more: Chosen[] = [];
  for (const held of found) {
    const beside = near(held.cue[0]![0]);
    const own = beside.find(({ cue }) => cue.some((span) => overlaps(span, held.cue[0]!)));
    const holders = beside.filter(({ content }) => containsAny(content, held.cue[0]!));
    if (own && isMistaken(own, held)) instead.set(own, { ...held, rate: own.rate });
    if (own || !isFree(held, beside, holders)) continue;
    const holder = innermost(holders, held.cue);
    more.push({ candidate: held, within: holder ? index.get(holder)! : null });
  }
  return [...chosen.map((one) => ({ ...one, candidate: instead.get(one.candidate) ?? one.candidate })), ...more];
}

/** It has them for the source who are believed dead, or, of a headline, nobody. */
const isMistaken = ({ frame, source }: Candidate, held: Candidate): boolean =>
  !frame.startsWith('quote-') &&
  (source.length > 0 ? source.every((span) => containsAny(held.content, span)) : held.frame === HEADLINE);

/** No other has words of it, but for those in whose content it stands. */
const isFree = (held: Candidate, beside: readonly Candidate[], holders: readonly Candidate[]): boolean =>
  beside.every((other) => {
    const taken = [...other.cue, ...other.source, ...(holders.includes(other) ? [] : other.content)];
    return !taken.some((span) => held.content.some((piece) => overlaps(piece, span)));
  });

function heldAt(parse: Parse, at: number, lexicon: CueLexicon): Candidate | null {
  const { words } = parse;
  if (!HELD.test(lower(words[at]!))) return null;
  const sentence = sentenceOf(parse, at);
  const [first, last] = sentence.run;
  const verb = verbBefore(parse, at, first);
  const isHeadline = verb === null && !/^[.!?”"]/.test(words[last - 1]!.text);
  const so = verb === null && !isHeadline ? null : soAfter(parse, at, sentence, isHeadline);
  const end = so === null ? null : endOf(parse, so, last);
  if (so === null || end === null) return null;
  const before = groupFrom(parse, verb ?? at, first);
  const [subject, rest] = [spanOf(parse, [subjectFrom(parse, before, first), before]), spanOf(parse, [so, end])];
  if (!subject || !rest) return null;
  return {
    ...{ cueClass: 'verb', lemma: lexicon.lemma(lower(words[at]!)), frame: isHeadline ? HEADLINE : 'passive-to' },
    ...{ at, rate: UNWEIGHED, content: [subject, rest], source: [] },
    cue: [verb === null ? [words[at]!.start, words[at]!.end] : cueSpan(parse, verb, at, null)],
  };
}

/** "ARE now believed" */
function verbBefore({ words }: Parse, at: number, first: number): number | null {
  let verb = at - 1;
  while (verb > first && words[verb]!.tag.startsWith('RB') && !/^(?:not|n't|never)$/.test(lower(words[verb]!))) verb--;
  return verb >= first && BE.test(lower(words[verb]!)) ? verb : null;
}

/** "HAVE been believed", "STILL believed" */
function groupFrom({ words }: Parse, at: number, first: number): number {
  let from = at;
  while (from - 1 > first && /^(?:have|has|had|still|now|also)$/.test(lower(words[from - 1]!))) from--;
  return from;
}

/** "at least nine THOUGHT killed": no thought is counted there. */
export const isHeldSo = (parse: Parse, at: number): boolean =>
  HELD.test(lower(parse.words[at]!)) && soAfter(parse, at, sentenceOf(parse, at), false) !== null;

/** Where it begins how they are held to be: "DEAD", in a headline also "TO have died"; what the word goes with is something else. */
function soAfter(parse: Parse, at: number, { run: [, last] }: Sentence, orTo: boolean): number | null {
  const next = parse.words[at + 1];
  if (!next || at + 1 >= last) return null;
  if (orTo && lower(next) === 'to' && /^(?:have|be)$/.test(parse.words[at + 2]?.form ?? '')) return at + 1;
  if (!SO.test(lower(next))) return null;
  const after = parse.words[at + 2];
  const isAlone =
    after === undefined ||
    at + 2 >= last ||
    isMark(after) ||
    /^(?:IN|TO|CC|R[BP]|WRB)/.test(after.tag) ||
    AS.test(lower(after));
  return isAlone ? at + 1 : null;
}

/** "At least nine people | believed" */
function subjectFrom(parse: Parse, before: number, first: number): number {
  let from = before;
  while (from > first) {
    const word = parse.words[from - 1]!;
    if (!/^(?:NN|CD|JJ|DT|PRP|POS|\$)/.test(word.tag) && !IN_SUBJECT.test(lower(word))) break;
    from--;
  }
  while (
    from < before &&
    /^(?:of|in|at|from|on|near|than|to)$/.test(lower(parse.words[from]!)) &&
    parse.words[from + 1]?.form !== 'least'
  )
    from++;
  const isSomebody = parse.words.slice(from, before).some(({ tag }) => /^(?:NN|CD|PRP)/.test(tag));
  return isSomebody ? from : before;
}

/**
 * Before a mark, and before "as the ferry sinks", which is told as it stands; null where a verb goes on that is said of the
 * same: "Ship believed lost in storm RETURNS".
 */
function endOf({ words }: Parse, so: number, last: number): number | null {
  const asserts = (from: number) => {
    for (let at = from; at < last && !isMark(words[at]!); at++)
      if (/^(?:VBD|VBZ|VBP|MD)$/.test(words[at]!.tag)) return true;
    return false;
  };
  let isBeside = false;
  let group = so;
  while (/^(?:TO|VB)/.test(words[group + 1]?.tag ?? '') && lower(words[so]!) === 'to') group++;
  for (let at = group + 1; at < last; at++) {
    const { tag } = words[at]!;
    const form = lower(words[at]!);
    if (isMark(words[at]!) || (AS.test(form) && asserts(at + 1))) return at;
    isBeside ||= AS.test(form) || /^(?:that|which|who|where|and|but|or|to)$/.test(form);
    if (!isBeside && at > group + 1 && /^VB[DZPN]$/.test(tag)) return null;
  }
  return last;
}
