import { describe, expect, it } from 'vitest';
import { match } from '../../bench/beyond/match.ts';
import { rowsOf } from '../../bench/beyond/rows.ts';
import type { Span } from '../../src/text/span.ts';

const parts = ['tune', 'held'].map((part) => ({ part, rows: rowsOf(part) }));

describe.each(parts)('$part', ({ rows }) => {
  it('every piece stands where it is said to, pieces in order, apart, without blanks at their ends', () => {
    for (const { id, text, gold } of rows) {
      for (const { source, cue, content } of gold) {
        expect(content.length, id).toBeGreaterThan(0);
        for (const role of [source, cue, content]) {
          let end = 0;
          for (const [from, to] of role) {
            expect(from, id).toBeGreaterThanOrEqual(end);
            expect(text.slice(from, to), id).toBe(text.slice(from, to).trim());
            end = to;
          }
        }
      }
    }
  });

  it('what stands within another stands in its content', () => {
    for (const { id, gold } of rows) {
      for (const { within, content } of gold) {
        if (within === null) continue;
        const holder = gold[within]!.content;
        for (const [from, to] of content)
          expect(
            holder.some(([s, e]) => s <= from && to <= e),
            id,
          ).toBe(true);
      }
    }
  });

  it('every row has an id of its own, and a reason', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ reason }) => reason.length < 10)).toEqual([]);
  });
});

it('there are 300 rows and more, 100 of them with attributions in others, a third of all held out', () => {
  const all = parts.flatMap(({ rows }) => rows);
  const nested = all.filter(({ gold }) => gold.some(({ within }) => within !== null));
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(nested.length).toBeGreaterThanOrEqual(100);
  expect(parts[1]!.rows.length / all.length).toBeGreaterThan(1 / 3);
});

const spans = (source: Span[], cue: Span[], content: Span[]) => ({ source, cue, content });
const TEXT = 'Kim said the bridge fell';
const GOLD = spans([[0, 3]], [[4, 8]], [[9, 24]]);

it.each<[reason: string, found: ReturnType<typeof spans>, right: boolean]>([
  ['the same', GOLD, true],
  ['most of the content', spans([[0, 3]], [[4, 8]], [[13, 24]]), true],
  ['little of the content', spans([[0, 3]], [[4, 8]], [[20, 24]]), false],
  ['another source', spans([[9, 12]], [[4, 8]], [[9, 24]]), false],
  ['no source', spans([], [[4, 8]], [[9, 24]]), false],
  ['another cue', spans([[0, 3]], [[20, 24]], [[9, 19]]), false],
])('match: %s', (_reason, found, right) => {
  expect(match(TEXT, [GOLD], [found])).toEqual([right ? 0 : null]);
});
