import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { sqliteLedger } from '../../src/ledger/sqlite-ledger.ts';
import { inMemory, linkedIn, newLedger, type Report, told } from './linked.ts';

const by = { who: 'Ana', why: 'heard the tape' };

const COLLAPSE = 'A bridge collapsed in Tarnow on Monday, killing eight workers, police said.';
const CRACKS = 'Engineers warned the ministry of cracks in the Tarnow bridge, two officials said.';
const CREWS =
  'Rescue crews searched the river bank through the night while relatives of the missing workers waited behind the police tape near the old mill, and the search was called off at dawn when the water rose again.';
const LETTER =
  'Subscribe to our morning letter for stories from the harbour and the valley, chosen each weekday by our editors in the newsroom.';
const SENTENCES = [
  COLLAPSE,
  CRACKS,
  CREWS,
  LETTER,
  'A bridge collapsed in Tarnow on Monday, killing nine workers, police said.',
  'A bridge collapsed in Tarnow on Monday, killing at least 11 workers, according to The Wexley Courier.',
  'The company denied that a bridge collapsed in Tarnow on Monday.',
  'No bridge collapsed in Tarnow on Monday, the company said.',
  'Correction: An earlier version of this report said that the company denied that a bridge collapsed in Tarnow.',
  'Editor’s note: This report has been withdrawn.',
  'Engineers warned the ministry of cracks in the Tarnow bridge. The ministry ignored the warning.',
  'The Wexley Courier reported that engineers warned the ministry of cracks in the Tarnow bridge.',
];
const OUTLETS = ['The Wexley Courier', 'Halyard News Agency', 'Quill Daily'];
const DAYS = ['2024-11-19', '2024-11-20', '2024-11-21T09:00:00Z', '2024-11-27', '2024-12-05'];

/** Of a report the rest, in which it shares nothing. */
const ownWords = (n: number): string => Array.from({ length: 60 }, (_, i) => `word${n}no${i}`).join(' ');

let readers = 0;
const store = (ledger: Ledger, { capture, reading }: Report) =>
  ledger.store(capture, reading, { reader: `${++readers}.0.0` });
/** … read anew, with something else found on its page. */
const again = (ledger: Ledger, { capture, reading }: Report, facts: Partial<Report['reading']['document']>) =>
  store(ledger, { capture, reading: { ...reading, document: { ...reading.document, ...facts } } });

async function expectAsInMemory(ledger: Ledger): Promise<void> {
  expect(await linkedIn(ledger)).toEqual(await inMemory(ledger));
}

describe('is what is found in memory, though it was asked for before', () => {
  test('people joined two sources: there is one origin less', async () => {
    const ledger = newLedger();
    const strike = 'A strike on the Selm depot wounded nine guards on Monday,';
    await store(ledger, await told(`${strike} Governor Ana Torv said.`, 'The Post', '2024-11-19'));
    await store(ledger, await told(`${strike} Mayor Ilan Roth said.`, 'The Herald', '2024-11-19'));
    expect((await ledger.links.claims()).rows.map(({ summary }) => summary)).toContain(
      '2 reports · 2 origins · 2 named',
    );
    const on = { kind: 'sources', a: 'name:ana torv', b: 'name:ilan roth' } as const;
    const { seq } = await ledger.decide({ verb: 'merge', on, ...by });
    expect((await ledger.links.claims()).rows.map(({ summary }) => summary)).toContain(
      '2 reports · 1 origin · 1 named',
    );
    await ledger.undo(seq, by);
    expect((await ledger.links.claims()).rows.map(({ summary }) => summary)).toContain(
      '2 reports · 2 origins · 2 named',
    );
  });

  test('a statement that people joined with another is rejected, and given back', async () => {
    const ledger = newLedger();
    const reports = [
      await told(CRACKS, 'The Post', '2024-11-19'),
      await told('The mayor said the pier was closed.', 'The Herald', '2024-11-19'),
    ];
    for (const report of reports) await store(ledger, report);
    const [a, b] = reports.map(({ reading }) => reading.attributions[0]!.id) as [string, string];
    await ledger.decide({ verb: 'merge', on: { kind: 'relation', a, b, relation: 'same' }, ...by });
    expect((await linkedIn(ledger)).claims.size).toBe(1);
    for (const id of [a, b]) {
      const { seq } = await ledger.decide({ verb: 'reject', on: { kind: 'statement', id }, ...by });
      expect((await linkedIn(ledger)).claims.size).toBe(0);
      await ledger.undo(seq, by);
      expect((await linkedIn(ledger)).claims.size).toBe(1);
    }
    await expectAsInMemory(ledger);
  });

  test('a version that says nothing of the claim shares a passage with a report that does', async () => {
    const ledger = newLedger();
    const url = 'https://wexley.example/bridge';
    const first = await told(`${COLLAPSE}\nOne.`, 'The Wexley Courier', '2024-11-19');
    const second = await told(`${CREWS}\n${COLLAPSE}`, 'Quill Daily', '2024-11-21');
    const later = await told(`${CREWS}\n${COLLAPSE}\nTwo.`, 'The Wexley Courier', '2024-11-20');
    await again(ledger, first, { url });
    await store(ledger, second);
    await linkedIn(ledger);
    const silent = { ...later.reading, attributions: [], figures: [], events: [], unknowns: [] };
    await again(ledger, { capture: later.capture, reading: silent }, { url });
    await expectAsInMemory(ledger);
  });

  test('a report is read anew, with other blocks in the same text, then as another outlet’s', async () => {
    const ledger = newLedger();
    const reports = await Promise.all(
      OUTLETS.map((outlet, n) => told(`${CRACKS}\n\n${CREWS}\n\n${LETTER}\n\n${n}.`, outlet, '2024-11-20')),
    );
    for (const report of reports) await store(ledger, report);
    await linkedIn(ledger);
    const { blocks } = reports[0]!.reading.document;
    await again(ledger, reports[0]!, { blocks: blocks.slice(0, 2) });
    await expectAsInMemory(ledger);
    await again(ledger, reports[0]!, { outlet: 'The Podil Post' });
    await expectAsInMemory(ledger);
  });

  test.each<[reason: string, most: number, facts: Partial<Report['reading']['document']>]>([
    ['furniture of an outlet is a copy again where it was of another outlet', 5, { outlet: 'Quill Daily' }],
    ['a passage of three weeks is no stock where one day was wrong', 3, { published: '2024-11-10' }],
    ['the same of a passage that very many hold', 20, { published: '2024-11-10' }],
  ])('%s', async (_reason, most, facts) => {
    const ledger = newLedger();
    const weeks = most === 5 ? ['2024-11-09'] : ['2024-11-09', '2024-11-18', '2024-12-05'];
    const reports = await Promise.all(
      Array.from({ length: most }, (_, n) =>
        told(`${CREWS}\n${ownWords(n)}`, most === 5 ? 'Halyard' : `Outlet ${n}`, weeks[n] ?? weeks[0]!),
      ),
    );
    for (const report of reports) await store(ledger, report);
    expect(await ledger.links.copies()).toEqual([]);
    await again(ledger, reports[2]!, facts);
    expect((await ledger.links.copies()).length).toBeGreaterThan(0);
    await expectAsInMemory(ledger);
  });
});

