import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import type { Capture } from '../../src/capture/capture.ts';
import type { Correct, NewDecision } from '../../src/ledger/decision.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { readAgain, readInto } from '../../src/ledger/read-into.ts';
import { read } from '../../src/read.ts';
import type { Given } from '../../src/text/document-of.ts';
import { madeCapture } from './made-reading.ts';

const REPORT = 'Crane falls at Dorvik\n\nBy Ida Holm\n\nThe crane fell on Monday, the mayor of Dorvik said.\n';
const capture = madeCapture(REPORT);
const document = capture.sha256.slice(0, 12);
const on = { kind: 'document', id: document } as const;
const ana = { who: 'Ana', why: 'printed so' };
const reader = '1.0.0';
const reads = (one: Capture, given: Given) => read(one, given, fastModel());
const correct = (field: string, to: unknown, more: Partial<NewDecision & Correct> = {}) =>
  ({ verb: 'correct', on, field, to, ...ana, ...more }) as const;

const folder = mkdtempSync(join(tmpdir(), 'hearsay-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function stored(path = ':memory:', given: Given = {}): Promise<Ledger> {
  const ledger = openLedger(path, { now: () => new Date('2025-03-20T00:00:00Z') });
  await readInto(ledger, capture, { reader, given }, reads);
  return ledger;
}
const again = (ledger: Ledger) => readAgain(ledger, document, reader, reads);
const now = async (ledger: Ledger) => (await ledger.reading(document))!;
async function problemsOf(ledger: Ledger): Promise<string[]> {
  const found: string[] = [];
  for await (const { what } of ledger.verify()) found.push(what);
  return found;
}

describe('what is told of a report', () => {
  test('is corrected, and all that hangs on it is read anew', async () => {
    const ledger = await stored();
    expect((await now(ledger)).reading).toMatchObject({
      document: { title: 'Crane falls at Dorvik', byline: 'Ida Holm', outlet: null, published: null },
      times: [{ value: null }],
    });
    await ledger.decide(correct('published', '11 March 2025'));
    await ledger.decide(correct('outlet', '  The Dorvik   Post '));
    await ledger.decide(correct('byline', null));
    expect((await again(ledger)).stored).toMatchObject({ stored: true, because: 'other facts given' });
    const { reading, facts } = await now(ledger);
    expect(reading).toMatchObject({
      document: { outlet: 'The Dorvik Post', byline: null, published: '2025-03-11', title: 'Crane falls at Dorvik' },
      times: [{ value: '2025-03-10' }],
    });
    const links = reading.attributions.at(-1)!.chain.map(({ name }) => name);
    expect(links).toEqual(['the mayor of Dorvik', 'The Dorvik Post']);
    expect(facts.map(({ correction, who }) => [who, correction!.from, correction!.to])).toEqual([
      ['Ana', null, '2025-03-11'],
      ['Ana', null, 'The Dorvik Post'],
      ['Ana', 'Ida Holm', null],
    ]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('stands over what an option tells, and holds under a newer reader and for other addresses', async () => {
    const ledger = await stored(':memory:', { outlet: 'The Quay' });
    await ledger.decide(correct('outlet', 'The Dorvik Post', { from: 'The Quay' }));
    await again(ledger);
    const given = { outlet: 'The Pier', published: '2025-03-11' };
    await readInto(ledger, { ...capture, address: 'other.txt' }, { reader: '2.0.0', given }, reads);
    expect((await now(ledger)).reading.document).toMatchObject({ outlet: 'The Dorvik Post', published: '2025-03-11' });
    expect(await ledger.told(capture.sha256)).toEqual({ given, decided: { outlet: 'The Dorvik Post' } });
    await ledger.undo(2, ana);
    await readAgain(ledger, document, '2.0.0', reads);
    expect((await now(ledger)).reading.document.outlet).toBe('The Pier');
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('taken back and brought back, the report is read each time; nothing is read twice for nothing', async () => {
    const ledger = await stored();
    await ledger.decide(correct('title', 'Crane falls'));
    await again(ledger);
    await ledger.undo(2, ana);
    await again(ledger);
    expect((await now(ledger)).reading.document.title).toBe('Crane falls at Dorvik');
    await ledger.undo(4, ana);
    expect(await ledger.arrive(capture, { reader })).toBeNull();
    await again(ledger);
    expect((await now(ledger)).reading.document.title).toBe('Crane falls');
    expect((await again(ledger)).stored).toMatchObject({ stored: false, because: 'same bytes' });
    expect((await now(ledger)).facts.map(({ seq, undoneBy }) => [seq, undoneBy])).toEqual([
      [2, null],
      [4, 6],
      [6, null],
    ]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('told while it is read, it is read once more before it is stored', async () => {
    const ledger = await stored();
    let decides = true;
    const { stored: last } = await readInto(ledger, capture, { reader: '2.0.0' }, async (one, given) => {
      const reading = await reads(one, given);
      if (decides) await ledger.decide(correct('outlet', 'The Dorvik Post'));
      decides = false;
      return reading;
    });
    expect(last).toMatchObject({ stored: true, because: 'newer reader' });
    expect((await now(ledger)).reading.document.outlet).toBe('The Dorvik Post');
    expect((await ledger.entries(document)).map(({ verb }) => verb)).toEqual(['read', 'correct', 'read']);
  });

  test('what the machine has is never what a person told, though the report was not read again', async () => {
    const ledger = await stored();
    await ledger.decide(correct('title', 'Crane falls'));
    await again(ledger);
    await ledger.undo(2, ana);
    expect((await now(ledger)).reading.document.title).toBe('Crane falls');
    await ledger.decide(correct('title', 'Crane', { from: 'Crane falls at Dorvik' }));
    const { correction } = (await ledger.decisions(document)).at(-1)!;
    expect(correction).toMatchObject({ from: 'Crane falls at Dorvik', machine: 'Crane falls at Dorvik', to: 'Crane' });
  });

  test('it is read again from where it was read last, of several addresses', async () => {
    const ledger = await stored();
    const page = { ...capture, address: 'https://post.example/crane', method: 'http' } as const;
    await readInto(ledger, page, { reader: '2.0.0' }, reads);
    await ledger.decide(correct('byline', 'Ida Holmes'));
    await readAgain(ledger, document, '2.0.0', reads);
    expect((await now(ledger)).reading.document).toMatchObject({ byline: 'Ida Holmes', url: page.address });
  });

  test('keeps what people decided on its statements', async () => {
    const ledger = await stored();
    const { id } = (await now(ledger)).reading.attributions[0]!;
    await ledger.decide({ verb: 'confirm', on: { kind: 'statement', id }, who: 'Bo' });
    await ledger.decide(correct('published', '2025-03-11'));
    await again(ledger);
    expect((await ledger.statement(id))!.standing).toMatchObject({ state: 'confirmed', found: true });
  });
});

test.each<[field: string, to: unknown, more: Parameters<typeof correct>[2], says: string, reason: string]>([
  ['date', '2025-03-10', {}, 'no field “date”; there are title, outlet, byline, published', 'a slip of the name'],
  ['polarity', 'denies', {}, 'no field “polarity”', 'a field of statements'],
  ['published', 'someday', {}, 'give one day', 'no date'],
  ['published', '3/4/2025', {}, 'give one day', 'it can be read in two ways'],
  ['published', '16 April 2026, 9.30 pm', {}, 'a time with its zone', 'the hour would be lost'],
  ['published', '12 Apr 2026 or 13 Apr 2026', {}, 'give one day', 'two days'],
  ['published', 'Wednesday, 14 April 2026', {}, 'give one day', 'it was a Tuesday'],
  ['published', '10 March 2025 at noon', {}, 'give one day', 'noon would be lost'],
  ['published', '2024-11-20T10:15', {}, 'a time with its zone', 'it would be cut to its day'],
  ['outlet', ' ', {}, 'it holds words or none', 'no words'],
  ['outlet', '\u200b', {}, 'it holds words or none', 'nothing to be seen'],
  ['outlet', 'The \u001b[31mPost', {}, 'it holds words or none', 'it steers a terminal'],
  ['outlet', 'The \u202ePost', {}, 'it holds words or none', 'it turns what stands beside it'],
  ['outlet', 'Post '.repeat(300), {}, 'longer than 1000 letters', 'no name'],
  ['outlet', 3, {}, 'it holds words or none', 'a number'],
  ['title', 'Crane falls at Dorvik', {}, 'already', 'what stands'],
  ['title', 'Crane', { from: 'Another' }, 'title is "Crane falls at Dorvik", not "Another"', 'somebody else was first'],
  ['title', 'Crane', { at: [0, 3] as const }, 'not of a place in it', 'a place'],
  ['title', 'Crane', { why: ' ' }, 'needs a why', 'no reason'],
])('%s → %j %j is refused (%s): %s', async (field, to, more, says) => {
  const ledger = await stored();
  const refused = ledger.decide(correct(field, to, more));
  await expect(refused).rejects.toMatchObject({ name: 'DecisionRefused', message: expect.stringContaining(says) });
  expect(await ledger.decisions()).toEqual([]);
});

test.each([
  ['Tuesday, 14 April 2026', '2026-04-14'],
  ['April 14th, 2026', '2026-04-14'],
  ['14.04.2026', '2026-04-14'],
  ['14th of April 2026', '2026-04-14'],
  ['14 April 2026, 09:30 GMT', '2026-04-14T09:30:00Z'],
])('%s is %s', async (typed, date) => {
  const ledger = await stored();
  await ledger.decide(correct('published', typed));
  expect((await ledger.decisions())[0]!.correction!.to).toBe(date);
});

test('a document that is not there, and a field of a document on a statement, are refused', async () => {
  const ledger = await stored();
  const nowhere = { ...correct('title', 'Crane'), on: { kind: 'document', id: 'ffffffffffff' } } as const;
  await expect(ledger.decide(nowhere)).rejects.toThrow('is not in this ledger');
  const { id } = (await now(ledger)).reading.attributions[0]!;
  const misplaced = { ...correct('title', 'Crane'), on: { kind: 'statement', id } } as const;
  await expect(ledger.decide(misplaced)).rejects.toThrow('that is of its document');
});

test.each([
  ["UPDATE readings SET decided = '{}' WHERE reading = 2", 'with which facts it was read', 'the facts of a reading'],
  [
    `UPDATE entries SET body = replace(body, '"to":"2025-03-11"', '"to":"someday"') WHERE seq = 2`,
    'corrects published cannot be "someday"',
    'the fact of an entry',
  ],
])('verify finds a change: %s', async (sql, says) => {
  const path = join(folder, `${Math.random()}.db`);
  const ledger = await stored(path);
  await ledger.decide(correct('published', '2025-03-11'));
  await again(ledger);
  await ledger.close();
  const db = new DatabaseSync(path);
  for (const table of ['readings', 'entries']) db.exec(`DROP TRIGGER ${table}_no_update`);
  db.exec(sql);
  db.close();
  const damaged = openLedger(path);
  expect((await problemsOf(damaged)).join('\n')).toContain(says);
  await damaged.close();
});
