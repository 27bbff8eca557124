import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { statementId } from '../../src/attributions/statement-id.ts';
import type { Add, NewDecision } from '../../src/ledger/decision.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Problem } from '../../src/ledger/problem.ts';
import type { Reading } from '../../src/read.ts';
import { inMemory, linkedIn, newLedger, storeAll, told } from './linked.ts';
import { anyReading, dockReading, dockText, emptyReading, madeAttribution, madeDocument } from './made-reading.ts';

const missed = 'Fishermen warned that the old pier, with 12 lamps, is rotten. The harbour office said “no”.';
const text = `${dockText}\n${missed}`;
const { capture, reading, boats, mayor } = dockReading(text);
const document = reading.document.id;
const ana = { who: 'Ana', why: 'the reader missed it' };
const spanOf = (words: string) => {
  const start = text.indexOf(words);
  return [start, start + words.length] as const;
};
const statement = (id: string) => ({ kind: 'statement', id }) as const;
const pier: Add & typeof ana = {
  verb: 'add',
  on: { kind: 'document', id: document },
  content: 'the old pier, with 12 lamps, is rotten',
  source: 'Fishermen',
  cue: 'warned',
  ...ana,
};

const folder = mkdtempSync(join(tmpdir(), 'hearsay-added-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function stored(path = ':memory:', made: Reading = reading): Promise<Ledger> {
  const ledger = openLedger(path, { now: () => new Date('2025-03-02T00:00:00Z') });
  await ledger.store(capture, made, { reader: '1.0.0' });
  return ledger;
}

async function problemsOf(ledger: Ledger): Promise<Problem[]> {
  const found: Problem[] = [];
  for await (const problem of ledger.verify()) found.push(problem);
  return found;
}

const listed = async (ledger: Ledger) =>
  (await ledger.statements({ limit: 0 })).rows.map(({ attribution }) => attribution.id);

describe('a statement that was missed', () => {
  test('is added with its exact words, by whom and why', async () => {
    const ledger = await stored();
    const entry = await ledger.decide(pier);
    expect(entry).toMatchObject({ seq: 2, verb: 'add', who: 'Ana', why: ana.why });
    const { attribution, standing, reading: now } = (await ledger.statement(entry.subject))!;
    expect(attribution.content.map((span) => now.document.text.slice(...span))).toEqual([pier.content]);
    expect(attribution).toMatchObject({
      ...{ kind: 'attribution', manner: 'indirect', polarity: 'affirms', certainty: 'certain', within: null },
      ...{ cue: [spanOf('warned')], source: [spanOf('Fishermen')], confidence: 1 },
      chain: [{ name: 'Fishermen', span: spanOf('Fishermen') }, { name: 'The Harbour Post' }],
    });
    expect(standing).toMatchObject({ state: 'added', found: true, corrections: [], changed: [] });
    expect(standing.decisions).toMatchObject([{ verb: 'add', who: 'Ana', addition: { name: 'Fishermen' } }]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('stands among the others: lists, facets, search, sources, counts, and the reading', async () => {
    const ledger = await stored();
    const before = await ledger.counts();
    const { subject: id } = await ledger.decide(pier);
    expect(await listed(ledger)).toEqual([...reading.attributions.map((one) => one.id), id]);
    for (const filter of [
      { search: 'rotten pier' },
      { state: 'added' as const },
      { source: 'fishermen' },
      { speaker: 'fishermen' },
    ])
      expect((await ledger.statements(filter)).rows.map(({ attribution }) => attribution.id)).toEqual([id]);
    expect((await ledger.facets()).state).toEqual({ suggested: 4, added: 1 });
    expect(await ledger.sources()).toContainEqual(expect.objectContaining({ key: 'fishermen', says: 1 }));
    expect((await ledger.counts()).statements).toBe(before.statements + 1);
    expect((await ledger.documents()).rows[0]!.statements).toBe(5);
    expect((await ledger.reading(document))!.reading.attributions.at(-1)!.id).toBe(id);
  });

  test('with its figures and its places, as far as it stands', async () => {
    const none = { geonames: null, lat: null, lon: null, precision: null };
    const places = [{ span: spanOf('the old pier'), name: 'Old Pier', ...none }];
    const number = { min: 12, max: 12, of: null, unit: null, approximate: false, attribution: null };
    const figures = [...reading.figures, { span: spanOf('12'), ...number }];
    const ledger = await stored(':memory:', { ...reading, places, figures });
    const told = async () => [
      (await ledger.places())[0]!.statements,
      (await ledger.statements({ place: 'Old Pier' })).total,
    ];
    expect(await told()).toEqual([0, 0]);
    const { subject } = await ledger.decide(pier);
    expect(await told()).toEqual([1, 1]);
    expect((await ledger.mentioned([subject])).get(subject)).toMatchObject({
      figures: [{ words: '12' }],
      places: [{ name: 'Old Pier' }],
    });
    await ledger.undo(2, ana);
    expect(await told()).toEqual([0, 0]);
  });

  const rows: readonly (readonly [given: Partial<Add>, kept: object, reason: string])[] = [
    [{ content: [spanOf('the old pier'), spanOf('is rotten')] }, { manner: 'indirect' }, 'words in two pieces'],
    [
      { content: ['the old pier', spanOf('is rotten')] },
      { content: [spanOf('the old pier'), spanOf('is rotten')] },
      'in two pieces, one by its words',
    ],
    [
      {
        content: '“no”',
        source: [spanOf('The harbour office said').map((at, i) => (i ? at - 5 : at))],
        cue: undefined,
      },
      { manner: 'direct', chain: [{ name: 'The harbour office' }, { name: 'The Harbour Post' }] },
      'quoted words',
    ],
    [
      { source: undefined, name: 'Mara Tilling' },
      { source: [], chain: [{ name: 'Mara Tilling', span: null, source: null }, {}] },
      'a name that the text has not',
    ],
    [
      { source: undefined, name: ' the \n old\tfishers ' },
      { source: [], chain: [{ name: 'the old fishers' }, {}] },
      'a name with line breaks',
    ],
    [{ name: 'the fishers' }, { source: [spanOf('Fishermen')], chain: [{ name: 'the fishers' }, {}] }, 'both'],
    [{ polarity: 'denies' }, { polarity: 'denies', certainty: 'certain' }, 'a denial'],
    [{ polarity: 'undecided' }, { polarity: 'undecided', certainty: 'underspecified' }, 'left open'],
    [{ certainty: 'possible' }, { certainty: 'possible' }, 'a guess'],
  ];
  test.each(rows)('%j is kept as %j: %s', async (given, kept) => {
    const ledger = await stored();
    const { subject } = await ledger.decide({ ...pier, ...given } as NewDecision);
    expect((await ledger.statement(subject))!.attribution).toMatchObject(kept);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('inside the words of another is on the word of that one too', async () => {
    const outer = madeAttribution(reading.document, { content: missed, source: 'The harbour office' });
    const ledger = await stored(':memory:', { ...reading, attributions: [...reading.attributions, outer] });
    const { subject } = await ledger.decide(pier);
    expect((await ledger.statement(subject))!.attribution).toMatchObject({
      within: outer.id,
      chain: [{ name: 'Fishermen' }, { name: 'The harbour office' }, { name: 'The Harbour Post' }],
    });
    await ledger.decide({ verb: 'reject', on: statement(outer.id), ...ana });
    const { subject: other } = await ledger.decide({ ...pier, content: '“no”', source: undefined, name: 'A clerk' });
    expect((await ledger.statement(other))!.attribution).toMatchObject({ within: null, chain: [{}, {}] });
    expect(await problemsOf(ledger)).toEqual([]);
  });

  const outer = madeAttribution(reading.document, { content: missed, source: 'The harbour office' });
  const nested: readonly (readonly [
    field: string,
    to: unknown,
    given: Partial<Add>,
    chain: string[],
    reason: string,
  ])[] = [
    [
      'polarity',
      'denies',
      { name: 'The Harbour Post' },
      ['The Harbour Post', 'The harbour office'],
      'by who prints it',
    ],
    ['chain.0.name', 'A port clerk', {}, ['Fishermen', 'A port clerk'], 'on the word of whom people named'],
    ['content', '“no”', {}, ['Fishermen'], 'the words of another no more'],
    ['kind', 'voice', {}, ['Fishermen'], 'what the report says itself'],
  ];
  test.each(nested)(
    'inside another with %s %j, with %j: %j and who prints it (%s)',
    async (field, to, given, chain) => {
      const ledger = await stored(':memory:', { ...reading, attributions: [...reading.attributions, outer] });
      await ledger.decide({ verb: 'correct', on: statement(outer.id), field, to, ...ana });
      const { subject } = await ledger.decide({ ...pier, ...given } as NewDecision);
      const { attribution } = (await ledger.statement(subject))!;
      expect(attribution.chain.map(({ name }) => name)).toEqual([...chain, 'The Harbour Post']);
      expect(attribution.within).toBe(chain.length > 1 ? outer.id : null);
      expect(await problemsOf(ledger)).toEqual([]);
    },
  );

  test('of a source that the reading knows is said by that one', async () => {
    const entity = { id: 'e1', name: 'Fishermen', kind: 'collective' as const, mentions: [], office: null };
    const known = { ...entity, affiliation: null, state: null, wikidata: 'Q42', mentions: [spanOf('Fishermen')] };
    const ledger = await stored(':memory:', { ...reading, entities: [known] });
    const { subject } = await ledger.decide(pier);
    expect((await ledger.statement(subject))!.attribution.chain[0]).toMatchObject({ source: 'e1', kind: 'collective' });
    expect(await ledger.sources()).toContainEqual(expect.objectContaining({ key: 'Q42', says: 1 }));
  });
});

describe('what cannot be added so', () => {
  const refusals: readonly (readonly [given: object, says: string, reason: string])[] = [
    [{ content: 'the new pier' }, '“the new pier” is not in the text', 'words that nobody wrote'],
    [{ content: 'dock' }, 'stands in more than one place: 6,10 “Ferry dock to', 'two candidates left'],
    [{ content: '' }, 'what was said? Give its words', 'nothing'],
    [{ content: [] }, 'what was said? Give its words', 'nothing, as spans'],
    [{ content: [[5, 100_000]] }, 'runs out of the text', 'no slice'],
    [{ content: ['is rotten', 'the old pier'] }, 'not in the order of the text', 'pieces the wrong way round'],
    [
      { content: [spanOf('dock to close'), [19, 20]] },
      'there are no words at [19, 20)',
      'a line end is nothing that is said',
    ],
    [{ source: [[19, 20]], cue: undefined }, 'there are no words at [19, 20)', 'nor somebody who says it'],
    [{ content: 7 }, 'give [[start, end], …], or the words', 'no words'],
    [{ source: 'Fishers' }, 'is not in the text: give it as a name', 'a source that nobody wrote'],
    [{ source: undefined }, 'who said it?', 'nobody'],
    [{ source: undefined, name: ' ' }, 'who said it?', 'nobody, as spaces'],
    [{ source: '' }, 'who said it?', 'nobody, as no words'],
    [{ cue: 'is rotten' }, 'stands in its other words', 'the cue is part of what is said'],
    [{ source: 'the old pier' }, 'stands in its other words', 'the source is part of what is said'],
    [{ name: 'Ana \ud83d' }, 'half a character', 'no name'],
    [{ text: 'f'.repeat(64) }, 'has another text now', 'spans of another text'],
    [{ polarity: 'likes' }, 'polarity cannot be “likes”', 'no such polarity'],
    [{ certainty: 'sure' }, 'certainty cannot be “sure”', 'no such certainty'],
    [
      { content: 'at least 40 boats reportedly left on Tuesday' },
      `these words are there already: statement ${boats.id}, “at least 40 boats reportedly left on Tuesday”, by Dock workers`,
      'it is there',
    ],
    [
      { content: 'left on Tuesday. The harbour office' },
      `its words overlap with statement ${boats.id}`,
      'a part of another and more',
    ],
    [
      { content: 'reportedly left', source: 'Dock workers', cue: undefined },
      `its words stand in statement ${boats.id}`,
      'a part of what the same source says',
    ],
    [
      { content: [spanOf('that at least 40 boats reportedly left on Tuesday.')], name: 'dock workers' },
      `its words stand around statement ${boats.id}`,
      'what the same source says, and more',
    ],
    [{ on: { kind: 'document', id: 'ffffffffffff' } }, 'not in this ledger', 'no such document'],
    [{ on: statement(boats.id) }, 'a statement is added to a document', 'to a statement'],
    [{ verb: 'confirm' }, 'cannot be decided on with “confirm”', 'a document is no finding'],
    [{ why: ' ' }, 'needs a why', 'no reason is given'],
    [{ who: '' }, 'who decides', 'nobody decides'],
  ];
  test.each(refusals)('%j is refused (%s): %s', async (given, says) => {
    const ledger = await stored();
    await expect(ledger.decide({ ...pier, ...given } as NewDecision)).rejects.toThrow(says);
    expect(await ledger.counts()).toMatchObject({ entries: 1, statements: 4 });
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('a part of what the same source says, under another of its names', async () => {
    const entity = { id: 'e1', name: 'Port staff', kind: 'collective' as const, office: null, affiliation: null };
    const staff = { ...entity, state: null, wikidata: null, mentions: [spanOf('Dock workers')] };
    const [first, ...rest] = boats.chain;
    const known = { ...boats, chain: [{ ...first!, source: 'e1' }, ...rest] };
    const ledger = await stored(':memory:', { ...reading, entities: [staff], attributions: [known], figures: [] });
    const part = { ...pier, content: 'reportedly left', source: undefined, cue: undefined } as NewDecision;
    await expect(ledger.decide({ ...part, name: 'port staff' } as NewDecision)).rejects.toThrow('the same source');
    expect((await ledger.decide({ ...part, name: 'A guard' } as NewDecision)).verb).toBe('add');
  });

  test('the same words once more, unless the other was rejected', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide(pier);
    await expect(ledger.decide({ ...pier, who: 'Bo' })).rejects.toThrow(`there already: statement ${subject}`);
    await ledger.decide({ verb: 'reject', on: statement(subject), ...ana });
    const again = await ledger.decide({ ...pier, name: 'Bo the fisher' });
    expect(again.subject).not.toBe(subject);
    expect(await problemsOf(ledger)).toEqual([]);
  });
});

test('instead of one that the machine has with another source: that is rejected first, and both are kept', async () => {
  const wrong = madeAttribution(reading.document, { content: String(pier.content), cue: 'warned', source: 'The cost' });
  const id = statementId(reading.document, 'attribution', wrong.content, wrong.cue);
  const ledger = await stored(':memory:', { ...reading, attributions: [{ ...wrong, id }] });
  await expect(ledger.decide(pier)).rejects.toThrow(`there already: statement ${id}`);
  await ledger.decide({ verb: 'reject', on: statement(id), ...ana });
  const { subject } = await ledger.decide(pier);
  expect((await ledger.facets()).state).toEqual({ rejected: 1, added: 1 });
  expect(await listed(ledger)).toEqual([id, subject]);
  expect(await problemsOf(ledger)).toEqual([]);
});

describe('what was added', () => {
  test('is corrected, confirmed and rejected as any other', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide(pier);
    const on = statement(subject);
    const state = async () => (await ledger.statement(subject))!.standing.state;
    await ledger.decide({ verb: 'correct', on, field: 'polarity', to: 'denies', ...ana });
    expect(await state()).toBe('corrected');
    expect((await ledger.facets({ source: 'fishermen' })).polarity).toEqual({ denies: 1 });
    await ledger.decide({ verb: 'confirm', on, who: 'Bo' });
    expect(await state()).toBe('confirmed');
    await ledger.decide({ verb: 'reject', on, ...ana });
    expect((await ledger.statements({ state: 'rejected' })).total).toBe(1);
    for (const entry of [5, 4, 3]) await ledger.undo(entry, ana);
    expect(await state()).toBe('added');
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('taken back stands in no list, and the log keeps both', async () => {
    const ledger = await stored();
    const before = [await ledger.facets(), await ledger.sources(), (await ledger.counts()).statements];
    const { subject } = await ledger.decide(pier);
    await ledger.undo(2, ana);
    expect([await ledger.facets(), await ledger.sources(), (await ledger.counts()).statements]).toEqual(before);
    expect(await listed(ledger)).not.toContain(subject);
    expect((await ledger.statements({ search: 'rotten' })).total).toBe(0);
    expect((await ledger.reading(document))!.reading).toEqual(reading);
    expect((await ledger.entries(subject)).map(({ verb }) => verb)).toEqual(['add', 'undo']);
    const { standing, attribution } = (await ledger.statement(subject))!;
    expect(attribution.id).toBe(subject);
    expect(standing).toMatchObject({ found: false, state: 'suggested', decisions: [{ undoneBy: 3 }, {}] });
    await expect(ledger.decide({ verb: 'confirm', on: statement(subject), ...ana })).rejects.toThrow(
      'taken back by entry 3; undo that to bring it back',
    );
    expect(await problemsOf(ledger)).toEqual([]);
    await ledger.undo(3, ana);
    expect(await listed(ledger)).toContain(subject);
    expect((await ledger.facets()).state).toEqual({ suggested: 4, added: 1 });
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('can be added anew with another source, once it is taken back', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide(pier);
    await ledger.undo(2, ana);
    const again = await ledger.decide({ ...pier, source: undefined, name: 'A guard' });
    expect(again.subject).not.toBe(subject);
    expect(await listed(ledger)).toEqual([...reading.attributions.map((one) => one.id), again.subject]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('is not brought back where the same words were added anew since', async () => {
    const ledger = await stored();
    await ledger.decide(pier);
    await ledger.undo(2, ana);
    const again = await ledger.decide({ ...pier, source: undefined, name: 'A guard' });
    await expect(ledger.undo(3, ana)).rejects.toThrow(
      `entry 3: these words are there already: statement ${again.subject}`,
    );
    await ledger.undo(again.seq, ana);
    await ledger.undo(3, ana);
    expect((await ledger.statements({ search: 'rotten' })).total).toBe(1);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('is not taken back before what was added on its word, nor that brought back before it', async () => {
    const ledger = await stored();
    const guard = { source: undefined, cue: undefined, name: 'A guard' };
    const outer = await ledger.decide({ ...pier, content: missed.slice('Fishermen warned '.length), ...guard });
    const { subject: id, seq } = await ledger.decide(pier);
    await expect(ledger.undo(outer.seq, ana)).rejects.toThrow(
      `entry ${outer.seq}: statement ${id} was added in its words and stands on its word: undo entry ${seq} first`,
    );
    await ledger.undo(seq, ana);
    await ledger.undo(outer.seq, ana);
    await expect(ledger.undo(4, ana)).rejects.toThrow(`which was taken back: undo entry 5 first, or add it anew`);
    expect((await ledger.sources()).map(({ key }) => key)).not.toContain('a guard');
    await ledger.undo(5, ana);
    await ledger.undo(4, ana);
    expect((await ledger.statement(id))!.attribution.within).toBe(outer.subject);
    expect(await ledger.sources()).toContainEqual(expect.objectContaining({ key: 'a guard', says: 1, passesOn: 1 }));
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('is seen by another process at once', async () => {
    const path = join(folder, 'two.db');
    const one = await stored(path);
    const other = openLedger(path);
    const { subject } = await one.decide(pier);
    expect(await listed(other)).toContain(subject);
    await expect(other.decide({ ...pier, who: 'Bo' })).rejects.toThrow(`there already: statement ${subject}`);
    await other.undo(2, ana);
    expect(await listed(one)).not.toContain(subject);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('read again by a newer reader', () => {
  const newer = { reader: '2.0.0' };

  test('it stays, with what was decided on it', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide(pier);
    await ledger.decide({ verb: 'correct', on: statement(subject), field: 'certainty', to: 'possible', ...ana });
    await ledger.store(capture, { ...reading, attributions: [mayor] }, newer);
    expect(await listed(ledger)).toEqual([mayor.id, subject]);
    const { standing, newest } = (await ledger.statement(subject))!;
    expect(standing).toMatchObject({ state: 'corrected', found: true, corrections: [{ to: 'possible', fits: true }] });
    expect(newest).toBe(true);
    expect(await problemsOf(ledger)).toEqual([]);
    await ledger.undo(2, ana);
    expect(await listed(ledger)).toEqual([mayor.id]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('taken back it stays away, and comes back where that is undone', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide(pier);
    await ledger.undo(2, ana);
    await ledger.store(capture, reading, newer);
    expect(await listed(ledger)).not.toContain(subject);
    await ledger.undo(3, ana);
    expect(await listed(ledger)).toContain(subject);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('it stands in what people added around it, as they decided on that one', async () => {
    const guard = { source: undefined, cue: undefined, name: 'A guard' };
    for (const [decided, chain] of [
      [{ verb: 'confirm' }, ['Fishermen', 'A guard', 'The Harbour Post']],
      [{ verb: 'correct', field: 'chain.0.name', to: 'A clerk' }, ['Fishermen', 'A clerk', 'The Harbour Post']],
      [{ verb: 'reject' }, ['Fishermen', 'The Harbour Post']],
    ] as const) {
      const ledger = await stored();
      const outer = await ledger.decide({ ...pier, content: missed.slice('Fishermen warned '.length), ...guard });
      const { subject } = await ledger.decide(pier);
      await ledger.decide({ ...decided, on: statement(outer.subject), ...ana } as NewDecision);
      await ledger.store(capture, reading, newer);
      const { attribution } = (await ledger.statement(subject))!;
      expect(attribution.chain.map(({ name }) => name)).toEqual(chain);
      expect(attribution.within).toBe(decided.verb === 'reject' ? null : outer.subject);
      expect(await problemsOf(ledger)).toEqual([]);
    }
  });

  test('that finds it too, it is one statement, and stays where the adding is taken back', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide(pier);
    const found = { ...(await ledger.statement(subject))!.attribution, confidence: 0.7 };
    await ledger.store(capture, { ...reading, attributions: [mayor, found] }, newer);
    expect(await listed(ledger)).toEqual([mayor.id, subject]);
    expect((await ledger.statement(subject))!).toMatchObject({
      attribution: { confidence: 0.7 },
      standing: { state: 'added' },
    });
    await ledger.undo(2, ana);
    expect(await listed(ledger)).toEqual([mayor.id, subject]);
    expect((await ledger.statement(subject))!.standing.state).toBe('suggested');
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('that finds it too and tells it otherwise, it is as people told it, and the machine’s is told beside', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide({ ...pier, polarity: 'denies' });
    const { attribution } = (await ledger.statement(subject))!;
    const [, outlet] = attribution.chain;
    const office = { name: 'The harbour office', kind: null, span: null, source: null, basis: null };
    const found = {
      ...attribution,
      polarity: 'affirms',
      source: [],
      chain: [office, outlet!],
      certainty: 'probable',
    } as const;
    await ledger.store(capture, { ...reading, attributions: [mayor, found] }, newer);
    const { standing } = (await ledger.statement(subject))!;
    expect(standing).toMatchObject({
      state: 'added',
      corrections: [
        { field: 'chain.0.name', to: 'Fishermen', machine: 'The harbour office', who: 'Ana' },
        { field: 'polarity', to: 'denies', machine: 'affirms' },
        { field: 'source', words: ['Fishermen'], machine: [] },
      ],
    });
    const said = async () => [
      (await ledger.facets({ document })).polarity,
      (await ledger.statements({ speaker: 'fishermen' })).total,
      (await ledger.sources())
        .filter(({ key }) => /^fish|^the harbour o/.test(key))
        .map(({ name, denies }) => [name, denies]),
      (await ledger.links.reading(document)).attributions
        .find(({ id }) => id === subject)!
        .chain.map(({ name }) => name),
    ];
    expect(await said()).toEqual([{ affirms: 1, denies: 1 }, 1, [['Fishermen', 1]], ['Fishermen', 'The Harbour Post']]);
    const on = statement(subject);
    await ledger.decide({ verb: 'correct', on, field: 'polarity', from: 'denies', to: 'affirms', ...ana });
    expect((await ledger.facets({ document })).polarity).toEqual({ affirms: 2 });
    for (const entry of [4, 2]) await ledger.undo(entry, ana);
    expect(await said()).toEqual([
      { affirms: 2 },
      0,
      [['The harbour office', 0]],
      ['The harbour office', 'The Harbour Post'],
    ]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('in a text where its words stand elsewhere, it is kept and told as not found', async () => {
    const ledger = await stored();
    const { subject } = await ledger.decide(pier);
    const moved = `Harbour news. ${text}`;
    const document = { ...reading.document, ...madeDocument(capture, { text: moved }) };
    await ledger.store(
      capture,
      { ...reading, document, attributions: [], figures: [], times: [], unknowns: [] },
      newer,
    );
    expect(await listed(ledger)).toEqual([]);
    expect((await ledger.statement(subject))!).toMatchObject({
      newest: false,
      standing: { found: false, state: 'added' },
    });
    expect(await problemsOf(ledger)).toEqual([]);
  });
});

test('it takes part in claims and denials, and leaves them when it is taken back', async () => {
  const one = await told('The Corin bridge collapsed on Monday, police said.', 'The Wexley Courier', '2025-02-25');
  const two = await told(
    'Nothing was heard from the town. Mayor Ina Vale: the Corin bridge collapsed on Monday.',
    'The Harbour Post',
    '2025-02-26',
  );
  const bare = { ...two, reading: { ...two.reading, attributions: [] } };
  const ledger = newLedger();
  await storeAll(ledger, [one, bare]);
  const sizes = async () => [...(await linkedIn(ledger)).claims.values()].map(({ members }) => members.length);
  expect(await sizes()).toEqual([]);
  await ledger.decide({
    ...pier,
    on: { kind: 'document', id: two.reading.document.id },
    ...{ content: 'the Corin bridge collapsed on Monday', source: 'Mayor Ina Vale', cue: undefined },
  } as NewDecision);
  expect(await sizes()).toEqual([2]);
  expect(await linkedIn(ledger)).toEqual(await inMemory(ledger));
  await ledger.undo(3, ana);
  expect(await sizes()).toEqual([]);
});

test('what was added around another does not say the words of that one itself', async () => {
  const one = await told('The Corin bridge collapsed on Monday, police said.', 'The Wexley Courier', '2025-02-25');
  const two = await told(
    'Nothing was heard. Mayor Ina Vale: the fire brigade said the Corin bridge collapsed on Monday, and nobody was hurt.',
    'The Harbour Post',
    '2025-02-26',
  );
  const inner = two.reading.attributions.find(({ chain }) => chain[0]!.name === 'the fire brigade')!;
  const ledger = newLedger();
  await storeAll(ledger, [one, two]);
  const members = async () => [...(await linkedIn(ledger)).claims.values()].map((claim) => [...claim.members].sort());
  const before = await members();
  expect(before).toHaveLength(1);
  const { subject } = await ledger.decide({
    ...{ verb: 'add', on: { kind: 'document', id: two.reading.document.id }, source: 'Mayor Ina Vale', ...ana },
    content: 'the fire brigade said the Corin bridge collapsed on Monday, and nobody was hurt',
  });
  expect(await members()).toEqual(before);
  expect(await linkedIn(ledger)).toEqual(await inMemory(ledger));
  await ledger.decide({ verb: 'correct', on: statement(inner.id), field: 'certainty', to: 'possible', ...ana });
  expect(await members()).toEqual(before);
  await ledger.decide({ verb: 'reject', on: statement(subject), ...ana });
  expect(await members()).toEqual(before);
});

test('any words of any text are kept as they stand there, or refused', async () => {
  await fc.assert(
    fc.asyncProperty(anyReading, fc.nat(), fc.nat(), async ({ bytes, ...made }, a, b) => {
      const { text, id } = made.document;
      const span = [a % (text.length + 1), b % (text.length + 2)].sort((x, y) => x - y) as [number, number];
      const ledger = openLedger(':memory:');
      await ledger.store(bytes, { ...made, attributions: [] }, { reader: '1.0.0' });
      const asked = { verb: 'add', on: { kind: 'document', id }, content: [span], name: 'A guard', ...ana } as const;
      const entry = await ledger.decide(asked).catch((error: Error) => error.name);
      const words = text.slice(...span);
      const isSlice = words !== '' && words.isWellFormed() && span[1] <= text.length;
      if (!isSlice) expect(entry).toBe('BadSlice');
      else if (words.trim() === '') expect(entry).toBe('DecisionRefused');
      else if (typeof entry === 'string') throw new Error(`“${words}” was refused: ${entry}`);
      else {
        const { reading, attribution } = (await ledger.statement(entry.subject))!;
        expect(attribution.content.map((piece) => reading.document.text.slice(...piece))).toEqual([words]);
      }
      expect(await problemsOf(ledger)).toEqual([]);
      await ledger.close();
    }),
    { numRuns: 40 },
  );
});

/** The rows of what was added, in the reading of another document. */
const copied = `
  INSERT INTO items (item, reading, kind, n, digest) SELECT 9999, 2, kind, n, digest FROM items WHERE kind = 'added';
  INSERT INTO spans SELECT 9999, role, piece, start, end, words FROM spans JOIN attributions USING (item) WHERE id = '$id';
  INSERT INTO hops SELECT 9999, n, 2, h.name, h.kind, source, last, basis FROM hops h JOIN attributions USING (item)
    WHERE id = '$id';
  INSERT INTO attributions SELECT 9999, 2, id, kind, manner, polarity, certainty, within, confidence, author_polarity,
    author_certainty, said FROM attributions WHERE id = '$id';
  INSERT INTO statement_search (rowid, content, cue, source)
    SELECT item, content, cue, source FROM statement_words WHERE item = 9999`;

describe('verify names', () => {
  const rows = [
    [`UPDATE attributions SET polarity = 'denies' WHERE id = '$id'`, 'row', 'is not as it was stored', 'another word'],
    [`UPDATE spans SET start = start + 1 WHERE words = 'warned'`, 'slice', 'is not what the text has', 'a moved span'],
    [
      `INSERT INTO withdrawn SELECT item FROM attributions WHERE id = '$id'`,
      'row',
      'nobody took it back',
      'it is hidden',
    ],
    [`INSERT INTO withdrawn SELECT min(item) FROM attributions`, 'row', 'no person added it', 'another is hidden'],
    [`UPDATE entries SET body = replace(body, 'rotten', 'golden') WHERE verb = 'add'`, 'decision', 'adds', 'its words'],
    [`DELETE FROM entries WHERE verb = 'add'`, 'entry', 'was added', 'its entry is gone'],
    [`DELETE FROM attributions WHERE id = '$id'`, 'row', 'people added is missing', 'its row is gone'],
    [copied, 'entry', 'no entry tells that', 'it stands in another report of the same text too'],
  ] as const;
  const damages = rows.map(([sql, kind, says, reason], n) => ({ sql, kind, says, reason, n }));
  test.each(damages)('$reason, as a problem of kind $kind: “$says”', async ({ sql, kind, says, n }) => {
    const path = join(folder, `${n}.db`);
    const ledger = await stored(path);
    const { subject } = await ledger.decide(pier);
    const { capture: other } = dockReading(`${text} `);
    await ledger.store(other, emptyReading(madeDocument(other, { text })), { reader: '1.0.0' });
    await ledger.close();
    const db = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    db.exec(sql.replaceAll('$id', subject));
    for (const trigger of triggers) db.exec(String(trigger.sql));
    db.close();
    const again = openLedger(path);
    expect(await problemsOf(again)).toContainEqual(
      expect.objectContaining({ kind, what: expect.stringContaining(says) }),
    );
    await again.close();
  });
});
