import type { Attribution } from '../attributions/attribution.ts';
import { dependentOf, dependentsOf, firstWordAt, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Entity } from '../meaning/meaning.ts';
import { governmentOf } from '../meaning/metonym.ts';
import { countryOfPeople } from '../meaning/place-names.ts';
import type { Reading } from '../read.ts';
import { nameOfItem, registered } from '../sources/register.ts';
import type { Span } from '../text/span.ts';
import { isFailing } from './negation.ts';
import type { Predication } from './predications.ts';
import { phraseKey, stemOf } from './stem.ts';
import { isStrikeOfWork, WALKOUT } from './strikes-of-work.ts';

/** A word of a statement as it is compared: "@KP" for a state, "~hlynka" for another name, else a stem. */
export interface Term {
  readonly key: string;
  readonly span: Span;
  readonly role: 'head' | 'actor' | 'patient' | 'other' | 'aside';
  /** index of the word */
  readonly at: number;
  /** 1; less for each word of a name in several: "Kim Jong Un" weighs as one */
  readonly share: number;
}

/** What each word of a document stands for. */
export interface WordKeys {
  /** none for a word that only builds the sentence */
  readonly at: (at: number) => readonly string[];
  readonly ofSpan: (span: Span) => readonly string[];
}

const CONTENT = /^(?:NN|VB|JJ|RB|FW|CD)/;
/** Words of every sentence; those of saying tell who reports, not what. */
const EMPTY = new Set(
  (
    "be is are was were been being am 's 're 'm have has had having 've do does did done will would can could may might shall " +
    "should must not n't no never also just only even still very so too then there here now already as than more most less " +
    'least such other own same many much several some any all both each every few first last next new one two not yet ago ' +
    'about almost nearly around over up out off down away back again however meanwhile nor neither when where how why ' +
    'according reportedly allegedly supposedly apparently likely probably possibly perhaps maybe get got put puts go gone goes went become became join joined take make give come mr mrs ms'
  ).split(' '),
);
const isLabelEmpty = (label: string): boolean => /^(?:aux|auxpass|cop|det|case|mark|cc|punct|neg|expl)$/.test(label);

/** "North Korea", "the United States": the longest name of a state that opens at a word. */
const MOST_NAME = 4;

export function wordKeys(reading: Reading, parse: Parse): WordKeys {
  const named = new Map<number, readonly string[]>();
  for (const entity of reading.entities) nameMentions(parse, entity, named);
  nameStates(parse, named);
  for (const { span, type } of reading.times)
    if (type !== 'SET') for (const at of wordsIn(parse, span)) named.set(at, NOTHING);
  const common = commonCapitals(reading, parse);
  const at = (word: number): readonly string[] =>
    named.get(word) ??
    (isStrikeOfWork(parse, word) ? WALKED_OUT : null) ??
    (common.has(word) ? [stemOf(lower(parse.words[word]!))] : plainKey(parse, word));
  return {
    at,
    ofSpan: (span) => [...new Set(wordsIn(parse, span).flatMap((word) => at(word)))],
  };
}

/** "Depot Blast Kills 12": words of a headline that the text has in small letters are no names. */
function commonCapitals({ document }: Reading, parse: Parse): ReadonlySet<number> {
  const small = new Set(parse.words.filter(({ text }) => /^\p{Ll}{3,}$/u.test(text)).map(({ text }) => text));
  const titles = parse.sentences.filter(({ block }) => /^head/.test(document.blocks[block]!.kind));
  const words = titles.flatMap(({ run }) => Array.from({ length: run[1] - run[0] }, (_, i) => run[0] + i));
  const isCommon = (at: number) => /^NNPS?$/.test(parse.words[at]!.tag) && small.has(lower(parse.words[at]!));
  return new Set(words.filter(isCommon));
}

function wordsIn(parse: Parse, [start, end]: Span): number[] {
  const found: number[] = [];
  for (let at = firstWordAt(parse, start); at < parse.words.length && parse.words[at]!.start < end; at++)
    found.push(at);
  return found;
}

function plainKey(parse: Parse, at: number): readonly string[] {
  const { tag, label, text } = parse.words[at]!;
  const form = lower(parse.words[at]!);
  const phrase = tag.startsWith('VB') ? phraseAt(parse, at, form) : undefined;
  if (phrase) return [phrase];
  if (!CONTENT.test(tag) || isLabelEmpty(label) || EMPTY.has(form) || EMPTY.has(stemOf(form)) || !/\p{L}/u.test(text))
    return NOTHING;
  if (tag === 'CD') return NOTHING;
  const isName = /^NNPS?$/.test(tag) && /^\p{Lu}/u.test(text);
  return form.split('-').length > 2 || !isName
    ? [stemOf(form)]
    : [isTitle(form) ? stemOf(form) : `~${form.replace(/'s$/, '')}`];
}
const NOTHING: readonly string[] = [];
const WALKED_OUT: readonly string[] = [WALKOUT];

