import type { Attribution } from '../attributions/attribution.ts';
import { containsAny, type Span } from '../text/span.ts';

/** Of the statements that all of it stands in, the one that holds the fewest words. */
export function innermost(attributions: readonly Attribution[], content: readonly Span[]): Attribution | null {
  const around = attributions.filter((one) => content.every((span) => containsAny(one.content, span)));
  return around.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
}

/** How many characters are said. */
export const sizeOf = ({ content }: Attribution): number => content.reduce((sum, [start, end]) => sum + end - start, 0);
