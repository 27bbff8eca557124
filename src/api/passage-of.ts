import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** The blocks in which a span stands, from the first to the last. `span` is where it stands in their text. */
export function passageOf({ text, blocks }: Document, [start, end]: Span): { text: string; span: Span } {
  const around = blocks.filter(({ span }) => span[0] < end && span[1] > start).map(({ span }) => span);
  const from = Math.min(start, ...around.map((span) => span[0]));
  const to = Math.max(end, ...around.map((span) => span[1]));
  return { text: text.slice(from, to), span: [start - from, end - from] };
}
