import type { Parse } from '../language/parse.ts';
import { dependentOf, dependentsOf, isNoun, isVerb, lower, yieldOf } from './tree.ts';

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
    const subject = dependentsOf(parse, at, 'nsubj', 'csubj', 'nsubjpass').find((d) => isNoun(parse.words[d]!) || isRelative(parse, d) || parse.words[d]!.tag === 'DT');
    if (subject !== undefined) return isExpletive(parse, subject) ? undefined : subject;
    const { head, label } = parse.words[at]!;
    if (head < 0) return undefined;
    if (label === 'acl' && isNoun(parse.words[head]!)) return head; // "a letter saying that …"
    if (label === 'acl:relcl' || !SHARES_SUBJECT.has(label) || !(isVerb(parse.words[head]!) || parse.words[head]!.tag === 'JJ')) return undefined;
    if (label === 'ccomp' && parse.words[at]!.tag !== 'VBG') return undefined;
    at = head;
  }
  return undefined;
}

/** "Kim warned that aid could raise the risk, stating …": a participle after a comma is the main clause's speaker's. */
function sentenceSubject(parse: Parse, verb: number): number | undefined {
  let found: number | undefined;
  for (let at = verb; at >= 0; at = parse.words[at]!.head) {
    const subject = dependentsOf(parse, at, 'nsubj', 'nsubjpass').find((d) => d < verb && (isNoun(parse.words[d]!) || isRelative(parse, d)));
    if (subject !== undefined) found = subject;
    const { label, head } = parse.words[at]!;
    if (label === 'acl:relcl' && found !== undefined) return found;
    if (label === 'acl' && head >= 0 && at === verb && isNoun(parse.words[head]!) && parse.words[verb - 1]?.text !== ',') return head;
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
  return [marker >= 0 && first <= marker ? marker + 1 : first, last];
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
  if (before && isNoun(before)) return nounPhrase(parse, verb - 1);
  const next = parse.words[verb + 1];
  if (!next || !/^(?:NN|PRP$|DT|JJ|CD|PRP\$)/.test(next.tag)) return null;
  for (let at = verb + 1; at < parse.words.length; at++) {
    const word = parse.words[at]!;
    if (!/^(?:NN|PRP$|DT|JJ|CD|PRP\$|POS|VBG|VBN|HYPH|RBS)/.test(word.tag)) break;
    if (isNoun(word) && !/^compound|^nmod:poss|^amod/.test(word.label)) return nounPhrase(parse, at);
  }
  return null;
}
