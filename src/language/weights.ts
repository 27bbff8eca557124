/**
 * Weights of the tagger and the parser: every feature indexes a row, one weight a class ("hash kernels": Shi et al.
 * 2009). They are kept as bytes on a square-root scale: plain bytes lose the small ones (0.6 points of attachment),
 * clipped ones lose the large (6 points). Two of three are 0, so rows of many classes hold the others only.
 */
export interface Weights {
  readonly classes: number;
  /** a power of two */
  readonly rows: number;
  /** where each row begins in `pairs`; one more for the end of the last */
  readonly starts: Int32Array;
  /** two weights each, as (byte + 128) × 64 + class: one read less for two */
  readonly pairs: Uint32Array;
}

/** Weights of three moves; only by how much they beat the first is kept, the second's in the high 16 bits. */
export interface MoveWeights {
  readonly rows: number;
  readonly leads: Int32Array;
}

/** What a byte stands for, at byte + 128: 16129 at the most, so that a difference of two fits in 16 bits. */
const SCALE = Int32Array.from({ length: 256 }, (_, i) => {
  const share = (i - 128) / 127;
  return Math.round(Math.sign(share) * share * share * 16129);
});
const CLASS_BITS = 6;
const CLASS = (1 << CLASS_BITS) - 1;
const NOTHING = 128 << CLASS_BITS;

/**
 * @param counts how many weights of each row are not 0
 * @param classes the class of each of those, row by row
 * @param bytes their values
 */
export function sparseWeights(
  size: Pick<Weights, 'classes' | 'rows'>,
  counts: Uint8Array,
  classes: Uint8Array,
  bytes: Int8Array,
): Weights {
  const starts = new Int32Array(size.rows + 1);
  for (let row = 0; row < size.rows; row++) starts[row + 1] = starts[row]! + ((counts[row]! + 1) >> 1);
  const entries = new Uint16Array(2 * starts[size.rows]!).fill(NOTHING);
  for (let row = 0, i = 0; row < size.rows; row++) {
    const end = i + counts[row]!;
    for (let at = 2 * starts[row]!; i < end; i++, at++) entries[at] = ((bytes[i]! + 128) << CLASS_BITS) | classes[i]!;
  }
  return { classes: size.classes, rows: size.rows, starts, pairs: new Uint32Array(entries.buffer) };
}

/** @param bytes three a row */
export function moveWeights(rows: number, bytes: Int8Array): MoveWeights {
  const leads = new Int32Array(rows);
  for (let row = 0, at = 0; row < rows; row++, at += 3) {
    const first = SCALE[bytes[at]! + 128]!;
    const second = SCALE[bytes[at + 1]! + 128]! - first;
    leads[row] = (second << 16) | ((SCALE[bytes[at + 2]! + 128]! - first) & 0xffff);
  }
  return { rows, leads };
}

/** No sentence gives one decision more features than this. */
const MOST = 64;
const begins = new Int32Array(MOST);
const ends = new Int32Array(MOST);
const touched = new Int32Array(MOST);

/**
 * Adds the rows of the features `[0, count)` to `scores`. All rows are looked up, and touched, before the first is added:
 * then the processor fetches them from memory side by side, which takes a third off the time.
 */
export function addRows(
  { rows, starts, pairs }: Weights,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  for (let f = 0; f < count; f++) {
    const row = features[f]! & (rows - 1);
    begins[f] = starts[row]!;
    ends[f] = starts[row + 1]!;
    touched[f] = pairs[starts[row]!]!;
  }
  for (let f = 0; f < count; f++) {
    const end = ends[f]!;
    for (let i = begins[f]!; i < end; i++) {
      const pair = pairs[i]!;
      scores[pair & CLASS]! += SCALE[(pair >> CLASS_BITS) & 255]!;
      scores[(pair >>> 16) & CLASS]! += SCALE[pair >>> 22]!;
    }
  }
}

/** Adds the leads of the second and the third move for the features `[0, count)` to `scores[1]` and `scores[2]`. */
export function addLeads({ rows, leads }: MoveWeights, features: Int32Array, count: number, scores: Int32Array): void {
  let second = scores[1]!;
  let third = scores[2]!;
  for (let f = 0; f < count; f++) {
    const lead = leads[features[f]! & (rows - 1)]!;
    second += lead >> 16;
    third += (lead << 16) >> 16;
  }
  scores[1] = second;
  scores[2] = third;
}

/** The class with the highest score, the first of those that share it. */
export function best(scores: Int32Array | Float64Array, classes: number): number {
  let top = 0;
  for (let c = 1; c < classes; c++) if (scores[c]! > scores[top]!) top = c;
  return top;
}
