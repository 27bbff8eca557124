import type { Parse } from '../language/parse.ts';
import { dependentOf, dependentsOf, isVerb, lower, sentenceOf, yieldOf } from './tree.ts';

/**
 * How a cue takes its content. "quote": “…,” she said · "that": said (that) … · "to": wants to … · "ing": denied taking … ·
 * "object": denied the charge · "object-to": urged him to … · "as": described it as … · "call": called it a lie ·
 * "passive": was praised by … · "passive-to": is expected to …; "passive-headline": believed dead · "passive-that": it was reported that … ·
 * "prep:about": spoke about … · "parenthesis": …, she said, … (the clause around it is the content)
 */
export type Frame = string;

export interface Complement {
  readonly frame: Frame;
  /** runs of words `[first, last)` */
  readonly content: readonly (readonly [number, number])[];
  /** the preposition that belongs to the cue: "called FOR" */
  readonly preposition: number | null;
}

const NO_COMPLEMENT = new Set(['be', 'have', 'do']);

/** The content that a verb takes in the tree, and how; null where it takes none. */
export function complementOf(parse: Parse, verb: number, lemma: string): Complement | null {
  if (NO_COMPLEMENT.has(lemma)) return null;
  return isPassive(parse, verb) ? passive(parse, verb) : active(parse, verb);
}