/** "STEPPED down", "BLEW the bridge UP", "PULLED its troops BACK" */
function phraseAt(parse: Parse, at: number, form: string): string | undefined {
  const object = objectOf(parse, at);
  const done = object === undefined ? null : lower(parse.words[object]!);
  const beside = dependentsOf(parse, at, 'compound:prt', 'advmod').filter((d) => d > at);
  for (const particle of [...beside, at + 1]) {
    const [word, next] = [parse.words[particle], parse.words[particle + 1]];
    if (!word || !(/^R[BP]/.test(word.tag) || lower(word) === 'out')) continue;
    if (done === null && next?.tag === 'VBG') continue;
    const key = phraseKey(form, lower(word), done, next ? lower(next) : '');
    if (key) return key;
  }
  return undefined;
}

/** To what it is done, also in "the PLANE was shot down", "the PLANE that they shot down" */
function objectOf(parse: Parse, at: number): number | undefined {
  const own = dependentOf(parse, at, 'dobj', 'nsubjpass', 'xcomp', 'ccomp');
  if (own !== undefined && !/^W/.test(parse.words[own]!.tag)) return own;
  const { head, label, tag } = parse.words[at]!;
  const isDoer =
    own === undefined &&
    (tag === 'VBG' || dependentsOf(parse, at, 'nsubj').some((d) => /^W/.test(parse.words[d]!.tag)));
  return label.startsWith('acl') && head >= 0 && !isDoer ? head : undefined;
}

/** "General Wounded" in a headline, "President": words that are names only by their capital. */
const isTitle = (form: string): boolean =>
  stemOf(form) !== form || /^(?:general|president|minister|officer|army|police)$/.test(form);

/** States by name and by their people, wherever no entity is: "UKRAINIAN fire" → @UA */
function nameStates(parse: Parse, named: Map<number, readonly string[]>): void {
  for (let at = 0; at < parse.words.length; at++) {
    const { text } = parse.words[at]!;
    if (!/^\p{Lu}/u.test(text)) continue;
    const korean = /^(?:North|South)$/.test(text) && /^Koreans?$/.test(parse.words[at + 1]?.text ?? '');
    if (korean) {
      named.set(at, [text === 'North' ? '@KP' : '@KR']);
      named.set(at + 1, NOTHING);
      at++;
      continue;
    }
    const [code, length] = halfAt(parse, at) ?? stateAt(parse, at);
    if (code === null) continue;
    named.set(at, [`@${code}`]);
    for (let next = at + 1; next < at + length; next++) named.set(next, NOTHING);
    at += length - 1;
  }
}

/** "the North" where North Korea is spoken of; not "the North Sea" */
function halfAt(parse: Parse, at: number): readonly [code: string, length: number] | null {
  const { text } = parse.words[at]!;
  if (!/^(?:North|South)$/.test(text) || /^\p{Lu}/u.test(parse.words[at + 1]?.text ?? '')) return null;
  if (lower(parse.words[at - 1] ?? parse.words[at]!) !== 'the' || !isOfKorea(parse)) return null;
  return [text === 'North' ? 'KP' : 'KR', 1];
}

const ofKorea = new WeakMap<Parse, boolean>();
function isOfKorea(parse: Parse): boolean {
  const known = ofKorea.get(parse) ?? /\b(?:North Korea|South Korea|Pyongyang|Seoul)/.test(parse.text);
  ofKorea.set(parse, known);
  return known;
}

function stateAt(parse: Parse, at: number): readonly [code: string | null, length: number] {
  for (let length = MOST_NAME; length > 0; length--) {
    const last = parse.words[at + length - 1];
    if (!last) continue;
    const name = parse.text.slice(parse.words[at]!.start, last.end);
    if (name.length > 60) continue;
    const code = governmentOf(name) ?? (length === 1 ? countryOfPeople(name) : undefined);
    if (code) return [code, length];
  }
  return [null, 1];
}

const stateOf = ({ wikidata, name }: Entity): string | null => {
  const item = wikidata ? nameOfItem(wikidata) : null;
  const known = item ? registered(item) : null;
  if (known && known.kind === 'government' && known.standsFor === null) return known.country;
  return governmentOf(name);
};

/** What the words of an entity's mentions stand for, and its pronouns. */
function nameMentions(parse: Parse, entity: Entity, named: Map<number, readonly string[]>): void {
  const state = stateOf(entity);
  const own = state ? [`@${state}`] : keysOfName(entity);
  if (own.length === 0) return;
  for (const mention of entity.mentions) {
    const words = wordsIn(parse, mention);
    const isPronoun = words.length === 1 && /^(?:PRP|WP)/.test(parse.words[words[0]!]!.tag);
    const names = words.filter((at) => /^NNP/.test(parse.words[at]!.tag));
    if (isPronoun || (state && names.length > 0)) {
      const [first, ...rest] = isPronoun ? words : names;
      named.set(first!, own);
      for (const at of rest) named.set(at, NOTHING);
    } else if (entity.kind === 'person' && names.length > 0) {
      for (const at of names) named.set(at, NOTHING);
      named.set(names.at(-1)!, own);
    } else if (!state && isDescription(parse, words)) {
      const head = words.at(-1)!;
      named.set(head, [...new Set([...plainKey(parse, head), ...own])]);
    }
  }
}

