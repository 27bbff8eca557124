import type { Parse } from '../language/parse.ts';
import { dependentOf, dependentsOf, isNoun, isVerb, lower, sentenceOf, yieldOf } from './tree.ts';

type Run = readonly [number, number];

/** Who the subject of a cue verb is, as a run of words; null where the sentence names nobody. */
export function sourceOf(parse: Parse, verb: number, passive: boolean): Run | null {
  if (passive) return agentOf(parse, verb);
  const subject = subjectOf(parse, verb);
  return subject === undefined ? null : nounPhrase(parse, subject);
}

/** "was praised BY the general" */
export function agentOf(parse: Parse, verb: number): Run | null {
  for (const child of dependentsOf(parse, verb, 'nmod')) {
    const by = dependentOf(parse, child, 'case');
    if (child > verb && by !== undefined && lower(parse.words[by]!) === 'by') return nounPhrase(parse, child, by);
  }
  return null;
}

const SHARES_SUBJECT = new Set(['conj', 'xcomp', 'advcl', 'dep', 'parataxis', 'ccomp']);
/** How far up the tree a shared subject is looked for. */
const REACH = 4;

/** The head word of the subject, the verb's own or the one it shares: "He paused, adding that …" */
export function subjectOf(parse: Parse, verb: number): number | undefined {
  if (parse.words[verb]!.tag === 'VBG' && parse.words[verb - 1]?.text === ',') return sentenceSubject(parse, verb);
  let at = verb;
  for (let step = 0; step < REACH; step++) {
    const subject = dependentsOf(parse, at, 'nsubj', 'csubj', 'nsubjpass').find(
      (d) => isNoun(parse.words[d]!) || isRelative(parse, d) || parse.words[d]!.tag === 'DT',
    );
    if (subject !== undefined) return isExpletive(parse, subject) ? undefined : subject;
    const { head, label } = parse.words[at]!;
    if (head < 0) return undefined;
    const quoted = quotedPerson(parse, at, head);
    if (quoted !== undefined) return quoted;
    if (label === 'acl' && isNoun(parse.words[head]!)) return head; // "a letter saying that …"
    if (
      label === 'acl:relcl' ||
      !SHARES_SUBJECT.has(label) ||
      !(isVerb(parse.words[head]!) || parse.words[head]!.tag === 'JJ')
    )
      return undefined;
    if (label === 'ccomp' && parse.words[at]!.tag !== 'VBG') return undefined;
    at = head;
  }
  return undefined;
}

/** "quoted A SENIOR OFFICIAL as saying …": the one who says is the object, not the paper. */
function quotedPerson(parse: Parse, at: number, head: number): number | undefined {
  if (parse.words[at]!.tag !== 'VBG' || lower(parse.words[at - 1] ?? parse.words[at]!) !== 'as') return undefined;
  const above = isVerb(parse.words[head]!) ? head : parse.words[head]!.head;
  if (above < 0 || !/^(?:quot|cit|describ|report)/.test(lower(parse.words[above]!))) return undefined;
  return dependentOf(parse, above, 'nsubjpass') ?? dependentOf(parse, above, 'dobj');
}

/** "Kim warned that aid could raise the risk, stating …": a participle after a comma is the main clause's speaker's. */
function sentenceSubject(parse: Parse, verb: number): number | undefined {
  let found: number | undefined;
  for (let at = verb; at >= 0; at = parse.words[at]!.head) {
    const subject = dependentsOf(parse, at, 'nsubj', 'nsubjpass').find(
      (d) => d < verb && (isNoun(parse.words[d]!) || isRelative(parse, d)),
    );
    if (subject !== undefined) found = subject;
    const { label, head } = parse.words[at]!;
    if (label === 'acl:relcl' && found !== undefined) return found;
    if (
      label === 'acl' &&
      head >= 0 &&
      at === verb &&
      isNoun(parse.words[head]!) &&
      parse.words[verb - 1]?.text !== ','
    )
      return head;
  }
  return found;
}

const isRelative = (parse: Parse, at: number): boolean => /^(?:WP|WDT)$/.test(parse.words[at]!.tag);

const isExpletive = (parse: Parse, at: number): boolean => parse.words[at]!.tag === 'EX';

/**
 * The phrase about a noun: its modifiers and appositions, "Hong Min, a senior analyst at the institute"; not the
 * relative clauses, which tell something besides (PolNeAR's guidelines keep those that identify; most do not).
 */
