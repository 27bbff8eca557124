import type { Attribution, SourceKind } from '../attributions/attribution.ts';
import type { Claim } from '../claims/claims.ts';
import type { Contest, Value, View } from '../claims/contested.ts';
import type { Copy } from '../claims/copy.ts';
import type { Moment } from '../claims/life.ts';
import type { Lineage } from '../claims/lineage.ts';
import type { RelationKind } from '../claims/relation.ts';
import type { Version } from '../claims/versions.ts';
import type { Row } from '../export/schema.ts';
import type { Decision } from '../ledger/decision.ts';
import type { Entry } from '../ledger/entries.ts';
import type { Arrival, Counts, Statement } from '../ledger/ledger.ts';
import type { Problem as Damage } from '../ledger/problem.ts';
import type { SourceCount } from '../ledger/source-counts.ts';
import type { Standing } from '../ledger/standing.ts';
import type { Event, Figure, Place, Time } from '../meaning/meaning.ts';
import type { Span } from '../text/span.ts';

export type {
  Arrival,
  Attribution,
  Claim,
  Contest,
  Copy,
  Counts,
  Damage,
  Decision,
  Entry,
  Event,
  Figure,
  Lineage,
  Moment,
  Place,
  RelationKind,
  Row,
  SourceCount,
  SourceKind,
  Span,
  Standing,
  Statement,
  Time,
  Value,
  Version,
  View,
};

export interface Paged<Item> {
  readonly rows: readonly Item[];
  readonly total: number;
  /** where the next page begins; null on the last */
  readonly next: string | null;
}

export interface About {
  readonly name: string;
  readonly version: string;
  readonly counts: Counts;
  readonly ledger: string;
  readonly head: string;
}

export interface DocumentRow {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly address: string;
  readonly url: string | null;
  readonly language: string | null;
  readonly statements: number;
  readonly captured: string | null;
  readonly reader: string;
}

/** A claim as a card of one of its statements names it. */
export interface ClaimOf {
  readonly id: string;
  readonly reports: number;
  readonly origins: number;
  readonly words?: string;
  readonly headline?: string;
}

export interface DocumentAnswer {
  readonly reading: Row;
  readonly reader: string;
  readonly at: string;
  readonly arrivals: readonly Arrival[];
  readonly standings: Readonly<Record<string, Standing>>;
  /** by statement: given back with a decision, which is refused where somebody decided since */
  readonly seen?: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, ClaimOf>>;
  readonly versions: readonly string[];
  readonly copies: readonly Copy[];
}
