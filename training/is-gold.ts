import type { Candidate } from '../src/attributions/candidates.ts';
import { overlaps, type Span } from '../src/text/span.ts';
import type { Gold } from './polnear.ts';

const length = (spans: readonly Span[]): number => spans.reduce((sum, [s, e]) => sum + e - s, 0);

function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const [s, e] of a) for (const [t, f] of b) sum += Math.max(0, Math.min(e, f) - Math.max(s, t));
  return sum;
}

/**
 * Does a candidate stand for one of the gold attributions: its head in the cue, its content much the same?
 *
 * @param same least share of characters that both contents have, of those that either has
 */
export function isGold(candidate: Candidate, head: Span, gold: readonly Gold[], same: number): boolean {
  return gold.some((g) => {
    const both = shared(candidate.content, g.content);
    const jaccard = both / (length(candidate.content) + length(g.content) - both);
    const cued = candidate.cue.length === 0 ? g.cue.length === 0 : g.cue.some((cue) => overlaps(cue, head));
    return cued && jaccard >= same;
  });
}

/** Does a word stand inside marked content? There PolNeAR marks nothing, so nothing is learned there. */
export const insideContent = ([start, end]: Span, gold: readonly Gold[]): boolean =>
  gold.some((g) => g.content.some(([s, e]) => s < start && end < e));
