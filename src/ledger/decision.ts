import type { Attribution } from '../attributions/attribution.ts';
import { oneWriting, type RelationKind } from '../claims/relation.ts';
import type { Span } from '../text/span.ts';
import type { Letter } from './grade.ts';

export interface OnStatement {
  readonly kind: 'statement';
  readonly id: string;
}

/** "a denies b": two statements by their ids. Two claims are one where a statement of each says the same. */
export interface OnRelation {
  readonly kind: 'relation';
  readonly a: string;
  readonly b: string;
  readonly relation: RelationKind;
}

/** Two sources by their keys: an item of the register ("Q423"), else a name ("dock workers"). */
export interface OnSources {
  readonly kind: 'sources';
  readonly a: string;
  readonly b: string;
}

/** That what has these names, or stands in these documents, is the source under which the machine has it. */
export interface OnSource {
  readonly kind: 'source';
  readonly source: string;
  readonly names: readonly string[];
  readonly documents: readonly string[];
}

/** How reliable a source is, by its key. */
export interface OnReliability {
  readonly kind: 'reliability';
  readonly source: string;
}

/** A report in which a statement was missed, or of which something is told wrong. */
export interface OnDocument {
  readonly kind: 'document';
  readonly id: string;
}

export type On = OnStatement | OnRelation | OnSources | OnSource | OnReliability | OnDocument;

/**
 * What a person decides: about a statement or a report, whether two are one, how reliable a source is. Merge is to confirm that two are
 * one, split to reject it. The machine never grades.
 */
export type Judgement =
  | { readonly verb: 'confirm' | 'reject'; readonly on: Exclude<On, OnReliability | OnDocument> }
  | Correct
  | { readonly verb: 'merge'; readonly on: OnSources | OnRelation }
  | { readonly verb: 'split'; readonly on: OnSource | OnRelation }
  | GradeSource
  | Add;

export interface Correct {
  readonly verb: 'correct';
  readonly on: OnStatement | OnDocument;
  /** "certainty", "source", "chain.0.name", "figure.min"; of a report "title", "outlet", "byline", "published" */
  readonly field: string;
  /** the words of the figure, time, place or event; not needed where the statement has one alone */
  readonly at?: Span;
  /** refused where another value stands */
  readonly from?: unknown;
  /** spans may be given as the words, where these stand once in the passage */
  readonly to: unknown;
}

export interface GradeSource {
  readonly verb: 'grade';
  readonly on: OnReliability;
  readonly grade: Letter;
}

/** A statement that the machine missed. Spans may be given as their words, where these stand once in the text. */
export interface Add {
  readonly verb: 'add';
  readonly on: OnDocument;
  /** what is said */
  readonly content: unknown;
  /** who says it, in the words of the text; where it has none, `name` tells */
  readonly source?: unknown;
  /** who says it; unless told, as the text calls them */
  readonly name?: string;
  /** the word for saying */
  readonly cue?: unknown;
  /** affirms, unless told */
  readonly polarity?: Attribution['polarity'];
  /** certain, unless told */
  readonly certainty?: Attribution['certainty'];
  /** SHA-256 of the text that the spans are of: refused where the document has another now */
  readonly text?: string;
}

export interface By {
  readonly who: string;
  /** needed for all but a confirmation */
  readonly why?: string | null;
  /** hash of the last decision seen on the same subject, null for none: refused where there is a later one */
  readonly expected?: string | null;
}

export type NewDecision = Judgement & By;

/** A correction as it is kept: with what stood before, and the exact words of every span in it. */
export interface Correction {
  readonly field: string;
  readonly at: Span | null;
  /** what stood: the machine's value, or a correction before this one */
  readonly from: unknown;
  readonly to: unknown;
  /** what the machine had then */
  readonly machine: unknown;
  /** the words of the spans of `at` and `to`, in order */
  readonly words: readonly string[];
  /** SHA-256 of the text that they are slices of */
  readonly text: string;
  /** of a source whose words name who speaks: who does now */
  readonly speaker?: string;
}

