import type { Attribution } from '../attributions/attribution.ts';
import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../read.ts';
import type { Given } from '../text/document-of.ts';
import type { By, Decision, NewDecision, State } from './decision.ts';
import type { DocumentFilter, DocumentRow } from './document-pages.ts';
import type { Entry } from './entries.ts';
import type { EventFilter, EventRow } from './event-pages.ts';
import type { GradedLink, GradeGiven } from './grade.ts';
import type { LedgerLinks } from './links/linked-ledger.ts';
import type { LogFilter } from './log-pages.ts';
import type { Mentioned } from './mentioned.ts';
import type { PlaceCount } from './place-counts.ts';
import type { Problem } from './problem.ts';
import type { SourceCount } from './source-counts.ts';
import type { SourceTies } from './source-ties.ts';
import type { Standing } from './standing.ts';
import type { Facets } from './statement-facets.ts';

/** Documents, who said what in them, and the log of how they came here. Nothing in it is ever changed or removed. */
export interface Ledger {
  /** Keeps a capture and what one version of the reader found in it; the promise settles once both are on the disk. */
  store(capture: Capture, reading: Reading, by: ReadBy): Promise<Stored | Overtaken>;
  /** Keeps the arrival of bytes that need no reading: this version has read them. Null where they do need one. */
  arrive(capture: Capture, by: ReadBy): Promise<Stored | null>;
  /** What people told about these bytes when they were last read, and what they decided of them; null where they are new. */
  told(sha256: string): Promise<Required<Pick<ReadBy, 'given' | 'decided'>> | null>;
  /** The newest reading of a document, every slice checked. */
  reading(document: string): Promise<StoredReading | null>;
  /** The bytes of a document, as they arrived where its newest reading has them from. */
  captured(document: string): Promise<Capture | null>;
  /** The newest reading of every document, every slice checked, in the order of their ids. */
  readings(): AsyncIterable<Reading>;
  /** The newest reading in which a statement stands, every slice checked. */
  statement(id: string): Promise<StatementInReading | null>;
  statements(filter?: StatementFilter): Promise<Page<Statement>>;
  /** How many statements that fit have which value, by facet. */
  facets(filter?: StatementFilter): Promise<Facets>;
  /** The last stored first. */
  documents(filter?: DocumentFilter): Promise<Page<DocumentRow>>;
  sources(): Promise<SourceCount[]>;
  /** The name of a source, by its key, as reports write it. */
  sourceName(key: string): Promise<string>;
  /** The chains in which a source stands, by its key. */
  sourceTies(key: string): Promise<SourceTies>;
  /** Every grade that people gave a source, by its key, the newest first; those taken back too. */
  grades(key: string): Promise<GradeGiven[]>;
  /** The figures, times and places in what is said, by statement. */
  mentioned(statements: readonly string[]): Promise<ReadonlyMap<string, Mentioned>>;
  /** In the order they were stored. */
  events(filter?: EventFilter): Promise<Page<EventRow>>;
  /** Those in the most statements first. */
  places(): Promise<PlaceCount[]>;
  /** Documents and statements whose id begins so. */
  find(prefix: string, limit?: number): Promise<Found[]>;
  entries(subject: string): Promise<Entry[]>;
  /** All entries, newest first. */
  log(filter?: LogFilter): Promise<Page<Entry>>;
  /** Entries after one, oldest first: what somebody who has seen that one has not seen. */
  since(seq: number, limit?: number): Promise<Entry[]>;
  /** Keeps what a person decided, or throws a DecisionRefused; a correction to no slice of the text is a BadSlice. */
  decide(decision: NewDecision): Promise<Entry>;
  /** Takes back a decision, by its number or the beginning of its hash. It stays in the log; an undo can be undone too. */
  undo(entry: number | string, by: By): Promise<Entry>;
  /** All decisions, or those on a subject, or on a statement and the pairs it stands in; oldest first. */
  decisions(subject?: string): Promise<Decision[]>;
  /** How its reports hang together: claims, copies, versions. */
  readonly links: LedgerLinks;
  counts(): Promise<Counts>;
  /** Every way in which the ledger differs from what was stored; nothing where it is whole. */
  verify(): AsyncIterable<Problem>;
  close(): Promise<void>;
}

