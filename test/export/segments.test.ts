import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outerFirst, segments } from '../../src/export/segments.ts';
import type { Span } from '../../src/text/span.ts';

/** "a1 (b2 (c))" with the mark's name before each bracket, so that crossing would show. */
function drawn(text: string, marks: readonly { name: string; span: Span }[], span: Span = [0, text.length]): string {
  return segments(span, marks.toSorted(outerFirst))
    .map((step) => {
      if (step.kind === 'text') return text.slice(...step.span);
      if (step.kind === 'close') return ')';
      return `${step.mark.name}${step.first ? '' : '+'}${step.kind === 'point' ? '.' : '('}`;
    })
    .join('');
}

const rows: [why: string, marks: [string, number, number][], expected: string][] = [
  ['nothing marked', [], 'abcdef'],
  ['one', [['1', 1, 3]], 'a1(bc)def'],
  [
    'nested: the inner stands inside',
    [
      ['2', 2, 3],
      ['1', 1, 5],
    ],
    'a1(b2(c)de)f',
  ],
  [
    'adjacent: one closes before the next opens',
    [
      ['1', 0, 3],
      ['2', 3, 6],
    ],
    '1(abc)2(def)',
  ],
  [
    'identical: the first given is the outer',
    [
      ['1', 1, 3],
      ['2', 1, 3],
    ],
    'a1(2(bc))def',
  ],
  [
    'same start: the longer is the outer',
    [
      ['2', 0, 2],
      ['1', 0, 4],
    ],
    '1(2(ab)cd)ef',
  ],
  [
    'same end',
    [
      ['1', 0, 4],
      ['2', 2, 4],
    ],
    '1(ab2(cd))ef',
  ],
  [
    'crossing: the later is cut where the earlier ends, and goes on',
    [
      ['1', 0, 4],
      ['2', 2, 6],
    ],
    '1(ab2(cd))2+(ef)',
  ],
  [
    'in two pieces',
    [
      ['1', 0, 2],
      ['1', 4, 6],
    ],
    '1(ab)cd1(ef)',
  ],
  ['the whole text', [['1', 0, 6]], '1(abcdef)'],
];
test.each(rows)('%s', (_why, marks, expected) => {
  expect(
    drawn(
      'abcdef',
      marks.map(([name, start, end]) => ({ name, span: [start, end] as const })),
    ),
  ).toBe(expected);
});

test('a mark that began before the passage goes on in it, and is cut at its end', () => {
  expect(drawn('abcdef', [{ name: '1', span: [0, 6] }], [2, 4])).toBe('1+(cd)');
});

test('too many at once are pointed at, not drawn, so that the page stays in proportion to the text', () => {
  const marks = Array.from({ length: 400 }, (_, i) => ({ name: 'm', span: [i, 800] as const }));
  const steps = segments([0, 800], marks);
  expect(steps.filter(({ kind }) => kind === 'point').length).toBe(400 - 16);
  expect(steps.length).toBeLessThan(1300);
});

test('the text is whole, no tag crosses another, and every letter stands in its own marks', () => {
  const text = 'who said what, on whose word';
  const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length })).filter(([a, b]) => a < b);
  fc.assert(
    fc.property(fc.array(span, { maxLength: 14 }), (spans) => {
      const marks = spans.map((span, name) => ({ name, span })).toSorted(outerFirst);
      const open: number[] = [];
      let read = '';
      for (const step of segments([0, text.length], marks)) {
        if (step.kind === 'open') open.push(step.mark.name);
        else if (step.kind === 'close') expect(open.pop()).toBe(step.mark.name);
        else if (step.kind === 'text') {
          const [at, end] = step.span;
          const due = marks.filter(({ span }) => span[0] <= at && end <= span[1]).map(({ name }) => name);
          expect(open.toSorted()).toEqual(due.toSorted());
          read += text.slice(at, end);
        }
      }
      expect(open).toEqual([]);
      expect(read).toBe(text);
    }),
  );
});
