import { dependentOf, dependentsOf, isNoun, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Clause } from './event-clause.ts';
import { type Demand, type EventLexicon, holdsWord, isOf, type Row, singulars } from './event-lexicon.ts';

/** A row that holds at a word, with the words that make it hold: "called … off … strike" */
export interface Trigger {
  readonly row: Row;
  readonly words: readonly number[];
}

/** How far behind a verb its particle stands at most: "called the strike off". */
const PARTICLE_REACH = 5;
/** How far behind a verb its object is looked for where the tree does not tell. */
const OBJECT_REACH = 9;

/** The rows that hold for the verb of a clause, the most demanding first. */
export function verbTriggers(parse: Parse, clause: Clause, lexicon: EventLexicon): Trigger[] {
  const rows = lexicon.verbs.get(lower(parse.words[clause.at]!)) ?? [];
  return rows.flatMap((row) => triggerOf(parse, clause, row) ?? []);
}

function triggerOf(parse: Parse, clause: Clause, row: Row): Trigger | null {
  const particles = row.beside.map((particle) => particleAt(parse, clause.at, particle));
  if (particles.includes(undefined)) return null;
  const held = row.demand ? demanded(parse, clause, row.demand) : [];
  return held && { row, words: [clause.at, ...(particles as number[]), ...held] };
}

function particleAt(parse: Parse, verb: number, particle: string): number | undefined {
  const end = Math.min(sentenceOf(parse, verb).run[1], verb + 1 + PARTICLE_REACH);
  for (let at = verb + 1; at < end; at++) {
    if (lower(parse.words[at]!) !== particle) continue;
    return at === verb + 1 || parse.words[at]!.label !== 'case' ? at : undefined;
  }
  return undefined;
}

/** The words that meet a demand; null where none do. */
function demanded(parse: Parse, clause: Clause, { preposition, words, complement, over }: Demand): number[] | null {
  if (complement) return complementOf(parse, clause.at, complement, true) === undefined ? null : [];
  if (preposition === 'subj') {
    const { subject } = clause;
    const own = subject === undefined ? [] : [subject, ...partsOf(parse, subject)];
    return own.some((w) => holdsWord(words!, lower(parse.words[w]!))) ? [] : null;
  }
  if (!preposition) {
    const found = objectWords(parse, clause).find((w) => holdsWord(words!, lower(parse.words[w]!)));
    return found === undefined ? null : [found];
  }
  for (const at of prepositionsOf(
    parse,
    clause.at,
    preposition,
    words === null && !over && preposition !== 'between',
  )) {
    if (!words) return [at];
    const found = [at + 1, ...phraseWords(parse, at + 1)].find((w) => holdsWord(words, parse.words[w]?.form ?? ''));
    if (found !== undefined) return [at, found];
  }
  return null;
}

/** @param tight only adverbs and days may stand between: "called today FOR", not "called it a win FOR" */
function prepositionsOf(parse: Parse, at: number, preposition: string, tight: boolean): number[] {
  const found: number[] = [];
  const end = Math.min(sentenceOf(parse, at).run[1], at + OBJECT_REACH);
  for (let w = at + 1; w < end; w++) {
    const { form, tag } = parse.words[w]!;
    if (/^(?:VBD|VBZ|VBP|MD|WDT|WP)$/.test(tag) && preposition !== 'between') break;
    if (tight && w > at + 1 && !isBetween(parse, w - 1)) break;
    if (form === preposition && parse.words[w + 1] && (!tight || !/^VBP?$/.test(parse.words[w + 1]!.tag)))
      found.push(w);
  }
  return found;
}

const isBetween = (parse: Parse, at: number): boolean => {
  const { tag, form } = parse.words[at]!;
  return /^(?:RB|RP|IN$|TO$|CC$|CD$)/.test(tag) || isOf('notparty', form);
};

/** @param over the object may stand before it: "ordered the rebels TO disarm", not "plans a strike to press for" */
export function complementOf(parse: Parse, verb: number, kind: 'to' | 'that', over = false): number | undefined {
  const told = complementIn(parse, verb, kind, over);
  return told ?? (kind === 'to' && !isNoun(parse.words[verb]!) ? infinitiveAfter(parse, verb) : undefined);
}

/** "refused on Monday TO discuss", where the tree hangs the infinitive on the day */
function infinitiveAfter(parse: Parse, verb: number): number | undefined {
  const end = Math.min(sentenceOf(parse, verb).run[1] - 1, verb + 6);
  for (let at = verb + 1; at < end; at++) {
    if (parse.words[at]!.tag === 'TO' && parse.words[at + 1]!.tag === 'VB') return at + 1;
    if (!isBetween(parse, at)) return undefined;
  }
  return undefined;
}

function complementIn(parse: Parse, verb: number, kind: 'to' | 'that', over: boolean): number | undefined {
  if (isNoun(parse.words[verb]!)) return dependentsOf(parse, verb, 'acl').find((d) => parse.words[d - 1]?.tag === 'TO');
  const ofObjects =
    kind === 'to' && over ? dependentsOf(parse, verb, 'dobj').flatMap((d) => dependentsOf(parse, d, 'acl')) : [];
  return [...dependentsOf(parse, verb, 'xcomp', 'ccomp', 'advcl', 'acl', 'dep'), ...ofObjects].find((d) => {
    if (d < verb) return kind === 'that' && parse.words[d]!.label === 'ccomp';
    const infinitive =
      parse.words[d - 1]?.tag === 'TO' || dependentsOf(parse, d, 'mark').some((m) => parse.words[m]!.tag === 'TO');
    return kind === 'to' ? infinitive : !infinitive && parse.words[d]!.label === 'ccomp';
  });
}

