import type { Attribution } from '../attributions/attribution.ts';
import { innermost } from './innermost.ts';
import type { Counted, Figure } from './meaning.ts';

/** Figures with the statement that gives each. */
export function givenBy(attributions: readonly Attribution[], figures: readonly Counted[]): Figure[] {
  const statements = innermost(
    attributions,
    figures.map(({ span }) => span),
  );
  return figures.map((figure, i) => ({ ...figure, attribution: statements[i]! }));
}
