import { describe, expect, test } from 'vitest';
import type { NewDecision } from '../../src/ledger/decision.ts';
import type { Letter } from '../../src/ledger/grade.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Reading } from '../../src/read.ts';
import { dockReading, dockText } from './made-reading.ts';

const by = { reader: '1.0.0' };
const { capture, reading, boats, denial, mayor, voice } = dockReading();
const ana = { who: 'Ana', why: 'heard the tape' };

const [WORKERS, OFFICE, WIRE] = ['dock workers', 'the harbour office', 'the tide wire'];
const grade = (letter: Letter, source = WORKERS, more: Partial<NewDecision> = {}): NewDecision =>
  ({ verb: 'grade', on: { kind: 'reliability', source }, grade: letter, ...ana, ...more }) as NewDecision;
const merge = (a: string, b: string): NewDecision => ({ verb: 'merge', on: { kind: 'sources', a, b }, ...ana });

/** Opened on 2 March 2025; each entry is an hour later than the one before. */
async function stored(made: Reading = reading): Promise<Ledger> {
  let hour = 0;
  const ledger = openLedger(':memory:', { now: () => new Date(Date.UTC(2025, 2, 2, hour++)) });
  await ledger.store(capture, made, by);
  return ledger;
}

/** The same reading, with the speaker of one statement known as an item of the register. */
function listedAs(name: string, wikidata: string): Reading {
  const unknown = { mentions: [], office: null, affiliation: null, state: null };
  const chain = boats.chain.map((hop, i) => (i === 0 ? { ...hop, source: 'e1' } : hop));
  const entities = [{ id: 'e1', name, kind: 'collective' as const, ...unknown, wikidata }];
  return { ...reading, attributions: [voice, { ...boats, chain }, denial, mayor], entities };
}

/** Takes decisions, and undoes the entries that stand as numbers. */
async function taken(ledger: Ledger, all: readonly (NewDecision | number)[]): Promise<Ledger> {
  for (const one of all) await (typeof one === 'number' ? ledger.undo(one, ana) : ledger.decide(one));
  return ledger;
}

const lettersOf = async (ledger: Ledger) =>
  Object.fromEntries((await ledger.sources()).map(({ key, grade }) => [key, grade?.letter ?? null]));

async function problemsOf(ledger: Ledger): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const problem of ledger.verify()) found.push(problem);
  return found;
}

test('nobody graded a source that the machine found: it has no grade', async () => {
  const ledger = await stored();
  expect(Object.values(await lettersOf(ledger))).toEqual(Array(5).fill(null));
  expect(await ledger.grades(WORKERS)).toEqual([]);
});

test('a grade is an entry of the log with a letter, a why, a who and a when', async () => {
  const ledger = await stored();
  const entry = await ledger.decide(grade('B', 'Dock workers'));
  expect(entry).toMatchObject({ seq: 2, verb: 'grade', subject: 'reliability of dock workers', who: 'Ana' });
  expect(entry.body).toEqual({ on: { kind: 'reliability', source: WORKERS }, seen: [], grade: 'B' });
  const given = { letter: 'B', why: 'heard the tape', who: 'Ana', at: '2025-03-02T01:00:00.000Z', seq: 2 };
  expect((await ledger.sources()).find(({ key }) => key === WORKERS)!.grade).toEqual(given);
  expect(await ledger.grades(WORKERS)).toEqual([{ ...given, source: WORKERS, undone: null }]);
  expect(await problemsOf(ledger)).toEqual([]);
});

