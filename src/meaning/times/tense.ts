import { isVerb } from '../../attributions/tree.ts';
import type { Parse, Word } from '../../language/parse.ts';

/** Which way from the publication a time lies: `present` is a verb that tells neither ("meets on Friday"), `none` no verb. */
export type Tense = 'past' | 'future' | 'present' | 'unsure' | 'none';

const MODAL = /^(?:will|wo|'ll|shall|would|could|may|might|should|must|can|ca|'d)$/;
const HAVE = /^(?:have|has|had|'ve|having)$/;
const PRESENT_BE = /^(?:is|are|am|'re|'m|'s|be)$/;
/** "is EXPECTED on Friday", "talks SET for May" */
const AHEAD = new Set(
  'expected scheduled due set slated planned poised likely supposed bound booked tipped forecast projected'.split(' '),
);
/** "began TO FALL on Friday": the infinitive is as past as the verb before it. */
const NO_PLAN = new Set(
  (
    'begin began begun start started continue continued seem seemed appear appeared fail failed manage managed try tried used helped ' +
    'come came go went return returned gathered forced able unable dropped rose declined refused proceeded happened tended met allowed enabled'
  ).split(' '),
);
/** "POSTPONED until Saturday" */
const PUT_OFF =
  /^(?:wait|postpone|delay|adjourn|extend|suspend|defer|reschedule|remand|push|put|shelve|hold|close|shut|detain|jail|ban|move|bring|brought)/;
const SAYING =
  /^(?:says|say|tells|reports|writes|adds|warns|announces|claims|argues|insists|shows?|finds?|suggests?|indicates?)$/;

/** By the verb that governs the word `at`, and the preposition before it. */
export function tenseAt(parse: Parse, at: number): Tense {
  const before = preposition(parse, at);
  if (before === 'since' || isSaidThen(parse, at)) return 'past';
  const verb = verbOver(parse, at);
  if (before === 'until' || before === 'till') return untilTense(parse, verb);
  if (verb === 'past' || verb === 'unsure') return verb;
  if (verb === null) return 'none';
  if (before === 'to' && PUT_OFF.test(parse.words[verb]!.form)) return 'future';
  return tenseOf(parse, verb);
}

/** "said MONDAY it would send aid", "announced on MONDAY": the day of saying, whatever the tree hangs it on. */
function isSaidThen({ words }: Parse, at: number): boolean {
  const verb = words[at - 1]?.form === 'on' ? words[at - 2] : words[at - 1];
  return (
    verb?.tag === 'VBD' &&
    /^(?:said|told|announced|added|reported|confirmed|denied|wrote|tweeted|warned|stated|acknowledged|declared)$/.test(
      verb.form,
    )
  );
}

function preposition(parse: Parse, at: number): string | null {
  const case_ = parse.dependents[at]!.find((d) => parse.words[d]!.label === 'case');
  return (case_ !== undefined ? parse.words[case_] : parse.words[at - 1])?.form ?? null;
}

/** "after Friday's attack" is past whatever comes after; the vote that something is ahead of may be either. */
function verbOver(parse: Parse, at: number): number | 'past' | 'unsure' | null {
  for (let word = parse.words[at]!.head; word >= 0; word = parse.words[word]!.head) {
    const { label, form } = parse.words[word]!;
    if (isVerb(parse.words[word]!) || AHEAD.has(form) || cop(parse, word)) return word;
    if (form === 'wake' || form === 'aftermath') return 'past';
    const before = label === 'nmod' ? preposition(parse, word) : null;
    if (before === 'after' || before === 'since' || before === 'following') return 'past';
    if (before === 'ahead' || before === 'before') return 'unsure';
  }
  return null;
}

const cop = (parse: Parse, at: number): Word | undefined =>
  parse.dependents[at]!.map((d) => parse.words[d]!).find(({ label }) => label === 'cop');

/** "was postponed until Saturday", but "did not come until Saturday" */
function untilTense(parse: Parse, verb: ReturnType<typeof verbOver>): Tense {
  if (typeof verb !== 'number') return 'future';
  const tense = tenseOf(parse, verb);
  if (tense !== 'past' || PUT_OFF.test(parse.words[verb]!.form)) return 'future';
  return auxiliaries(parse, verb).some((form) => HAVE.test(form) && form !== 'had') ? 'future' : 'past';
}

const auxiliaries = (parse: Parse, verb: number): string[] =>
  parse.dependents[verb]!.map((d) => parse.words[d]!)
    .filter(({ label }) => /^(?:aux|auxpass|cop)$/.test(label))
    .map(({ form }) => form);

function tenseOf(parse: Parse, verb: number): Tense {
  const word = parse.words[verb]!;
  const aux = auxiliaries(parse, verb);
  if (marker(parse, verb)) return 'past';
  const isPast = aux.some((form) => /^(?:was|were|did|been)$/.test(form));
  if (aux.some((form) => MODAL.test(form))) return aux.some((form) => HAVE.test(form)) ? 'past' : 'future';
  if (aux.includes('to')) return tenseOfInfinitive(parse, verb);
  if (AHEAD.has(word.form)) return isPast || onceMeant(parse, verb) ? 'unsure' : 'future';
  if (aux.some((form) => HAVE.test(form)) || isPast) return 'past';
  if (SAYING.test(word.form) || word.tag === 'VBD') return 'past';
  if (aux.some((form) => PRESENT_BE.test(form))) return 'present';
  if (word.label === 'conj' || word.tag === 'VBG' || word.tag === 'VB') return tenseOver(parse, verb);
  return word.tag === 'VBN' ? 'past' : 'present';
}

/** "ORIGINALLY set for Tuesday" */
const onceMeant = (parse: Parse, verb: number): boolean =>
  parse.dependents[verb]!.some((d) => /^(?:originally|initially|previously|first|once)$/.test(parse.words[d]!.form));

/** "AFTER leaving on Friday", "SINCE he came" */
const marker = (parse: Parse, verb: number): boolean =>
  parse.dependents[verb]!.some(
    (d) => parse.words[d]!.label === 'mark' && /^(?:after|since)$/.test(parse.words[d]!.form),
  ) && !auxiliaries(parse, verb).some((form) => MODAL.test(form) || PRESENT_BE.test(form));

function tenseOfInfinitive(parse: Parse, verb: number): Tense {
  const { head, label } = parse.words[verb]!;
  if (head < 0) return 'future';
  return label === 'advcl' || NO_PLAN.has(parse.words[head]!.form) ? tenseOver(parse, verb) : 'future';
}

function tenseOver(parse: Parse, verb: number): Tense {
  const over = verbOver(parse, verb);
  if (over === null) return 'none';
  return typeof over === 'number' ? tenseOf(parse, over) : over;
}
