import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fastModel } from '../src/attributions/attribution-model.ts';
import { jsonl, readingOf } from '../src/export/jsonl.ts';
import { readDocument } from '../src/read.ts';
import { documentFrom } from './attributions/document.ts';

/** Words that open something: a source, a number, a time, a bracket, an event, and then nothing comes. */
const words = (
  'rebels Peru attacked the army of , said that will not talks with Monday refused to by “ ” . must in 10 between and % Ana Torv she ' +
  'who it Kursk region told police ( ) year last two-and-a-half His doctor , Moscow’s Ukrainian at least dozens $ may IAEA'
).split(' ');

it('reads any words, and what it says of them fits the contract', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }), async (picked) => {
      const reading = await readDocument(documentFrom([picked.join(' ')], { published: '2024-11-22' }), fastModel());
      expect(readingOf(jsonl(reading))).toEqual(reading); // schema, hash and every slice
      const ids = new Set(reading.entities.map(({ id }) => id));
      const known = (id: string | null) => id === null || ids.has(id);
      for (const { said, chain } of reading.attributions) {
        expect(said === null || reading.times[said] !== undefined).toBe(true);
        expect(chain.every(({ source }) => known(source))).toBe(true);
      }
      for (const { actor, recipient, figures, time, place } of reading.events) {
        expect(known(actor) && known(recipient)).toBe(true);
        expect(figures.every((n) => reading.figures[n])).toBe(true);
        expect(time === null || reading.times[time] !== undefined).toBe(true);
        expect(place === null || reading.places[place] !== undefined).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});
