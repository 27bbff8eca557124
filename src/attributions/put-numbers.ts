import type { Parse } from '../language/parse.ts';
import type { Candidate } from './candidates.ts';
import { cueSpan } from './cue.ts';
import { isPassive } from './frames.ts';
import type { CueLexicon } from './lexicon.ts';
import type { Chosen } from './select.ts';
import { nounPhrase, sourceOf, withoutDay } from './source.ts';
import { dependentOf, isVerb, lower, sentenceOf, spanOf } from './tree.ts';
import { UNWEIGHED, withUnowned } from './unowned.ts';

/** Verbs that put a number somewhere. */
export const PUTS = /^(?:put|puts|estimate[sd]?)$/;
const NUMBERS =
  /^(?:tolls?|numbers?|total|figures?|count|deaths|casualties|losses|damage|costs?|strength|turnout|size)$/;
/** "the death toll [in the strike on the depot] at" */
const MOST_BETWEEN = 14;
/** "at [no fewer than] eight" */
const MOST_BEFORE = 4;

/** "The ministry put the toll at eight", "the toll was put at eight by the ministry": where neither rules nor model have it. */
export function withPutNumbers(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] {
  const more = parse.words.flatMap((_, at) => putAt(parse, at, lexicon) ?? []);
  return withUnowned(parse, chosen, more);
}

function putAt(parse: Parse, at: number, lexicon: CueLexicon): Candidate | null {
  const word = parse.words[at]!;
  if (!isVerb(word) || !PUTS.test(lower(word))) return null;
  const passive = isPassive(parse, at);
  const noun = dependentOf(parse, at, passive ? 'nsubjpass' : 'dobj');
  if (noun === undefined || !NUMBERS.test(lower(parse.words[noun]!)) || noun < at !== passive) return null;
  const number = numberAfter(parse, Math.max(at, noun));
  const source = sourceOf(parse, at, passive);
  const [by, what] = [source && spanOf(parse, withoutDay(parse, source)), nounPhrase(parse, noun)];
  if (!number || !by) return null;
  const content = passive
    ? [spanOf(parse, [what[0], Math.min(what[1], at)]), spanOf(parse, number)]
    : [spanOf(parse, [what[0], number[1]])];
  return {
    ...{ cueClass: 'verb', lemma: lexicon.lemma(lower(word)), frame: 'that', at, rate: UNWEIGHED },
    content: content.filter((span) => span !== null),
    cue: [cueSpan(parse, at, at, null)],
    source: [by],
  };
}

/** The run of "at at least eight", from its "at" on. */
function numberAfter(parse: Parse, after: number): readonly [number, number] | null {
  const end = sentenceOf(parse, after).run[1];
  for (let at = after + 1; at < Math.min(end, after + MOST_BETWEEN); at++) {
    if (lower(parse.words[at]!) !== 'at') continue;
    const number = [1, 2, 3, MOST_BEFORE].find((n) => parse.words[at + n]?.tag === 'CD');
    if (number === undefined) continue;
    let last = at + number + 1;
    while (last < end && /^(?:CD|NNS?)$/.test(parse.words[last]!.tag)) last++;
    return [at, last];
  }
  return null;
}
