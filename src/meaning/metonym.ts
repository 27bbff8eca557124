import { lower, spanOf } from '../attributions/tree.ts';
import { verbForms } from '../language/forms.ts';
import type { Parse, Word } from '../language/parse.ts';
import { slice } from '../text/span.ts';
import { wordList } from '../text/word-list.ts';

type Role = 'still' | 'addressed' | 'power' | 'relation' | 'given' | 'pressed' | 'mind' | 'side' | 'moving';

const roles = new Map(
  wordList('metonymy').map(([role, words]) => [
    role as Role,
    new Set(words!.split(' ').flatMap((word) => [word, ...verbForms(word)])),
  ]),
);
const is = (role: Role, form: string): boolean => roles.get(role)!.has(form);

const codes = new Map(wordList('governments').map(([name, code]) => [name!, code!]));

/** ISO 3166-1 code of the government that goes by the name, EU for the Union; null where the name does not tell whose. */
export function governmentOf(name: string): string | null {
  const plain = name.replace(/[’']s?$/, '').replace(/^The /, 'the ');
  const code = codes.get(plain) ?? codes.get(plain.replace(/^the /, ''));
  return code === undefined || code === '-' ? null : code;
}

/** A house is no country: whoever is "in the Kremlin" is in a place, but what "the Kremlin" does is done by a government. */
const isGovernment = (name: string): boolean => codes.has(name) || codes.has(name.replace(/^[Tt]he /, ''));

/**
 * Does the name in words `[first, last)` stand for a government: "told Seoul", "Moscow's war efforts", not "in Seoul",
 * "Moscow's streets"? False for a name that is no government's.
 */
export function standsForGovernment(parse: Parse, first: number, last: number): boolean {
  const span = spanOf(parse, [first, last]);
  return span !== null && isGovernment(slice(parse.text, span)) && actsAsSomebody(parse, first, last);
}

/** Does the name stand for people who act, a government or a team, whatever it names: "Chicago beat Boston"? */
export function actsAsSomebody(parse: Parse, first: number, last: number): boolean {
  return acts(parse, first, last, 0);
}

const NO_WORD = { text: '', form: '', tag: '', head: -1, label: '' } as Word;
const wordAt = (parse: Parse, at: number): Word => parse.words[at] ?? NO_WORD;
const formAt = (parse: Parse, at: number): string => lower(wordAt(parse, at));

/** "Washington, Seoul and Tokyo": the second and third are in the first one's part. */
const MOST_JOINED = 6;

function acts(parse: Parse, first: number, last: number, joined: number): boolean {
  const next = wordAt(parse, last);
  if (/^['’]s?$/.test(next.text) && next.tag === 'POS') return ownsPower(parse, last + 1);
  const noun = nounAfter(parse, last);
  if (noun !== null) return is('power', formAt(parse, noun)) || isTitled(parse, noun);
  const before = beforeName(parse, first);
  const byPreposition = prepositionTells(parse, before);
  if (byPreposition !== null) return byPreposition;
  const top = headOfName(parse, first, last);
  const earlier = joinedTo(parse, first, top);
  if (earlier !== null && joined < MOST_JOINED) return acts(parse, earlier, earlier + 1, joined + 1);
  return clauseTells(parse, top);
}

/** Back over "the", "northern", "neighbouring": the word that the name hangs on. */
function beforeName(parse: Parse, first: number): number {
  let at = first - 1;
  while (
    at >= 0 &&
    at >= first - 3 &&
    /^(?:DT|JJ|PRP\$|RB)$/.test(wordAt(parse, at).tag) &&
    !isPreposition(formAt(parse, at))
  )
    at--;
  return at;
}

/** "Moscow’s brutal WAR": the noun that is owned. */
function ownsPower(parse: Parse, from: number): boolean {
  let noun = -1;
  let last = from;
  for (; last < from + 7; last++) {
    const { tag } = wordAt(parse, last);
    if (/^NN/.test(tag)) noun = last;
    else if (noun >= 0 || !/^(?:JJ|VB[GN]$|RB|CD|CC|,|HYPH|``|''|DT)/.test(tag)) break;
  }
  if (noun < 0) return last > from && is('power', formAt(parse, last - 1)); // "refusal" taken for an adjective
  return is('power', formAt(parse, noun)) || isDeed(formAt(parse, noun)) || isPerson(parse, from, noun);
}

/** "Moscow’s determination": what somebody does or thinks; not its population. */
const isDeed = (form: string): boolean =>
  /(?:[ts]ion|ment|ance|ence|ness|al)s?$/.test(form) &&
  !/^(?:population|location|station|section|region|apartment|monument|pavement|establishment|entrance|residence|capital|hospital|terminal|festival|canal|museum|distance|cathedral|audience|fashion|environment|precipitation|elevation|pollution|recession|inflation|existence|arsenal|settlement|tradition|entertainment|institution|congregation|insurance|stations|circulation|business|wilderness)s?$/.test(
    form,
  );

/** "Russia’s Vladimir Putin", "Ukraine’s President Zelenskyy"; not "Russia’s Kursk region" */
function isPerson(parse: Parse, from: number, noun: number): boolean {
  for (let at = from; at <= noun; at++) if (isTitled(parse, at)) return true;
  return false;
}

const TITLE =
  /^(?:president|premier|chancellor|minister|secretary|senator|sen\.|gov\.|governor|rep\.|gen\.|general|ambassador|king|queen|prince|prime|foreign|defen[cs]e|mayor|attorney|supreme|ministry|parliament|congress|senate|army|navy|government|republicans?|democrats?|gop|politburo|duma|state|department|house|air|national|police|guard)$/;
const isTitled = (parse: Parse, at: number): boolean =>
  /^NNP/.test(wordAt(parse, at).tag) && TITLE.test(formAt(parse, at));

/** "Moscow OFFICIALS", "U.S. senior OFFICIALS": the noun whose modifier the name is; null where it stands alone. */
function nounAfter(parse: Parse, last: number): number | null {
  const { head, label } = wordAt(parse, last - 1);
  const isModifier = /^(?:compound|amod|nmod:poss|dep)$/.test(label) && head >= last && head < last + 5;
  return isModifier && /^NN/.test(wordAt(parse, head).tag) && !wordsBetween(parse, last, head) ? head : null;
}

/** A mark between parts them: "Ukraine, officials say" */
const wordsBetween = (parse: Parse, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!/^(?:NN|JJ|VB[GN]|CD|HYPH|CC)/.test(wordAt(parse, at).tag)) return true;
  return false;
};

const PREPOSITION =
  /^(?:in|near|across|throughout|outside|inside|into|at|around|within|onto|via|through|beyond|off|along|over|above|towards?|between|by|with|against|from|to|for|on|upon|of|about|among|amid|behind|beside|besides|like|than|as|after|before|since|under|until|including|without|despite|regarding|concerning|surrounding|and|or|but)$/;
const isPreposition = (form: string): boolean => PREPOSITION.test(form);
/** Prepositions after which a name is where something is. */
const WHERE =
  /^(?:in|near|across|throughout|outside|inside|into|at|around|within|onto|via|through|beyond|off|along|over|above|surrounding)$/;
const SOMEBODY = /^(?:against|without|besides|unlike)$/;

/** What the preposition before the name tells; null where there is none. */
function prepositionTells(parse: Parse, at: number): boolean | null {
  const form = formAt(parse, at);
  if (form === 'in') return /^(?:trust|confidence|faith|believe|believes)$/.test(formAt(parse, at - 1));
  if (WHERE.test(form)) return false;
  if (SOMEBODY.test(form) || form === 'by') return true;
  const governors = [formAt(parse, at - 1), ...governorsOf(parse, at)];
  const some = (...wanted: Role[]): boolean => governors.some((word) => wanted.some((role) => is(role, word)));
  if (form === 'to') return formAt(parse, at - 1) === 'according' || some('given', 'relation');
  if (form === 'from') return some('given') || governors.includes('independence') || givenBefore(parse, at);
  if (form === 'including' || form === 'like') return some('side', 'power');
  if (form === 'with') return !governors.some((word) => /^(?:border|borders|frontier|boundary)$/.test(word));
  if (form === 'between') return some('relation');
  if (form === 'for') return !some('moving') && some('given', 'power', 'side', 'addressed');
  if (form === 'on' || form === 'upon') return some('pressed');
  if (/^towards?$/.test(form))
    return governors.some((word) => /^(?:policy|policies|stance|attitude|hostility|approach|position)$/.test(word));
  if (form === 'of') return ofTells(governors);
  if (form === 'about' || form === 'as' || form === 'than') return false;
  return null;
}

/** "ASSISTANCE to Ukraine from the U.S." */
function givenBefore(parse: Parse, at: number): boolean {
  for (let word = at - 1; word > at - 6 && !/^(?:VB|[.,:])/.test(wordAt(parse, word).tag); word--)
    if (/^NN/.test(wordAt(parse, word).tag) && is('given', formAt(parse, word))) return true;
  return false;
}

/** "the army of Ukraine", "an ally of Moscow"; not "the invasion of Ukraine", "the people of Ukraine" */
const ofTells = (governors: readonly string[]): boolean =>
  governors.some((word) => is('side', word)) || POSTS.test(governors[0] ?? '');
const POSTS =
  /^(?:government|governments|president|presidents|premier|leader|leaders|leadership|king|queen|minister|chancellor|parliament|congress|army|armies|forces|troops|ministry|officials|envoy|ambassador|accusations?|support|backing|help|mercy|allies|authorities|embassy|demands?|interests|instigation|behest|orders|part|involvement|role|decisions?|refusal|willingness|intentions?|aims?|ambitions?|claims?|statements?|policy|policies)$/;

/** The words that a preposition and its noun hang on in the tree. */
function governorsOf(parse: Parse, preposition: number): string[] {
  const noun = wordAt(parse, preposition).head;
  const above = noun > preposition ? wordAt(parse, noun).head : noun;
  if (above < 0 || above > preposition) return [];
  const word = wordAt(parse, above);
  return /^VB/.test(word.tag) ? [lower(word), ...objectsOf(parse, above, preposition)] : [lower(word)];
}

/** "supplied WEAPONS to Minsk", "imposed SANCTIONS on Russia" */
const objectsOf = (parse: Parse, verb: number, before: number): string[] =>
  (parse.dependents[verb] ?? [])
    .filter((d) => d > verb && d < before && parse.words[d]!.label === 'dobj')
    .map((d) => formAt(parse, d));

/** Of the words of a name, the one that hangs on a word outside it. */
function headOfName(parse: Parse, first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) {
    const { head } = parse.words[at]!;
    if (head < first || head >= last) return at;
  }
  return last - 1;
}

/** "Seoul and TOKYO said": the part of the first is that of the second. */
function joinedTo(parse: Parse, first: number, top: number): number | null {
  const { head, label } = wordAt(parse, top);
  if (label === 'conj' && head >= 0 && head < first && /^NN/.test(wordAt(parse, head).tag)) return head;
  return null;
}

/** What the name is to the verb of its clause. */
function clauseTells(parse: Parse, top: number): boolean {
  const { head, label } = wordAt(parse, top);
  if (head < 0) return false;
  const verb = wordAt(parse, head);
  const form = lower(verb);
  if (label === 'nsubj') return subjectActs(parse, top, head);
  if (label === 'nsubjpass') return is('addressed', form) || is('given', form);
  if (label === 'dobj' || label === 'iobj')
    return is('addressed', form) || (label === 'iobj' && head < top) || givenMore(parse, top, form);
  return label === 'nmod:agent' || (label === 'dep' && is('addressed', form));
}

/** "gave KYIV weapons": two objects */
const givenMore = (parse: Parse, top: number, form: string): boolean =>
  is('given', form) && /^(?:NN|DT|JJ|CD)/.test(wordAt(parse, top + 1).tag);

function subjectActs(parse: Parse, top: number, head: number): boolean {
  if (describesPlace(parse, top)) return false;
  const verb = wordAt(parse, head);
  const form = lower(verb);
  if (/^JJ|^VBN$/.test(verb.tag) && hasCopula(parse, head))
    return is('mind', form) || (verb.tag === 'VBN' && is('addressed', form));
  if (/^NN/.test(verb.tag)) return is('side', form);
  if (!/^VB/.test(verb.tag)) return false;
  return !is('still', form);
}

const hasCopula = (parse: Parse, at: number): boolean =>
  (parse.dependents[at] ?? []).some((d) => /^(?:cop|auxpass)$/.test(parse.words[d]!.label));

/** "Moscow, the city": said to be a place. */
const describesPlace = (parse: Parse, top: number): boolean =>
  (parse.dependents[top] ?? []).some(
    (d) =>
      parse.words[d]!.label === 'appos' &&
      /^(?:city|capital|town|port|metropolis|village|region|island)$/.test(formAt(parse, d)),
  );
