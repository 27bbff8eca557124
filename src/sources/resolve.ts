import type { Attribution } from '../attributions/attribution.ts';
import type { Parse } from '../language/parse.ts';
import { standsForGovernment } from '../meaning/metonym.ts';
import { type Span, slice } from '../text/span.ts';
import { antecedentOf, type Candidate } from './antecedent.ts';
import { apposed, type Names } from './apposed.ts';
import { addMention, type Cluster, clusterOf } from './cluster.ts';
import { described, type Recent } from './described.ts';
import { Memory } from './memory.ts';
import type { Mention } from './mention.ts';
import { bareName, type Ground, groundOf, mentionsIn, sourceMention } from './mentions.ts';
import { governmentOfPeople, namedClusters } from './named.ts';
import { ageOf, officeOf, officeOfUnnamed } from './office.ts';
import { isToldBody } from './told-body.ts';

/** Who the words of each source stand for. */
export interface Resolved {
  readonly clusterAt: (span: Span) => Cluster | null;
  readonly clusters: readonly Cluster[];
}

/** Whom a pronoun stands for, of those named lately; `speaks` where it is the source of a statement. */
export type Choose = (pronoun: Mention, candidates: readonly Candidate[], speaks: boolean) => Cluster | null;

/**
 * One source across the mentions of a document: names first, each with its shorter forms, then the text from start to
 * end, where pronouns and descriptions take up those named before.
 *
 * @param parties words for those who act and are acted upon, beside the sources
 */
export function resolve(
  parse: Parse,
  attributions: readonly Attribution[],
  parties: readonly Span[],
  choose: Choose = antecedentOf,
): Resolved {
  const ground = groundOf(parse);
  const mentions = mentionsIn(ground);
  const linked = attributions.flatMap(({ chain }) => chain.map(({ span }) => span).filter((span) => span !== null));
  const phrases = phrasesOf(ground, mentions, [...linked, ...parties]);
  const speakers = new Set(
    attributions.flatMap(({ chain }) => (chain[0]?.span && phrases.get(keyOf(chain[0].span))) ?? []),
  );
  const opened = openedBy(parse, attributions, phrases);
  const told = readNames(ground, mentions, new Set(phrases.values()));
  for (const mention of inOrder(parse, mentions, [...phrases.values()])) {
    const cluster =
      told.found.get(mention) ??
      clusterFor(told, mention, (pronoun) =>
        choose(pronoun, told.memory.candidates(opened.get(pronoun.span[0]) ?? null), speakers.has(pronoun)),
      );
    if (cluster) take(told, mention, cluster, speakers.has(mention));
  }
  const clusterAt = (span: Span) => {
    const mention = phrases.get(keyOf(span));
    return mention ? (told.found.get(mention) ?? null) : null;
  };
  for (const span of linked) nameFully(parse, span, clusterAt(span));
  return { clusterAt, clusters: [...new Set(told.found.values())] };
}

const keyOf = ([start, end]: Span): string => `${start} ${end}`;

/** The mention that each source's and party's words are. */
function phrasesOf(ground: Ground, mentions: readonly Mention[], spans: readonly Span[]): Map<string, Mention> {
  const byWord = new Map(mentions.map((mention) => [mention.run[0], mention]));
  const phrases = new Map<string, Mention>();
  for (const span of spans) {
    const mention = phrases.has(keyOf(span)) ? null : sourceMention(ground, span, byWord);
    if (mention) phrases.set(keyOf(span), mention);
  }
  return phrases;
}

/** Who says what opens with "it", by where the "it" begins: "COVELD said (that) IT had shut the valve" */
function openedBy(
  { text }: Parse,
  attributions: readonly Attribution[],
  phrases: ReadonlyMap<string, Mention>,
): ReadonlyMap<number, Mention> {
  return new Map(
    attributions.flatMap(({ chain, content, cue }): [number, Mention][] => {
      const [by, what] = [chain[0]?.span && phrases.get(keyOf(chain[0].span)), content[0]];
      const that = what && /^(?:that\s+)?(?=it\s)/.exec(text.slice(...what));
      if (!by || !what || !that || !cue[0] || cue[0][0] > what[0]) return [];
      return [[what[0] + that[0].length, by]];
    }),
  );
}

