import { containsAny, type Span } from '../text/span.ts';

interface Saying {
  readonly content: readonly Span[];
}

/** Of those in whose content all of it stands, the one that holds the fewest words. */
export function innermost<One extends Saying>(all: readonly One[], inside: readonly Span[]): One | null {
  const around = all.filter((one) => inside.every((span) => containsAny(one.content, span)));
  return around.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
}

/** How many characters are said. */
export const sizeOf = ({ content }: Saying): number => content.reduce((sum, [start, end]) => sum + end - start, 0);
