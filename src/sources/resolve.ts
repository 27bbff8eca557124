import type { Attribution } from '../attributions/attribution.ts';
import type { Parse } from '../language/parse.ts';
import { standsForGovernment } from '../meaning/metonym.ts';
import { type Span, slice } from '../text/span.ts';
import { antecedentOf, type Candidate } from './antecedent.ts';
import { type Cluster, clusterOf } from './cluster.ts';
import { described, kindOfNoun } from './described.ts';
import type { Mention } from './mention.ts';
import { bareName, type Ground, groundOf, mentionsIn, sourceMention } from './mentions.ts';
import { namedClusters } from './named.ts';
import { ageOf, isRank, type Office, officeOf, officeOfUnnamed } from './office.ts';

/** Who the words of each source stand for. */
export interface Resolved {
  readonly parse: Parse;
  readonly clusterAt: (span: Span) => Cluster | null;
  /** every source in the order of its first mention */
  readonly clusters: readonly Cluster[];
}

/** Whom a pronoun stands for, of those named lately; `speaks` where it is the source of a statement. */
export type Choose = (pronoun: Mention, candidates: readonly Candidate[], speaks: boolean) => Cluster | null;

/** So many of those named last are kept in mind: a text without sentence ends must not take quadratic time. */
const KEPT = 20;
/** In sentences: nobody named longer ago is taken up by a pronoun or a description. */
const FORGOTTEN = 12;

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
  const byWord = new Map(mentions.map((mention) => [mention.run[0], mention]));
  const speaking = attributions.flatMap(({ chain }) => (chain[0]?.span ? [chain[0].span] : []));
  const linked = attributions.flatMap(({ chain }) => chain.flatMap(({ span }) => (span ? [span] : [])));
  const phrases = new Map<string, Mention>();
  for (const span of [...linked, ...parties]) {
    if (phrases.has(keyOf(span))) continue;
    const mention = sourceMention(ground, span, byWord);
    if (mention) phrases.set(keyOf(span), mention);
  }
  const speakers = new Set(speaking.flatMap((span) => phrases.get(keyOf(span)) ?? []));
  const found = walk(ground, mentions, [...phrases.values()], speakers, choose);
  const clusterAt = (span: Span) => {
    const mention = phrases.get(keyOf(span));
    return mention ? (found.get(mention) ?? null) : null;
  };
  for (const span of linked) nameFully(parse, span, clusterAt(span));
  return { parse, clusterAt, clusters: [...new Set(found.values())] };
}

