import type { SourceKind } from '../attributions/attribution.ts';
import type { Span } from '../text/span.ts';

export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind | null;
  readonly mentions: readonly Span[];
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
  /** "about 40", "dozens": the text gives no exact number */
  readonly approximate: boolean;
}

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

/** Who did what to whom: a PLOVER root code. */
export interface Event {
  readonly span: Span;
  readonly code: string;
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
