import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { documentFrom } from './document.ts';

/** Pieces that a reading stumbles over, to be thrown together at random. */
const fragment = fc.constantFrom(
  ...['“', '”', '"', "'", '‘', '’', '``', "''", '«', '»', '(', ')', '—', '…', '.', ',', ':', '?', '\n\n', ' '],
  ...[
    'said',
    ', he said,',
    'according to',
    'that',
    'Kim',
    'the officials',
    'denied',
    'told Reuters',
    'citing',
    'and',
    'don’t',
    'officials’',
  ],
  ...[
    'at least 10,000 troops',
    'reportedly',
    'remains unclear',
    'U.S.',
    '😀',
    'é',
    'Pyongyang',
    'has not been disclosed',
    '“No,”',
    'who',
    'saying',
  ],
);
const text = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

it('every span lies in the text, pieces in order, ids unique, nothing within itself', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const { document, attributions, figures, unknowns, entities } = readDocument(
        documentFrom(given.split('\n\n').filter(Boolean)),
      );
      const ids = new Map(attributions.map((a) => [a.id, a]));
      expect(ids.size).toBe(attributions.length);
      for (const a of attributions) {
        expect(a.id).toMatch(/^[0-9a-f]{12}$/);
        expect(a.content.length).toBeGreaterThan(0);
        for (const role of [a.content, a.cue, a.source]) {
          let end = 0;
          for (const [from, to] of role) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(document.text.length);
        }
        const seen = new Set<string>();
        for (let at: string | null = a.id; at !== null; at = ids.get(at)!.within) {
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
        expect(a.chain.at(-1)?.span).toBeNull();
      }
      const spans = [
        ...figures.map((f) => f.span),
        ...unknowns.map((u) => u.span),
        ...entities.flatMap((e) => e.mentions),
      ];
      for (const [from, to] of spans) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(document.text.length);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
});

it('read twice, it says the same', () => {
  fc.assert(
    fc.property(text, (given) => {
      const document = documentFrom(given.split('\n\n').filter(Boolean));
      expect(JSON.stringify(readDocument(document))).toBe(JSON.stringify(readDocument(document)));
    }),
    { numRuns: 50, seed: 7 },
  );
});
