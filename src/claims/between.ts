import type { Span } from '../text/span.ts';

/** The items that begin inside a span, found by halving: a long text has thousands, a clause one or two. */
export function between<T extends { readonly span: Span }>(items: readonly T[]): (span: Span) => T[] {
  const sorted = [...items].sort((a, b) => a.span[0] - b.span[0]);
  return ([start, end]) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.span[0] < start) low = middle + 1;
      else high = middle;
    }
    const first = low;
    while (low < sorted.length && sorted[low]!.span[0] < end) low++;
    return sorted.slice(first, low);
  };
}
