import type { Certainty, Polarity, SourceKind } from '../attributions/attribution.ts';
import type { Span } from '../text/span.ts';

/** Whoever is a source or takes part in an event, across the mentions in one document. */
export interface Entity {
  readonly id: string;
  /** the fullest wording in the text */
  readonly name: string;
  readonly kind: SourceKind | null;
  readonly mentions: readonly Span[];
  /** what a person does, in the text's words: "senior analyst" */
  readonly office: Span | null;
  /** whom a person speaks or works for: "the Korea Institute for National Unification" */
  readonly affiliation: Span | null;
  /** country and class of a state-affiliated outlet, as a register lists it: "Russia, state-controlled media" */
  readonly state: string | null;
  readonly wikidata: string | null;
}

/** "at least 10,000 North Korean troops" → min 10000, max null, of "North Korean troops" */
export interface Figure {
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  /** what is counted */
  readonly of: Span | null;
  /** "%", "USD", "km"; null for a plain count */
  readonly unit: string | null;
  /** "about 40", "dozens": the bounds are the wording's, and soft */
  readonly approximate: boolean;
  /** id of the innermost statement that gives it */
  readonly attribution: string | null;
}

/** A figure before it is known who gives it. */
export type Counted = Omit<Figure, 'attribution'>;

/** TIMEX3: type and value; value null where it is left unresolved */
export interface Time {
  readonly span: Span;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string | null;
}

export interface Place {
  readonly span: Span;
  readonly name: string;
  readonly geonames: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: 'country' | 'region' | 'city' | null;
}

/** What was done, as the sentence has it: who and whom by their words. */
export interface Deed {
  readonly span: Span;
  /** PLOVER root code */
  readonly code: string;
  readonly mode: string | null;
  readonly actor: Span | null;
  readonly recipient: Span | null;
  /** index of the word that names it */
  readonly at: number;
}

/** Who did what to whom: a PLOVER root code and mode, with the factuality that its nearest voice gives it. */
export interface Event {
  readonly span: Span;
  readonly code: string;
  readonly mode: string | null;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly actor: string | null;
  readonly recipient: string | null;
  readonly figures: readonly number[];
  readonly time: number | null;
  readonly place: number | null;
  readonly attribution: string | null;
}

export type UnknownKind = 'undisclosed' | 'unclear' | 'unknown' | 'unconfirmed' | 'no comment' | 'no response';

/** What a document says is not known, not disclosed, unclear. */
export interface Unknown {
  /** the whole statement: "have not been disclosed" */
  readonly span: Span;
  /** what is unknown: "The identity and rank of the injured general" */
  readonly about: Span | null;
  readonly kind: UnknownKind;
  /** who declined, did not answer or has not disclosed it */
  readonly who: Span | null;
}

/** What the words of a document mean, before it is known who says them and who "the ministry" is. */
export interface Meaning {
  readonly figures: readonly Counted[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly deeds: readonly Deed[];
  readonly unknowns: readonly Unknown[];
}

export const NOTHING: Meaning = { figures: [], times: [], places: [], deeds: [], unknowns: [] };
