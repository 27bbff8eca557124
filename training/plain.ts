import { createHash } from 'node:crypto';
import type { Document } from '../src/text/document.ts';
import type { Span } from '../src/text/span.ts';

/** A document of bare paragraphs, for texts of the data sets. */
export function plainDocument(id: string, text: string): Document {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const blocks = [...text.matchAll(/[^\n]*\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*/g)].map((m) => {
    const start = m.index + (m[0].length - m[0].trimStart().length);
    return { kind: 'paragraph' as const, span: [start, m.index + m[0].trimEnd().length] as Span };
  });
  return {
    id,
    sha256,
    capture: sha256,
    address: id,
    url: null,
    outlet: null,
    title: null,
    byline: null,
    dateline: null,
    published: null,
    updated: null,
    language: 'en',
    credits: [],
    text,
    blocks,
  };
}
