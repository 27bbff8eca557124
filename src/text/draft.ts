import type { Block, BlockKind, Document } from './document.ts';

/** What a page or a header tells about the text; what is not told is absent. */
export type Told = {
  -readonly [Key in 'url' | 'outlet' | 'title' | 'byline' | 'published' | 'updated' | 'language']?: Document[Key];
};

/** A document half made: its text and blocks, and what was told about it. */
export interface Draft {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly told: Told;
  /** whom the page or the row gives credit to beside its text: names and addresses */
  readonly credits?: readonly string[];
}

/** The words of a block before it has a place in a text. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Pieces one under the other, a blank line between. */
export function layOut(pieces: readonly Piece[]): Pick<Draft, 'text' | 'blocks'> {
  let end = 0;
  const blocks = pieces.map(({ kind, text }, i): Block => {
    const start = i === 0 ? 0 : end + 2;
    end = start + text.length;
    return { kind, span: [start, end] };
  });
  return { text: pieces.map((piece) => piece.text).join('\n\n'), blocks };
}

/** Soft hyphens, zero-width spaces and marks that are not seen. Joiners stay: Persian and Hindi words need them. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** One line of words: every run of white space, line ends and no-break spaces among them, is one space. */
export const collapse = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .toWellFormed();
