import { nounPhrase, subjectOf } from '../attributions/source.ts';
import { dependentOf, dependentsOf, isNoun, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { isDemonym, isParty, type Run } from './event-party.ts';

/** Who is where about a trigger, by heads; the passive is turned round. */
export interface Clause {
  readonly at: number;
  readonly subject: number | undefined;
  readonly objects: readonly number[];
  readonly passive: boolean;
}

/** A party of an event: the head and its phrase. */
export interface Role {
  readonly head: number;
  readonly run: Run;
}

/** How far from its trigger a prepositional party is looked for, in words. */
const REACH = 24;

export function clauseOf(parse: Parse, verb: number): Clause {
  const passive = isPassive(parse, verb);
  const subject = antecedent(parse, subjectOf(parse, verb));
  if (!passive) return { at: verb, subject, objects: objectsOf(parse, verb), passive };
  const suffers = parse.words[verb]!.label === 'acl' ? parse.words[verb]!.head : subject;
  const objects = suffers === undefined ? [] : [suffers, ...conjuncts(parse, suffers)];
  return { at: verb, subject: agentHead(parse, verb), objects: [...objects, ...objectsOf(parse, verb)], passive };
}

/** "rebels WHO attacked": the relative pronoun is the noun that it is about. */
function antecedent(parse: Parse, subject: number | undefined): number | undefined {
  if (subject === undefined || !/^(?:WP|WDT|DT)$/.test(parse.words[subject]!.tag)) return subject;
  for (let at = subject, step = 0; at >= 0 && step < 5; at = parse.words[at]!.head, step++)
    if (parse.words[at]!.label === 'acl:relcl') return parse.words[at]!.head;
  return parse.words[subject]!.tag === 'DT' ? undefined : subject;
}

/** "was arrested", "hostages held by", "arrested and CHARGED" */
function isPassive(parse: Parse, verb: number): boolean {
  const { tag, label, head } = parse.words[verb]!;
  if (dependentOf(parse, verb, 'auxpass', 'nsubjpass') !== undefined) return true;
  if (!/^VB[ND]$/.test(tag) || dependentOf(parse, verb, 'dobj') !== undefined) return false;
  if (label === 'acl') return true;
  if (label !== 'conj' || head < 0 || dependentOf(parse, verb, 'nsubj', 'aux') !== undefined) return false;
  return dependentOf(parse, head, 'auxpass', 'nsubjpass') !== undefined;
}

function agentHead(parse: Parse, verb: number): number | undefined {
  return dependentsOf(parse, verb, 'nmod').find(
    (child) => child > verb && dependentsOf(parse, child, 'case').some((c) => lower(parse.words[c]!) === 'by'),
  );
}

function objectsOf(parse: Parse, verb: number): number[] {
  const objects = dependentsOf(parse, verb, 'dobj').filter((d) => isNoun(parse.words[d]!) || isDemonym(parse, d));
  const all = objects.length ? objects : [nounAfter(parse, verb)].filter((noun) => noun !== undefined);
  return all.flatMap((object) => [object, ...conjuncts(parse, object)]);
}

const conjuncts = (parse: Parse, noun: number): number[] =>
  dependentsOf(parse, noun, 'conj').filter((d) => isNoun(parse.words[d]!));

/** The noun phrase right behind a verb that the tree gives no object. */
function nounAfter(parse: Parse, verb: number): number | undefined {
  const end = Math.min(sentenceOf(parse, verb).run[1], verb + 9);
  for (let at = verb + 1; at < end; at++) {
    const { tag, label } = parse.words[at]!;
    if (isNoun(parse.words[at]!) && !/^(?:compound|nmod:poss|amod|nummod|nsubj|nmod:tmod)$/.test(label)) return at;
    if (!/^(?:NN|JJ|DT$|PRP\$|CD|POS|RB$|RP$|VBN|PRP$)/.test(tag)) return undefined;
  }
  return undefined;
}

/** The party in the first of these places that has one; null where none has. */
export function roleIn(parse: Parse, clause: Clause, slots: readonly string[], after = clause.at): Role | null {
  for (const slot of slots) {
    const head = headIn(parse, clause, slot, after);
    if (head !== undefined) return { head, run: slot === 'owner' ? ownerRun(parse, head) : phrase(parse, head) };
  }
  return null;
}

function headIn(parse: Parse, clause: Clause, slot: string, after: number): number | undefined {
  const { at, subject, objects } = clause;
  switch (slot) {
    case 'subj':
      return subject;
    case 'obj':
      return objects.find((object) => isParty(parse, object));
    case 'thing':
      return objects[0];
    case 'iobj':
      return dependentsOf(parse, at, 'iobj').find((d) => isParty(parse, d));
    case 'clause':
      return complementSubject(parse, at);
    case 'owner':
      return firstOwner(parse, objects.length ? objects : [at]);
    default:
      return clause.passive && slot === 'by' ? undefined : behind(parse, after, slot);
  }
}

function firstOwner(parse: Parse, nouns: readonly number[]): number | undefined {
  for (const noun of nouns) {
    const owner = ownerOf(parse, noun);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** "PERU’S offer", "an INDIAN proposal", "the US offer" */
export function ownerOf(parse: Parse, noun: number): number | undefined {
  if (!isNoun(parse.words[noun]!)) return undefined;
  const owner = dependentOf(parse, noun, 'nmod:poss');
  if (owner !== undefined) return isParty(parse, owner) || parse.words[owner]!.tag === 'PRP$' ? owner : undefined;
  return dependentsOf(parse, noun, 'amod', 'compound').find(
    (d) => d < noun && (isDemonym(parse, d) || (parse.words[d]!.tag.startsWith('NNP') && isParty(parse, d))),
  );
}

const ownerRun = (parse: Parse, head: number): Run =>
  nounPhrase(
    parse,
    head,
    dependentsOf(parse, head, 'case').find((d) => parse.words[d]!.tag === 'POS'),
  );

/** Without the preposition that stands before it. */
export function phrase(parse: Parse, head: number): Run {
  const [first, last] = nounPhrase(parse, head, dependentOf(parse, head, 'case'));
  return [first, last];
}

/** "demanded that ISRAEL withdraw", "wants IRAN to stop" */
function complementSubject(parse: Parse, verb: number): number | undefined {
  for (const clause of dependentsOf(parse, verb, 'ccomp', 'xcomp', 'advcl', 'dep')) {
    if (clause < verb) continue;
    const subject = dependentOf(parse, clause, 'nsubj', 'nsubjpass');
    if (subject !== undefined && subject > verb && isParty(parse, subject)) return subject;
  }
  return undefined;
}

/** "against GERMAN GOODS": the first party behind this preposition, before another clause begins. */
function behind(parse: Parse, at: number, preposition: string): number | undefined {
  const end = Math.min(sentenceOf(parse, at).run[1], at + REACH);
  for (let w = at + 1; w < end; w++) {
    const { form, tag, head, label, text } = parse.words[w]!;
    if (
      /^(?:VBD|VBZ|VBP|MD|WDT|WP|WRB)$/.test(tag) ||
      text === ';' ||
      /^(?:that|because|after|before|while)$/.test(form)
    )
      return undefined;
    if (form !== preposition || label !== 'case' || head <= w || isVerb(parse.words[head]!)) continue;
    if (preposition === 'between' || isParty(parse, head)) return head;
    const owner = ownerOf(parse, head);
    if (owner !== undefined) return owner;
  }
  return undefined;
}