/** The words of the objects: heads, what is compounded with them, what they are of; and what comes right behind. */
export function objectWords(parse: Parse, { at, objects }: Clause): number[] {
  const inTree = objects.flatMap((object) => [object, ...partsOf(parse, object)]);
  const next = behindParticle(parse, at); // "stopped WORK" is tagged as a verb
  return [...new Set([...inTree, ...phraseWords(parse, next), ...(parse.words[next] ? [next] : [])])];
}

/** The word after a verb and its particle: "handed over SIX rebels", "fired at least SIX shots" */
export function behindParticle(parse: Parse, verb: number): number {
  const next = parse.words[verb + 1];
  if (next?.form === 'at' && /^(?:least|most)$/.test(parse.words[verb + 2]?.form ?? '')) return verb + 3;
  const isParticle =
    next && (next.tag === 'RP' || PARTICLE.test(next.form) || isTakenIn(parse.words[verb]!.form, next.form));
  return isParticle ? verb + 2 : verb + 1;
}

const PARTICLE = /^(?:over|up|off|out|down|back|away)$/;
const isTakenIn = (verb: string, particle: string): boolean =>
  particle === 'in' && /^(?:t[ao]k|hand|turn|let)/.test(verb);

function partsOf(parse: Parse, noun: number): number[] {
  const of = dependentsOf(parse, noun, 'nmod').filter((d) =>
    dependentsOf(parse, d, 'case').some((c) => parse.words[c]!.form === 'of'),
  );
  const own = (at: number): number[] => dependentsOf(parse, at, 'compound', 'amod', 'conj', 'nmod:poss');
  return [...own(noun), ...of.flatMap((d) => [d, ...own(d)])];
}

/** The noun phrase, or two joined by "of", that begins here. */
function phraseWords(parse: Parse, from: number): number[] {
  const found: number[] = [];
  const end = Math.min(parse.words.length, from + OBJECT_REACH);
  for (let at = from; at < end; at++) {
    const { tag, form } = parse.words[at]!;
    if (!/^(?:NN|JJ|DT|PRP\$|CD|POS|RB$|RP|VBN|VBG|CC|HYPH|``|''|,|\$)/.test(tag) && form !== 'of') break;
    if (!/^(?:DT|CC|,)/.test(tag)) found.push(at);
  }
  return found;
}

/** The rows that hold for a noun: "air strike", "arrest of". */
export function nounTriggers(parse: Parse, at: number, lexicon: EventLexicon, light = false): Trigger[] {
  const { form } = parse.words[at]!;
  const rows = [form, ...singulars(form)].flatMap((lemma) => lexicon.nouns.get(lemma) ?? []);
  return rows.flatMap((row) => {
    const before = row.beside.map((_, i) => at - row.beside.length + i);
    if (row.beside.some((word, i) => !stems(parse.words[before[i]!]?.form).includes(word))) return [];
    const held = row.demand ? demanded(parse, { at, subject: undefined, objects: [], passive: false }, row.demand) : [];
    if (!held && !(light && row.demand?.words === null)) return [];
    return [{ row, words: [...before, at] }];
  });
}

const stems = (form: string | undefined): string[] => (form ? [form, ...singulars(form)] : []);

/** "LAUNCHED an attack", "took part in a rally": the light verb that a noun is the object of. */
export function lightVerbOf(parse: Parse, noun: number, lexicon: EventLexicon): number | undefined {
  let at = noun;
  for (let step = 0; step < 4; step++) {
    const { head, label } = parse.words[at]!;
    if (head < 0 || !/^(?:dobj|nsubjpass|nmod|nmod:tmod|compound|conj|amod|dep|xcomp)$/.test(label)) return undefined;
    if (isVerb(parse.words[head]!)) {
      const { form } = parse.words[head]!;
      if (!lexicon.light.has(form) && !/^(?:promise|plan)$/.test(lexicon.holds.get(form) ?? '')) return undefined;
      return label === 'nmod' && !isJoined(parse, at, noun) ? undefined : head;
    }
    if (!isNoun(parse.words[head]!)) return undefined;
    if (label === 'nmod' && !isOfKind(parse, at)) return undefined;
    at = head;
  }
  return undefined;
}

/** "10 days OF war games", "a round OF talks" */
const isOfKind = (parse: Parse, at: number): boolean =>
  parse.words[dependentOf(parse, at, 'case') ?? at]!.form === 'of';

/** "took part IN a rally" */
function isJoined(parse: Parse, at: number, noun: number): boolean {
  const verb = parse.words[at]!.head;
  const takesPart =
    /^(?:particip|engag|enter|join)/.test(parse.words[verb]!.form) || parse.words[verb + 1]?.form === 'part';
  return at === noun && takesPart && /^(?:in|into)$/.test(parse.words[dependentOf(parse, at, 'case') ?? at]!.form);
}
