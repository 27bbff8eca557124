import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackCards } from '../../src/web/reader/stack-cards.ts';

const GAP = 8;
const cards = fc
  .array(fc.record({ wanted: fc.nat(5000), height: fc.integer({ min: 20, max: 300 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((all) => {
    const wanted = all.map((one) => one.wanted).sort((a, b) => a - b);
    return { wanted, heights: all.map(({ height }) => height) };
  });
const held = (length: number) => fc.option(fc.nat(length - 1), { nil: null });

describe('cards beside their words', () => {
  test.each([
    ['apart enough: each at its words', [0, 100, 300], [80, 80, 80], null, [0, 100, 300]],
    ['too near: the later gives way downwards', [0, 10, 20], [80, 80, 80], null, [0, 88, 176]],
    ['the held one stays, those above give way upwards', [200, 210, 220], [80, 80, 80], 2, [44, 132, 220]],
    ['no room above: the held one gives way too', [0, 10, 20], [80, 80, 80], 2, [0, 88, 176]],
  ])('%s', (_reason, wanted, heights, which, tops) => {
    expect(stackCards(wanted, heights, GAP, which)).toEqual(tops);
  });

  test('never over one another, never above the top, in the order of the text', () => {
    fc.assert(
      fc.property(
        cards.chain((all) => fc.tuple(fc.constant(all), held(all.wanted.length))),
        ([{ wanted, heights }, which]) => {
          const tops = stackCards(wanted, heights, GAP, which);
          expect(tops[0]).toBeGreaterThanOrEqual(0);
          for (let i = 1; i < tops.length; i++) {
            expect(tops[i]).toBeGreaterThanOrEqual(tops[i - 1]! + heights[i - 1]! + GAP);
          }
        },
      ),
    );
  });

  test('the held one stands beside its words wherever there is room above it', () => {
    fc.assert(
      fc.property(
        cards.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.wanted.length - 1))),
        ([{ wanted, heights }, which]) => {
          const above = heights.slice(0, which).reduce((sum, height) => sum + height + GAP, 0);
          expect(stackCards(wanted, heights, GAP, which)[which]).toBe(Math.max(wanted[which]!, above));
        },
      ),
    );
  });
});
