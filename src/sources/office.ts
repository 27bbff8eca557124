import { isSourceNoun, singular } from '../attributions/source-kind.ts';
import type { Parse, Word } from '../language/parse.ts';
import { governmentOf } from '../meaning/metonym.ts';
import type { Span } from '../text/span.ts';
import { isPersonNoun } from './described.ts';
import type { Mention } from './mention.ts';
import { isTitle } from './person-name.ts';

/** What a person does and for whom, in the text's own words. */
export interface Office {
  readonly office: Span | null;
  readonly affiliation: Span | null;
  /** its nouns and adjectives, in small letters: "senior", "analyst" */
  readonly roles: readonly string[];
}

type Run = readonly [number, number];

const NOBODY: Office = { office: null, affiliation: null, roles: [] };

/** "Hong Min, a senior analyst at the institute", "Pentagon spokesman John Kirby", "Defense Minister Rustem Umerov" */
export function officeOf(parse: Parse, mention: Mention): Office {
  if (mention.form !== 'name') return NOBODY;
  return behind(parse, mention.run[1]) ?? before(parse, mention) ?? NOBODY;
}

const isNounish = ({ tag, text }: Word): boolean =>
  /^(?:NN|JJ|HYPH$|CD$)/.test(tag) && !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(text);

/** Nouns of people; a name with an apposition that ends in another noun is no person's office. */
const ROLE =
  /(?:man|woman|person|ist|er|or|ian|ant|ent|ee|chief|head|president|secretary|chair|analyst|official|mayor|judge|justice|fellow|aide|envoy|attorney|boss|coach|general|colonel|major|captain|premier|king|queen|prince|princess|pope|mp|ceo|director|nurse|witness|guard|pilot|widow|mother|father|wife|husband|son|daughter|sister|brother|candidate|nominee|democrat|republican|senator|governor|expert|chef|monk|priest|imam|rabbi|bishop|spokesperson|counsel|ambassador|advocate|representative|associate|deputy|commissioner|whip|constable)s?$/i;
/** "the Danube, a river": these end like a role and are none. */
const NO_ROLE =
  /^(?:river|water|weather|paper|newspaper|number|center|theater|matter|member state|letter|order|border|tower|power|centre|quarter|summer|winter|water|factor|sector|corridor|harbor|harbour|error|instrument|event|department|government|document|movement|agreement|statement|settlement|moment|parliament|apartment|investment|comment|percent|cent|continent|accident|incident|president-elect|player-coach|plant|restaurant|supporter group|carrier|tanker|freighter|cluster|filter|trailer|disaster|helicopter|shelter|cancer|flower|dinner|corner|danger|christian)$/i;

export const isRole = ({ text, tag, form }: Word): boolean =>
  /^(?:NN|JJ)/.test(tag) && (ROLE.test(text) || isPersonNoun(singular(form))) && !NO_ROLE.test(text);

const isAge = (words: readonly Word[], at: number): boolean =>
  /^\d\d$/.test(words[at]?.text ?? '') && words[at + 1]?.text === ',';

/** "Lorna Pitts, 58," may be taken up as "the 58-year-old". */
export function ageOf({ words }: Parse, { run }: Mention): string | null {
  const at = run[1] + 1;
  return words[run[1]]?.text === ',' && /^\d\d$/.test(words[at]?.text ?? '') && /^[,.]$/.test(words[at + 1]?.text ?? '')
    ? `${words[at]!.text}-year-old`
    : null;
}

/** ", a senior analyst at the Korea Institute" */
function behind(parse: Parse, from: number): Office | null {
  const { words } = parse;
  let at = from;
  if (words[at]?.text !== ',' && words[at]?.text !== '(') return null;
  at++;
  if (isAge(words, at)) at += 2; // "Rahima Akter, 31, a machine operator"
  if (/^(?:who|is|was)$/.test(words[at]?.form ?? '')) at++;
  if (/^(?:is|was)$/.test(words[at]?.form ?? '')) at++;
  const owner = ownerAt(words, at);
  if (owner) at = owner[1] + 1;
  else if (/^(?:DT|PRP\$)$/.test(words[at]?.tag ?? '')) at++;
  const last = endOfNouns(words, at);
  if (last === at || !isRole(words[last - 1]!)) return null;
  const split = owner ? at : splitAffiliation(words, at, last);
  const of = affiliationAfter(parse, last) ?? owner ?? (split > at ? ([at, split] as const) : null);
  return made(parse, [split, last], of);
}

/** "the ministry's | spokesman": the run before the possessive */
function ownerAt(words: readonly Word[], at: number): Run | null {
  for (let w = at; w < Math.min(words.length, at + 8); w++) {
    if (words[w]!.tag === 'POS') return w > at ? [at, w] : null;
    if (!/^(?:NN|JJ|DT$)/.test(words[w]!.tag)) return null;
  }
  return null;
}

function endOfNouns(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length && isNounish(words[at]!)) at++;
  while (at > from && !/^NN/.test(words[at - 1]!.tag) && !isRole(words[at - 1]!)) at--;
  return at;
}

/** "Pentagon | spokesman", "North Korean | leader": names in front of the role tell for whom. */
function splitAffiliation(words: readonly Word[], first: number, last: number): number {
  let at = first;
  while (at < last - 1 && /^\p{Lu}/u.test(words[at]!.text) && !isTitle(words[at]!.text)) at++;
  return at === first + 1 && isOpening(words, first) ? first : at;
}

