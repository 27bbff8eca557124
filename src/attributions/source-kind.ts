import { isMadeLikeAgency, isMadeLikeOutlet } from '../text/outlet-name.ts';
import { wordList } from '../text/word-list.ts';
import type { SourceKind } from './attribution.ts';

/** What a noun tells of a source; `insider` makes an unnamed one anonymous: "a senior official". */
type NounKind = SourceKind | 'insider';

const nouns = new Map(wordList('source-kinds').map(([word, kind]) => [word!, kind as NounKind]));
const governments = new Set(wordList('governments').map(([name]) => name!));
const outlets = new Map(wordList('outlets').map(([name, kind]) => [name!, kind as 'outlet' | 'agency']));

const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Adm|Sgt|Sir|Dame|Lord|Lady|President|Prime Minister|Minister|Chancellor|Secretary|Senator|Governor|Mayor|General|Colonel|Major|Captain|Admiral|Judge|Justice|Professor|Ambassador|King|Queen|Prince|Princess|Pope)\b\.?\s+(?=\p{Lu})/u;
const GOVERNMENT_NAME =
  /\b(?:Ministry|Government|White House|Downing Street|Kremlin|Pentagon|Foreign Office|Department of \w+|(?:State|Defense|Justice|Treasury|Defence) Department)\b/;
const BODY_NAME =
  /\b(?:Institute|University|College|Party|Committee|Council|Commission|Group|Inc|Corp|Ltd|Company|Union|Association|Foundation|Centre|Center|Court|Congress|Senate|Parliament|Army|Navy|Air Force|Police|Bureau|Bank|Board|Organization|Organisation|Nations|Agency|Authority|Service|Campaign|Association|Society|League|Front|Forces|Club|Federation|Securities|Industries|Holdings|Airlines|Airways|Partners|Capital|Energy|Systems|Technologies|Hospital|Clinic|School|Academy|Museum|Church|Authority|Council|Coalition|Alliance|Movement|Brigade|Battalion|Regiment|Corporation|Insurance|Motors|Trust|Fund|Exchange|Laboratory|Laboratories|Pharmaceuticals|Logistics|Shipping|Chamber|Federation|Tribunal|Constabulary|Watch|International|Chiefs|Staff|Institution|Observatory|Network|Centre|Initiative|Treasury|House|Office|Department|Ministry)\b/;
const FIRM_END =
  /^(?:\p{Lu}\S* )+(?:Marine|Lines|Motor|Oil|Gas|Petroleum|Mining|Electric|Electronics|Software|Cement|Textiles|Breweries|Water|Rail|Foods|Stores|Railways|Diagnostics|Aerospace|Freight|Ferries|Telecom|Shipyards?|Chemicals)$/u;

/** "Calder Marine", "Selm Lines", by the last word: the first may be a given name. */
export const isFirmName = (name: string): boolean => FIRM_END.test(name);

const PRONOUN =
  /^(?:he|she|i|we|you|they|it|who|which|that|this|those|these|one|some|many|most|others|both|all|his|her|their|its|my|our|nobody|everyone|someone)$/i;

/**
 * The kind of a source, from its own words alone; null where they do not tell.
 * @param phrase the source without its appositions: "Western officials", "Hong Min"
 * @param plural the head noun's tag says so
 */
export function sourceKind(phrase: string): SourceKind | null {
  const before = known.get(phrase);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const kind = kindOf(phrase);
  if (phrase.length <= LONGEST_KNOWN) known.set(phrase, kind);
  return kind;
}

/** The same phrases come again and again: so many are kept in mind, then all are forgotten. */
const MOST_KNOWN = 20_000;
/** In UTF-16 units: a longer piece of a text would keep all of it in memory. */
const LONGEST_KNOWN = 40;
const known = new Map<string, SourceKind | null>();

