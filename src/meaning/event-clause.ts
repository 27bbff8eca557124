import { subjectOf } from '../attributions/source.ts';
import { dependentOf, dependentsOf, isNoun, isUnder, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { isOf } from './event-lexicon.ts';
import { isDemonym, isGovernment, isParty } from './event-party.ts';
import { behindParticle } from './event-triggers.ts';

/** Who is where about a trigger, by heads; the passive is turned round. */
export interface Clause {
  readonly at: number;
  readonly subject: number | undefined;
  readonly objects: readonly number[];
  readonly passive: boolean;
}

/** "THOUSANDS of students" for "students" */
function groupOf(parse: Parse, noun: number): number {
  const { label, head } = parse.words[noun]!;
  const isGroup = label === 'nmod' && head >= 0 && head < noun && isOf('group', lower(parse.words[head]!));
  return isGroup ? head : noun;
}

const UNCHANGED = /^(?:shut|quit|cut|hit|beat|put|set|split)$/;

/** "the premier CONSULTED party leaders", with the verb taken for an adjective and no other verb in the sentence */
export function isLostVerb(parse: Parse, at: number): boolean {
  const { tag, label, head } = parse.words[at]!;
  if (tag === 'NN' && label === 'root' && UNCHANGED.test(parse.words[at]!.form))
    return at > 0 && isParty(parse, at - 1) && isVerbless(parse, at);
  if (label !== 'amod' || head < at || !/^(?:VB[ND]|JJ)$/.test(tag) || !/(?:ed|t|en)$/.test(parse.words[at]!.form))
    return false;
  const before = parse.words[at - 1];
  return before !== undefined && /^NN/.test(before.tag) && isVerbless(parse, at) && isParty(parse, at - 1);
}

const lostObjects = (parse: Parse, verb: number): readonly number[] =>
  parse.words[verb]!.label === 'root' ? objectsOf(parse, verb) : [parse.words[verb]!.head];

function isVerbless(parse: Parse, at: number): boolean {
  const [first, last] = sentenceOf(parse, at).run;
  for (let w = first; w < last; w++)
    if (/^(?:VBZ|VBP|MD)$/.test(parse.words[w]!.tag) || (parse.words[w]!.tag === 'VBD' && w !== at)) return false;
  return true;
}

/** The ways to read a verb: "doctors handed over …" is tagged as "doctors (who were) handed over …" now and then. */
export function clausesOf(parse: Parse, verb: number): Clause[] {
  if (isLostVerb(parse, verb))
    return [{ at: verb, subject: verb - 1, objects: lostObjects(parse, verb), passive: false }];
  const first = clauseOf(parse, verb);
  const { label, head, tag } = parse.words[verb]!;
  if (!first.passive || label !== 'acl' || tag !== 'VBN' || first.subject !== undefined) return [first];
  if (dependentOf(parse, verb, 'auxpass') !== undefined || head > verb) return [first];
  const active = { at: verb, subject: groupOf(parse, head), objects: objectsOf(parse, verb), passive: false };
  return active.objects.length ? [active, first] : [first, active];
}

export function clauseOf(parse: Parse, verb: number): Clause {
  const passive = isPassive(parse, verb);
  const mistaken = takenForVerb(parse, verb);
  if (mistaken !== undefined) return { at: verb, subject: mistaken, objects: objectsOf(parse, verb), passive: false };
  const told = withoutDay(parse, antecedent(parse, subjectOf(parse, verb))) ?? nounBefore(parse, verb);
  const subject = speakerFor(parse, verb, told);
  if (!passive) return { at: verb, subject, objects: objectsOf(parse, verb), passive };
  const suffers = parse.words[verb]!.label === 'acl' ? parse.words[verb]!.head : subject;
  const objects = suffers === undefined ? [] : [suffers, ...conjuncts(parse, suffers)];
  return { at: verb, subject: agentHead(parse, verb), objects: [...objects, ...objectsOf(parse, verb)], passive };
}

/** "REBELS freed …", tagged as a verb */
export function takenForVerb(parse: Parse, verb: number): number | undefined {
  const before = parse.words[verb - 1];
  if (before?.tag !== 'VBZ' || verb >= parse.words.length || !/^VB[DN]$/.test(parse.words[verb]!.tag)) return undefined;
  return isOf('martial', before.form) || isOf('party', before.form) ? verb - 1 : undefined;
}

/** "Peru today MOUNTED …": the name right before a finite verb that the tree gives no subject. */
function nounBefore(parse: Parse, verb: number): number | undefined {
  const [from] = sentenceOf(parse, verb).run;
  if (!/^VB[DZP]$/.test(parse.words[verb]!.tag) || parse.words[verb]!.label === 'conj') return undefined;
  for (let at = verb - 1; at >= Math.max(from, verb - 6); at--) {
    const { tag, form } = parse.words[at]!;
    if (isGovernment(parse, at)) return at;
    if (/^(?:NN|PRP$)/.test(tag) && !isOf('notparty', form)) return isParty(parse, at) ? at : undefined;
    if (!/^(?:RB|MD|VB[PZD]|NN)/.test(tag)) return undefined;
  }
  return undefined;
}

/** "Arafat Wednesday rejected …": the tree takes the day for the subject. */
export function withoutDay(parse: Parse, subject: number | undefined): number | undefined {
  if (subject === undefined || !isOf('notparty', lower(parse.words[subject]!))) return subject;
  const before = dependentsOf(parse, subject, 'compound').at(-1);
  return before === undefined || isOf('notparty', lower(parse.words[before]!)) ? undefined : before;
}

/**
 * "PERU has said IT will send aid": who speaks is meant where nothing in number or kind is against it. "Peru told Chile
 * it would …" leaves two, and so the pronoun.
 */
function speakerFor(parse: Parse, verb: number, subject: number | undefined): number | undefined {
  if (subject === undefined || parse.words[subject]!.tag !== 'PRP') return subject;
  for (let at = verb, step = 0; step < 4; step++) {
    const { head, label } = parse.words[at]!;
    if (head < 0) return subject;
    if (label === 'ccomp' && isVerb(parse.words[head]!)) {
      const speaker = withoutDay(parse, antecedent(parse, subjectOf(parse, head)));
      const told = dependentsOf(parse, head, 'dobj', 'iobj').some((d) => isParty(parse, d));
      return speaker !== undefined && !told && canBe(parse, subject, speaker) ? speaker : subject;
    }
    at = head;
  }
  return subject;
}

function canBe(parse: Parse, pronoun: number, noun: number): boolean {
  const { form } = parse.words[pronoun]!;
  const { tag } = parse.words[noun]!;
  if (tag === 'PRP' || !isParty(parse, noun)) return false;
  if (form === 'they')
    return /S$/.test(tag) || isOf('group', lower(parse.words[noun]!)) || isOf('polity', lower(parse.words[noun]!));
  const isBody =
    isGovernment(parse, noun) || isOf('body', lower(parse.words[noun]!)) || /^[A-Z]{2,}$/.test(parse.words[noun]!.text);
  if (form === 'it') return isBody;
  return /^s?he$/.test(form) && !isBody && !/S$/.test(tag);
}

/** "rebels WHO attacked": the relative pronoun is the noun that it is about. */
export function antecedent(parse: Parse, subject: number | undefined): number | undefined {
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
  if (label === 'acl') return tag === 'VBN';
  if (label !== 'conj' || head < 0 || dependentOf(parse, verb, 'nsubj', 'aux') !== undefined) return false;
  return dependentOf(parse, head, 'auxpass', 'nsubjpass') !== undefined;
}

function agentHead(parse: Parse, verb: number): number | undefined {
  return dependentsOf(parse, verb, 'nmod').find(
    (child) => child > verb && dependentsOf(parse, child, 'case').some((c) => lower(parse.words[c]!) === 'by'),
  );
}

function objectsOf(parse: Parse, verb: number): number[] {
  const relative = dependentOf(parse, verb, 'dobj');
  if (relative !== undefined && relative < verb && /^W/.test(parse.words[relative]!.tag)) {
    const noun = antecedent(parse, relative);
    return noun === undefined || noun === relative ? [] : [noun];
  }
  const objects = dependentsOf(parse, verb, 'dobj').filter((d) => isNoun(parse.words[d]!) || isDemonym(parse, d));
  const all = objects.length ? objects : [nounAfter(parse, verb)].filter((noun) => noun !== undefined);
  return all.flatMap((object) => [object, ...conjuncts(parse, object)]);
}

const conjuncts = (parse: Parse, noun: number): number[] =>
  dependentsOf(parse, noun, 'conj').filter((d) => isNoun(parse.words[d]!));

/** The noun phrase right behind a verb that the tree gives no object. */
function nounAfter(parse: Parse, verb: number): number | undefined {
  const end = Math.min(sentenceOf(parse, verb).run[1], verb + 9);
  for (let at = behindParticle(parse, verb); at < end; at++) {
    const { tag, label } = parse.words[at]!;
    if (isNoun(parse.words[at]!) && !/^(?:compound|nmod:poss|amod|nummod|nmod:tmod)$/.test(label))
      return label === 'nsubj' && hasOwnVerb(parse, at, verb) ? undefined : at;
    if (!/^(?:NN|JJ|DT$|PRP\$|CD|POS|RB$|RP$|VBN|PRP$)/.test(tag)) return undefined;
  }
  return undefined;
}

/** "warned TROOPS would come"; not "freed two BUSINESSMEN accused of …", "executed 20 REBELS, a group said" */
function hasOwnVerb(parse: Parse, subject: number, verb: number): boolean {
  const above = parse.words[subject]!.head;
  if (above < 0 || above < subject) return false;
  if (parse.words[above]!.label === 'conj') return parse.words[above]!.tag !== 'VBD' || above !== subject + 1;
  return isUnder(parse, above, verb);
}
