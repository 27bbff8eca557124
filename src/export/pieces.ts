import type { BlockKind, Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** A part of the text that has its cards beside it: a block, or a part of a very long one. */
export interface Piece {
  readonly kind: BlockKind;
  readonly span: Span;
}

/** Beyond this a paragraph outgrows a screen, and its cards would stand far from their words. */
const LONG = 2400;
/** Long blocks are cut into parts of at least this length. */
const PART = 1200;

/** The text in pieces, in order; blank text between blocks falls away, other text becomes a paragraph. */
export function pieces({ text, blocks }: Document, marks: readonly { readonly span: Span }[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const cutter = cuts(text, marks);
  const add = (kind: BlockKind, span: Span) => {
    if (/\S/.test(text.slice(...span))) found.push(...cutter(span).map((part) => ({ kind, span: part })));
  };
  for (const { kind, span } of blocks) {
    add('paragraph', [at, Math.max(at, span[0])]);
    add(kind, [Math.max(at, span[0]), span[1]]);
    at = Math.max(at, span[1]);
  }
  add('paragraph', [at, text.length]);
  return found;
}

/** Is it the headline that opens the report? An outlet or a day may stand above it, in no block. */
export const isTitle = ({ blocks }: Pick<Document, 'blocks'>, { kind, span }: Piece): boolean =>
  kind === 'headline' && span[0] === blocks[0]?.span[0];

// Cuts after a sentence end that stands in no mark. Spans come in text order, so that each mark is looked at once.
function cuts(text: string, marks: readonly { readonly span: Span }[]): (span: Span) => Span[] {
  let next = 0;
  let busyTo = 0;
  const isFree = (at: number) => {
    for (; next < marks.length && marks[next]!.span[0] < at; next++) busyTo = Math.max(busyTo, marks[next]!.span[1]);
    return busyTo <= at;
  };
  return ([start, end]) => {
    if (end - start <= LONG) return [[start, end]];
    const parts: Span[] = [];
    let from = start;
    const sentenceEnd = /[.!?]["”’')\]]*\s+/g;
    sentenceEnd.lastIndex = start + PART;
    for (let m = sentenceEnd.exec(text); m && sentenceEnd.lastIndex < end; m = sentenceEnd.exec(text)) {
      const at = sentenceEnd.lastIndex;
      if (at - from < PART || !isFree(at)) continue;
      parts.push([from, at]);
      from = at;
    }
    return [...parts, [from, end]];
  };
}
