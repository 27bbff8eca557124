import { labelFeatures, leftmostChildren, MOST_FEATURES } from './label-features.ts';
import type { Lexeme } from './lexeme.ts';
import { type Line, lineOf } from './line.ts';
import { loneScores, scoreMoves } from './move-features.ts';
import { apply, bestAllowed, done, MOVES, onlyMove, start } from './transitions.ts';
import { addRows, best, type MoveWeights, type Weights } from './weights.ts';

/** Basic dependencies (Stanford, as Universal Dependencies 1 names them), in the order of the labeller's classes. */
export const LABELS = (
  'punct case nmod nsubj det compound amod dobj root advmod mark aux cc conj nmod:poss ccomp xcomp advcl cop dep acl:relcl ' +
  'nummod acl neg appos auxpass nsubjpass nmod:tmod compound:prt parataxis mwe expl nmod:npmod csubj iobj det:predet ' +
  'cc:preconj discourse csubjpass'
).split(' ');

export interface Tree {
  /** the head's index within the sentence; `n` (its length) for the root */
  readonly heads: Int32Array;
  /** indexes of LABELS */
  readonly labels: Uint8Array;
}

/** Parses one sentence greedily: 2n moves. */
export function depend(moves: MoveWeights, labels: Weights, words: readonly Lexeme[], tags: Uint8Array): Tree {
  const line = lineOf(words, tags);
  const heads = headsOf(moves, line);
  return { heads: heads.subarray(0, line.n), labels: labelsOf(labels, heads, line) };
}

function headsOf(moves: MoveWeights, line: Line): Int32Array {
  const lone = loneScores(moves, line);
  const state = start(line.n);
  const scores = new Int32Array(MOVES);
  while (!done(state)) {
    const only = onlyMove(state);
    if (only === null) scoreMoves(moves, state, line, lone, scores);
    apply(state, only ?? bestAllowed(state, scores));
  }
  return state.heads;
}

function labelsOf(weights: Weights, heads: Int32Array, line: Line): Uint8Array {
  const labels = new Uint8Array(line.n);
  const leftmost = leftmostChildren(heads, line.n);
  const features = new Int32Array(MOST_FEATURES);
  const scores = new Int32Array(weights.classes);
  for (let i = 0; i < line.n; i++) {
    scores.fill(0);
    addRows(weights, features, labelFeatures(heads, leftmost, line, i, features), scores);
    labels[i] = best(scores, weights.classes);
  }
  return labels;
}