describe('the grade in force', () => {
  const rows = [
    { steps: [grade('B')], letter: 'B', reason: 'it was given' },
    { steps: [grade('B'), grade('D')], letter: 'D', reason: 'a later one takes its place' },
    { steps: [grade('B'), grade('B')], letter: 'B', reason: 'given again, for another reason' },
    { steps: [grade('B'), 2], letter: null, reason: 'taken back' },
    { steps: [grade('B'), grade('D'), 3], letter: 'B', reason: 'the earlier stands again' },
    { steps: [grade('B'), grade('D'), 2], letter: 'D', reason: 'the earlier alone was taken back' },
    { steps: [grade('B'), 2, 3], letter: 'B', reason: 'the undo was undone' },
    { steps: [grade('C', OFFICE)], letter: null, reason: 'another source was graded' },
  ] as const;
  test.each(rows)('is $letter: $reason', async ({ steps, letter }) => {
    const ledger = await taken(await stored(), steps);
    expect((await lettersOf(ledger))[WORKERS]).toBe(letter);
    expect((await ledger.counts()).entries).toBe(1 + steps.length);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('has every one before it in its history, with who took it back and why', async () => {
    const ledger = await taken(await stored(), [grade('B'), grade('D', WORKERS, { who: 'Bo', why: 'two were wrong' })]);
    await ledger.undo(3, { who: 'Cleo', why: 'they were right' });
    const history = await ledger.grades(WORKERS);
    expect(history.map(({ letter, who, undone }) => [letter, who, undone])).toEqual([
      ['D', 'Bo', { why: 'they were right', who: 'Cleo', at: '2025-03-02T03:00:00.000Z', seq: 4 }],
      ['B', 'Ana', null],
    ]);
  });
});

describe('a grade is refused', () => {
  const rows: readonly (readonly [decision: NewDecision, says: string, reason: string])[] = [
    [grade('B', WORKERS, { why: '' }), 'a grade needs a why: what does it rest on?', 'no reason'],
    [grade('B', WORKERS, { why: ' ' }), 'a grade needs a why', 'a reason of spaces'],
    [grade('B', WORKERS, { why: null }), 'a grade needs a why', 'none at all'],
    [grade('B', WORKERS, { who: '' }), 'who decides?', 'nobody gives it'],
    [grade('G' as Letter), '“G” is no grade: it is one of A, completely reliable; B, usually', 'no such letter'],
    [grade('b' as Letter), '“b” is no grade', 'letters are capitals'],
    [grade('' as Letter), 'is no grade', 'no letter'],
    [grade('B', 'Nobody at all'), 'is no source of this ledger', 'no such source'],
    [grade('B', 'not established'), 'is no source, but all whom nobody names', 'no one source'],
    [grade('B', WORKERS, { on: { kind: 'statement', id: boats.id } }), 'only a source is graded', 'a statement'],
    [grade('B', WORKERS, { verb: 'confirm' }), 'is graded: give a letter, with a why', 'a confirmation'],
    [grade('B', WORKERS, { expected: 'f' }), 'nobody decided yet', 'another was seen last'],
  ];
  test.each(rows)('%j (%s): %s', async (decision, says) => {
    const ledger = await stored();
    await expect(ledger.decide(decision)).rejects.toThrow(says);
    expect(await ledger.counts()).toMatchObject({ entries: 1 });
  });
});

describe('of sources that people joined', () => {
  const rows = [
    { steps: [grade('B'), merge(WORKERS, OFFICE)], letters: ['B'], reason: 'one was graded before' },
    { steps: [merge(WORKERS, OFFICE), grade('B', OFFICE)], letters: ['B'], reason: 'one is graded after, by any key' },
    { steps: [grade('B'), grade('E', OFFICE), merge(WORKERS, OFFICE)], letters: ['E'], reason: 'the newest stands' },
    {
      steps: [grade('E', OFFICE), grade('B'), merge(WORKERS, OFFICE), 2],
      letters: ['B'],
      reason: 'the newest stands, whatever was taken back',
    },
    {
      steps: [grade('B'), grade('E', OFFICE), merge(WORKERS, OFFICE), 3],
      letters: ['B'],
      reason: 'the newest was taken back',
    },
    {
      steps: [grade('B'), grade('E', OFFICE), merge(WORKERS, OFFICE), 4],
      letters: ['B', 'E'],
      reason: 'parted again, each has its own',
    },
    {
      steps: [grade('B', WIRE), merge(WORKERS, OFFICE), merge(OFFICE, WIRE)],
      letters: ['B'],
      reason: 'over a third',
    },
  ] as const;
  test.each(rows)('$letters: $reason', async ({ steps, letters }) => {
    const ledger = await taken(await stored(), steps);
    expect(Object.values(await lettersOf(ledger)).filter(Boolean)).toEqual(letters);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('the history tells which of them each was given to', async () => {
    const ledger = await taken(await stored(), [grade('B'), grade('E', OFFICE), merge(WORKERS, OFFICE)]);
    const history = await ledger.grades(WORKERS);
    expect(history.map(({ letter, source }) => [letter, source])).toEqual([
      ['E', OFFICE],
      ['B', WORKERS],
    ]);
    expect(await ledger.grades(OFFICE)).toEqual([]);
  });
});

test('what is split off begins without a grade, has its own, and that rests where the split is undone', async () => {
  const ledger = await stored();
  const other = dockReading(`${dockText}\nAnother.`, 'other.txt');
  await ledger.store(other.capture, other.reading, by);
  const documents = [other.reading.document.id];
  const split: NewDecision = { verb: 'split', on: { kind: 'source', source: WORKERS, names: [], documents }, ...ana };
  await taken(ledger, [grade('B'), split]);
  expect(await lettersOf(ledger)).toMatchObject({ [WORKERS]: 'B', 'dock workers#4': null });
  await taken(ledger, [grade('D', 'dock workers#4')]);
  expect(await lettersOf(ledger)).toMatchObject({ [WORKERS]: 'B', 'dock workers#4': 'D' });
  await taken(ledger, [4]);
  expect(Object.values(await lettersOf(ledger)).filter(Boolean)).toEqual(['B']);
  await expect(ledger.decide(grade('C', 'dock workers#4'))).rejects.toThrow('is split off no more: grade the whole');
  await taken(ledger, [6]);
  expect(await lettersOf(ledger)).toMatchObject({ 'dock workers#4': 'D' });
  // whoever was joined with the part has no grade of it, once there is no part
  await taken(ledger, [merge('dock workers#4', OFFICE), 7]);
  expect(Object.values(await lettersOf(ledger)).filter(Boolean)).toEqual(['B']);
  expect(await problemsOf(ledger)).toEqual([]);
});

describe('the links of a chain', () => {
  const links = async (ledger: Ledger, id = boats.id) =>
    (await ledger.statement(id))!.grades.map(({ name, grade }) => [name, grade?.letter ?? null]);
  const rename = (name: string): NewDecision => {
    return { verb: 'correct', on: { kind: 'statement', id: boats.id }, field: 'chain.0.name', to: name, ...ana };
  };
  const rows: readonly (readonly [NewDecision[], (readonly [string, Letter | null])[], string])[] = [
    [[], [['Dock workers', null] as const], 'nobody graded them'],
    [[grade('B')], [['Dock workers', 'B'] as const], 'the speaker was graded'],
    [[grade('B'), merge(WORKERS, OFFICE), grade('C', OFFICE)], [['Dock workers', 'C'] as const], 'joined with another'],
    [[grade('B'), rename('A clerk')], [['A clerk', null] as const], 'a person named another, of whom nothing is known'],
    [[grade('B'), grade('D', OFFICE), rename('The harbour office')], [['The harbour office', 'D'] as const], 'another'],
    [[grade('B'), rename('She')], [['She', null] as const], 'nobody tells who it is'],
  ];
  test.each(rows)('%j: %j, since %s', async (decisions, [speaker]) => {
    const ledger = await taken(await stored(), [grade('A', WIRE), grade('F', 'the harbour post'), ...decisions]);
    expect(await links(ledger)).toEqual([speaker, ['The Tide Wire', 'A'], ['The Harbour Post', 'F']]);
    expect(await links(ledger, voice.id)).toEqual([['The Harbour Post', 'F']]);
  });

  test('are those of the whole where their source was joined with another', async () => {
    const ledger = await taken(await stored(), [merge(WORKERS, OFFICE), grade('D')]);
    expect((await links(ledger, denial.id))[0]).toEqual(['The harbour office', 'D']);
  });

  test('have none where a person gives a name that two have', async () => {
    const ledger = await stored(listedAs('Dock workers', 'Q42'));
    const other = dockReading(`${dockText}\nAnother.`, 'other.txt');
    await ledger.store(other.capture, other.reading, by);
    const on = { kind: 'statement', id: denial.id } as const;
    await taken(ledger, [
      ...[grade('B', 'Q42'), grade('D', 'name:dock workers')],
      { verb: 'correct', on, field: 'chain.0.name', to: 'dock workers', ...ana },
    ]);
    expect((await links(ledger, denial.id))[0]).toEqual(['dock workers', null]);
  });

  test('are those of an item where the machine has one, until a person names another', async () => {
    const ledger = await taken(await stored(listedAs('Dock workers', 'Q42')), [grade('B', 'Q42'), grade('D', OFFICE)]);
    expect((await links(ledger))[0]).toEqual(['Dock workers', 'B']);
    await ledger.decide(rename('the harbour office'));
    expect((await links(ledger))[0]).toEqual(['the harbour office', 'D']);
  });
});

test('a source that the register lists is found by its name there, though no report has it', async () => {
  const ledger = await stored(listedAs('Seoul', 'Q884'));
  expect((await ledger.decide(grade('B', 'South Korea'))).subject).toBe('reliability of Q884');
  await expect(ledger.decide(grade('B', 'North Korea'))).rejects.toThrow('is no source of this ledger');
});