function kindOf(phrase: string): SourceKind | null {
  const bare = phrase.replace(/^(?:the|The|a|A|an|An)\s+/, '');
  const name = phrase.replace(/[’']s$/, '');
  if (bare === 'WHO') return 'organisation';
  if (/^(?:he|she|i|me|him|her|his|my|you)$/i.test(phrase)) return 'person';
  if (/^(?:it|they|we|who|which|that|this|those|these|one|its|their|our|you)$/i.test(phrase)) return null;
  const outlet = outlets.get(name) ?? outlets.get(bare) ?? outlets.get(`The ${bare}`);
  if (outlet) return outlet;
  if (governments.has(name) || governments.has(bare)) return 'government';
  const kind = isNamed(bare) ? namedKind(bare) : (nounKind(phrase) ?? null);
  // "the Frankfurt Kurier" is no person, "the Rev Alan Thorley" is
  return kind === 'person' && /^[Tt]he \p{Lu}/u.test(phrase) && !TITLE.test(bare) ? null : kind;
}

/** Does the phrase end in a name: "Gen. Kim Yong", "the Defense Ministry", rather than in a common noun? */
export function isNamed(phrase: string): boolean {
  if (PRONOUN.test(phrase)) return phrase === 'WHO';
  const core = coreOf(phrase);
  if (!/\p{Lu}[\p{L}.’'-]*$/u.test(core)) return false;
  if (governments.has(core) || governments.has(`the ${core}`)) return true; // "the Kremlin"
  if (/^(?:\p{Lu}\S* )+\p{Lu}\S*$/u.test(core) && isBodyName(core)) return true; // "Meridian Post", not "Officials"
  return !nouns.has(lastWord(core)) && !nouns.has(singular(lastWord(core)));
}

const isBodyName = (name: string): boolean =>
  isMadeLikeOutlet(name) || isMadeLikeAgency(name) || GOVERNMENT_NAME.test(name) || BODY_NAME.test(name);

const lastWord = (phrase: string): string => phrase.split(' ').at(-1)!.toLowerCase();

/** "dozens of soldiers", "two of the officials": what they are part of tells the kind. */
const PART_OF =
  /^(?:(?:at least|about|some|more than|up to|nearly|almost)\s)?(?:tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands|millions|a number|a group|a pair|a handful|one|two|three|four|five|several|some|many|most|all|both|none)\sof\s(?:the\s|its\s|his\s|her\s|their\s)?/i;

/** The phrase before an apposition or a preposition: "a spokesman for the ministry" → "a spokesman". */
const coreOf = (phrase: string): string =>
  phrase
    .replace(PART_OF, '')
    .split(/,\s|\s(?:for|at|of|in|from|with|on|to|by|close|familiar|who)\s/)[0]!
    .trim();

function namedKind(name: string): SourceKind | null {
  const core = coreOf(name);
  if (TITLE.test(core)) return 'person';
  if (isMadeLikeAgency(core)) return 'agency';
  if (isMadeLikeOutlet(core)) return 'outlet';
  if (GOVERNMENT_NAME.test(core)) return 'government';
  const words = core.split(/\s+/);
  if (BODY_NAME.test(core) || isFirmName(core)) return 'organisation';
  if (words.slice(0, -1).some((word) => nouns.get(word) === 'outlet')) return 'outlet'; // "the weekly Andes"
  if (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^(?:\p{Lu}|de$|van$|von$|bin$|al-|el-)/u.test(word))
  )
    return 'person';
  // "Defense Secretary Ann Lee", "spokesman Li Wei": a role, then a name
  return /\p{Ll}\s+\p{Lu}\S+\s+\p{Lu}\S+$/u.test(core) || hasRole(words) ? 'person' : null;
}

const hasRole = (words: readonly string[]): boolean => {
  const kind = words.slice(0, -1).map((word) => nouns.get(word.toLowerCase()));
  return kind.some((k) => k === 'insider' || k === 'office' || k === 'collective');
};

function nounKind(phrase: string): SourceKind | null {
  const core = coreOf(phrase)
    .toLowerCase()
    .replace(/[’']s$/, '');
  const whole = core.replace(/^(?:the|a|an|its|his|their|our)\s+/, '');
  const words = whole.split(/\s+/);
  const last = words.at(-1) ?? '';
  const kind = nouns.get(whole) ?? nouns.get(words.slice(-2).join(' ')) ?? nouns.get(last) ?? nouns.get(singular(last));
  if (kind === undefined) return core.endsWith('state media') ? 'outlet' : null;
  if (/^spokes(?:man|woman|person)$/.test(last)) return 'office';
  if (kind === 'insider')
    return last === singular(last) || isPluralWord(last) || KNOWS.has(singular(last)) ? 'anonymous' : 'collective';
  if (kind === 'collective') return last === singular(last) && !isPluralWord(last) ? 'anonymous' : 'collective';
  return kind;
}

/** Unnamed people in such a role know what they tell, also in the plural: "Western officials", not "survivors". */
const KNOWS = new Set(
  'official source insider diplomat aide adviser advisor staffer executive informant whistleblower officer investigator negotiator'.split(
    ' ',
  ),
);

const isPluralWord = (word: string): boolean => /^(?:some|many|most|others|both|media|people|police)$/.test(word);

export function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Does the list know the noun as somebody's: "official", "ministry", not "report"? */
export const isSourceNoun = (noun: string): boolean => nouns.has(noun) && nouns.get(noun) !== 'document';

export const isOutlet = (phrase: string): boolean => /^(?:outlet|agency)$/.test(sourceKind(phrase) ?? '');
