import type { Span } from '../../src/text/span.ts';

export interface Spans {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Same content from here on, as the scorer of the PolNeAR figures has it. */
const SAME = 0.5;

/**
 * Pairs gold with found one to one, greatest overlap of contents first, those that share a cue before others. A pair is
 * right when the contents' words overlap by half (Jaccard), the cues share a word (a gold without words in its cue asks
 * for none), and the sources share a word or are absent on both sides.
 *
 * @returns for each gold attribution the index of the found one that is right, or null
 */
export function match(text: string, gold: readonly Spans[], found: readonly Spans[]): (number | null)[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+|[$€£%]/gu)].map((m): Span => [m.index, m.index + m[0].length]);
  const sets = (list: readonly Spans[]) =>
    list.map(({ source, cue, content }) => ({
      source: covered(words, source),
      cue: covered(words, cue),
      content: covered(words, content),
    }));
  const [g, f] = [sets(gold), sets(found)];
  const pairs = g.flatMap((a, i) =>
    f.map((b, j) => ({ i, j, jaccard: jaccard(a.content, b.content), cue: shares(a.cue, b.cue) })),
  );
  pairs.sort((a, b) => b.jaccard + (b.cue ? SAME : 0) - a.jaccard - (a.cue ? SAME : 0));
  const right: (number | null)[] = gold.map(() => null);
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()];
  for (const { i, j, jaccard, cue } of pairs) {
    if (jaccard === 0 || usedGold.has(i) || usedFound.has(j)) continue;
    usedGold.add(i);
    usedFound.add(j);
    const source = g[i]!.source.size ? shares(g[i]!.source, f[j]!.source) : f[j]!.source.size === 0;
    if (jaccard >= SAME && source && (cue || g[i]!.cue.size === 0)) right[i] = j;
  }
  return right;
}

const covered = (words: readonly Span[], spans: readonly Span[]): Set<number> =>
  new Set(words.flatMap(([start, end], i) => (spans.some(([s, e]) => start < e && s < end) ? [i] : [])));

const shares = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((word) => b.has(word));

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
