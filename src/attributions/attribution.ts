import type { Span } from '../text/span.ts';

export type Manner = 'direct' | 'indirect' | 'mixed';
export const POLARITIES = ['affirms', 'denies', 'undecided'] as const;
export type Polarity = (typeof POLARITIES)[number];
/** The firmest first (the values of FactBank). */
export const CERTAINTIES = ['certain', 'probable', 'possible', 'underspecified'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const SOURCE_KINDS = [
  'person',
  'office',
  'government',
  'organisation',
  'outlet',
  'agency',
  'document',
  'collective',
  'anonymous',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How the document that prints a statement stands to its content, apart from how the source does. */
export interface Author {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** the writer's own words of distance: "reportedly", "claimed", quotation marks about a word */
  readonly distance: readonly Span[];
}

/** One link from the one who knows to the one who prints. */
export interface Hop {
  /** the text's own words for it: "Western officials" */
  readonly name: string;
  /** null where the text does not tell */
  readonly kind: SourceKind | null;
  /** null for the document itself, and for a link the text implies without a word for it */
  readonly span: Span | null;
  /** id of the entity, where one is established */
  readonly source: string | null;
  /** how it knows, where the text says so */
  readonly basis: Basis | null;
}

/** "saw it herself", "was briefed on", "judging by the images", "in a letter" */
export const BASES = ['witnessed', 'told', 'inferred', 'document'] as const;
export type Basis = (typeof BASES)[number];

/**
 * One piece of reported speech, thought or knowledge: content, cue and source spans, as PDTB, PARC and PolNeAR have
 * them. A `voice` is an assertion that the document makes itself, with nobody named: it has no cue and no source.
 */
export interface Attribution {
  /** 12 hex digits, from the document, the kind and the spans: found again, it has the same id */
  readonly id: string;
  readonly kind: 'attribution' | 'voice';
  readonly manner: Manner;
  /** pieces in text order */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** from the one who knows to the one who prints; the last is the document itself */
  readonly chain: readonly Hop[];
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** the words that carry doubt or distance: "reportedly", "likely", "could" */
  readonly hedges: readonly Span[];
  readonly author: Author;
  /** position in the reading's `times` of the time of saying; what happened has its own */
  readonly said: number | null;
  /** id of the attribution in whose content this one stands */
  readonly within: string | null;
  /** 0…1 */
  readonly confidence: number;
}