/** "Russia's Defense Ministry" says more than "Defense Ministry". */
function nameFully({ text }: Parse, span: Span, cluster: Cluster | null): void {
  if (!cluster || cluster.person || cluster.government) return;
  const phrase = bareName(slice(text, span).split(/,\s/)[0]!);
  if (phrase.endsWith(` ${cluster.name}`) && /[’']s?\s\S+(?:\s\S+){0,3}$/.test(phrase)) cluster.name = phrase;
}

/** What the text has told so far. */
interface Told {
  readonly parse: Parse;
  readonly found: Map<Mention, Cluster>;
  /** whom the word is part of a mention of */
  readonly atWord: Map<number, Cluster>;
  readonly names: Names;
  /** by ISO 3166-1 code */
  readonly governments: Map<string, Cluster>;
  readonly memory: Memory;
}

/** All names, with what is told beside them; a city or a country is its government only where it acts. */
function readNames({ parse }: Ground, mentions: readonly Mention[], linked: ReadonlySet<Mention>): Told {
  const found = namedClusters(
    mentions,
    (mention) => linked.has(mention) || standsForGovernment(parse, ...mention.run),
    parse.words.some(({ text }) => /^(?:North-)?Koreans?$/.test(text)),
  );
  const all = [...found];
  for (const [mention, cluster] of all)
    if (isToldBody(parse, mention, cluster)) Object.assign(cluster, { kind: 'organisation', person: null });
  for (const [mention, { roles }] of all)
    for (const role of [...officeOf(parse, mention).roles, ageOf(parse, mention) ?? []].flat()) roles.add(role);
  const names = all.flatMap(([mention, cluster]) =>
    [mention.run[0], mention.head].map((at) => [at, { mention, cluster }] as const),
  );
  const governments = all.flatMap(([, cluster]) =>
    cluster.government ? [[cluster.government, cluster] as const] : [],
  );
  return {
    parse,
    found,
    atWord: new Map(all.flatMap(([mention, cluster]) => wordsOf(mention).map((word) => [word, cluster] as const))),
    names: new Map(names),
    governments: new Map(governments),
    memory: new Memory(),
  };
}

const wordsOf = ({ run }: Mention): number[] => Array.from({ length: run[1] - run[0] }, (_, i) => run[0] + i);

/** Names, pronouns, noun phrases and the words of sources as they stand in the text, the longer first. */
function inOrder(parse: Parse, mentions: readonly Mention[], phrases: readonly Mention[]): Mention[] {
  const known = new Set(mentions);
  const own = phrases.filter((phrase) => phrase.form !== 'name' && !known.has(phrase));
  return [...withoutTold(parse, mentions, phrases), ...own].sort(
    (a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1],
  );
}

/** Noun phrases that a source's own words take in, or that only tell who the name before them is, are no others. */
function withoutTold(parse: Parse, mentions: readonly Mention[], phrases: readonly Mention[]): Mention[] {
  const heads = new Set(phrases.filter(({ form }) => form !== 'name').map(({ head }) => head));
  const appositions = new Set(
    mentions.flatMap((mention) => (mention.form === 'name' ? behindComma(parse, mention) : [])),
  );
  return mentions.filter(({ form, head, run }) => {
    return form === 'name' || form === 'pronoun' || !(heads.has(head) || appositions.has(run[0]));
  });
}

/** "Hong Min, | a senior analyst" */
const behindComma = ({ words }: Parse, { run }: Mention): number[] => {
  if (words[run[1]]?.text !== ',') return [];
  const aged = /^\d\d$/.test(words[run[1] + 1]?.text ?? '') && words[run[1] + 2]?.text === ',';
  return [run[1] + (aged ? 3 : 1)];
};

type Pick = (pronoun: Mention) => Cluster | null;

function clusterFor(told: Told, mention: Mention, pick: Pick): Cluster | null {
  if (mention.modifier) return null;
  if (mention.form === 'pronoun') return pronounFor(told, mention, pick);
  const country = governmentOfPeople(mention.name);
  if (country) return governmentFor(told, mention, country);
  return mention.form === 'name' ? null : phraseFor(told, mention);
}

/** "I" and "we" are told by who is quoted. */
function pronounFor({ parse, atWord }: Told, mention: Mention, pick: Pick): Cluster | null {
  const word = parse.words[mention.run[0]]!.form;
  if (/^(?:i|me|my|we|us|our)$/.test(word)) return null;
  if (word === 'it' && isEmptyIt(parse, mention.run[0])) return null;
  const relative = /^(?:who|whom|which|that)$/.test(word);
  return relative ? relativeTo(parse, mention, atWord) : pick(mention);
}

/** "IT is not known whether", "IT had rained" */
function isEmptyIt({ words }: Parse, at: number): boolean {
  const next = words
    .slice(at + 1, at + 6)
    .map(({ form }) => form)
    .join(' ');
  return EMPTY.test(next);
}

const EMPTY =
  /^(?:(?:would|will|could|may|might|had|has) )?(?:takes?|took|taken) (?:\S+ )?(?:minutes|hours|days|weeks|months|years|time|long)\b|^(?:is|was|remains|remained|'s|has been|had been|may be|might be|seems|appears|would be|will be)(?: \S+ly)?(?: not| n't| still| also| yet)?(?: \S+ly)? (?:known|clear|unclear|unknown|possible|impossible|likely|unlikely|understood|believed|thought|expected|hoped|feared|time|important|hard|difficult|easy|too|true|not known|not clear)\b|^(?:had |has |is |was )?(?:rain|snow)/;

/** "a UKRAINIAN airstrike" */
function governmentFor({ governments }: Told, mention: Mention, country: string): Cluster {
  const known = governments.get(country);
  if (known) return known;
  const made: Cluster = { ...clusterOf(mention), kind: 'government', government: country };
  governments.set(country, made);
  return made;
}

function phraseFor(told: Told, mention: Mention): Cluster {
  const { parse, memory, names } = told;
  const { roles } = officeOfUnnamed(parse, mention);
  const beside = apposed(parse, mention, names);
  if (beside) return withDescription(beside, mention, roles);
  const whole = endingIn(told, mention);
  if (whole) return whole;
  if (mention.form === 'definite' && !isToldApart(parse, mention)) {
    const recent = recentOf(memory);
    const again = recent.find(({ cluster }) => cluster.name.toLowerCase() === mention.name.toLowerCase());
    const before = again?.cluster ?? described(mention, ...nounOf(parse, mention), recent);
    if (before) return before;
  }
  return clusterOf(mention, roles);
}

/** In sentences: a headline and what stands under it. */
const AHEAD = 3;

/** "FIRE SERVICE says" above "the Merrow FIRE SERVICE": the one name of the text that ends so. */
function endingIn({ found }: Told, { form, name, sentence }: Mention): Cluster | null {
  if (form !== 'indefinite' || sentence >= AHEAD || !/^\p{Ll}\S*(?: \p{Ll}\S*)+$/u.test(name)) return null;
  const fitting = new Set(
    [...found]
      .filter(([each]) => each.form === 'name' && each.name.toLowerCase().endsWith(` ${name}`))
      .map(([, c]) => c),
  );
  const [only] = fitting;
  return fitting.size === 1 && only!.gender === null && only!.named ? only! : null;
}

/** "the man WHO shot the guard": told apart by what he did, so that nobody before is meant. */
const isToldApart = ({ words }: Parse, { run }: Mention): boolean => /^(?:WP|WDT)$/.test(words[run[1]]?.tag ?? '');

const recentOf = (memory: Memory): Recent[] =>
  memory.candidates().map(({ cluster, last }) => ({ cluster, sentence: last.sentence }));

/** "The firm, Smeed Marine": a name that might be a person's is a firm's. */
function withDescription(cluster: Cluster, { gender, kind }: Mention, roles: readonly string[]): Cluster {
  for (const role of roles) cluster.roles.add(role);
  cluster.gender ??= gender;
  if (cluster.gender === null && kind !== null && !/^(?:anonymous|collective|office|person)$/.test(kind))
    Object.assign(cluster, { kind, person: null });
  return cluster;
}

/** Keeps in mind who a mention was of. */
function take(told: Told, mention: Mention, cluster: Cluster, speaks: boolean): void {
  const { found, atWord, memory } = told;
  if (!found.has(mention)) {
    found.set(mention, cluster);
    addMention(cluster, mention);
    if (mention.form === 'pronoun') cluster.gender ??= mention.gender;
    else for (const word of wordsOf(mention)) if (!atWord.has(word)) atWord.set(word, cluster);
    if (mention.form === 'definite' && cluster.person) mergeUnnamed(told, mention, cluster);
  }
  memory.note(cluster, mention, speaks);
}

/** "Japan's foreign minister said … The minister, Kenji Morita, said": the one told of before has got a name. */
function mergeUnnamed({ parse, found, atWord, memory }: Told, mention: Mention, into: Cluster): void {
  const unnamed = recentOf(memory).filter(({ cluster }) => cluster !== into && !cluster.named);
  const from = described(mention, ...nounOf(parse, mention), unnamed);
  if (!from) return;
  for (const own of from.mentions.splice(0)) {
    addMention(into, own);
    found.set(own, into);
    if (own.form !== 'pronoun') for (const word of wordsOf(own)) atWord.set(word, into);
  }
  into.gender ??= from.gender;
  for (const role of from.roles) into.roles.add(role);
  memory.forget(from);
}

/** "Ana Torv, WHO said …" */
function relativeTo(parse: Parse, { head }: Mention, atWord: ReadonlyMap<number, Cluster>): Cluster | null {
  const verb = parse.words[head]!.head;
  const above = verb >= 0 && parse.words[verb]!.label === 'acl:relcl' ? parse.words[verb]!.head : -1;
  const governor = above >= 0 && above < head ? atWord.get(above) : undefined;
  if (governor) return governor;
  const before = parse.words[head - 1]?.text === ',' ? head - 2 : head - 1;
  return atWord.get(before) ?? null;
}

/** "the defence ministry" → noun "ministry", qualifiers [defence] */
function nounOf(parse: Parse, { head, run }: Mention): [noun: string, qualifiers: string[]] {
  const from = Math.max(run[0], head - 4);
  const qualifiers = parse.words.slice(from, head).filter(({ tag }) => /^(?:NN|JJ)/.test(tag));
  return [parse.words[head]!.form.replace(/\.$/, ''), qualifiers.map(({ form }) => form)];
}
