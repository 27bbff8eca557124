import { nounPhrase, subjectOf } from '../attributions/source.ts';
import { dependentOf, dependentsOf, isNoun, isUnder, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { isOf } from './event-lexicon.ts';
import { isDemonym, isGovernment, isParty, type Run } from './event-party.ts';
import { behindParticle } from './event-triggers.ts';

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

/** How far from its verb a prepositional party is looked for, in words. */
const REACH = 24;
/** A noun's are nearer: what is further belongs to the verb. */
const NOUN_REACH = 9;

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
function withoutDay(parse: Parse, subject: number | undefined): number | undefined {
  if (subject === undefined || !isOf('notparty', lower(parse.words[subject]!))) return subject;
  const before = dependentsOf(parse, subject, 'compound').at(-1);
  return before === undefined || isOf('notparty', lower(parse.words[before]!)) ? undefined : before;
}

/** "PERU has said IT will send aid": who speaks is meant where nothing in number or kind is against it. */
function speakerFor(parse: Parse, verb: number, subject: number | undefined): number | undefined {
  if (subject === undefined || parse.words[subject]!.tag !== 'PRP') return subject;
  for (let at = verb, step = 0; step < 4; step++) {
    const { head, label } = parse.words[at]!;
    if (head < 0) return subject;
    if (label === 'ccomp' && isVerb(parse.words[head]!)) {
      const speaker = withoutDay(parse, antecedent(parse, subjectOf(parse, head)));
      return speaker !== undefined && canBe(parse, subject, speaker) ? speaker : subject;
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
  return !/S$/.test(tag) || tag === 'NNPS';
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

/** The party in the first of these places that has one; null where none has. */
export function roleIn(parse: Parse, clause: Clause, slots: readonly string[], after = clause.at): Role | null {
  for (const slot of slots) {
    const head = headIn(parse, clause, slot, after);
    if (head === undefined) continue;
    const [first, last] = slot === 'owner' ? ownerRun(parse, head) : phrase(parse, head);
    return { head, run: [head > clause.at ? Math.max(first, clause.at + 1) : first, last] };
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
    case 'speaker':
      return speakerOf(parse, at);
    case 'owner':
      return firstOwner(parse, objects.length ? objects : [at]);
    default:
      return clause.passive && slot === 'by'
        ? undefined
        : behind(parse, after, slot.replace('*', ''), slot.endsWith('*'));
  }
}

/** Who says so: "THE PREMIER said that Peru was responsible" */
function speakerOf(parse: Parse, at: number): number | undefined {
  const { head, label } = parse.words[at]!;
  return label === 'ccomp' && head >= 0 ? withoutDay(parse, antecedent(parse, subjectOf(parse, head))) : undefined;
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
  if (owner !== undefined) return isParty(parse, owner) ? owner : undefined;
  return dependentsOf(parse, noun, 'amod', 'compound')
    .reverse()
    .find((d) => d < noun && (isDemonym(parse, d) || (parse.words[d]!.tag.startsWith('NNP') && isParty(parse, d))));
}

/** "the U.N. SECURITY COUNCIL resolution": all the words of the name */
function ownerRun(parse: Parse, head: number): Run {
  if (parse.words[head]!.label === 'nmod:poss')
    return nounPhrase(
      parse,
      head,
      dependentsOf(parse, head, 'case').find((d) => parse.words[d]!.tag === 'POS'),
    );
  let first = head;
  while (
    first > 0 &&
    parse.words[first - 1]!.head === parse.words[head]!.head &&
    parse.words[first - 1]!.tag.startsWith('NNP')
  )
    first--;
  return [first, head + 1];
}

/** "Angolan REBELS", where the tree has a verb and so no phrase */
function wordsBefore(parse: Parse, head: number): Run {
  const [from] = sentenceOf(parse, head).run;
  let first = head;
  while (first > from && /^(?:NN|JJ|CD|DT$)/.test(parse.words[first - 1]!.tag)) first--;
  return [first, head + 1];
}

/** Without the preposition before it, what a verb behind it says, and days. */
export function phrase(parse: Parse, head: number): Run {
  const [first, last] = wholePhrase(parse, head);
  let from = first;
  while (from > 0 && isOpening(parse, from - 1, head)) from--;
  if (isDemonym(parse, from) && parse.words[from - 1]?.form === 'and' && isDemonym(parse, from - 2)) from -= 2;
  return [from, last];
}

/** "ELEVEN hostages", with the number hung on something else */
const isOpening = (parse: Parse, at: number, head: number): boolean =>
  at < head &&
  (parse.words[at]!.tag === 'CD' ||
    (/^(?:det|amod)$/.test(parse.words[at]!.label) && /^(?:DT|JJ)/.test(parse.words[at]!.tag)));

const CUTS = /^(?:VBD|VBZ|VBP|MD|WDT|WP)$/;

function wholePhrase(parse: Parse, head: number): Run {
  const [first, last] =
    isVerb(parse.words[head]!) || parse.words[head]!.label === 'compound'
      ? wordsBefore(parse, head)
      : nounPhrase(parse, head, dependentOf(parse, head, 'case'));
  for (let at = head + 1; at < last; at++) {
    const { tag, label } = parse.words[at]!;
    if (CUTS.test(tag) || (tag === 'VBN' && label === 'acl')) return [first, at];
    if (isOf('notparty', lower(parse.words[at]!)))
      return [first, /^(?:on|in|last|this)$/.test(parse.words[at - 1]!.form) ? at - 1 : at];
  }
  return [first, last];
}

/** "demanded that ISRAEL withdraw", "wants IRAN to stop" */
function complementSubject(parse: Parse, verb: number): number | undefined {
  for (const clause of dependentsOf(parse, verb, 'ccomp', 'xcomp')) {
    const subject = withoutDay(parse, dependentOf(parse, clause, 'nsubj', 'nsubjpass'));
    if (subject !== undefined && isParty(parse, subject)) return subject;
  }
  return nounAfterThat(parse, verb);
}

/** "demanded on Monday that ISRAEL leave …", where the tree has no clause */
function nounAfterThat(parse: Parse, verb: number): number | undefined {
  const end = Math.min(sentenceOf(parse, verb).run[1], verb + 6);
  for (let that = verb + 1; that < end; that++) {
    if (parse.words[that]!.form !== 'that') continue;
    for (let at = that + 1; at < that + 6 && at < parse.words.length; at++) {
      const { label, tag } = parse.words[at]!;
      if (/^(?:VB|MD)/.test(tag)) return undefined;
      if (isNoun(parse.words[at]!) && !/^(?:compound|amod|nmod:poss|nummod)$/.test(label))
        return isParty(parse, at) ? at : undefined;
    }
  }
  return undefined;
}

/** "against GERMAN GOODS": the first party behind this preposition, before another clause begins. */
function behind(parse: Parse, at: number, preposition: string, any: boolean): number | undefined {
  const end = Math.min(sentenceOf(parse, at).run[1], at + (isVerb(parse.words[at]!) ? REACH : NOUN_REACH));
  for (let w = at + 1; w < end; w++) {
    const { form, tag, head, label, text } = parse.words[w]!;
    if (
      (/^(?:VBD|VBZ|VBP|MD|WDT|WP|WRB)$/.test(tag) && preposition !== 'between') ||
      text === ';' ||
      /^(?:that|because|after|before|while)$/.test(form)
    )
      return undefined;
    if (form !== preposition || label !== 'case' || head <= w || isVerb(parse.words[head]!)) continue;
    if (any || preposition === 'between' || isParty(parse, head))
      return isOf('notparty', lower(parse.words[head]!)) ? undefined : head;
    const owner = ownerOf(parse, head);
    if (owner !== undefined) return owner;
  }
  return undefined;
}
