import { nounPhrase } from '../attributions/source.ts';
import { dependentsOf, lower, yieldOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { wordList } from '../text/word-list.ts';
import { isOf } from './event-lexicon.ts';

export type Run = readonly [number, number];

const governments = new Set(wordList('governments').map(([name]) => name!));

/** "Palestinian", "Israeli", "Danish": where no better is known, the ending of a capitalised adjective tells. */
const DEMONYM = /^\p{Lu}\p{L}+(?:an|ish|ese|i|ch|ek|ss)$/u;

export const isDemonym = (parse: Parse, at: number): boolean =>
  parse.words[at]?.tag === 'JJ' && DEMONYM.test(parse.words[at].text);

/** Can the noun do or suffer a political event? A name, a word for people or a body, a count of them. */
export function isParty(parse: Parse, at: number): boolean {
  const { tag, text } = parse.words[at]!;
  const form = lower(parse.words[at]!);
  if (/^NNPS?$/.test(tag)) return /^(?:[ae]l-)?\p{Lu}/u.test(text) && !isOf('notparty', form);
  if (tag === 'PRP' || governments.has(text)) return true;
  if (isOf('party', form) || isOf('martial', form) || isPerson(form, tag)) return true;
  if (tag === 'CD' || isOf('group', form)) return tag === 'CD' ? isCount(parse, at) : hasParties(parse, at);
  return isDemonym(parse, at) || (tag === 'NNS' && isDemonym(parse, at));
}

/** "smugglers", "economist", "fishermen": by its ending, but for the things that end so. */
const isPerson = (form: string, tag: string): boolean =>
  tag.startsWith('NN') && /(?:.{2}er|.{2}or|ist|ian|eer|man|men)s?$/.test(form) && !isOf('thing', form);

/** "three" alone, "two others"; not "$50,000" nor "1998" */
const isCount = (parse: Parse, at: number): boolean => /^[a-z]+$/i.test(parse.words[at]!.text) || hasParties(parse, at);

const hasParties = (parse: Parse, at: number): boolean =>
  dependentsOf(parse, at, 'nmod').some((of) => of > at && isParty(parse, of));

/** "Peru", "United States": the last or the first word of a country's or a capital's name */
export function isGovernment(parse: Parse, at: number): boolean {
  const { text } = parse.words[at]!;
  const [before, after] = [parse.words[at - 1]?.text, parse.words[at + 1]?.text];
  return governments.has(text) || governments.has(`${text} ${after}`) || governments.has(`${before} ${text}`);
}

/** How many words of a phrase are looked at. */
const LOOK = 14;

/**
 * Does the phrase say that it is political: "rebels", "the French president", "Peru"? In a text that is not about
 * business or sport a name or a pronoun will do.
 */
export function isPolity(parse: Parse, at: number, strict: boolean): boolean {
  const [first, last] = nounPhrase(parse, at);
  for (let w = Math.max(first, at - LOOK); w < Math.min(last, at + LOOK); w++) {
    const { tag, form } = parse.words[w]!;
    if (isOf('polity', form) || isDemonym(parse, w)) return true;
    if (isGovernment(parse, w)) return true;
    if (!strict && (/^NNPS?$/.test(tag) || /^(?:he|she|they|it)$/.test(form)) && !isOf('notparty', form))
      return !isBusiness(parse, at);
  }
  return !strict && isOf('party', lower(parse.words[at]!));
}

/** "Acme Motors", "the company": no polity, whatever its name. */
export function isBusiness(parse: Parse, at: number): boolean {
  const [first, last] = yieldOf(parse, at, (child) => parse.words[child]!.label !== 'compound');
  for (let w = first; w < last; w++) if (isOf('corporate', lower(parse.words[w]!))) return true;
  return false;
}
