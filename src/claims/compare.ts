import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import type { Copy, CopyEvidence, CopyKind } from './copy.ts';
import { creditsBetween } from './credits-between.ts';
import { keptRuns } from './fingerprints.ts';
import { pageOf } from './page-of.ts';
import { type Passage, passages } from './passages.ts';
import { type WordSequence, wordSequence } from './word-sequence.ts';

/** What is known of runs of words from the documents around the two. */
export interface Known {
  /** an outlet prints it under its reports */
  readonly isFurniture: (fingerprint: number) => boolean;
  /** it comes back week after week */
  readonly isStock: (fingerprint: number) => boolean;
}

const NOTHING_KNOWN: Known = { isFurniture: () => false, isStock: () => false };

/** A passage has as many equal words as this; fewer are a name with its title. */
const FEWEST_WORDS = 5;
/** A passage has an equal for at least this share of its words on the longer side. */
const CLOSEST = 0.5;
/** What a word without an equal takes off, in words: two reports of one event share words, but not close together. */
const GAP_COST = 0.5;
/** A passage below this counts for nothing: "Senator Ana Torv of Selm, the leader of the opposition". */
const LEAST_OF_PASSAGE = 3;
/** A passage of a copy that is only an excerpt has more to show: "fired at least 10 Storm Shadow missiles" is a fact. */
const LEAST_OF_EXCERPT = 4;
/**
 * Telling words of the writer's own wording that make a copy, names counted half, quotations not at all. Lower finds single
 * sentences that were edited and calls reports of one event copies: two who write of one thing share half a sentence.
 */
const LEAST = 8;
/**
 * Sentences that share most but not nearly all of their words are what two write who were told the same facts, unless they
 * are this much of a text. Lower finds excerpts that were edited heavily, and takes reports that cite another for its copies.
 */
const LEAST_RETOLD = 0.35;
/** Or unless there are this many such words: so much is not said alike by chance. */
const MANY_RETOLD = 24;
/** Closer than this and the words are the same but for an edit here and there; below, they were written anew. */
const LIGHTLY_EDITED = 0.75;
/** A copy has most of one text and much of the other; else it is an excerpt. */
const MOST_OF_ONE = 0.6;
const MUCH_OF_OTHER = 0.3;
/** How many passages are told of: more show a copy no better. */
const MOST_SHOWN = 12;

/** One text beside another, or null where neither holds words of the other. Captures of one address are versions, no copies. */
export function compare(one: Document, other: Document, known: Known = NOTHING_KNOWN): Copy | null {
  return compareRead(
    { document: one, words: wordSequence(one) },
    { document: other, words: wordSequence(other) },
    known,
  );
}

/** A document with its words, so that they are cut once. */
export interface Read {
  readonly document: Document;
  readonly words: WordSequence;
}

export function compareRead(one: Read, other: Read, known: Known): Copy | null {
  const [a, b] = one.document.id < other.document.id ? [one, other] : [other, one];
  if (a.document.id === b.document.id || areVersions(a.document, b.document)) return null;
  const same = isSameText(a.words, b.words);
  const found = same ? [measured(whole(a.words), a.words, b.words)] : passagesBetween(a.words, b.words, known);
  const containment = [contained(found, 'inA', a.words), contained(found, 'inB', b.words)] as const;
  if (!same && scoreOf(found, LEAST_OF_PASSAGE) < LEAST) return null;
  const { from, evidence } = creditsBetween(a.document, b.document);
  const isShown = same || isExcerpted(found) || isRetold(found, containment) || evidence.some(isCredit);
  if (!isShown) return null;
  const kind = same ? 'same text' : kindOf(found, containment);
  const shared = spansOf(found, a.words, b.words);
  return { a: a.document.id, b: b.document.id, kind, from, containment, shared, evidence };
}

