import { lower } from '../attributions/tree.ts';
import type { Parse, Word } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import { wordList } from '../text/word-list.ts';
import { type Candidate, candidatesOf, keyOf, type Site } from './gazetteer.ts';
import { sitesOf } from './place-sites.ts';

/** Words `[first, last)` that the gazetteer knows as a name and that are no part of a longer one. */
export interface PlaceName {
  readonly first: number;
  readonly last: number;
  /** of the name and of its kind, "Kursk region" */
  readonly span: Span;
  readonly key: string;
  readonly candidates: readonly Candidate[];
  /** what its kind leaves of them */
  readonly sites: readonly Site[];
  /** the text says that it is a region or a town: "the state of Georgia", "the city of Kursk" */
  readonly kind: 'region' | 'city' | null;
  /** after "in", "near", "across": surely a place */
  readonly isWhere: boolean;
  /** owns nothing and stands before no noun: "a GALLUP survey" does */
  readonly isAlone: boolean;
}

/** "Democratic Republic of the Congo" has six. */
const MOST_WORDS = 6;
/** In UTF-16 units; a text may be one word. */
const LONGEST = 60;
const NO_WORD = { text: '', form: '', tag: '', head: -1, label: '', start: -1, end: -1 } as Word;
const wordAt = (parse: Parse, at: number): Word => parse.words[at] ?? NO_WORD;
const formAt = (parse: Parse, at: number): string => lower(wordAt(parse, at));

export const isName = (word: Word): boolean => /^NNPS?$/.test(word.tag) && /^\p{Lu}/u.test(word.text);
/** Only a space between: "Paris Hilton", not "Paris, Hilton" */
const touches = (parse: Parse, at: number): boolean => wordAt(parse, at).end + 1 === wordAt(parse, at + 1).start;

const demonyms = new Map(wordList('demonyms').map(([word, country]) => [word!, country!]));
/** The country that a word for its people and things speaks of: "Ukrainian" → UA */
export const countryOfPeople = (word: string): string | undefined => demonyms.get(word);

/** All names of places that stand as names of their own, in text order. */
export function placeNames(parse: Parse): PlaceName[] {
  const found: PlaceName[] = [];
  for (let at = 0; at < parse.words.length; at++) {
    if (!opensName(parse.words[at]!)) continue;
    const name = longestAt(parse, at);
    if (!name) continue;
    const own = standing(parse, name);
    if (own) joined(parse, found, own);
    at = (own ?? name).last - 1;
  }
  return found;
}

/** "in Khan Younis and RAFAH" is in both; "the KURSK and Belgorod regions" are two regions. */
function joined(parse: Parse, found: PlaceName[], name: PlaceName): void {
  const before = found.at(-1);
  const isJoined = before !== undefined && isListed(parse, before, name);
  const regions = isJoined && name.kind === 'region' && before.kind === null && isPlural(parse, name.last);
  if (regions) {
    const sites = sitesOf(before.candidates, 'region');
    if (sites.every(({ precision }) => precision === 'region'))
      found[found.length - 1] = { ...before, sites, kind: 'region' };
  }
  found.push(isJoined && before.isWhere && name.isAlone ? { ...name, isWhere: true } : name);
}

const isPlural = (parse: Parse, at: number): boolean => formAt(parse, at).endsWith('s');

/** "Ukraine, Georgia and the Netherlands": only commas and the like between. */
export function isListed(parse: Parse, before: PlaceName, after: PlaceName): boolean {
  if (before.first < 0 || after.first <= before.last || after.first - before.last > 3) return false;
  for (let at = before.last; at < after.first; at++) if (!/^(?:,|and|or|the)$/.test(formAt(parse, at))) return false;
  return true;
}

const opensName = ({ text, tag }: Word): boolean =>
  /^\p{Lu}/u.test(text) && (/^(?:NN|JJ|CD|FW|VB|PRP$)/.test(tag) || text.length > 3);

interface Match {
  readonly first: number;
  readonly last: number;
  readonly end: number;
  readonly key: string;
  readonly candidates: readonly Candidate[];
}

/** "Cox's Bazar" is parted without a space. */
const goesOn = (parse: Parse, at: number): boolean => touches(parse, at - 1) || wordAt(parse, at).tag === 'POS';

