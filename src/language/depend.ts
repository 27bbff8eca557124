import { best, mix, score, type Weights, type WordFeatures } from './features.ts';

/** Basic dependencies (Stanford, as Universal Dependencies 1 names them), in the order of the labeller's classes. */
export const LABELS = (
  'punct case nmod nsubj det compound amod dobj root advmod mark aux cc conj nmod:poss ccomp xcomp advcl cop dep acl:relcl ' +
  'nummod acl neg appos auxpass nsubjpass nmod:tmod compound:prt parataxis mwe expl nmod:npmod csubj iobj det:predet ' +
  'cc:preconj discourse csubjpass'
).split(' ');

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export const MOVES = 3;

/**
 * The state of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one sentence. Word n is the root.
 * Left: the next word heads the stack's top. Right: the word below the stack's top heads it.
 */
export interface State {
  readonly n: number;
  readonly stack: Int32Array;
  depth: number;
  next: number;
  readonly heads: Int32Array;
  /** leftmost and rightmost two children so far, and how many, by word; -1 for none */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
}

export function start(n: number): State {
  const none = () => new Int32Array(n + 1).fill(-1);
  return {
    n,
    stack: new Int32Array(n + 2),
    depth: 0,
    next: 0,
    heads: none(),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    leftCount: new Uint8Array(n + 1),
    rightCount: new Uint8Array(n + 1),
  };
}

export const done = (state: State): boolean => state.next >= state.n && state.depth === 0;

export function allowed(state: State, move: number): boolean {
  if (move === SHIFT) return state.next < state.n;
  if (move === LEFT) return state.depth >= 1;
  return state.depth >= 2;
}

export function apply(state: State, move: number): void {
  if (move === SHIFT) {
    state.stack[state.depth++] = state.next++;
    return;
  }
  const child = state.stack[--state.depth]!;
  attach(state, move === LEFT ? state.next : state.stack[state.depth - 1]!, child);
}

function attach(state: State, head: number, child: number): void {
  state.heads[child] = head;
  if (child < head) {
    state.left2[head] = state.left1[head]!;
    state.left1[head] = child;
    state.leftCount[head] = Math.min(state.leftCount[head]! + 1, 5);
  } else {
    state.right2[head] = state.right1[head]!;
    state.right1[head] = child;
    state.rightCount[head] = Math.min(state.rightCount[head]! + 1, 5);
  }
}

const TEMPLATES = 64;

/** Features of a state after Zhang and Nivre (2011): words and tags about the stack's top and the next word. */
export function moveFeatures(state: State, { word }: WordFeatures, tags: Uint8Array, out: Int32Array): number {
  const { n, stack, depth, next } = state;
  const w = (k: number) => (k < 0 ? 1 : k >= n ? 2 : word[k]!);
  const t = (k: number) => (k < 0 ? 60 : k >= n ? 61 : tags[k]!);
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  const s2 = depth > 2 ? stack[depth - 3]! : -1;
  const n0 = next;
  const child = (list: Int32Array, k: number) => (k < 0 || k > n ? -1 : list[k]!);
  const s0l = child(state.left1, s0);
  const s0r = child(state.right1, s0);
  const s0l2 = child(state.left2, s0);
  const s0r2 = child(state.right2, s0);
  const s1l = child(state.left1, s1);
  const s1r = child(state.right1, s1);
  const n0l = child(state.left1, n0);
  const n0l2 = child(state.left2, n0);
  const distance = s0 < 0 ? 0 : Math.min(n0 - s0, 8);
  const s0valency = s0 < 0 ? 0 : state.leftCount[s0]! * 8 + state.rightCount[s0]!;
  const n0valency = n0 > n ? 0 : state.leftCount[n0]!;
  let f = 0;
  out[f++] = mix(0, 7);
  out[f++] = mix(1, w(s0), t(s0));
  out[f++] = mix(2, w(s0));
  out[f++] = mix(3, t(s0));
  out[f++] = mix(4, w(n0), t(n0));
  out[f++] = mix(5, w(n0));
  out[f++] = mix(6, t(n0));
  out[f++] = mix(7, w(n0 + 1), t(n0 + 1));
  out[f++] = mix(8, t(n0 + 1));
  out[f++] = mix(9, w(n0 + 2), t(n0 + 2));
  out[f++] = mix(10, t(n0 + 2), t(n0 + 1));
  out[f++] = mix(11, w(s1), t(s1));
  out[f++] = mix(12, t(s1));
  out[f++] = mix(13, w(s0), w(n0));
  out[f++] = mix(14, w(s0), t(s0), t(n0));
  out[f++] = mix(15, t(s0), w(n0), t(n0));
  out[f++] = mix(16, t(s0), t(n0), distance);
  out[f++] = mix(17, t(n0), t(n0 + 1), t(s0));
  out[f++] = mix(18, t(n0) * 64 + t(n0 + 1), t(n0 + 2));
  out[f++] = mix(19, t(s0), t(s1), t(n0));
  out[f++] = mix(20, t(s0), t(s1), t(s2));
  out[f++] = mix(21, t(s0), t(s0l), t(n0));
  out[f++] = mix(22, t(s0), t(s0r), t(n0));
  out[f++] = mix(23, t(s0), t(n0), t(n0l));
  out[f++] = mix(24, w(s0), t(s0r), t(n0));
  out[f++] = mix(25, w(s0), t(n0), t(n0l));
  out[f++] = mix(26, w(s0), distance);
  out[f++] = mix(27, t(s0), distance);
  out[f++] = mix(28, w(n0), distance);
  out[f++] = mix(29, t(n0), distance);
  out[f++] = mix(30, w(s0), s0valency);
  out[f++] = mix(31, t(s0), s0valency, t(n0));
  out[f++] = mix(32, t(n0), n0valency, t(s0));
  out[f++] = mix(33, w(n0), n0valency);
  out[f++] = mix(34, w(s0l), t(s0l));
  out[f++] = mix(35, w(s0r), t(s0r));
  out[f++] = mix(36, w(n0l), t(n0l));
  out[f++] = mix(37, t(s0) * 64 + t(s0l), t(s0l2));
  out[f++] = mix(38, t(s0) * 64 + t(s0r), t(s0r2));
  out[f++] = mix(39, t(n0) * 64 + t(n0l), t(n0l2));
  out[f++] = mix(40, t(s1), t(s0), distance);
  out[f++] = mix(41, w(s1), w(s0));
  out[f++] = mix(42, w(s1), t(s0), t(n0));
  out[f++] = mix(43, t(s1), w(s0), t(n0));
  out[f++] = mix(44, t(s1) * 64 + t(s1l), t(s0));
  out[f++] = mix(45, t(s1) * 64 + t(s1r), t(s0));
  out[f++] = mix(46, t(s1) * 64 + t(s0), t(s0r), t(n0));
  out[f++] = mix(47, w(s1), t(n0), s0valency);
  out[f++] = mix(48, w(n0 - 1), t(n0 - 1), t(n0));
  out[f++] = mix(49, t(s0) * 64 + t(s1), t(n0) * 64 + t(n0 + 1));
  out[f++] = mix(50, w(s0), w(n0 + 1), t(n0));
  out[f++] = mix(51, w(s2), t(s0), t(n0));
  out[f++] = mix(52, w(s1), w(n0), t(s0));
  return f;
}

