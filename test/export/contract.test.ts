import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonl, readingOf, rowOf } from '../../src/export/jsonl.ts';
import { readingJsonSchema } from '../../src/export/schema.ts';
import type { Reading } from '../../src/read.ts';
import { HARBOUR, readingOfText, statement } from './harbour.ts';

const check = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readingJsonSchema()));

test('the schema file is the one the code holds (node src/export/write-schema.ts writes it)', () => {
  expect(readFileSync(new URL('../../schema/reading.schema.json', import.meta.url), 'utf8')).toBe(readingJsonSchema());
});

test('a rich reading fits the schema', () => {
  check(JSON.parse(jsonl(HARBOUR)));
  expect(check.errors).toBeNull();
});

// biome-ignore lint/suspicious/noExplicitAny: rows are broken on purpose
type Loose = any;
const broken: [why: string, change: (row: Loose) => void][] = [
  ['a name the contract lacks', (row) => (row.verdict = 'true')],
  ['a name missing', (row) => delete row.unknowns],
  ['a span with one end', (row) => (row.unknowns[0].span = [3])],
  ['a polarity nobody has', (row) => (row.attributions[0].polarity = 'proves')],
  ['a confidence beyond 1', (row) => (row.attributions[0].confidence = 1.2)],
  ['a hash that is none', (row) => (row.sha256 = 'abc')],
  ['a time without its zone', (row) => (row.published = '2022-05-03T09:30:00')],
  ['one span where pieces belong', (row) => (row.attributions[0].content = [0, 4])],
];
test.each(broken)('%s is refused, by the schema and on the way back', (_why, change) => {
  const row = JSON.parse(jsonl(HARBOUR));
  change(row);
  expect(check(row)).toBe(false);
  expect(() => readingOf(JSON.stringify(row))).toThrow('not a reading');
});

test('keys come in the order of the contract, whatever the order in hand', () => {
  const { document, ...found } = HARBOUR;
  const turned = Object.fromEntries(Object.entries(document).toReversed()) as unknown as Reading['document'];
  const other = { ...Object.fromEntries(Object.entries(found).toReversed()), document: turned } as unknown as Reading;
  expect(jsonl(other)).toBe(jsonl(HARBOUR));
  expect(Object.keys(rowOf(HARBOUR))).toEqual(
    'id sha256 capture address url outlet title byline dateline published updated language credits text blocks attributions entities figures times places events unknowns'.split(
      ' ',
    ),
  );
  expect(Object.keys(rowOf(HARBOUR).attributions[0]!)).toEqual(
    'id kind manner content cue source chain polarity certainty hedges author said within confidence'.split(' '),
  );
});

describe('there and back', () => {
  test('a rich reading', () => expect(readingOf(jsonl(HARBOUR))).toEqual(HARBOUR));

  // half surrogates are not text: no hash in UTF-8 can tell them apart
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  test('any text, any spans, on one line whatever the reader takes for a line end', () => {
    fc.assert(
      fc.property(anyText, fc.double({ min: 0, max: 1, noNaN: true }), (text, confidence) => {
        const content = [[0, text.length] as const];
        const reading = readingOfText(text, {
          attributions: [statement(1, { content, confidence: Math.abs(confidence) })],
        });
        const line = jsonl(reading);
        expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
        expect(readingOf(line)).toEqual(reading);
        expect(jsonl(readingOf(line))).toBe(line);
      }),
    );
  });
});

test('a text that was changed is told by its hash', () => {
  const line = jsonl(HARBOUR).replaceAll('at least 40', 'at least 90');
  expect(() => readingOf(line)).toThrow('it was changed');
});

const slips: [why: string, span: readonly [number, number]][] = [
  ['beyond the text', [0, 6]],
  ['empty', [2, 2]],
  ['turned round', [3, 1]],
  ['between two units', [0.5, 2]],
];
test.each(slips)('no slice, no row: a span %s is refused', (_why, span) => {
  const reading = readingOfText('words', { attributions: [statement(1, { content: [span] })] });
  expect(() => jsonl(reading)).toThrow('is no slice of the text');
});
