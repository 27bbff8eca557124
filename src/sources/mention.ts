import type { SourceKind } from '../attributions/attribution.ts';
import type { Span } from '../text/span.ts';
import type { Gender, PersonName } from './person-name.ts';

/** Words of the text that stand for somebody. */
export interface Mention {
  readonly form: 'name' | 'pronoun' | 'definite' | 'indefinite';
  readonly span: Span;
  /** words `[first, last)` of the parse */
  readonly run: readonly [number, number];
  /** the word that the tree hangs the phrase on */
  readonly head: number;
  /** the word that the head hangs on; -1 for none */
  readonly governor: number;
  /** as printed, without article, possessive and line breaks */
  readonly name: string;
  readonly kind: SourceKind | null;
  readonly person: PersonName | null;
  readonly gender: Gender | null;
  readonly plural: boolean;
  /** index of its sentence */
  readonly sentence: number;
  /** index of its paragraph */
  readonly block: number;
  /** stands before a noun that it only describes: "the TORV campaign" */
  readonly modifier: boolean;
  /** stands behind "in", "near", "from": where things are, and nobody */
  readonly located: boolean;
  /** is it subject of a clause, owner of a thing, or something else? */
  readonly place: 'subject' | 'owner' | 'other';
  /** stands between quotation marks */
  readonly quoted: boolean;
}
