import { firstIndex } from '../text/first-index.ts';
import type { Span } from '../text/span.ts';

/** The items that begin inside a span, found by halving: a long text has thousands, a clause one or two. */
export function between<T extends { readonly span: Span }>(items: readonly T[]): (span: Span) => T[] {
  const sorted = [...items].sort((a, b) => a.span[0] - b.span[0]);
  return ([start, end]) => {
    const first = firstIndex(sorted.length, (i) => sorted[i]!.span[0] < start);
    let next = first;
    while (next < sorted.length && sorted[next]!.span[0] < end) next++;
    return sorted.slice(first, next);
  };
}
