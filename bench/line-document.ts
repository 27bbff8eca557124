import type { Document } from '../src/text/document.ts';
import type { Span } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';

/** A document with a block for each line, the first of them the headline: as MEANTIME's articles stand, title and date first. */
export function lineDocument(id: string, text: string): Document {
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }): Span => [index, index + line.length]);
  return {
    ...plainDocument(id, text),
    blocks: lines.map((span, i) => ({ kind: i === 0 ? ('headline' as const) : ('paragraph' as const), span })),
  };
}