/** "Fire chief Ada Jimenez": a sentence's first word has its capital from there. */
const isOpening = (words: readonly Word[], at: number): boolean =>
  !/^\p{Lu}{2,}/u.test(words[at]!.text) &&
  (at === 0 || /^(?:[.!?:;”"“'‘’]|''|``)$/.test(words[at - 1]!.text) || words[at]!.start - words[at - 1]!.end > 1);

/** "at the Korea Institute for National Unification", "for the ministry", "of Torv Industries" */
function affiliationAfter({ words }: Parse, from: number): Run | null {
  const marker = words[from];
  if (!marker || !/^(?:at|of|for|with|from)$/.test(marker.form)) return null;
  let at = from + 1;
  while (at < words.length && /^(?:DT|NN|JJ|POS|PRP\$|CD|HYPH)/.test(words[at]!.tag)) at++;
  while (
    /^(?:of|for|and|&)$/.test(words[at]?.text ?? '') &&
    /^(?:NNP|DT)/.test(words[at + 1]?.tag ?? '') &&
    isCapital(words, at)
  ) {
    at += 2;
    while (at < words.length && /^(?:NN|JJ|POS)/.test(words[at]!.tag)) at++;
  }
  return at > from + 1 && /^(?:NN|POS)/.test(words[at - 1]!.tag) ? [from + 1, at] : null;
}

const isCapital = (words: readonly Word[], at: number): boolean =>
  /^\p{Lu}/u.test(words[at - 1]!.text) &&
  /^\p{Lu}/u.test((words[at + 1]!.tag === 'DT' ? words[at + 2] : words[at + 1])?.text ?? '');

/** "[North Korean] leader | Kim Jong Un", "Defense Minister | Rustem Umerov" */
function before(parse: Parse, { run: [first, last], person }: Mention): Office | null {
  const { words } = parse;
  const own = person?.given ?? person?.surname;
  const at = words.slice(first, last).findIndex(({ text }) => text === own);
  const name = at < 0 ? first : first + at;
  let from = name;
  while (from > 0 && isOfTitle(words, from - 1) && name - from < 7 && words[from]!.start - words[from - 1]!.end <= 1)
    from--;
  if (from === name || !(isRole(words[name - 1]!) || isTitle(words[name - 1]!.text))) return null;
  const split = splitAffiliation(words, from, name);
  const owner = words[from - 1]?.tag === 'POS' ? ownerBefore(words, from - 1) : null;
  return made(parse, [split, name], split > from ? [from, split] : owner);
}

/** "Secretary OF State" */
const isOfTitle = (words: readonly Word[], at: number): boolean =>
  isNounish(words[at]!) ||
  (words[at]!.form === 'of' && isTitle(words[at + 1]!.text) && isTitle(words[at - 1]?.text ?? ''));

function ownerBefore(words: readonly Word[], possessive: number): Run | null {
  let at = possessive;
  while (at > 0 && /^(?:NN|JJ|DT$)/.test(words[at - 1]!.tag) && possessive - at < 6) at--;
  return at < possessive ? [at, possessive] : null;
}

function made({ words }: Parse, office: Run, affiliation: Run | null): Office {
  const span = ([first, last]: Run): Span => [words[first]!.start, words[last - 1]!.end];
  const told = words.slice(...office).filter(({ tag }) => /^(?:NN|JJ)/.test(tag));
  return {
    office: office[1] > office[0] ? span(office) : null,
    affiliation: affiliation && isBody(words, affiliation) ? span(affiliation) : null,
    roles: told.map(({ form }) => form.replace(/\.$/, '')),
  };
}

/** A house of power employs people, a country or its capital does not. */
const SEAT = /House|Pentagon|Kremlin|Street|Palace|Élysée|Whitehall|Foggy Bottom/;

/** Whom somebody may work for: a body by name or by its noun, not a country ("Australia's minister") or a person. */
function isBody(words: readonly Word[], [first, last]: Run): boolean {
  const from = /^(?:DT|PRP\$)$/.test(words[first]!.tag) ? first + 1 : first;
  const named = words.slice(from, last).some(({ tag }) => /^NNPS?$/.test(tag));
  const noun = words[last - 1]!;
  const phrase = words
    .slice(from, last)
    .map(({ text }) => text)
    .join(' ');
  const country = governmentOf(phrase) !== null && !SEAT.test(phrase);
  if (country || noun.tag === 'JJ') return false;
  return named || (/^NN$/.test(noun.tag) && isSourceNoun(noun.form) && !isPersonNoun(noun.form));
}

/** "Admiral", "Dame": a rank or a courtesy says less of somebody than any post. */
export const isRank = (words: string): boolean =>
  /^(?:(?:Gen|General|Admiral|Adm|Colonel|Col|Major|Captain|Capt|Lt|Lieutenant|Sgt|Sergeant|Sir|Dame|Lord|Lady|Sister|Father|Rev|Professor|Prof|Dr|Doctor|Mr|Mrs|Ms)\.?\s?)+$/.test(
    words,
  );

/** "a spokesman for the ministry": what an unnamed one does and for whom. */
export function officeOfUnnamed(parse: Parse, { run, head }: Mention): Office {
  const { words } = parse;
  if (!isRole(words[head]!) && !/^(?:official|source|people|person)s?$/.test(words[head]!.form)) return NOBODY;
  let from = head;
  while (from > run[0] && isNounish(words[from - 1]!)) from--;
  const split = splitAffiliation(words, from, head + 1);
  const owner = words[from - 1]?.tag === 'POS' && from - 1 > run[0] ? ([run[0], from - 1] as const) : null;
  const of = affiliationAfter(parse, head + 1);
  return made(parse, [split, head + 1], of ?? (split > from ? [from, split] : owner));
}
