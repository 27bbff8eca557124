import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestLabels, LABELS, runsOf } from '../../../src/attributions/model/best-labels.ts';

const scores = fc
  .integer({ min: 1, max: 12 })
  .chain((words) =>
    fc.array(fc.double({ min: -9, max: 0, noNaN: true }), { minLength: words * LABELS, maxLength: words * LABELS }),
  );

/** O, or begin, inside, end, single of three roles: what may follow what. */
function isWhole(labels: readonly number[]): boolean {
  const position = (label: number) => (label === 0 ? 'O' : 'BIES'[(label - 1) % 4]!);
  return [...labels, 0].every((label, i) => {
    const before = labels[i - 1] ?? 0;
    const open = 'BI'.includes(position(before));
    const goesOn = 'IE'.includes(position(label));
    return open === goesOn && (!open || (before - 1) >> 2 === (label - 1) >> 2);
  });
}

const total = (given: readonly number[], labels: readonly number[]) =>
  labels.reduce((sum, label, w) => sum + Math.fround(given[w * LABELS + label]!), 0);

it('every span begins and ends, and no likelier whole row stands one word away', () => {
  fc.assert(
    fc.property(scores, (given) => {
      const words = given.length / LABELS;
      const labels = [...bestLabels(Float32Array.from(given), 0, words)];
      expect(isWhole(labels)).toBe(true);
      for (let w = 0; w < words; w++) {
        for (let label = 0; label < LABELS; label++) {
          const other = labels.with(w, label);
          if (isWhole(other)) expect(total(given, other)).toBeLessThanOrEqual(total(given, labels) + 1e-6);
        }
      }
    }),
    { seed: 7 },
  );
});

it('labels become runs, neighbours apart', () => {
  const [source, cue, begin, inside, end] = [4, 8, 9, 10, 11];
  expect(runsOf(Uint8Array.from([source, cue, begin, inside, end, begin, end, 0]))).toEqual({
    source: [[0, 1]],
    cue: [[1, 2]],
    content: [
      [2, 5],
      [5, 7],
    ],
  });
});
