import type { Span } from './span.ts';

export type BlockKind = 'headline' | 'heading' | 'paragraph' | 'quote' | 'caption' | 'list-item' | 'credit';

export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
}

/** One fixed text made from a capture, with its blocks and what is told about it. Every later span is into `text`. */
export interface Document {
  /** 12 hex digits, from the capture's SHA-256: the same bytes give the same id */
  readonly id: string;
  /** SHA-256 of `text` in UTF-8 */
  readonly sha256: string;
  /** SHA-256 of the capture's bytes */
  readonly capture: string;
  readonly address: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** "SEOUL, Nov. 2" where the text opens with one; its span is in `text` */
  readonly dateline: Span | null;
  /** ISO 8601: a date (2024-11-22) or a time with its zone (2024-11-22T09:30:00Z) */
  readonly published: string | null;
  readonly updated: string | null;
  /** ISO 639-1, or null where the text is too short to tell */
  readonly language: string | null;
  /** credits to agencies and others, as printed or as its page gives them: "Reuters", "Additional reporting by …", an address */
  readonly credits: readonly string[];
  readonly text: string;
  /** in text order, not overlapping */
  readonly blocks: readonly Block[];
}