test('a denial that a later version takes back counts no more, whatever else that version says', async () => {
  const url = 'https://quill.example/cracks';
  const denial = 'Mayor Ana Torv denied that the Selm army had sent soldiers to the Tarn border.';
  const notice = 'Editor’s note: This report has been withdrawn.';
  const ledger = newLedger();
  const reports = [
    await told('The Selm army has sent soldiers to the Tarn border, officials said.', OUTLETS[0]!, '2024-11-19'),
    await told(`${denial}\nOne.`, OUTLETS[2]!, '2024-11-20'),
    await told(`${notice}\n${LETTER}`, OUTLETS[2]!, '2024-11-21'),
  ];
  const denials = async () => (await ledger.links.claims({ limit: 0 })).rows.map((row) => row.denials);
  await store(ledger, reports[0]!);
  await again(ledger, reports[1]!, { url });
  expect(await denials()).toEqual([1]);
  await again(ledger, reports[2]!, { url });
  expect(await denials()).toEqual([0]);
  await expectAsInMemory(ledger);
});

test('whatever comes, is read anew, is decided and undone, with questions in between', async () => {
  const some = fc.nat(999);
  const step = fc.record({
    does: fc.constantFrom('store', 'store', 'read anew', 'reject', 'join', 'part', 'join sources', 'undo'),
    ...{ x: some, y: some, outlet: fc.constantFrom(...OUTLETS), day: fc.constantFrom(...DAYS) },
    sentences: fc.subarray(SENTENCES, { minLength: 1, maxLength: 4 }),
    url: fc.constantFrom(null, 'https://wexley.example/bridge', 'https://quill.example/cracks'),
    isAsked: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const ledger = newLedger();
      const reports: Report[] = [];
      for (const [n, { does, x, y, outlet, day, sentences, url, isAsked }] of steps.entries()) {
        if (does === 'store' || reports.length < 3) {
          reports.push(await told(`${sentences.join('\n')}\n${n}.`, outlet, day));
          await again(ledger, reports.at(-1)!, { url });
        } else if (does === 'read anew')
          await again(ledger, reports[x % reports.length]!, { url, outlet, published: day });
        else await decided(ledger, does, x, y);
        if (isAsked) await linkedIn(ledger);
      }
      await expectAsInMemory(ledger);
      await ledger.close();
    }),
    { numRuns: 25 },
  );
});