/** "New South Wales" before "New": the longer name wins. */
function longestAt(parse: Parse, first: number): Match | null {
  let last = first + 1;
  while (last < first + MOST_WORDS && goesOn(parse, last) && /^[\p{L}.'’-]+$/u.test(wordAt(parse, last).text)) last++;
  if (formAt(parse, first) === 'washington' && formAt(parse, first + 2) === 'd.c.')
    return matchOf(parse, first, first + 3);
  for (; last > first; last--) {
    const match = matchOf(parse, first, last);
    if (match) return match;
  }
  return null;
}

/** "London-BASED" */
const BOUND = /-(?:based|born|area|bound)$/i;

function matchOf(parse: Parse, first: number, last: number): Match | null {
  const closing = wordAt(parse, last - 1);
  const bound = BOUND.exec(closing.text)?.[0].length ?? 0;
  const end = closing.end - bound;
  if (end - parse.words[first]!.start > LONGEST) return null;
  const text = parse.text.slice(parse.words[first]!.start, end);
  if (!/\p{Lu}/u.test(text.slice(text.lastIndexOf(' ') + 1)) || isTooShort(text)) return null;
  const key = keyOf(text.replace(/,?\s+/g, ' '));
  const candidates = candidatesOf(key);
  return candidates.length > 0 ? { first, last, end, key, candidates } : null;
}

/** "US" is a country, "Us" a word, "LA" and "Of" nobody knows. */
const isTooShort = (text: string): boolean =>
  (text.length < 4 || (text.length === 4 && /^\p{Lu}+$/u.test(text))) &&
  !/^(?:U\.?[SKN]|U\.S|UAE|DRC|NYC|PRC|\p{Lu}\p{Ll}\p{Ll}|L\.A)$/u.test(text);

/** Words that go before a name of a place without making another name of it. */
const SIDE =
  /^(?:north|south|east|west|north(?:ern|east|west|eastern|western)|south(?:ern|east|west|eastern|western)|eastern|western|central|downtown|greater|inner|outer|upper|lower|mainland|metropolitan|suburban|rural|coastal|occupied|neighbou?ring|in|of|the|from|near|to|and|at|for|with|as|on|by|post-war|modern|old|today)$/;
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:jan|febr)uary$|^(?:march|april|june|july|august)$|^(?:sept|nov|dec)ember$|^october$|^(?:jan|feb|mar|apr|aug|sept|oct|nov|dec)\.$/;
const REGION =
  /^(?:regions?|oblasts?|provinces?|state|governorates?|krai|prefectures?|territory|voivodeship|canton|strip)$/;
/** Smaller than what the gazetteer has. */
const SMALLER =
  /^(?:county|counties|district|districts|department|raion|parish|borough|township|municipality|island|islands|river|lake|valley|mountains?|bay|sea|peninsula|desert|canal|strait|gulf|airport|highway|street|road|avenue|university|college)$/;
/** "US dollars" */
const MONEY = /^(?:dollars?|pounds?|cents?|rupees?|yen|won|euros?)$/;

/** Bodies, offices and works whose name goes on with "of" and a place. */
const BODY = new RegExp(
  `^(?:${(
    'university bank church duke duchess prince princess museum college archdiocese diocese bishop archbishop institute academy federation union party ministry ' +
    'government president minister king queen emir sultan parliament congress senate court chamber council board department association society league voice radio ' +
    'times post army guard forces front movement embassy consulate ambassador governor mayor republic kingdom treaty battle declaration statue bay gulf sea strait tower ' +
    'school theatre theater orchestra symphony house lord lords lady baron earl commonwealth daughters sons office secretary attorney commission committee company corp. ' +
    'group club fund foundation center centre hospital library knights order day wolf merchant gangs bureau agency authority police service services force airport ' +
    'stadium exchange journal review legislature assembly speaker chancellor cardinal rector regents trustees supervisors commissioners representatives bar partnership ' +
    'workers teachers sheriff mufti grand patriarch metropolitan scouts girls boys mothers women friends peace accord pact sheikh chief reserve'
  )
    .split(' ')
    .map((word) => word.replace('.', '\\.'))
    .join('|')})$`,
);

/** The match with its kind, where it stands as a name of its own: not "Paris Hilton", "the Bank of England". */
function standing(parse: Parse, match: Match): PlaceName | null {
  const { first, end, key, candidates } = match;
  let { last } = match;
  const kindWord = touches(parse, last - 1) ? formAt(parse, last) : '';
  if (SMALLER.test(kindWord) || MONEY.test(kindWord) || parse.text[end] === '$') return null;
  if (
    isAdjective(parse, match) ||
    (parse.text[end] === '-' && last > match.last - 1 && !BOUND.test(parse.text.slice(end, end + 6)))
  )
    return null;
  const isRegion = REGION.test(kindWord) && candidates.some(({ site }) => site.precision === 'region');
  const isAlone = !isOwner(parse, match.last) && !isModifier(parse, match.last);
  const isWhere = isAlone && afterWhere(parse, first);
  if (isRegion && kindWord === 'state' && isName(wordAt(parse, last)) && !isWhere && isAmerican(candidates))
    return null;
  if (isRegion) last++;
  if (continues(parse, first, last)) return null;
  const [ahead, kindAhead] = kindBefore(parse, first);
  if (ahead && BODY.test(ahead) && !kindAhead) return null;
  const kind = isRegion ? 'region' : kindWord === 'city' ? 'city' : kindAhead;
  const sites = sitesOf(candidates, kind);
  if (sites.length === 0) return null;
  return {
    first,
    last: match.last,
    span: [parse.words[first]!.start, isRegion ? parse.words[last - 1]!.end : end],
    key,
    candidates,
    sites,
    kind,
    isWhere,
    isAlone,
  };
}

/** "U.S. citizens" are American ones; but "U.S. banks" are there. */
const isAdjective = (parse: Parse, { last, key }: Match): boolean => {
  const { label, head } = wordAt(parse, last - 1);
  const modifies = /^u\.?[sk]\.?(?:a\.?)?$/.test(key) && /^(?:compound|amod|dep)$/.test(label) && head >= last;
  return modifies && PEOPLE.test(formAt(parse, head));
};
const PEOPLE =
  /^(?:citizens?|nationals?|passports?|men|women|people|students?|marines?|voters?|families|attorneys?|dollars?)$|(?:[eo]r|ist|man|men|woman|women|ian|ee|ant)s?$/;

/** "in CLINTON's case", "in US history": what is in is not the place. */
const isOwner = (parse: Parse, last: number): boolean => wordAt(parse, last).tag === 'POS';
const isModifier = (parse: Parse, last: number): boolean =>
  wordAt(parse, last - 1).label === 'compound' &&
  wordAt(parse, last - 1).head >= last &&
  /^NN/.test(wordAt(parse, last).tag);

/** "Michigan State" plays football. */
const isAmerican = (candidates: readonly Candidate[]): boolean =>
  candidates.some(({ site }) => site.precision === 'region' && site.country === 'US');

/** Is there a further word of the same name before or after: "George WASHINGTON", "PARIS Hilton"? */
function continues(parse: Parse, first: number, last: number): boolean {
  const before = wordAt(parse, first - 1);
  if (isName(before) && touches(parse, first - 1) && !SIDE.test(lower(before)) && !CALENDAR.test(lower(before)))
    return true;
  if (before.text === '&' || /^[@#]$/.test(before.text)) return true;
  const after = wordAt(parse, last);
  if (!touches(parse, last - 1)) return false;
  if (after.text === '&' || /^(?:19|20)\d\d$/.test(after.text)) return true;
  if (/^\p{Lu}\p{L}*-\p{Ll}/u.test(after.text)) return true;
  return isName(after) && !CALENDAR.test(lower(after)) && after.tag !== 'POS';
}

const CITY = /^(?:city|town|port|village|capital|suburb|metropolis|municipality|hamlet)$/;

/** "the STATE of Georgia", "the Ukrainian CITY of Kharkiv", "the CAPITAL, Kyiv" */
function kindBefore(parse: Parse, first: number): [word: string | null, kind: PlaceName['kind']] {
  let at = first - 1;
  while (at > first - 3 && /^(?:the|,)$/.test(formAt(parse, at))) at--;
  const isOf = formAt(parse, at) === 'of';
  const word = formAt(parse, isOf ? at - 1 : at);
  const capital = isName(wordAt(parse, isOf ? at - 1 : at));
  if (CITY.test(word) && !(isOf && word === 'capital')) return [word, 'city'];
  if (isOf && isOfTitled(parse, at - 1)) return [null, 'region'];
  if (isOf && REGION.test(word) && !(capital && word === 'territory')) return [word, 'region'];
  return [isOf && capital ? word : null, null];
}

const WHERE =
  /^(?:in|near|across|throughout|outside|inside|into|around|within|at|to|from|through|toward|towards|via|onto)$/;
/** "SEN. Maria Cantwell of Washington" is the state's. */
function isOfTitled(parse: Parse, last: number): boolean {
  let at = last;
  while (at > last - 4 && isName(wordAt(parse, at - 1))) at--;
  return at < last && /^(?:sens?\.|senators?|govs?\.|governors?|reps?\.|representatives?)$/.test(formAt(parse, at));
}

const SURELY = /^(?:in|near|across|throughout|outside|inside|into|around|within)$/;

function afterWhere(parse: Parse, first: number): boolean {
  let at = first - 1;
  while (
    at > first - 4 &&
    (/^(?:DT|JJ)/.test(wordAt(parse, at).tag) || SIDE.test(formAt(parse, at))) &&
    !WHERE.test(formAt(parse, at))
  )
    at--;
  return SURELY.test(formAt(parse, at));
}

/** The single names of people: "Hillary CLINTON" → clinton, "JORDAN Spieth" → jordan. */
export function peopleNames(parse: Parse, names: readonly PlaceName[]): ReadonlySet<string> {
  const places = new Set(names.filter(({ first, last }) => last > first + 1).map(({ first }) => first));
  const found = new Set<string>();
  for (let at = 0; at < parse.words.length; at++) {
    if (!isName(parse.words[at]!)) continue;
    const first = at;
    while (isName(wordAt(parse, at + 1)) && touches(parse, at)) at++;
    if (places.has(first) || !isPerson(parse, first, at)) continue;
    found.add(keyOf(wordAt(parse, at).text));
    found.add(keyOf(wordAt(parse, first).text));
  }
  return found;
}

/** Two to four names, none of a side, a region or a body. */
function isPerson(parse: Parse, first: number, last: number): boolean {
  if (last === first || last - first > 3 || CALENDAR.test(formAt(parse, last))) return false;
  for (let at = first; at <= last; at++)
    if (SIDE.test(formAt(parse, at)) || REGION.test(formAt(parse, at)) || BODY.test(formAt(parse, at))) return false;
  return true;
}