/** "Russia's Defense Ministry" says more than "Defense Ministry". */
function nameFully({ text }: Parse, span: Span, cluster: Cluster | null): void {
  if (!cluster || cluster.person || cluster.government) return;
  const phrase = bareName(slice(text, span).split(/,\s/)[0]!);
  if (phrase.endsWith(` ${cluster.name}`) && /[’']s?\s\S+(?:\s\S+){0,3}$/.test(phrase)) cluster.name = phrase;
}

const keyOf = ([start, end]: Span): string => `${start} ${end}`;

function walk(
  ground: Ground,
  mentions: readonly Mention[],
  phrases: readonly Mention[],
  speakers: ReadonlySet<Mention>,
  choose: Choose,
): Map<Mention, Cluster> {
  const linked = new Set(phrases);
  const named = namedClusters(
    mentions,
    (mention) => linked.has(mention) || standsForGovernment(ground.parse, ...mention.run),
    ground.parse.words.some(({ text }) => /^(?:North-)?Koreans?$/.test(text)),
  );
  const names: Names = new Map(
    [...named].flatMap(([mention, cluster]) =>
      [mention.run[0], mention.head].map((at) => [at, { mention, cluster }] as const),
    ),
  );
  const found = new Map<Mention, Cluster>(named);
  for (const [mention, cluster] of named) {
    for (const role of officeOf(ground.parse, mention).roles) cluster.roles.add(role);
    const age = ageOf(ground.parse, mention);
    if (age) cluster.roles.add(age);
  }
  const memory = new Memory();
  const known = new Set(mentions);
  const all = [
    ...withoutTold(ground, mentions, phrases),
    ...phrases.filter((phrase) => phrase.form !== 'name' && !known.has(phrase)),
  ];
  all.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const atWord = new Map(
    [...named].flatMap(([mention, cluster]) => wordsOf(mention).map((word) => [word, cluster] as const)),
  );
  for (const mention of all) {
    const cluster =
      named.get(mention) ??
      clusterFor(ground, mention, memory, atWord, names, (pronoun, candidates) =>
        choose(pronoun, candidates, speakers.has(pronoun)),
      );
    if (!cluster) continue;
    if (!named.has(mention)) {
      found.set(mention, cluster);
      cluster.mentions.push(mention);
      cluster.gender ??= mention.form === 'pronoun' ? mention.gender : null;
      if (mention.form !== 'pronoun')
        for (const word of wordsOf(mention)) if (!atWord.has(word)) atWord.set(word, cluster);
    }
    const same =
      mention.form === 'definite' && !named.has(mention) && cluster.person
        ? unnamedBefore(ground, mention, memory, cluster)
        : null;
    if (same) merge(same, cluster, found, atWord, memory);
    memory.note(cluster, mention, speakers.has(mention));
  }
  return found;
}

/** "Japan's foreign minister said … The minister, Kenji Morita, said": the one told of before has got a name. */
function unnamedBefore({ parse }: Ground, mention: Mention, memory: Memory, cluster: Cluster): Cluster | null {
  const { noun, qualifiers } = nounOf(parse, mention);
  const unnamed = memory
    .candidates()
    .filter((one) => one.cluster !== cluster && one.cluster.mentions.every(({ form }) => form !== 'name'))
    .map((one) => ({ cluster: one.cluster, sentence: one.last.sentence }));
  return described(mention, noun, qualifiers, unnamed);
}

function merge(
  from: Cluster,
  into: Cluster,
  found: Map<Mention, Cluster>,
  atWord: Map<number, Cluster>,
  memory: Memory,
): void {
  for (const mention of from.mentions.splice(0)) {
    into.mentions.push(mention);
    found.set(mention, into);
    if (mention.form !== 'pronoun') for (const word of wordsOf(mention)) atWord.set(word, into);
  }
  into.gender ??= from.gender;
  for (const role of from.roles) into.roles.add(role);
  memory.forget(from);
}

/** Noun phrases that a source's own words take in, or that only tell who the name before them is, are no others. */
function withoutTold({ parse }: Ground, mentions: readonly Mention[], phrases: readonly Mention[]): Mention[] {
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

const wordsOf = ({ run }: Mention): number[] => Array.from({ length: run[1] - run[0] }, (_, i) => run[0] + i);

/** Those named lately, the last first, with their last mention and how often they were named. */
class Memory {
  private recent: { cluster: Cluster; last: Mention; count: number }[] = [];
  private speaker: Cluster | null = null;

  note(cluster: Cluster, mention: Mention, speaks: boolean): void {
    const before = this.recent.find((one) => one.cluster === cluster);
    const rest = this.recent
      .filter((one) => one.cluster !== cluster && mention.sentence - one.last.sentence <= FORGOTTEN)
      .slice(0, KEPT);
    this.recent = [{ cluster, last: mention, count: (before?.count ?? 0) + 1 }, ...rest];
    if (speaks) this.speaker = cluster;
  }

  forget(cluster: Cluster): void {
    this.recent = this.recent.filter((one) => one.cluster !== cluster);
  }

  candidates(): Candidate[] {
    return this.recent.map((one, rank) => ({ ...one, spoke: one.cluster === this.speaker, rank }));
  }
}

function clusterFor(
  { parse }: Ground,
  mention: Mention,
  memory: Memory,
  atWord: ReadonlyMap<number, Cluster>,
  names: Names,
  choose: (pronoun: Mention, candidates: readonly Candidate[]) => Cluster | null,
): Cluster | null {
  if (mention.modifier) return null;
  if (mention.form === 'pronoun') {
    const word = parse.words[mention.run[0]]!.form;
    if (/^(?:i|me|my|we|us|our)$/.test(word)) return null;
    return isRelative(word) ? relativeTo(parse, mention, atWord) : choose(mention, memory.candidates());
  }
  if (mention.form === 'name') return null;
  const recent = memory.candidates().map(({ cluster, last }) => ({ cluster, sentence: last.sentence }));
  const { noun, qualifiers } = nounOf(parse, mention);
  const beside = named(parse, mention, names);
  if (beside) {
    for (const role of officeOfUnnamed(parse, mention).roles) beside.roles.add(role);
    beside.gender ??= mention.gender;
    if (
      beside.gender === null &&
      mention.kind !== null &&
      mention.kind !== 'anonymous' &&
      mention.kind !== 'collective' &&
      mention.kind !== 'office'
    )
      Object.assign(beside, { kind: mention.kind, person: null });
    return beside;
  }
  if (mention.form === 'definite') {
    const again = recent.find(({ cluster }) => cluster.name.toLowerCase() === mention.name.toLowerCase());
    const before = again?.cluster ?? described(mention, noun, qualifiers, recent);
    if (before) return before;
  }
  return clusterOf(mention, officeOfUnnamed(parse, mention).roles);
}

/** "Her lawyer, | Terrence Oduya, | said", "the head of the union, | Lt. Bob Strand": the name behind tells who it is. */
function named({ words, dependents }: Parse, { run, head, plural }: Mention, names: Names): Cluster | null {
  if (plural) return null;
  const appositions = dependents[head]!.filter((at) => at > head && words[at]!.label === 'appos');
  const behind = words[run[1]]?.text === ',' ? names.get(run[1] + 1) : undefined;
  const called = names.get(run[1]); // "the paper | Södra Bladet"
  if (called && called.mention.run[0] === run[1] && kindOfNoun(words[head]!.form) !== null) return called.cluster;
  for (const name of [behind, ...appositions.map((at) => names.get(at))]) {
    const ends = name && (name.mention.run[1] >= words.length || /^[,.;:]$/.test(words[name.mention.run[1]]!.text));
    if (ends && name.cluster.government === null && words[name.mention.run[0] - 1]?.text === ',') return name.cluster;
  }
  return null;
}

/** Names by their first word and by their head. */
type Names = ReadonlyMap<number, { readonly mention: Mention; readonly cluster: Cluster }>;

const isRelative = (word: string): boolean => /^(?:who|whom|which|that)$/.test(word);

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
function nounOf(parse: Parse, { head, run }: Mention): { noun: string; qualifiers: string[] } {
  const noun = parse.words[head]!;
  const from = Math.max(run[0], head - 4);
  const qualifiers = parse.words.slice(from, head).filter(({ tag }) => /^(?:NN|JJ)/.test(tag));
  return { noun: noun.form.replace(/\.$/, ''), qualifiers: qualifiers.map(({ form }) => form) };
}

/** What somebody does and for whom: of the mentions that tell it the fullest, and a rank only where there is no post. */
export function officeOfCluster(parse: Parse, cluster: Cluster): Office {
  const told = cluster.mentions
    .map((mention) => (mention.form === 'name' ? officeOf(parse, mention) : officeOfUnnamed(parse, mention)))
    .filter(({ office }) => office !== null);
  const weight = ({ office }: Office) => {
    const words = slice(parse.text, office!);
    return isRank(words) ? 0 : words.length;
  };
  const [best] = told.toSorted((a, b) => weight(b) - weight(a));
  const one = cluster.kind === null || /^(?:person|office|anonymous)$/.test(cluster.kind);
  if (!best || cluster.plural || !one) return { office: null, affiliation: null, roles: [] };
  const affiliation = best.affiliation ?? told.find((one) => one.affiliation)?.affiliation ?? null;
  const courtesy = /^(?:Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Sister|Father)\b/.test(slice(parse.text, best.office!));
  return { ...best, affiliation, office: courtesy ? null : best.office };
}
