import { dependentOf, dependentsOf, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { type Clause, clauseOf, clausesOf, isLostVerb, takenForVerb } from './event-clause.ts';
import { complementDeed, mustDeed } from './event-complements.ts';
import { type Force, forceOf } from './event-force.ts';
import { deedOf, type Found, meets, modeOf, partiesOf, rootBy, threatMode } from './event-found.ts';
import { type EventLexicon, englishEvents, isOf } from './event-lexicon.ts';
import { roleIn } from './event-roles.ts';
import { isElsewhere, isStrict } from './event-setting.ts';
import { lightVerbOf, nounTriggers, type Trigger, verbTriggers } from './event-triggers.ts';
import type { Deed } from './meaning.ts';

/** Who did what to whom, by PLOVER's roots, in text order. Saying alone is no event, nor is what did not happen. */
export function events(parse: Parse, lexicon: EventLexicon = englishEvents()): Deed[] {
  const strict = isStrict(parse);
  const found = new Map<number, Found>();
  for (const sentence of parse.sentences) {
    if (isElsewhere(parse, sentence)) continue;
    for (let at = sentence.run[0]; at < sentence.run[1]; at++) {
      const one = foundAt(parse, at, lexicon, strict);
      if (one && !found.has(one.at)) found.set(one.at, one);
    }
  }
  return [...found.values()]
    .filter((one) => !isPartOf(parse, one, found))
    .map((one) => deedOf(parse, one))
    .sort((a, b) => a.span[0] - b.span[0] || a.at - b.at);
}

function foundAt(parse: Parse, at: number, lexicon: EventLexicon, strict: boolean): Found | null {
  const word = parse.words[at]!;
  if (/^VB[ND]$/.test(word.tag) && at === sentenceOf(parse, at).run[0]) return null; // "Ousted president …"
  const ofComplement = complementDeed(parse, at, lexicon, strict);
  if (ofComplement) return ofComplement;
  if (word.tag === 'VBG' && /^nsubj/.test(word.label)) return nounFound(parse, at, lexicon, strict);
  if (isLostVerb(parse, at)) return verbFound(parse, at, lexicon, strict);
  if (isVerb(word)) return word.label === 'amod' ? null : verbFound(parse, at, lexicon, strict);
  if (word.tag === 'MD') return mustDeed(parse, at, lexicon, strict);
  if (word.tag === 'JJ')
    return dependentOf(parse, at, 'cop') === undefined ? null : verbFound(parse, at, lexicon, strict);
  return /^NNS?$/.test(word.tag) && (word.label !== 'compound' || isOf('effort', lower(parse.words[word.head]!)))
    ? nounFound(parse, at, lexicon, strict)
    : null;
}

function verbFound(parse: Parse, at: number, lexicon: EventLexicon, strict: boolean): Found | null {
  if (!lexicon.verbs.has(lower(parse.words[at]!)) || takenForVerb(parse, at + 1) === at) return null;
  for (const clause of clausesOf(parse, at)) {
    for (const trigger of verbTriggers(parse, clause, lexicon)) {
      const parties = partiesOf(parse, clause, trigger, strict);
      if (parties) return withForce(parse, lexicon, at, trigger, forceOf(parse, at, lexicon), parties);
    }
  }
  return null;
}

function withForce(
  parse: Parse,
  lexicon: EventLexicon,
  at: number,
  { row, words }: Trigger,
  force: Force,
  parties: Pick<Found, 'actor' | 'recipient'>,
): Found | null {
  const root = rootBy(force, row.root);
  if (!root) return null;
  const mode =
    root === 'THREATEN' && row.root !== 'THREATEN'
      ? threatMode(row.root, row.mode)
      : modeOf(parse, lexicon, root, row, at, sentenceOf(parse, at).run[1]);
  return { at, root, mode, words, ...parties };
}

/** "launched an attack on", or a noun with its own parties: "the attack by rebels on the convoy". */
function nounFound(parse: Parse, at: number, lexicon: EventLexicon, strict: boolean): Found | null {
  const triggers = nounTriggers(parse, at, lexicon);
  const plain = triggers.length ? triggers : [];
  if (isDenied(parse, at) || isAddressed(parse, at)) return null;
  const light = lightVerbOf(parse, at, lexicon);
  if (light !== undefined) return lightFound(parse, at, light, lexicon, strict);
  const clause: Clause = { at, subject: dependentOf(parse, at, 'nsubj'), objects: [], passive: false };
  const force = forceAbove(parse, at, lexicon);
  for (const trigger of plain) {
    const parties = partiesOf(parse, clause, trigger, strict);
    if (parties) return withForce(parse, lexicon, at, trigger, force, parties);
  }
  return null;
}

function lightFound(parse: Parse, at: number, light: number, lexicon: EventLexicon, strict: boolean): Found | null {
  const above = clauseOf(parse, light);
  const clause: Clause = { at, subject: undefined, objects: [], passive: false };
  const planned = /^(?:promise|plan)$/.test(lexicon.holds.get(parse.words[light]!.form) ?? '');
  const told = forceOf(parse, light, lexicon);
  const force = planned && told === 'happens' ? 'comes' : told;
  let bare: Found | null = null; // "an offensive" is sought ON somebody, then AGAINST
  for (const trigger of nounTriggers(parse, at, lexicon, true)) {
    const actor = roleIn(parse, above, ['subj']) ?? roleIn(parse, clause, trigger.row.actor);
    const other = roleIn(parse, clause, trigger.row.recipient);
    const recipient = other && actor && other.head === actor.head ? null : other;
    if (!meets(parse, trigger.row.needs.replace('r', ''), actor, recipient, strict)) continue;
    const words = [light, ...trigger.words];
    const one = withForce(parse, lexicon, at, { row: trigger.row, words }, force, { actor, recipient });
    if (recipient) return one;
    bare ??= one;
  }
  return bare;
}

/** "told a MEETING of leaders": there it is only who listens */
const isAddressed = (parse: Parse, at: number): boolean =>
  parse.words[at]!.label === 'dobj' &&
  /^(?:t[eo]l[ld]s?|address|inform)/.test(parse.words[parse.words[at]!.head]!.form);

/** "no talks", "without an attack" */
const isDenied = (parse: Parse, at: number): boolean =>
  dependentsOf(parse, at, 'det', 'neg', 'case').some((d) =>
    /^(?:no|neither|without|any|every)$/.test(lower(parse.words[d]!)),
  );

/** A noun holds as the verb holds whose subject or object it is: "talks between … will begin". */
function forceAbove(parse: Parse, noun: number, lexicon: EventLexicon): Force {
  const { head, label } = parse.words[noun]!;
  if (head < 0) return 'happens';
  const form = lower(parse.words[head]!);
  if (lexicon.holds.has(form) && /^(?:unreal|plan|will|promise|threat|refuse)$/.test(lexicon.holds.get(form)!))
    return 'unreal';
  if (!isVerb(parse.words[head]!)) return 'happens';
  if (/^(?:nsubj|nsubjpass|dobj)$/.test(label)) return forceOf(parse, head, lexicon);
  return 'happens';
}

/** How far up is looked for an event that this one is part of. */
const STEPS = 10;

/** "condemned the ATTACK", "urged them to MEET", "fired, KILLING two": told by another event of the sentence. */
function isPartOf(parse: Parse, one: Found, found: ReadonlyMap<number, Found>): boolean {
  let at = one.at;
  let aside = false; // "claimed the bomb THAT INJURED two": told again, or another event
  for (let step = 0; step < STEPS; step++) {
    const { head, label } = parse.words[at]!;
    if (head < 0 || label === 'parataxis') return false;
    const above = found.get(head);
    aside ||= label === 'acl:relcl';
    if (aside && above && above !== one) return above.root === one.root;
    if (above && above !== one) {
      if (label === 'conj' && isVerb(parse.words[at]!)) return above.root === one.root && sharesSubject(parse, at);
      if (above.root === 'PROTEST' && /^(?:REQUEST|ACCUSE)$/.test(one.root)) return true; // what they protest for
      if (label === 'advcl' && isAside(parse, at)) return above.root === one.root;
      return true;
    }
    if (isVerb(parse.words[at]!) && /^(?:advcl|ccomp)$/.test(label)) return false;
    if (label === 'conj' && isVerb(parse.words[at]!) && !sharesSubject(parse, at)) return false;
    at = head;
  }
  return false;
}

/** "fired, wounding two", "said it after meeting": told beside the main event, not in it. */
const isAside = (parse: Parse, at: number): boolean =>
  parse.words[at - 1]?.tag !== 'TO' &&
  !dependentsOf(parse, at, 'mark').some((d) => /^(?:for|of)$/.test(parse.words[d]!.form));

const sharesSubject = (parse: Parse, at: number): boolean => dependentOf(parse, at, 'nsubj', 'nsubjpass') === undefined;
