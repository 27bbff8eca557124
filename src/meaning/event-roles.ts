import { nounPhrase, subjectOf } from '../attributions/source.ts';
import { dependentOf, dependentsOf, isNoun, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { antecedent, type Clause, withoutDay } from './event-clause.ts';
import { isOf } from './event-lexicon.ts';
import { isDemonym, isParty, type Run } from './event-party.ts';
import { phrase } from './event-phrase.ts';

/** A party of an event: the head and its phrase. */
export interface Role {
  readonly head: number;
  readonly run: Run;
}

/** How far from its verb a prepositional party is looked for, in words. */
const REACH = 24;
/** A noun's are nearer: what is further belongs to the verb. */
const NOUN_REACH = 9;

/** The party in the first of these places that has one; null where none has. */
export function roleIn(parse: Parse, clause: Clause, slots: readonly string[], after = clause.at): Role | null {
  for (const slot of slots) {
    const head = headIn(parse, clause, slot, after);
    if (head === undefined) continue;
    const [first, last] = slot === 'owner' ? ownerRun(parse, head) : phrase(parse, head);
    const from = head > clause.at ? Math.max(first, clause.at + 1) : first;
    if (from < last) return { head, run: [from, last] };
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
