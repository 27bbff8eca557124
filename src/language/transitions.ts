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

/** The move that is left where there is but one; null where there is a choice. */
export function onlyMove({ depth, next, n }: State): number | null {
  if (depth === 0) return SHIFT;
  return next === n && depth === 1 ? LEFT : null;
}

export function bestAllowed(state: State, scores: Int32Array | Float64Array): number {
  let top = -1;
  for (let move = 0; move < MOVES; move++) {
    if (allowed(state, move) && (top < 0 || scores[move]! > scores[top]!)) top = move;
  }
  return top;
}
