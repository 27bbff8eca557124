import { createHash } from 'node:crypto';
import type { BlockKind, Document } from '../../src/text/document.ts';
import type { Span } from '../../src/text/span.ts';

/** A paragraph, or a block of another kind: ['headline', 'Ferry Sinks'] */
export type Part = string | readonly [kind: BlockKind, text: string];

/** A document made of paragraphs, a blank line between. */
export function documentFrom(parts: readonly Part[], told: Partial<Document> = {}): Document {
  const pieces = parts.map((part) => (typeof part === 'string' ? (['paragraph', part] as const) : part));
  const text = pieces.map(([, piece]) => piece).join('\n\n');
  let from = 0;
  const blocks = pieces.map(([kind, piece]) => {
    const span: Span = [from, from + piece.length];
    from = span[1] + 2;
    return { kind, span };
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    id: sha256.slice(0, 12),
    sha256,
    capture: sha256,
    address: 'made.txt',
    url: null,
    outlet: 'The Wexley Courier',
    title: null,
    byline: null,
    dateline: null,
    published: null,
    updated: null,
    language: 'en',
    credits: [],
    text,
    blocks,
    ...told,
  };
}
