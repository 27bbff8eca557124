import { type Line, PAD } from './line.ts';
import { mix, templates } from './templates.ts';

/**
 * i the word itself, h its head, g its head's head, m its leftmost child, o its head's; w word, t tag, -1 and +1 the
 * words beside them
 */
const ATOMS = '0 far iw it hw ht right it-1 it+1 iw-1 iw+1 ht-1 ht+1 mw mt gw gt ot s3 shape'.split(' ');
const TEMPLATES = templates(
  ATOMS,
  `
  0 far
  1 iw
  2 it far
  3 hw right
  4 ht it far
  5 hw iw
  6 hw it right
  7 ht iw right
  8 it-1 it it+1
  9 iw-1 it ht
  10 iw+1 it ht
  11 ht-1 ht it
  12 ht+1 ht it
  13 mw it ht
  14 mt it ht
  15 gt ht it
  16 gw ht it
  17 ot ht it
  18 s3 ht
  19 shape it ht
  20 mw hw it
  21 iw-1 iw ht
  `,
);
export const MOST_FEATURES = TEMPLATES.length;

const atoms = new Int32Array(ATOMS.length);

/** Features of the arc to word `i`, for its label. @returns how many were written */
export function labelFeatures(
  heads: Int32Array,
  leftmost: Int32Array,
  { n, word, tag, lexemes }: Line,
  i: number,
  out: Int32Array,
): number {
  const head = heads[i]!;
  const far = head >= n ? 20 : Math.max(-6, Math.min(6, head - i)) + 7;
  const grand = head >= n ? n : heads[head]!;
  const mine = leftmost[i]!;
  const other = head >= n ? -1 : leftmost[head]!;
  let a = 1;
  atoms[a++] = far;
  atoms[a++] = word[i + PAD]!;
  atoms[a++] = tag[i + PAD]!;
  atoms[a++] = word[head + PAD]!;
  atoms[a++] = tag[head + PAD]!;
  atoms[a++] = far > 7 ? 1 : 0;
  atoms[a++] = tag[i - 1 + PAD]!;
  atoms[a++] = tag[i + 1 + PAD]!;
  atoms[a++] = word[i - 1 + PAD]!;
  atoms[a++] = word[i + 1 + PAD]!;
  atoms[a++] = tag[head - 1 + PAD]!;
  atoms[a++] = tag[head + 1 + PAD]!;
  atoms[a++] = word[mine + PAD]!;
  atoms[a++] = tag[mine + PAD]!;
  atoms[a++] = word[grand + PAD]!;
  atoms[a++] = tag[grand + PAD]!;
  atoms[a++] = tag[other + PAD]!;
  atoms[a++] = lexemes[i]!.suffix3;
  atoms[a++] = lexemes[i]!.shape;
  return mix(TEMPLATES, atoms, out);
}

export function leftmostChildren(heads: Int32Array, n: number): Int32Array {
  const leftmost = new Int32Array(n + 1).fill(-1);
  for (let i = n - 1; i >= 0; i--) if (heads[i]! > i) leftmost[heads[i]!] = i;
  return leftmost;
}