test('what more carry than are told one by one, and are then read anew, is copied as in memory', async () => {
  const step = fc.record({
    isAnew: fc.boolean(),
    ...{ x: fc.nat(999), outlet: fc.nat(25), day: fc.nat(9) },
    carried: fc.subarray([CREWS, LETTER], { minLength: 1 }),
    isAsked: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 40 }), async (steps) => {
      const ledger = newLedger();
      const reports: Report[] = [];
      for (const [n, { isAnew, x, outlet, day, carried, isAsked }] of steps.entries()) {
        const facts = { outlet: `Outlet ${outlet}`, published: `2024-11-${10 + day}` };
        if (isAnew && reports.length > 17) await again(ledger, reports[x % reports.length]!, facts);
        else {
          reports.push(await told(`${carried.join('\n')}\n${ownWords(n)}.`, facts.outlet, facts.published));
          await store(ledger, reports.at(-1)!);
        }
        if (isAsked) await ledger.links.copies();
      }
      await expectAsInMemory(ledger);
      await ledger.close();
    }),
    { numRuns: 5 },
  );
});

async function decided(ledger: Ledger, does: string, x: number, y: number): Promise<void> {
  const of = <T>(all: readonly T[], n: number): T | undefined => all[n % all.length];
  const all = (await ledger.decisions()).filter(({ undoneBy }) => undoneBy === null);
  const { rows } = await ledger.statements({ limit: 0 });
  const [a, b] = [of(rows, x)?.attribution.id, of(rows, y)?.attribution.id];
  const sources = await ledger.sources();
  const [one, two] = [of(sources, x)?.key, of(sources, y)?.key];
  try {
    if (does === 'undo' && all.length > 0) await ledger.undo(of(all, x)!.seq, by);
    if (does === 'reject' && a) await ledger.decide({ verb: 'reject', on: { kind: 'statement', id: a }, ...by });
    if ((does === 'join' || does === 'part') && a && b && a !== b) {
      const verb = does === 'join' ? 'merge' : 'split';
      await ledger.decide({ verb, on: { kind: 'relation', a, b, relation: 'same' }, ...by });
    }
    if (does === 'join sources' && one && two && one !== two)
      await ledger.decide({ verb: 'merge', on: { kind: 'sources', a: one, b: two }, ...by });
  } catch (error) {
    if ((error as Error).name !== 'DecisionRefused') throw error;
  }
}

describe('a file that two write to', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-links-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('linking that was broken off leaves nothing behind', async () => {
    const path = join(folder, 'broken.db');
    const ledger = openLedger(path);
    for (const [n, outlet] of OUTLETS.entries())
      await store(ledger, await told(`${COLLAPSE}\n${CREWS}\n${n}.`, outlet, '2024-11-20'));
    const other = new DatabaseSync(path);
    other.exec(`CREATE TRIGGER full BEFORE INSERT ON claims BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    await expect(ledger.links.claims()).rejects.toThrow('no room');
    other.exec('DROP TRIGGER full');
    other.close();
    await expectAsInMemory(ledger);
    await ledger.close();
  });

  test('a file that is only to be read tells its claims as far as it is linked', async () => {
    const path = join(folder, 'read.db');
    const ledger = openLedger(path);
    for (const [n, outlet] of OUTLETS.entries())
      await store(ledger, await told(`${COLLAPSE}\n${n}.`, outlet, '2024-11-20'));
    await ledger.links.update();
    const given = { path, now: () => '2025-03-02T00:00:00Z', who: 'Ana' };
    const reader = sqliteLedger(new DatabaseSync(path, { readOnly: true }), given);
    expect(await linkedIn(reader)).toEqual(await linkedIn(ledger));
    await store(ledger, await told(CRACKS, 'The Podil Post', '2024-11-20'));
    await expect(reader.links.claims()).rejects.toThrow('may not be written to');
    for (const each of [reader, ledger]) await each.close();
  });

  test('what an earlier linker made is made anew', async () => {
    const path = join(folder, 'earlier.db');
    const ledger = openLedger(path);
    for (const [n, outlet] of OUTLETS.entries())
      await store(ledger, await told(`${COLLAPSE}\n${CREWS}\n${n}.`, outlet, '2024-11-20'));
    await linkedIn(ledger);
    const other = new DatabaseSync(path);
    other.exec(
      `UPDATE links_made SET value = 0 WHERE name = 'maker'; DELETE FROM copies; UPDATE claims SET summary = ''`,
    );
    other.close();
    await expectAsInMemory(ledger);
    await ledger.close();
  });

  test('each takes in what the other stored, linked and decided', async () => {
    const path = join(folder, 'two.db');
    const two = [openLedger(path), openLedger(path)] as const;
    for (const [n, sentence] of SENTENCES.entries()) {
      await store(two[n % 2]!, await told(`${sentence}\n${COLLAPSE}\n${n}.`, `Outlet ${n}`, '2024-11-20'));
      await linkedIn(two[n % 3 === 0 ? 0 : 1]!);
    }
    const [row] = (await two[0].links.claims()).rows;
    const { statement } = (await two[0].links.claim(row!.id))!.assertions.get(row!.headline)!;
    await two[1].decide({ verb: 'reject', on: { kind: 'statement', id: statement }, ...by });
    for (const ledger of two) await expectAsInMemory(ledger);
    for (const ledger of two) await ledger.close();
  });
});
