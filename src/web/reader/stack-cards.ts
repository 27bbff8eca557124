/**
 * Where each card stands: beside its words, or as near as those around it leave room. `held` is pinned to its own place, and
 * those above it give way upwards.
 *
 * stackCards([0, 10, 300], [80, 80, 80], 8, null) → [0, 88, 300]
 */
export function stackCards(
  wanted: readonly number[],
  heights: readonly number[],
  gap: number,
  held: number | null,
): number[] {
  const tops: number[] = [];
  const from = held ?? 0;
  const floor = held === null ? 0 : heights.slice(0, held).reduce((sum, height) => sum + height + gap, 0);
  let least = Math.max(0, floor);
  for (let i = from; i < wanted.length; i++) {
    tops[i] = Math.max(wanted[i]!, least);
    least = tops[i]! + heights[i]! + gap;
  }
  let most = held === null ? 0 : tops[held]!;
  for (let i = from - 1; i >= 0; i--) {
    tops[i] = Math.min(wanted[i]!, most - gap - heights[i]!);
    most = tops[i]!;
  }
  return settled(tops, heights, gap, from);
}

/** Those above the held one may have been wanted nearer to one another than they are high: the lower ones were placed first. */
function settled(tops: number[], heights: readonly number[], gap: number, upTo: number): number[] {
  let least = 0;
  for (let i = 0; i < upTo; i++) {
    tops[i] = Math.max(tops[i]!, least);
    least = tops[i]! + heights[i]! + gap;
  }
  return tops;
}