/** A statement that a person added, as it is kept: its place in each reading of the document is worked out from it. */
export interface Addition {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** who says it */
  readonly name: string;
  readonly manner: Attribution['manner'];
  readonly polarity: Attribution['polarity'];
  readonly certainty: Attribution['certainty'];
  /** the words of content, cue and source, in order */
  readonly words: readonly string[];
  /** SHA-256 of the text that they are slices of */
  readonly text: string;
}

/** "the dock … is shut" */
export const saidIn = ({ content, words }: Pick<Addition, 'content' | 'words'>): string =>
  words.slice(0, content.length).join(' … ');

/** How firmly it is put where whoever adds it does not say. */
export const certaintyUnlessTold = (polarity: Attribution['polarity']): Attribution['certainty'] =>
  polarity === 'undecided' ? 'underspecified' : 'certain';

/** What the decider saw of a statement: where it stands, who read it, and the digest of its row. */
export interface Seen {
  readonly statement: string;
  readonly document: string;
  readonly reader: string;
  readonly digest: string;
}

export type Verb = Judgement['verb'] | 'undo';
export const VERBS = [
  'confirm',
  'reject',
  'correct',
  'merge',
  'split',
  'grade',
  'add',
  'undo',
] as const satisfies readonly Verb[];

/** One decision of the log. Undone, it stays there, and says by which entry. */
export interface Decision {
  readonly seq: number;
  /** ISO 8601 in UTC */
  readonly at: string;
  readonly who: string;
  readonly why: string | null;
  readonly verb: Verb;
  readonly subject: string;
  readonly on: On;
  readonly correction: Correction | null;
  /** of a grade: its letter */
  readonly grade: Letter | null;
  /** of a statement that was added */
  readonly addition: Addition | null;
  readonly seen: readonly Seen[];
  /** of an undo: the entry it takes back */
  readonly undoes: number | null;
  /** the undo that stands against it */
  readonly undoneBy: number | null;
  readonly hash: string;
}

/** Added: by a person, and nobody decided on it since. */
export type State = 'suggested' | 'confirmed' | 'rejected' | 'corrected' | 'added';
export const STATES = ['suggested', 'confirmed', 'rejected', 'corrected', 'added'] as const satisfies readonly State[];

/** Who added a statement, and whether that was taken back; null where the machine found it. */
export function addedBy({
  decisions,
  found,
}: {
  readonly decisions: readonly Pick<Decision, 'verb' | 'who' | 'undoneBy'>[];
  /** does it stand in the newest reading? */
  readonly found: boolean;
}): { readonly who: string; readonly isTakenBack: boolean } | null {
  const adding = decisions.find(({ verb }) => verb === 'add');
  if (!adding) return null;
  const isTakenBack = adding.undoneBy !== null;
  return isTakenBack && found ? null : { who: adding.who, isTakenBack };
}

/** One wording for one thing: "b same a" is "a same b", as two sources are. */
export function canonical(on: On): On {
  if (on.kind === 'statement' || on.kind === 'reliability' || on.kind === 'document') return on;
  if (on.kind === 'relation') return oneWriting(on);
  if (on.kind === 'source') return { ...on, names: on.names.toSorted(), documents: on.documents.toSorted() };
  return on.b < on.a ? { ...on, a: on.b, b: on.a } : on;
}

/** What its entries name as their subject. */
export function subjectOf(on: On): string {
  switch (on.kind) {
    case 'statement':
    case 'document':
      return on.id;
    case 'relation':
      return `${on.a} ${on.relation} ${on.b}`;
    case 'sources':
      return `source ${on.a} = ${on.b}`;
    case 'source':
      return `source ${on.source}: ${[...on.names, ...on.documents].join(', ')}`;
    case 'reliability':
      return `reliability of ${on.source}`;
  }
}
