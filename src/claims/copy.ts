import type { Span } from '../text/span.ts';

/**
 * How much of one text stands in the other, and how closely:
 *
 * - `same text`: word for word, apart from credits and dateline
 * - `copy`: most of one text and much of the other, edited lightly
 * - `excerpt`: a passage, word for word or nearly
 * - `rewrite`: sentences of one in the other, with many words changed
 */
export type CopyKind = 'same text' | 'copy' | 'excerpt' | 'rewrite';

/** What speaks for a copy, or for who copied whom, in the words of a document. */
export interface CopyEvidence {
  readonly kind:
    | 'credit' // a credit line of one names the other's outlet
    | 'byline' // a byline of one names the other's outlet, or both have the same
    | 'dateline' // the dateline of one names the other's outlet as its agency
    | 'address' // a page gives the other's address as its own: a canonical link
    | 'third party' // both, or one of them, give credit to somebody else
    | 'time'; // one was published before the other
  readonly document: string;
  /** where the words stand in the document's text; null for what its page or header tells */
  readonly span: Span | null;
  readonly words: string;
}

/** Two documents of which one holds words of the other, or both hold words of a third. */
export interface Copy {
  /** document ids, the lesser first */
  readonly a: string;
  readonly b: string;
  readonly kind: CopyKind;
  /** the one that was copied from; null where credit and time don't establish it */
  readonly from: string | null;
  /** share of a's telling words that stand in matched passages of b, and of b's in a, 0…1 */
  readonly containment: readonly [ofA: number, ofB: number];
  /** matched passages, the longest first: where in a, where in b */
  readonly shared: readonly (readonly [inA: Span, inB: Span])[];
  readonly evidence: readonly CopyEvidence[];
}