/** "was warned"; "have warned" is not, whatever the tree calls its subject. */
export function isPassive(parse: Parse, verb: number): boolean {
  if (dependentOf(parse, verb, 'auxpass') !== undefined) return true;
  const had = dependentsOf(parse, verb, 'aux').some((d) =>
    /^(?:have|has|had|'ve|having)$/.test(lower(parse.words[d]!)),
  );
  return parse.words[verb]!.tag === 'VBN' && !had && dependentOf(parse, verb, 'nsubjpass') !== undefined;
}

function active(parse: Parse, verb: number): Complement | null {
  const clause = dependentOf(parse, verb, 'ccomp');
  const object = dependentsOf(parse, verb, 'dobj').find((d) => d > verb);
  const open = dependentsOf(parse, verb, 'xcomp').find((d) => d > verb);
  if (clause !== undefined) return clauseComplement(parse, verb, clause, object);
  const loose = looseClause(parse, verb);
  if (loose) return one('that', loose);
  if (open !== undefined) return openComplement(parse, open, object);
  if (object !== undefined) return objectComplement(parse, verb, object);
  return prepositional(parse, verb) ?? around(parse, verb);
}

/** Words that stand for a whole clause: "has claimed OTHERWISE", "said SO" */
const FOR_CLAUSE = /^(?:otherwise|so|as much|the same)$/;

/**
 * The clause that the tree hung elsewhere: "stating THAT …" with nothing under "stating", or "believe Kim's motives
 * include …" with the second verb beside the first.
 */
function looseClause(parse: Parse, verb: number): readonly [number, number] | null {
  const next = parse.words[verb + 1];
  if (!next) return null;
  const [, end] = sentenceOf(parse, verb).run;
  if (FOR_CLAUSE.test(lower(next)) && /^(?:[.,;:]|``|'')$/.test(parse.words[verb + 2]?.tag ?? '.'))
    return [verb + 1, verb + 2];
  const that = thatAfter(parse, verb, end);
  if (that !== null) return [that, end];
  const beside = dependentsOf(parse, verb, 'conj', 'parataxis', 'dep').find((d) => d > verb && isVerb(parse.words[d]!));
  if (beside === undefined || dependentOf(parse, beside, 'nsubj', 'nsubjpass') === undefined) return null;
  const [first, last] = yieldOf(parse, beside);
  return first === verb + 1 && !/^(?:CC|[,;:])$/.test(next.tag) ? [first, last] : null;
}

/** "wrote on Friday THAT …", "told reporters THAT …": a conjunction with nothing but a phrase before it. */
function thatAfter(parse: Parse, verb: number, end: number): number | null {
  for (let at = verb + 1; at < Math.min(end, verb + 7); at++) {
    const word = parse.words[at]!;
    if (lower(word) === 'that' && word.tag === 'IN') return word.head === verb ? null : at;
    if (!/^(?:IN|NN|DT|CD|JJ|PRP|RB|TO)/.test(word.tag)) return null;
  }
  return null;
}

function clauseComplement(parse: Parse, verb: number, clause: number, object: number | undefined): Complement {
  const marker = dependentOf(parse, clause, 'mark');
  // "urged him to go", read as one clause: the object is the clause's subject
  if (marker !== undefined && parse.words[marker]!.tag === 'TO' && clause > verb) {
    return one(
      object === undefined && parse.words[verb + 1] === parse.words[marker] ? 'to' : 'object-to',
      yieldOf(parse, clause),
    );
  }
  return one(clause < verb ? 'inverted' : 'that', yieldOf(parse, clause));
}

function openComplement(parse: Parse, open: number, object: number | undefined): Complement {
  const word = parse.words[open]!;
  const content = yieldOf(parse, open);
  const run: [number, number] =
    object !== undefined && object < open ? [yieldOf(parse, object)[0], content[1]] : content;
  const marked = dependentsOf(parse, open, 'mark', 'aux').some((d) => parse.words[d]!.tag === 'TO');
  if (marked) return one(object !== undefined && object < open ? 'object-to' : 'to', run);
  if (word.tag === 'VBG') return one('ing', run);
  return one(object !== undefined && object < open ? 'call' : 'small', run);
}

function objectComplement(parse: Parse, verb: number, object: number): Complement {
  const content = yieldOf(parse, object);
  const as = [...dependentsOf(parse, verb, 'nmod', 'advcl'), ...dependentsOf(parse, object, 'nmod')].find(
    (d) => d > object && dependentsOf(parse, d, 'case', 'mark').some((c) => lower(parse.words[c]!) === 'as'),
  );
  if (as !== undefined) return one('as', [content[0], Math.max(content[1], yieldOf(parse, as)[1])]);
  return one('object', content);
}

const PREPOSITIONS = new Set(
  'about for of on to with against at in into from over upon toward towards as that whether behind around like'.split(
    ' ',
  ),
);

function prepositional(parse: Parse, verb: number): Complement | null {
  for (const child of dependentsOf(parse, verb, 'nmod', 'advcl')) {
    if (child < verb) continue;
    const marker = dependentsOf(parse, child, 'case', 'mark')[0];
    if (marker === undefined || !PREPOSITIONS.has(lower(parse.words[marker]!))) continue;
    if (parse.words[marker]!.tag === 'TO' && isVerb(parse.words[child]!)) continue; // a purpose: "spoke to win"
    const [, last] = yieldOf(parse, child);
    if (marker + 1 >= last) continue;
    return {
      frame: `prep:${lower(parse.words[marker]!)}`,
      content: [[marker + 1, last]],
      preposition: marker,
    };
  }
  return null;
}

/** "The plan, she said, would fail." "As the report noted, …": the clause about the verb is what was said. */
function around(parse: Parse, verb: number): Complement | null {
  const word = parse.words[verb]!;
  if (word.head < 0 || dependentOf(parse, verb, 'nsubj') === undefined) return null;
  const as = dependentOf(parse, verb, 'mark', 'case', 'advmod');
  const parenthetic =
    word.label === 'parataxis' || (word.label === 'advcl' && as !== undefined && lower(parse.words[as]!) === 'as');
  if (!parenthetic) return null;
  const [first, last] = yieldOf(parse, verb);
  const [from, to] = yieldOf(parse, word.head);
  const content: [number, number][] = [];
  if (from < first) content.push([from, first]);
  if (last < to) content.push([last, to]);
  return content.length ? { frame: 'parenthesis', content, preposition: null } : null;
}

function passive(parse: Parse, verb: number): Complement | null {
  const subject = dependentOf(parse, verb, 'nsubjpass', 'nsubj');
  const clause = dependentsOf(parse, verb, 'ccomp').find((d) => d > verb);
  const open = dependentsOf(parse, verb, 'xcomp').find((d) => d > verb);
  const expletive = subject === undefined || lower(parse.words[subject]!) === 'it';
  if (clause !== undefined) return one(expletive ? 'passive-that' : 'told-that', yieldOf(parse, clause));
  if (subject === undefined) return null;
  const content = [yieldOf(parse, subject, (d) => parse.words[d]!.label === 'acl:relcl')];
  if (open !== undefined)
    return { frame: 'passive-to', content: [...content, yieldOf(parse, open)], preposition: null };
  return { frame: 'passive', content, preposition: null };
}

const one = (frame: Frame, run: readonly [number, number]): Complement => ({
  frame,
  content: [run],
  preposition: null,
});
