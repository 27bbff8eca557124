import { PUTS } from '../attributions/put-numbers.ts';
import { dependentOf, dependentsOf, firstWordAt, isMark, isVerb, lower } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';

/** One thing said of something: a clause of a statement. Words are named by their index in `parse.words`. */
export interface Predication {
  /** the verb, the noun or the adjective that says it */
  readonly head: number;
  /** its own words in text order, without those of other clauses of the statement */
  readonly words: readonly number[];
  /** words of its relative clauses, which only tell more of somebody */
  readonly asides: ReadonlySet<number>;
  /** the other clauses of its sentence: where and when */
  readonly setting: readonly number[];
  /** subject, of a passive the one after "by" */
  readonly actor: ReadonlySet<number>;
  /** object, of a passive the subject */
  readonly patient: ReadonlySet<number>;
}

const CLAUSES = new Set(['root', 'ccomp', 'advcl', 'parataxis', 'csubj', 'dep', 'conj']);
const ASIDES = new Set(['acl:relcl', 'appos', 'advcl']);

/** "A, which B, did C after D did E" is two: A did C, D did E. */
export function predications(parse: Parse, content: readonly Span[], without: readonly Span[] = []): Predication[] {
  const words = wordsOf(parse, content, without);
  const own = new Set(words);
  const heads = new Set(words.filter((at) => isHead(parse, at, own)));
  const clauseAt = new Map<number, { readonly head: number; readonly aside: boolean }>();
  const clauseOf = (at: number): { readonly head: number; readonly aside: boolean } => {
    const known = clauseAt.get(at);
    if (known) return known;
    const { head, label } = parse.words[at]!;
    const found = heads.has(at)
      ? { head: at, aside: false }
      : own.has(head)
        ? { head: clauseOf(head).head, aside: clauseOf(head).aside || ASIDES.has(label) || trails(parse, at) }
        : { head: at, aside: false };
    clauseAt.set(at, found);
    return found;
  };
  const tops = strayNouns(parse, words, (at) => clauseOf(at).head);
  const topOf = (at: number): number => tops.get(clauseOf(at).head) ?? clauseOf(at).head;
  const byHead = Map.groupBy(words, topOf);
  const bySentence = Map.groupBy(words, (at) => rootOf(parse, at));
  return [...byHead].map(([head, all]): Predication => {
    const mine = new Set(all);
    const strays = all.filter((at) => clauseOf(at).head !== head && at < head);
    return {
      head,
      words: all,
      asides: new Set(all.filter((at) => clauseOf(at).aside)),
      setting: (bySentence.get(rootOf(parse, head)) ?? []).filter((at) => !mine.has(at)),
      ...withStrays(partiesOf(parse, head, own), strays),
      ...oneAmong(parse, all),
    };
  });
}

/** "A general was AMONG THE WOUNDED": he was wounded, however the tree has it. */
function oneAmong(parse: Parse, words: readonly number[]): Partial<Pick<Predication, 'head' | 'actor' | 'patient'>> {
  const form = (at: number): string => lower(parse.words[at]!);
  const among = words.findIndex((at, i) => /^among(?:st)?$/.test(form(at)) && BE.test(form(words[i - 1] ?? at)));
  if (among < 0) return {};
  const after = words.slice(among + 1, among + 5);
  const fate = after.find((at) => FATE.test(form(at)));
  if (fate === undefined || after.some((at, i) => at < fate && isDoing(form(at), form(after[i + 1]!)))) return {};
  const before = words.slice(0, among - 1);
  const opens = before.findLastIndex((at) => /^(?:that|whether|if)$/.test(form(at)));
  const who = before.slice(opens + 1);
  // "In Tacna, a general was": a comma is none of the words
  const from = parse.words[who[0] ?? fate]!.tag === 'IN' ? who.findIndex((at) => parse.words[at - 1]?.text === ',') : 0;
  return { head: fate, actor: new Set(), patient: new Set(who.slice(Math.max(0, from))) };
}
/** "among countries THAT RESCUED the crew" */
const isDoing = (form: string, next: string): boolean => /^(?:that|wh\w+)$/.test(form) && !BE.test(next);
const BE = /^(?:be|is|are|was|were|been)$/;
const FATE = /^(?:dead|killed|wounded|injured|hurt|missing|arrested|detained|captured|rescued|victims|casualties)$/;

/** "SOME have joined attacks, one added": where the tree hangs a noun on the cue, it belongs to the verb beside it. */
function strayNouns(parse: Parse, words: readonly number[], headOf: (at: number) => number): Map<number, number> {
  const heads = [...new Set(words.map(headOf))];
  const isClause = (at: number) => isVerb(parse.words[at]!) || dependentOf(parse, at, 'cop') !== undefined;
  const found = new Map<number, number>();
  const clauses = Map.groupBy(heads.filter(isClause), (head) => rootOf(parse, head));
  for (const head of heads) {
    if (isClause(head) || (parse.words[head]!.head < 0 && parse.words[head]!.tag !== 'CD')) continue;
    const same = clauses.get(rootOf(parse, head)) ?? [];
    const verb =
      same.find((other) => other > head) ?? same.at(-1) ?? beside(parse, heads, head) ?? firstOf(parse, heads, head);
    if (verb !== undefined && verb !== head) found.set(head, verb);
  }
  return found;
}

