import type { WordFeatures } from './features.ts';

/** A sentence as the parser's templates see it: word k stands at k + PAD, with none before the first and after the last. */
export interface Line {
  readonly n: number;
  readonly word: Int32Array;
  readonly tag: Int32Array;
  /** not padded */
  readonly suffix3: Int32Array;
  readonly shape: Int32Array;
}

export const PAD = 2;
const BEHIND = 4;

export const lineOf = ({ word, suffix3, shape }: WordFeatures, tags: Uint8Array): Line => ({
  n: tags.length,
  word: padded(word, 1, 2),
  tag: padded(tags, 60, 61),
  suffix3,
  shape,
});

function padded(values: Int32Array | Uint8Array, before: number, behind: number): Int32Array {
  const end = values.length + PAD;
  const out = new Int32Array(end + BEHIND).fill(before, 0, PAD).fill(behind, end);
  out.set(values, PAD);
  return out;
}
