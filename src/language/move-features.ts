import { type Line, PAD } from './line.ts';
import { mix, type Templates, templates } from './templates.ts';
import type { State } from './transitions.ts';
import { addLeads, type MoveWeights } from './weights.ts';

/*
 * Features of a state after Zhang and Nivre (2011): words (w) and tags (t) about the stack's top (s0), those below it
 * (s1, s2) and the next word (n0). Those of one place alone are the same whenever a word stands there, and are added
 * up once for each word.
 */

/** of one word and its neighbours; tt: its tag and the next */
const LONE_ATOMS = '0 bias w t w+1 t+1 w+2 t+2 w-1 t-1 tt'.split(' ');
const NEXT = templates(
  LONE_ATOMS,
  `
  0 bias
  4 w t
  5 w
  6 t
  7 w+1 t+1
  8 t+1
  9 w+2 t+2
  10 t+2 t+1
  18 tt t+2
  48 w-1 t-1 t
  `,
);
const TOP = templates(
  LONE_ATOMS,
  `
  1 w t
  2 w
  3 t
  `,
);
const BELOW = templates(
  LONE_ATOMS,
  `
  11 w t
  12 t
  `,
);

/** l and r: leftmost and rightmost child, l2 and r2: those before; tt: two tags in one */
const ATOMS = (
  '0 s0w s0t s1w s1t s2w s2t n0w n0t n1w n1t s0lw s0lt s0rw s0rt n0lw n0lt s0l2t s0r2t n0l2t distance s0valency n0valency ' +
  's0tt-l s0tt-r n0tt-l s1tt-l s1tt-r s1tt-s0 s0tt-s1 n0tt-n1'
).split(' ');
const TOGETHER = templates(
  ATOMS,
  `
  13 s0w n0w
  14 s0w s0t n0t
  15 s0t n0w n0t
  16 s0t n0t distance
  17 n0t n1t s0t
  19 s0t s1t n0t
  20 s0t s1t s2t
  21 s0t s0lt n0t
  22 s0t s0rt n0t
  23 s0t n0t n0lt
  24 s0w s0rt n0t
  25 s0w n0t n0lt
  26 s0w distance
  27 s0t distance
  28 n0w distance
  29 n0t distance
  30 s0w s0valency
  31 s0t s0valency n0t
  32 n0t n0valency s0t
  33 n0w n0valency
  34 s0lw s0lt
  35 s0rw s0rt
  36 n0lw n0lt
  37 s0tt-l s0l2t
  38 s0tt-r s0r2t
  39 n0tt-l n0l2t
  40 s1t s0t distance
  41 s1w s0w
  42 s1w s0t n0t
  43 s1t s0w n0t
  44 s1tt-l s0t
  45 s1tt-r s0t
  46 s1tt-s0 s0rt n0t
  47 s1w n0t s0valency
  49 s0tt-s1 n0tt-n1
  50 s0w n1w n0t
  51 s2w s0t n0t
  52 s1w n0w s0t
  `,
);

/** How many features a state has. */
const MOST = NEXT.length + TOP.length + BELOW.length + TOGETHER.length;

const loneAtoms = new Int32Array(LONE_ATOMS.length);

function readLone({ word, tag }: Line, k: number): Int32Array {
  const at = k + PAD;
  loneAtoms[1] = 7;
  loneAtoms[2] = word[at]!;
  loneAtoms[3] = tag[at]!;
  loneAtoms[4] = word[at + 1]!;
  loneAtoms[5] = tag[at + 1]!;
  loneAtoms[6] = word[at + 2]!;
  loneAtoms[7] = tag[at + 2]!;
  loneAtoms[8] = word[at - 1]!;
  loneAtoms[9] = tag[at - 1]!;
  loneAtoms[10] = tag[at]! * 64 + tag[at + 1]!;
  return loneAtoms;
}

const atoms = new Int32Array(ATOMS.length);

/** @returns the top of the stack, or what lies `below` it; -1 for none */
const onStack = ({ stack, depth }: State, below: number): number => (depth > below ? stack[depth - 1 - below]! : -1);
const child = (list: Int32Array, head: number): number => (head < 0 ? -1 : list[head]!);