/**
 * "found no sign of | A LEAK at the plant", "NINE … dead": where nothing of what is said is a verb, where and how are said of
 * the first noun.
 */
function firstOf(parse: Parse, heads: readonly number[], head: number): number | undefined {
  const marker = dependentOf(parse, head, 'case');
  const isHow = parse.words[head]!.tag.startsWith('JJ');
  const isWhere = marker !== undefined && /^(?:at|in|on|near|off|inside|outside)$/.test(lower(parse.words[marker]!));
  return isHow || isWhere ? heads.find((other) => rootOf(parse, other) === rootOf(parse, head)) : undefined;
}

/** "put the toll from the blast at 12": where the verb is the cue's, all that it puts is one thing. */
function beside(parse: Parse, heads: readonly number[], head: number): number | undefined {
  const verb = parse.words[head]!.head;
  return verb >= 0 && PUTS.test(lower(parse.words[verb]!))
    ? heads.find((other) => parse.words[other]!.head === verb)
    : undefined;
}

/** What stands before the verb is its subject, where it has none. */
function withStrays(parties: Parties, strays: readonly number[]): Parties {
  if (strays.length === 0 || parties.actor.size > 0 || parties.patient.size > 0) return parties;
  return { ...parties, actor: new Set(strays) };
}

type Parties = Pick<Predication, 'actor' | 'patient'>;

/** "…, CALLING the story a fairy tale" */
const trails = (parse: Parse, at: number): boolean =>
  parse.words[at]!.tag === 'VBG' && parse.words[at - 1]?.text === ',';

/** The root of its sentence. The trees are no deeper than a sentence is long. */
function rootOf(parse: Parse, at: number): number {
  let top = at;
  while (parse.words[top]!.head >= 0) top = parse.words[top]!.head;
  return top;
}

function wordsOf(parse: Parse, content: readonly Span[], without: readonly Span[]): number[] {
  const holes = new Set(without.flatMap((hole) => wordsUnder(parse, hole)));
  return content.flatMap((span) => wordsUnder(parse, span)).filter((at) => !holes.has(at) && !isMark(parse.words[at]!));
}

function wordsUnder(parse: Parse, [start, end]: Span): number[] {
  const found: number[] = [];
  for (let at = firstWordAt(parse, start); at < parse.words.length && parse.words[at]!.start < end; at++)
    found.push(at);
  return found;
}

function isHead(parse: Parse, at: number, own: ReadonlySet<number>): boolean {
  const word = parse.words[at]!;
  if (!own.has(word.head)) return !/^(?:IN|DT|CC|TO|MD|WDT)$/.test(word.tag) || word.head < 0;
  if (!CLAUSES.has(word.label)) return false;
  const subject = dependentOf(parse, at, 'nsubj', 'nsubjpass', 'csubj') !== undefined;
  if (word.label === 'conj')
    return isVerb(word) && isVerb(parse.words[word.head]!) && (subject || !isVerbal(parse, word.head, own));
  if (dependentOf(parse, at, 'cop') !== undefined) return subject;
  // "sent troops TO HELP", "CALLING it a fairy tale": why and how, not another thing that happened
  return isVerb(word) && (subject || !/^(?:dep|advcl)$/.test(word.label));
}

/** "was seen and photographed": one thing; what a noun joins is no clause. */
const isVerbal = (parse: Parse, at: number, own: ReadonlySet<number>): boolean =>
  own.has(at) && dependentOf(parse, at, 'nsubj', 'nsubjpass') === undefined;

/** A second verb takes the subject of the first: "he came and WENT". */
function subjectsOf(parse: Parse, head: number): number[] {
  let at = head;
  for (let step = 0; step < 6; step++) {
    const found = dependentsOf(parse, at, 'nsubj', 'nsubjpass', 'csubj');
    if (found.length > 0) return found;
    if (parse.words[at]!.label !== 'conj' && parse.words[at]!.label !== 'xcomp') return [];
    at = parse.words[at]!.head;
  }
  return [];
}

function partiesOf(parse: Parse, head: number, own: ReadonlySet<number>): Parties {
  const passive = dependentOf(parse, head, 'auxpass', 'nsubjpass') !== undefined || isBareParticiple(parse, head);
  const subject = phrasesOf(parse, subjectsOf(parse, head), own);
  if (!passive) return { actor: subject, patient: phrasesOf(parse, dependentsOf(parse, head, 'dobj', 'iobj'), own) };
  const by = dependentsOf(parse, head, 'nmod', 'nmod:agent').filter((d) =>
    dependentsOf(parse, d, 'case').some((c) => lower(parse.words[c]!) === 'by'),
  );
  return { actor: phrasesOf(parse, by, own), patient: subject };
}

/** "General Wounded in Strike": a headline leaves "was" out. */
const isBareParticiple = (parse: Parse, head: number): boolean =>
  parse.words[head]!.tag === 'VBN' && dependentOf(parse, head, 'aux', 'dobj') === undefined;

/** A noun with what stands about it, but for its relative clauses. */
function phrasesOf(parse: Parse, nouns: readonly number[], own: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  const todo = [...nouns];
  while (todo.length > 0) {
    const at = todo.pop()!;
    if (own.has(at)) found.add(at);
    for (const d of parse.dependents[at]!) if (!parse.words[d]!.label.startsWith('acl')) todo.push(d);
  }
  return found;
}