/** Features of an arc, for its label. */
export function labelFeatures(
  heads: Int32Array,
  leftmost: Int32Array,
  { word, suffix3, shape }: WordFeatures,
  tags: Uint8Array,
  i: number,
  out: Int32Array,
): number {
  const n = tags.length;
  const head = heads[i]!;
  const w = (k: number) => (k < 0 ? 1 : k >= n ? 2 : word[k]!);
  const t = (k: number) => (k < 0 ? 60 : k >= n ? 61 : tags[k]!);
  const far = head >= n ? 20 : Math.max(-6, Math.min(6, head - i)) + 7;
  const grand = head >= n ? n : heads[head]!;
  const mine = leftmost[i]!;
  const other = head >= n ? -1 : leftmost[head]!;
  let f = 0;
  out[f++] = mix(0, far);
  out[f++] = mix(1, w(i));
  out[f++] = mix(2, t(i), far);
  out[f++] = mix(3, w(head), far > 7 ? 1 : 0);
  out[f++] = mix(4, t(head), t(i), far);
  out[f++] = mix(5, w(head), w(i));
  out[f++] = mix(6, w(head), t(i), far > 7 ? 1 : 0);
  out[f++] = mix(7, t(head), w(i), far > 7 ? 1 : 0);
  out[f++] = mix(8, t(i - 1), t(i), t(i + 1));
  out[f++] = mix(9, w(i - 1), t(i), t(head));
  out[f++] = mix(10, w(i + 1), t(i), t(head));
  out[f++] = mix(11, t(head - 1), t(head), t(i));
  out[f++] = mix(12, t(head + 1), t(head), t(i));
  out[f++] = mix(13, w(mine), t(i), t(head));
  out[f++] = mix(14, t(mine), t(i), t(head));
  out[f++] = mix(15, t(grand), t(head), t(i));
  out[f++] = mix(16, w(grand), t(head), t(i));
  out[f++] = mix(17, t(other), t(head), t(i));
  out[f++] = mix(18, i < n ? suffix3[i]! : 0, t(head));
  out[f++] = mix(19, i < n ? shape[i]! : 0, t(i), t(head));
  out[f++] = mix(20, w(mine), w(head), t(i));
  out[f++] = mix(21, w(i - 1), w(i), t(head));
  return f;
}

export interface Tree {
  /** the head's index within the sentence; `n` (its length) for the root */
  readonly heads: Int32Array;
  /** indexes of LABELS */
  readonly labels: Uint8Array;
}

/** Parses one sentence greedily: 2n moves. */
export function depend(moves: Weights, labels: Weights, words: WordFeatures, tags: Uint8Array): Tree {
  const n = tags.length;
  const state = start(n);
  const features = new Int32Array(TEMPLATES);
  const scores = new Float64Array(Math.max(MOVES, labels.classes));
  while (!done(state)) {
    const count = moveFeatures(state, words, tags, features);
    score(moves, features, count, scores);
    apply(state, bestAllowed(state, scores));
  }
  return { heads: state.heads.subarray(0, n), labels: label(labels, state.heads, words, tags, features, scores) };
}

export function bestAllowed(state: State, scores: Float64Array): number {
  let top = -1;
  for (let move = 0; move < MOVES; move++) {
    if (allowed(state, move) && (top < 0 || scores[move]! > scores[top]!)) top = move;
  }
  return top;
}

function label(
  weights: Weights,
  heads: Int32Array,
  words: WordFeatures,
  tags: Uint8Array,
  features: Int32Array,
  scores: Float64Array,
): Uint8Array {
  const n = tags.length;
  const labels = new Uint8Array(n);
  const leftmost = leftmostChildren(heads, n);
  for (let i = 0; i < n; i++) {
    const count = labelFeatures(heads, leftmost, words, tags, i, features);
    score(weights, features, count, scores);
    labels[i] = best(scores, weights.classes);
  }
  return labels;
}

export function leftmostChildren(heads: Int32Array, n: number): Int32Array {
  const leftmost = new Int32Array(n + 1).fill(-1);
  for (let i = n - 1; i >= 0; i--) if (heads[i]! > i) leftmost[heads[i]!] = i;
  return leftmost;
}
