import { contains, type Span, words } from '../text/span.ts';
import type { Assertion } from './assertion.ts';

/**
 * The words in which a claim is told. Where all who are in it deny, what they deny does not tell so by itself: "denied … that
 * it has sent soldiers".
 */
export function claimWords({ span, stance, denial }: Assertion, text: string): string {
  const beside = stance < 0 ? denial.filter((one) => !contains(span, one)) : [];
  return words(
    text,
    [...beside, span].toSorted((a: Span, b: Span) => a[0] - b[0]),
  );
}
