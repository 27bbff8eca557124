import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndex } from '../../src/text/first-index.ts';

test('the place that a search from the start would find, and no more than a few looks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 200 }),
      fc.integer({ min: -1, max: 31 }),
      (all, at) => {
        const sorted = all.toSorted((a, b) => a - b);
        let looks = 0;
        const found = firstIndex(sorted.length, (i) => {
          looks += 1;
          return sorted[i]! < at;
        });
        const wanted = sorted.findIndex((each) => each >= at);
        expect(found).toBe(wanted < 0 ? sorted.length : wanted);
        expect(looks).toBeLessThanOrEqual(8);
      },
    ),
  );
});