export interface ReadBy {
  /** version of the reader: "0.1.0" */
  readonly reader: string;
  readonly given?: Given;
  /** what people decided of the report: it wins */
  readonly decided?: Given;
}

export type Stored =
  | { readonly stored: true; readonly document: string; readonly because: 'new' | 'newer reader' | 'other facts given' }
  | { readonly stored: false; readonly document: string; readonly because: 'same bytes' | 'same bytes, other address' };

/** While it was read people decided otherwise on what is told of the report: nothing was stored, and it is to be read again. */
export interface Overtaken {
  readonly stored: false;
  readonly document: string;
  readonly because: 'facts decided meanwhile';
}

export interface Arrival {
  readonly address: string;
  readonly at: string | null;
  readonly method: Capture['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly media: string;
}

export interface StoredReading {
  readonly reading: Reading;
  readonly reader: string;
  /** when it was stored, ISO 8601 in UTC */
  readonly at: string;
  /** false where a newer reading of the document stands beside it */
  readonly newest: boolean;
  readonly arrivals: readonly Arrival[];
  /** what people decided of its title, outlet, byline or date, undone too; oldest first */
  readonly facts: readonly Decision[];
  /** the statements that people decided on, those too that the newest reading does not have any more */
  readonly decided: readonly Standing[];
}

export interface StatementInReading extends StoredReading {
  readonly attribution: Attribution;
  /** what people decided on it */
  readonly standing: Standing;
  /** the links of its chain, as people corrected it, with how reliable they hold each source to be */
  readonly grades: readonly GradedLink[];
}

/** A statement with its words. */
export interface Worded {
  readonly attribution: Attribution;
  /** the words of its spans; pieces are joined by " … " */
  readonly words: {
    readonly content: string;
    readonly cue: string;
    readonly source: string;
    readonly hedges: string[];
  };
  readonly document: {
    readonly id: string;
    readonly address: string;
    readonly outlet: string | null;
    readonly title: string | null;
    readonly published: string | null;
    readonly updated: string | null;
  };
}

export interface Statement extends Worded {
  /** what people decided on it */
  readonly standing: Standing;
}

/** In this report alone, in others too, or denied in any. */
export const TOLD = ['alone', 'by others', 'denied'] as const;
export type Told = (typeof TOLD)[number];

export interface StatementFilter {
  /** words of a name in the chain, or of the source span; for a voice, of the outlet */
  readonly source?: string;
  /** said first by the source of this key */
  readonly speaker?: string;
  /** with this place in what is said: a GeoNames id, or a name */
  readonly place?: string;
  /** whether other reports say it too, or somebody denies it; as far as the links go */
  readonly told?: Told;
  readonly polarity?: Attribution['polarity'];
  readonly certainty?: Attribution['certainty'];
  readonly kind?: Attribution['kind'];
  readonly document?: string;
  /** exactly so named */
  readonly outlet?: string;
  /** how people stand to it; suggested where nobody decided */
  readonly state?: State;
  /** with a confidence below this, 0…1 */
  readonly below?: number;
  /** words of the statement; "in quotation marks" for a phrase, trailing * for a beginning */
  readonly search?: string;
  /** the order: as stored, unless told; or the most doubtful first */
  readonly sort?: 'stored' | 'confidence';
  /** rows on this page; 0 for all */
  readonly limit?: number;
  /** `next` of the page before */
  readonly after?: number;
  /** so many rows are passed over first: a place in a long list, at once */
  readonly skip?: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** how many there are on all pages */
  readonly total: number;
  /** where the next page begins, or null on the last */
  readonly next: number | null;
}

export interface Found {
  readonly kind: 'document' | 'statement';
  readonly id: string;
  /** title of the document, or content of the statement */
  readonly label: string;
}

export interface Counts {
  readonly captures: number;
  readonly documents: number;
  readonly statements: number;
  readonly entries: number;
  /** hash of the last entry: noted elsewhere, it proves that no entry was cut off the end */
  readonly head: string;
}
