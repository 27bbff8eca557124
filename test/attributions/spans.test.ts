import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AttributionModel, accurateModel, fastModel } from '../../src/attributions/attribution-model.ts';
import { englishCues } from '../../src/attributions/lexicon.ts';
import { LABELS } from '../../src/attributions/model/best-labels.ts';
import { chooseByModel } from '../../src/attributions/model/choose-by-model.ts';
import { type Reader, VECTOR } from '../../src/attributions/model/reader.ts';
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

const anyModel: AttributionModel = {
  name: 'any',
  choose: (parse) => chooseByModel(parse, anyReader(parse.text.length), englishCues()),
};

it.each([
  { model: fastModel(), numRuns: 400 },
  { model: accurateModel(1), numRuns: 60 },
  { model: anyModel, numRuns: 400 },
])('$model.name: every span lies in the text, pieces in order, ids unique, nothing within itself', async (tried) => {
  await fc.assert(
    fc.asyncProperty(anyText, async (given) => {
      const { document, attributions, figures, unknowns, entities } = await readDocument(
        documentFrom(given.split('\n\n').filter(Boolean)),
        tried.model,
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
        for (const [from, to] of a.cue)
          for (const [f, t] of [...a.source, ...a.content]) expect(from < t && f < to).toBe(false);
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
    { numRuns: tried.numRuns, seed: 7 },
  );
});

/** A model that says anything at all: what is made of it must still be sound. */
function anyReader(seed: number): Reader {
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    pieces: () => [1],
    manifest: {
      name: 'any',
      version: 1,
      files: {},
      least: { outer: 0.7, inner: 0.5, sourceless: 0.1 },
      confidence: { bias: 0, likely: 1, cue: 0, content: 0, outside: 0, sourceless: 0 },
    },
    cues: async ({ first }) => ({
      words: new Float32Array(first.length * VECTOR),
      cues: Float32Array.from({ length: 2 * first.length }, chance),
    }),
    roles: async (vectors, places) =>
      Float32Array.from({ length: places.length * (vectors.length / VECTOR) * LABELS }, () => -5 * chance()),
  };
}

it('read twice, with one thread or two, it says the same', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const document = documentFrom(given.split('\n\n').filter(Boolean));
      const once = JSON.stringify(await readDocument(document, accurateModel(1)));
      expect(JSON.stringify(await readDocument(document, accurateModel(2)))).toBe(once);
      const fast = JSON.stringify(await readDocument(document, fastModel()));
      expect(JSON.stringify(await readDocument(document, fastModel()))).toBe(fast);
    }),
    { numRuns: 30, seed: 7 },
  );
});
