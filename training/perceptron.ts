import type { Dense } from './pack.ts';

/** An averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed features. */
export interface Perceptron {
  readonly classes: number;
  /** a power of two */
  readonly rows: number;
  readonly values: Float32Array;
  readonly totals: Float64Array;
  readonly stamps: Int32Array;
  step: number;
}

export function perceptron(classes: number, rows: number): Perceptron {
  return {
    classes,
    rows,
    values: new Float32Array(classes * rows),
    totals: new Float64Array(classes * rows),
    stamps: new Int32Array(classes * rows),
    step: 0,
  };
}

/** Adds the rows of the first `count` features up into `scores`. */
export function score(
  { classes, rows, values }: Perceptron,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  scores.fill(0, 0, classes);
  for (let f = 0; f < count; f++) {
    const row = (features[f]! & (rows - 1)) * classes;
    for (let c = 0; c < classes; c++) scores[c]! += values[row + c]!;
  }
}

/** Moves the weights of these features towards `right` and away from `wrong`. Call once a decision, also when right. */
export function learn(p: Perceptron, features: Int32Array, count: number, right: number, wrong: number): void {
  p.step++;
  if (right === wrong) return;
  const { classes, rows } = p;
  for (let f = 0; f < count; f++) {
    const row = (features[f]! & (rows - 1)) * classes;
    bump(p, row + right, 1);
    bump(p, row + wrong, -1);
  }
}

function bump(p: Perceptron, at: number, by: number): void {
  const { values } = p;
  p.totals[at]! += (p.step - p.stamps[at]!) * values[at]!;
  p.stamps[at] = p.step;
  values[at]! += by;
}

/** The mean of the weights over all steps, as bytes on a square-root scale: see src/language/weights.ts. */
export function averaged({ classes, rows, values, totals, stamps, step }: Perceptron): Dense {
  const mean = new Float32Array(values.length);
  let top = 0;
  for (let i = 0; i < values.length; i++) {
    mean[i] = (totals[i]! + (step - stamps[i]!) * values[i]!) / Math.max(1, step);
    top = Math.max(top, Math.abs(mean[i]!));
  }
  const bytes = Int8Array.from(mean, (w) => Math.round(Math.sign(w) * 127 * Math.sqrt(Math.abs(w) / top)));
  return { classes, rows, bytes };
}
