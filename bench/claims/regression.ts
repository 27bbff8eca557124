/** Softmax regression over few features, fitted by plain descent from zero: the same every time. */
export interface Regression {
  readonly scores: (features: readonly number[]) => number[];
}

const STEPS = 400;
const RATE = 0.5;
/** Pulls weights to nothing: a few hundred rows must not be learnt by heart. */
const DECAY = 1e-3;

export function fitted(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  classes: number,
  cost: readonly number[] = Array.from({ length: classes }, () => 1),
): Regression {
  const width = rows[0]!.length;
  const means = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const scales = Array.from(
    { length: width },
    (_, j) => Math.sqrt(rows.reduce((sum, row) => sum + (row[j]! - means[j]!) ** 2, 0) / rows.length) || 1,
  );
  const scaled = (row: readonly number[]) => [1, ...row.map((value, j) => (value - means[j]!) / scales[j]!)];
  const inputs = rows.map(scaled);
  const weights = Array.from({ length: classes }, () => new Float64Array(width + 1));
  const scoresOf = (input: readonly number[]): number[] => {
    const raw = weights.map((own) => input.reduce((sum, value, j) => sum + value * own[j]!, 0));
    const top = Math.max(...raw);
    const exp = raw.map((value) => Math.exp(value - top));
    const all = exp.reduce((sum, value) => sum + value, 0);
    return exp.map((value) => value / all);
  };
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map(() => new Float64Array(width + 1));
    inputs.forEach((input, i) => {
      scoresOf(input).forEach((score, c) => {
        const error = (score - (labels[i] === c ? 1 : 0)) * cost[labels[i]!]!;
        for (let j = 0; j < input.length; j++) slopes[c]![j]! += error * input[j]!;
      });
    });
    for (let c = 0; c < classes; c++)
      for (let j = 0; j <= width; j++)
        weights[c]![j]! -= RATE * (slopes[c]![j]! / inputs.length + DECAY * weights[c]![j]!);
  }
  return { scores: (features) => scoresOf(scaled(features)) };
}

/** Share of pairs of one wanted and one not where the wanted has the higher score; a tie is half. */
export function auc(scores: readonly number[], wanted: readonly boolean[]): number {
  const order = scores.map((score, i) => ({ score, wanted: wanted[i]! })).sort((a, b) => a.score - b.score);
  let [sum, rank] = [0, 0];
  while (rank < order.length) {
    let end = rank;
    while (end < order.length && order[end]!.score === order[rank]!.score) end++;
    for (let i = rank; i < end; i++) if (order[i]!.wanted) sum += (rank + end - 1) / 2;
    rank = end;
  }
  const yes = wanted.filter(Boolean).length;
  return (sum - (yes * (yes - 1)) / 2) / (yes * (order.length - yes));
}

export function f1(given: readonly boolean[], wanted: readonly boolean[]): number {
  const both = given.filter((each, i) => each && wanted[i]).length;
  return (2 * both) / Math.max(1, given.filter(Boolean).length + wanted.filter(Boolean).length);
}
