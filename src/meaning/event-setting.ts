import { lower } from '../attributions/tree.ts';
import type { Parse, Sentence } from '../language/parse.ts';
import { isOf } from './event-lexicon.ts';

/** Half of all words, and in no class. */
const FUNCTION_WORD = /^(?:DT|IN|PRP|TO|CC|MD|W|RB|[.,:`'(-])/;

/** Where a text is more about business or sport than about politics, a name alone makes no political party. */
export function isStrict(parse: Parse): boolean {
  let political = 0;
  let other = 0;
  for (const { tag, form } of parse.words) {
    if (FUNCTION_WORD.test(tag)) continue;
    if (isOf('polity', form)) political++;
    else if (isOf('business', form) || isOf('sport', form)) other++;
  }
  return other >= 2 && other > political;
}

/** Words of a sentence that are looked at: a text without full stops is cut at as many anyway. */
export function isElsewhere(parse: Parse, { run: [first, last] }: Sentence): boolean {
  let sport = 0;
  let political = 0;
  for (let at = first; at < last; at++) {
    const { tag, form } = parse.words[at]!;
    if (FUNCTION_WORD.test(tag)) continue;
    if (/^NNS?$/.test(tag) && isOf('sport', form)) sport++;
    if (isOf('polity', form)) political++;
    if (isOf('fiction', form) && isTold(parse, at, first)) return true;
  }
  return sport >= 1 && sport > political;
}

/** "IN the film, …", "THE novel follows …" */
function isTold(parse: Parse, at: number, first: number): boolean {
  for (let w = at - 1; w >= Math.max(first, at - 4); w--) if (/^(?:in|of)$/.test(lower(parse.words[w]!))) return true;
  return /^nsubj/.test(parse.words[at]!.label);
}
