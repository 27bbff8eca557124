import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';

export interface Parse {
  readonly sentences: readonly Span[];
}

export function parse(document: Document): Parse {
  const sentences = [...document.text.matchAll(/[^\n]+?(?:[.!?]["”’')]*(?=\s)|(?=\n|$))/g)];
  return { sentences: sentences.map((m) => [m.index, m.index + m[0].length] as const) };
}
