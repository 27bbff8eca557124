import type { Parse } from '../language/parse.ts';
import type { Cluster } from './cluster.ts';
import { kindOfNoun } from './described.ts';
import type { Mention } from './mention.ts';

/** In words: "a | Selm-based family-owned chemicals | firm" */
const MOST_BEFORE = 6;

/**
 * "Larchmont Vale, THE OPERATOR of the plant", "Larchmont Vale is A CHEMICALS FIRM", "SHARES IN Larchmont Vale": what might be
 * somebody's name is a body's. A given name, a title or a post that was told go before.
 */
export function isToldBody(parse: Parse, { run: [first, last] }: Mention, { gender, person, kind }: Cluster): boolean {
  const isOpen = (kind === null || kind === 'person') && gender === null && (person?.titles.length ?? 0) === 0;
  return isOpen && (isOwned(parse, first) || isCalledBody(parse, last));
}

const isOwned = ({ words }: Parse, first: number): boolean =>
  /^(?:shares?|stakes?)$/.test(words[first - 2]?.form ?? '') && /^(?:in|of)$/.test(words[first - 1]?.form ?? '');

function isCalledBody({ words }: Parse, last: number): boolean {
  let at = last;
  if (words[at]?.text === ',') at++;
  if (/^(?:which|is|was)$/.test(words[at]?.form ?? '')) at++;
  if (/^(?:is|was)$/.test(words[at]?.form ?? '')) at++;
  if (at === last || !/^(?:an?|the)$/.test(words[at]?.form ?? '')) return false;
  let noun = at;
  while (noun < at + MOST_BEFORE && /^(?:NN|JJ|HYPH|VB[GN]|POS|RBS|JJS)/.test(words[noun + 1]?.tag ?? '')) noun++;
  const { tag, form } = words[noun]!;
  if (noun === at || !/^NNS?$/.test(tag) || kindOfNoun(form) !== 'organisation' || PEOPLE.test(form)) return false;
  return form !== 'operator' || words[noun + 1]?.form === 'of';
}
/** What people are as well: "a software DEVELOPER"; so is a crane operator, but seldom the operator of a plant. */
const PEOPLE = /^(?:developer|maker|supplier|giant|body|business|carrier)$/;