export function nounPhrase(parse: Parse, noun: number, marker = -1): Run {
  const [first, last] = yieldOf(parse, noun, (child) => child === marker || isBeside(parse, noun, child));
  return trimRun(parse, [marker >= 0 && first <= marker ? marker + 1 : first, last]);
}

function isBeside(parse: Parse, noun: number, child: number): boolean {
  const { label, head } = parse.words[child]!;
  if (head !== noun) return label === 'acl:relcl' && parse.words[child - 1]?.text === ',';
  if (/^(?:acl:relcl|acl|parataxis|dep|advcl|cop|nsubj|aux|neg|mark|discourse)$/.test(label)) return true;
  if (label === 'cc' || label === 'conj') return isVerb(parse.words[child]!);
  return label === 'punct' && child > noun && !hasLater(parse, noun, child);
}

/** Is there an apposition or a list after this comma? Else the comma is not the phrase's. */
const hasLater = (parse: Parse, noun: number, comma: number): boolean =>
  parse.dependents[noun]!.some((d) => d > comma && /^(?:appos|conj|cc|nmod|amod)$/.test(parse.words[d]!.label));

/** "said Hong Min, a senior analyst" or "Kim said": the noun phrase beside a verb that the tree gives no subject. */
export function inferSource(parse: Parse, verb: number): Run | null {
  const before = parse.words[verb - 1];
  if (before && isNoun(before)) return nounPhrase(parse, topNoun(parse, verb - 1));
  const next = parse.words[verb + 1];
  if (!next || !/^(?:NN|PRP$|DT|JJ|CD|PRP\$)/.test(next.tag)) return null;
  for (let at = verb + 1; at < parse.words.length; at++) {
    const word = parse.words[at]!;
    if (!/^(?:NN|PRP$|DT|JJ|CD|PRP\$|POS|VBG|VBN|HYPH|RBS)/.test(word.tag)) break;
    if (isNoun(word) && !/^compound|^nmod:poss|^amod/.test(word.label)) return nounPhrase(parse, at);
  }
  return null;
}

/** "a senior official in SEOUL told …": up from the last noun to the one that it belongs to. */
function topNoun(parse: Parse, noun: number): number {
  let at = noun;
  while (/^(?:nmod|compound|appos|conj)$/.test(parse.words[at]!.label)) {
    const { head } = parse.words[at]!;
    if (head < 0 || head > noun || !isNoun(parse.words[head]!)) break;
    at = head;
  }
  return at;
}

/** A run without the quotation marks, commas and adverbs ("also") at its ends. */
export function trimRun(parse: Parse, [first, last]: Run): Run {
  let from = first;
  let to = last;
  while (from < to && /^(?:''|``|,|:|RB)$/.test(parse.words[from]!.tag)) from++;
  while (to > from && /^(?:''|``|,|:|RB)$/.test(parse.words[to - 1]!.tag)) to--;
  return [from, to];
}

/** "…, Kim Jong Un, the North’s leader, has accused": the noun before the verb group, over an apposition. */
export function nounBefore(parse: Parse, verb: number): Run | null {
  const [from] = sentenceOf(parse, verb).run;
  let at = verb - 1;
  while (at > from && /^(?:MD|RB|VB[DZPN]?)$/.test(parse.words[at]!.tag) && parse.words[at]!.head === verb) at--;
  if (parse.words[at]?.text === ',') {
    const opening = lastComma(parse, at - 1, from);
    if (opening === null) return null;
    at = opening - 1;
  }
  if (at < from || !isNoun(parse.words[at]!)) return null;
  let first = at;
  while (first > from && /^(?:NN|JJ|DT$|PRP\$|POS$|CD$)/.test(parse.words[first - 1]!.tag)) first--;
  return [first, at + 1];
}

function lastComma(parse: Parse, at: number, from: number): number | null {
  for (let w = at; w > Math.max(from, at - 12); w--) if (parse.words[w]!.text === ',') return w;
  return null;
}

/** "the ministry [on Thursday]" */
export function withoutDay({ words }: Parse, [first, last]: Run): Run {
  const isDay = (at: number) => /day$/.test(lower(words[at]!)) && /^(?:on|late|early)$/.test(lower(words[at - 1]!));
  const day = words.findIndex((_, at) => at > first + 1 && at < last && isDay(at));
  return [first, day < 0 ? last : day - 1];
}