/** Features of two places or more. @returns where in `out` the next one goes */
export function pairFeatures(state: State, { word, tag }: Line, out: Int32Array, from = 0): number {
  const s0 = onStack(state, 0);
  const s1 = onStack(state, 1);
  const s2 = onStack(state, 2);
  const n0 = state.next;
  const s0l = child(state.left1, s0);
  const s0r = child(state.right1, s0);
  const n0l = child(state.left1, n0);
  const s0t = tag[s0 + PAD]!;
  const s1t = tag[s1 + PAD]!;
  const n0t = tag[n0 + PAD]!;
  const n1t = tag[n0 + 1 + PAD]!;
  let a = 1;
  atoms[a++] = word[s0 + PAD]!;
  atoms[a++] = s0t;
  atoms[a++] = word[s1 + PAD]!;
  atoms[a++] = s1t;
  atoms[a++] = word[s2 + PAD]!;
  atoms[a++] = tag[s2 + PAD]!;
  atoms[a++] = word[n0 + PAD]!;
  atoms[a++] = n0t;
  atoms[a++] = word[n0 + 1 + PAD]!;
  atoms[a++] = n1t;
  atoms[a++] = word[s0l + PAD]!;
  atoms[a++] = tag[s0l + PAD]!;
  atoms[a++] = word[s0r + PAD]!;
  atoms[a++] = tag[s0r + PAD]!;
  atoms[a++] = word[n0l + PAD]!;
  atoms[a++] = tag[n0l + PAD]!;
  atoms[a++] = tag[child(state.left2, s0) + PAD]!;
  atoms[a++] = tag[child(state.right2, s0) + PAD]!;
  atoms[a++] = tag[child(state.left2, n0) + PAD]!;
  atoms[a++] = s0 < 0 ? 0 : Math.min(n0 - s0, 8);
  atoms[a++] = s0 < 0 ? 0 : state.leftCount[s0]! * 8 + state.rightCount[s0]!;
  atoms[a++] = state.leftCount[n0]!;
  atoms[a++] = s0t * 64 + tag[s0l + PAD]!;
  atoms[a++] = s0t * 64 + tag[s0r + PAD]!;
  atoms[a++] = n0t * 64 + tag[n0l + PAD]!;
  atoms[a++] = s1t * 64 + tag[child(state.left1, s1) + PAD]!;
  atoms[a++] = s1t * 64 + tag[child(state.right1, s1) + PAD]!;
  atoms[a++] = s1t * 64 + s0t;
  atoms[a++] = s0t * 64 + s1t;
  atoms[a++] = n0t * 64 + n1t;
  return mix(TOGETHER, atoms, out, from);
}

/** All features of a state, to learn from. @returns how many were written */
export function moveFeatures(state: State, line: Line, out: Int32Array): number {
  let count = mix(NEXT, readLone(line, state.next), out);
  count = mix(TOP, readLone(line, onStack(state, 0)), out, count);
  count = mix(BELOW, readLone(line, onStack(state, 1)), out, count);
  return pairFeatures(state, line, out, count);
}

/** What the features of one place come to for each word there: leads of the second and the third move, by turns. */
export interface LoneScores {
  readonly next: Int32Array;
  readonly top: Int32Array;
  readonly below: Int32Array;
}

export function loneScores(moves: MoveWeights, line: Line): LoneScores {
  const made = { next: twoEach(line), top: twoEach(line), below: twoEach(line) };
  for (let k = -1; k <= line.n; k++) {
    readLone(line, k);
    sumUp(moves, NEXT, made.next, k);
    sumUp(moves, TOP, made.top, k);
    sumUp(moves, BELOW, made.below, k);
  }
  return made;
}

const twoEach = ({ n }: Line): Int32Array => new Int32Array(2 * (n + 2));
const features = new Int32Array(MOST);
const sums = new Int32Array(3);

function sumUp(moves: MoveWeights, own: Templates, into: Int32Array, k: number): void {
  sums.fill(0);
  addLeads(moves, features, mix(own, loneAtoms, features), sums);
  into[2 * (k + 1)] = sums[1]!;
  into[2 * (k + 1) + 1] = sums[2]!;
}

/** Writes the scores of the three moves to `scores`. */
export function scoreMoves(moves: MoveWeights, state: State, line: Line, lone: LoneScores, scores: Int32Array): void {
  const next = 2 * (state.next + 1);
  const top = 2 * (onStack(state, 0) + 1);
  const below = 2 * (onStack(state, 1) + 1);
  scores[0] = 0;
  scores[1] = lone.next[next]! + lone.top[top]! + lone.below[below]!;
  scores[2] = lone.next[next + 1]! + lone.top[top + 1]! + lone.below[below + 1]!;
  addLeads(moves, features, pairFeatures(state, line, features), scores);
}