/** "the officer" for a general of the North who was named before */
const isDescription = (parse: Parse, words: readonly number[]): boolean =>
  words.length === 2 && /^(?:the|this|that)$/.test(lower(parse.words[words[0]!]!));

/** "Kim Jong Un" → ~un by its last word; "a senior North Korean general" → senior, @KP, general */
function keysOfName({ name, kind }: Entity): string[] {
  const words = name
    .replace(/[’']s\b/g, '')
    .split(/\s+/)
    .slice(0, 6);
  if (kind === 'person' && /^\p{Lu}/u.test(words.at(-1) ?? '')) return [`~${words.at(-1)!.toLowerCase()}`];
  const korean = /(North|South) Korean?s?/.exec(name);
  const keys = korean ? [korean[1] === 'North' ? '@KP' : '@KR'] : [];
  for (const word of words) {
    const form = word.toLowerCase();
    if (/^(?:North|South|Korean?s?)$/.test(word) && korean) continue;
    const country = countryOfPeople(word) ?? governmentOf(word);
    if (country) keys.push(`@${country}`);
    else if (!EMPTY.has(form) && !/^(?:a|an|the|of|in|at|for|to|by|with|and|who|his|her|its|their)$/.test(form))
      keys.push(/^\p{Lu}/u.test(word) && !isTitle(form) ? `~${form}` : stemOf(form));
  }
  return keys;
}

/** "a spokesman for the North's Foreign Ministry" speaks for @KP. */
function speakerOf(keys: readonly string[]): readonly string[] {
  const states = keys.filter((key) => key.startsWith('@'));
  return states.length > 0 ? states.slice(0, 1) : keys.filter((key) => key.startsWith('~')).slice(-1);
}

/** Words of names that stand side by side weigh as one. */
function shared(terms: readonly Term[]): Term[] {
  const found = [...terms];
  for (let first = 0; first < found.length; first++) {
    let last = first;
    while (
      found[first]!.key.startsWith('~') &&
      found[last + 1]?.key.startsWith('~') &&
      found[last + 1]!.at === found[last]!.at + 1
    )
      last++;
    for (let i = first; i <= last && last > first; i++) found[i] = { ...found[i]!, share: 1 / (last - first + 1) };
    first = last;
  }
  return found;
}

/** Of who speaks only names: "a spokesman for the KURSK administration" speaks of what is in Kursk. */
const isNamed = ({ key }: Term): boolean => /^[@~]/.test(key);

const UNTOLD = /^(?:they|them|some|many|most|others|it|he|him|she|her|both|none|few|several|dozens)$/;

/** "SOME have joined attacks": whom is told by the sentence before. */
function before(parse: Parse, keys: WordKeys, { words, head }: Predication): number[] {
  if (!words.some((at) => UNTOLD.test(lower(parse.words[at]!)) && keys.at(at).length === 0)) return [];
  const [first] = sentenceOf(parse, head).run;
  if (first === 0) return [];
  const [from, to] = sentenceOf(parse, first - 1).run;
  return Array.from({ length: to - from }, (_, i) => from + i);
}

const FIRST_PERSON = /^(?:i|we|us|our|ours|my|me)$/;

/** The terms of a clause, of what stands beside it, and of both with who says it. "our army" is the army of whoever speaks. */
export function termsOf(
  parse: Parse,
  keys: WordKeys,
  part: Predication,
  { source }: Attribution,
): { readonly own: Term[]; readonly beside: Term[]; readonly setting: Term[] } {
  const speaker = speakerOf(source.flatMap((span) => keys.ofSpan(span)));
  const term = (at: number, role: Term['role']): Term[] => {
    const { start, end } = parse.words[at]!;
    const found = FIRST_PERSON.test(lower(parse.words[at]!)) && source.length > 0 ? speaker : keys.at(at);
    return found.map((key) => ({ key, span: [start, end], role, at, share: 1 }));
  };
  const roleOf = (at: number): Term['role'] => {
    if (at === part.head) return 'head';
    if (part.asides.has(at)) return 'aside';
    // whom a pronoun means is a guess: it may join two statements, but not part them
    if (/^PRP/.test(parse.words[at]!.tag)) return 'other';
    return part.actor.has(at) ? 'actor' : part.patient.has(at) ? 'patient' : 'other';
  };
  const said = source.flatMap((span) => wordsIn(parse, span));
  const beside = [...part.setting, ...before(parse, keys, part)].filter((at) => !said.includes(at));
  return {
    own: shared(part.words.filter((at) => !isFailing(parse, at)).flatMap((at) => term(at, roleOf(at)))),
    beside: beside.flatMap((at) => term(at, 'other')),
    setting: [
      ...[...part.setting, ...before(parse, keys, part)].flatMap((at) => term(at, 'other')),
      ...said.flatMap((at) => term(at, 'other')).filter(isNamed),
    ],
  };
}