/** Stock passages count where they are only part of what two texts share: a whole text may be carried for years. */
function passagesBetween(a: WordSequence, b: WordSequence, { isFurniture, isStock }: Known): Measured[] {
  const found = passages(a, b)
    .map((passage) => measured(passage, a, b))
    .filter((passage) => passage.equal >= FEWEST_WORDS && passage.closeness >= CLOSEST)
    .filter((passage) => !isMostly(passage, a, isFurniture));
  const share = Math.max(contained(found, 'inA', a), contained(found, 'inB', b));
  return share >= LEAST_RETOLD ? found : found.filter((passage) => !isMostly(passage, a, isStock));
}

function areVersions(a: Document, b: Document): boolean {
  const page = pageOf(a);
  return page !== null && page === pageOf(b);
}

interface Measured extends Passage {
  readonly equal: number;
  /** words of the longer side */
  readonly length: number;
  /** equal words of all words of the longer side, 0…1 */
  readonly closeness: number;
  readonly score: number;
}

function measured(passage: Passage, a: WordSequence, b: WordSequence): Measured {
  const { inA, inB } = passage;
  const length = Math.max(inA.at(-1)! - inA[0]!, inB.at(-1)! - inB[0]!) + 1;
  const weight = inA.reduce((sum, i, k) => sum + Math.min(a.weights[i]!, b.weights[inB[k]!]!) / 2, 0);
  const equal = inA.length;
  return { ...passage, equal, length, closeness: equal / length, score: weight - GAP_COST * (length - equal) };
}

const scoreOf = (found: readonly Measured[], least: number): number =>
  found.filter(({ score }) => score >= least).reduce((sum, { score }) => sum + score, 0);

const isExcerpted = (found: readonly Measured[]): boolean =>
  scoreOf(
    found.filter(({ closeness }) => closeness >= LIGHTLY_EDITED),
    LEAST_OF_EXCERPT,
  ) >= LEAST;

const isRetold = (found: readonly Measured[], containment: readonly number[]): boolean =>
  Math.max(...containment) >= LEAST_RETOLD || scoreOf(found, LEAST_OF_PASSAGE) >= MANY_RETOLD;

/** A credit to the other, not to a third. */
const isCredit = ({ kind }: CopyEvidence): boolean => kind === 'credit' || kind === 'dateline' || kind === 'address';

function isMostly({ inA }: Passage, a: WordSequence, isSuch: (fingerprint: number) => boolean): boolean {
  const runs = keptRuns(a, inA[0]!, inA.at(-1)! + 1);
  return runs.length > 0 && runs.filter(isSuch).length * 2 >= runs.length;
}

const isSameText = (a: WordSequence, b: WordSequence): boolean =>
  a.hashes.length > 0 &&
  a.whole === b.whole &&
  a.hashes.length === b.hashes.length &&
  a.hashes.every((hash, i) => hash === b.hashes[i]);

function whole({ hashes }: WordSequence): Passage {
  const all = [...hashes.keys()];
  return { inA: all, inB: all };
}

function contained(found: readonly Measured[], side: 'inA' | 'inB', { hashes }: WordSequence): number {
  const matched = new Set(found.flatMap((passage) => passage[side]));
  return hashes.length === 0 ? 0 : matched.size / hashes.length;
}

function kindOf(found: readonly Measured[], containment: readonly [number, number]): CopyKind {
  const sum = (key: 'equal' | 'length') => found.reduce((all, passage) => all + passage[key], 0);
  if (sum('equal') < LIGHTLY_EDITED * sum('length')) return 'rewrite';
  const [less, more] = containment.toSorted((x, y) => x - y);
  return more! >= MOST_OF_ONE && less! >= MUCH_OF_OTHER ? 'copy' : 'excerpt';
}

function spansOf(found: readonly Measured[], a: WordSequence, b: WordSequence): [Span, Span][] {
  const span = (at: readonly number[], { starts, ends }: WordSequence): Span => [starts[at[0]!]!, ends[at.at(-1)!]!];
  return found
    .toSorted((x, y) => y.equal - x.equal || x.inA[0]! - y.inA[0]! || x.inB[0]! - y.inB[0]!)
    .slice(0, MOST_SHOWN)
    .map(({ inA, inB }) => [span(inA, a), span(inB, b)]);
}
