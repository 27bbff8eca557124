import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { RelationKind } from '../../src/claims/relation.ts';
import { asDecided } from '../../src/ledger/as-decided.ts';
import { fieldNames } from '../../src/ledger/correctable.ts';
import type { Correct, Judgement, NewDecision, On } from '../../src/ledger/decision.ts';
import { decisionRows } from '../../src/ledger/decisions.ts';
import { hashOf } from '../../src/ledger/entries.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Problem } from '../../src/ledger/problem.ts';
import type { Reading } from '../../src/read.ts';
import { dockReading, dockText, madeAttribution, madeCapture, madeDocument } from './made-reading.ts';

const by = { reader: '1.0.0' };
const { capture, reading, boats, denial, mayor, voice } = dockReading();
const document = reading.document.id;
const ana = { who: 'Ana', why: 'heard the tape' };
const statement = (id: string) => ({ kind: 'statement', id }) as const;
const spanOf = (words: string, from = 0) => {
  const start = dockText.indexOf(words, from);
  return [start, start + words.length] as const;
};

async function stored(path = ':memory:', made: Reading = reading): Promise<Ledger> {
  const ledger = openLedger(path, { now: () => new Date('2025-03-02T00:00:00Z') });
  await ledger.store(capture, made, by);
  return ledger;
}

async function problemsOf(ledger: Ledger): Promise<Problem[]> {
  const found: Problem[] = [];
  for await (const problem of ledger.verify()) found.push(problem);
  return found;
}

const confirm = (id = boats.id): NewDecision => ({ verb: 'confirm', on: statement(id), ...ana });
const reject = (id = boats.id): NewDecision => ({ verb: 'reject', on: statement(id), ...ana });
const correct = (field: string, to: unknown, more: Partial<Correct> = {}): NewDecision => {
  return { verb: 'correct', on: statement(boats.id), field, to, ...more, ...ana };
};
const standingIn = async (ledger: Ledger, id = boats.id) => (await ledger.statement(id))!.standing;

describe('a statement', () => {
  test('is suggested until a person decides', async () => {
    const ledger = await stored();
    expect(await standingIn(ledger)).toEqual({
      statement: boats.id,
      state: 'suggested',
      corrections: [],
      decisions: [],
      found: true,
      instead: [],
      changed: [],
    });
  });

  test('keeps who decided what, when and why', async () => {
    const ledger = await stored();
    const entry = await ledger.decide(confirm());
    expect(entry).toMatchObject({ seq: 2, verb: 'confirm', subject: boats.id, who: 'Ana', why: 'heard the tape' });
    expect(await ledger.entries(boats.id)).toEqual([entry]);
    const [decision] = (await standingIn(ledger)).decisions;
    expect(decision).toMatchObject({ seq: 2, at: '2025-03-02T00:00:00.000Z', hash: entry.hash, undoneBy: null });
    expect(decision!.seen).toMatchObject([{ statement: boats.id, document, reader: '1.0.0' }]);
  });

  const rows = [
    { taken: [confirm()], state: 'confirmed', reason: 'a person stands for it' },
    { taken: [reject()], state: 'rejected', reason: 'a person stands against it' },
    { taken: [correct('certainty', 'possible')], state: 'corrected', reason: 'one field is another' },
    { taken: [confirm(), reject()], state: 'rejected', reason: 'the later stands' },
    { taken: [reject(), confirm()], state: 'confirmed', reason: 'the later stands' },
    { taken: [correct('certainty', 'possible'), confirm()], state: 'confirmed', reason: 'confirmed as corrected' },
    { taken: [confirm(), 2], state: 'suggested', reason: 'undone, nobody stands for it' },
    { taken: [confirm(), reject(), 3], state: 'confirmed', reason: 'what was before stands again' },
    { taken: [confirm(), 2, 3], state: 'confirmed', reason: 'the undo is undone' },
    { taken: [confirm(), 2, 3, 4], state: 'suggested', reason: 'and that undone too' },
    { taken: [confirm(), 2, confirm(), 3], state: 'confirmed', reason: 'both confirmations stand again' },
  ] as const;
  test.each(rows)('$state: $reason', async ({ taken, state }) => {
    const ledger = await stored();
    for (const one of taken) await (typeof one === 'number' ? ledger.undo(one, ana) : ledger.decide(one));
    expect((await standingIn(ledger)).state).toBe(state);
    expect((await standingIn(ledger)).decisions).toHaveLength(taken.length);
    const listed = await ledger.statements({ state, limit: 0 });
    expect(listed.rows.map((row) => row.attribution.id)).toContain(boats.id);
    expect(listed.rows.every((row) => row.standing.state === state)).toBe(true);
    expect(listed.total).toBe(listed.rows.length);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('of the machine stays as it was beside the correction', async () => {
    const ledger = await stored();
    await ledger.decide(correct('certainty', 'possible'));
    const found = (await ledger.statement(boats.id))!;
    expect(found.attribution).toEqual(boats);
    expect(found.standing.corrections).toEqual([
      { field: 'certainty', at: null, machine: 'probable', to: 'possible', words: [], fits: true, seq: 2, who: 'Ana' },
    ]);
    expect((await ledger.reading(document))!.reading).toEqual(reading);
    expect((await ledger.reading(document))!.decided).toEqual([found.standing]);
  });

  test('two corrections of one field: the later stands, both are kept', async () => {
    const ledger = await stored();
    await ledger.decide(correct('certainty', 'possible'));
    await ledger.decide({ ...correct('certainty', 'certain'), who: 'Bo' });
    const { corrections, decisions } = await standingIn(ledger);
    expect(corrections).toMatchObject([{ machine: 'probable', to: 'certain', who: 'Bo' }]);
    expect(decisions.map(({ correction }) => correction)).toMatchObject([
      { from: 'probable', to: 'possible' },
      { from: 'possible', to: 'certain', machine: 'probable' },
    ]);
    await ledger.undo(3, ana);
    expect((await standingIn(ledger)).corrections).toMatchObject([{ to: 'possible', who: 'Ana' }]);
  });
});

describe('any field can be corrected', () => {
  const rows: readonly (readonly [field: string, to: unknown, kept: unknown, reason: string])[] = [
    ['polarity', 'denies', 'denies', 'a denial that was missed'],
    ['manner', 'direct', 'direct', 'it was a quotation'],
    ['source', [spanOf('The Tide Wire')], [spanOf('The Tide Wire')], 'another speaker, by the place'],
    ['source', 'The Tide Wire', [spanOf('The Tide Wire')], 'another speaker, by the words'],
    ['source', [], [], 'nobody is named'],
    ['content', [spanOf('at least 40 boats'), spanOf('left on Tuesday')], undefined, 'in two pieces'],
    ['cue', 'told The Tide Wire that', [spanOf('told The Tide Wire that')], 'more words'],
    ['hedges', [], [], 'no hedge'],
    ['author.certainty', 'possible', 'possible', 'how the document stands to it'],
    ['author.distance', 'reportedly', [spanOf('reportedly')], 'the writer’s own word'],
    ['said', 'Tuesday', spanOf('Tuesday'), 'when it was said'],
    ['within', mayor.id, mayor.id, 'it stands inside another'],
    ['chain', ['Dock workers', 'The Harbour Post'], undefined, 'a link that is none'],
    ['chain.0.name', 'Workers of the dock', 'Workers of the dock', 'a name that the text has not'],
    ['chain.1.kind', 'agency', 'agency', 'what the link is'],
    ['chain.0.basis', 'witnessed', 'witnessed', 'how it knows'],
    ['figure.min', 400, 400, 'a number: the only figure there needs no place'],
    ['figure.approximate', true, true, 'yes or no'],
    ['figure.of', null, null, 'nothing is counted'],
    ['time.value', '2025-02-18', '2025-02-18', 'another Tuesday'],
  ];
  test.each(rows)('%s → %j is kept as %j: %s', async (field, to, kept) => {
    const ledger = await stored();
    await ledger.decide(correct(field, to));
    const { corrections, state } = await standingIn(ledger);
    expect(state).toBe('corrected');
    const [own, more] = [true, false].map((isOwn) => corrections.filter((one) => (one.field === field) === isOwn));
    expect(own).toMatchObject([{ field, to: kept === undefined ? to : kept, fits: true }]);
    const isNamed = field === 'source' && (to as unknown[]).length > 0;
    expect(more).toMatchObject(isNamed ? [{ field: 'chain.0.name', to: 'The Tide Wire', fits: true }] : []);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('of two events in the same words none: their place does not tell which is meant', async () => {
    const firm = { polarity: 'affirms', certainty: 'certain', actor: null, recipient: null } as const;
    const event = { ...firm, span: spanOf('boats reportedly left'), code: 'RETREAT', mode: null, figures: [] };
    const rest = { time: null, place: null, attribution: boats.id };
    const two = [event, { ...event, code: 'COOPERATE' }].map((one) => ({ ...one, ...rest }));
    const [one, both] = [
      await stored(':memory:', { ...reading, events: two.slice(1) }),
      await stored(':memory:', { ...reading, events: two }),
    ];
    await one.decide(correct('event.code', 'PROTEST'));
    expect((await standingIn(one)).corrections).toMatchObject([
      { machine: 'COOPERATE', to: 'PROTEST', at: event.span },
    ]);
    await expect(both.decide(correct('event.code', 'PROTEST'))).rejects.toThrow('2 events in the same words');
    await expect(both.decide(correct('event.code', 'PROTEST', { at: event.span }))).rejects.toThrow('same words');
  });

  test('names them where there is none', async () => {
    const refused = (await stored()).decide(correct('mood', 'glad'));
    await expect(refused).rejects.toThrow(`there are ${fieldNames.slice(0, 3).join(', ')}`);
  });

  const refusals: readonly (readonly [decision: NewDecision, says: string, reason: string])[] = [
    [correct('source', [[5, 9999]]), 'runs out of the text', 'beyond the text'],
    [correct('source', [[9, 5]]), 'empty or backwards', 'backwards'],
    [correct('source', [[0.5, 5]]), 'whole numbers', 'no place'],
    [
      correct('source', [
        [20, 30],
        [25, 35],
      ]),
      'overlap',
      'two pieces over one word',
    ],
    [correct('source', 'The harbour master'), 'is not in the text', 'words that nobody wrote'],
    [correct('source', 'The'), 'more than one place', 'two candidates left'],
    [correct('content', []), 'reject the statement', 'nothing is said'],
    [correct('figure.span', []), 'one span', 'a figure has one'],
    [correct('polarity', 'maybe'), 'one of affirms, denies, undecided', 'no such polarity'],
    [correct('polarity', 'full of doubt'), 'one of affirms', 'told as it is, not as a full disk'],
    [correct('polarity', 'affirms'), 'already', 'nothing would change'],
    [correct('certainty', 'certain', { from: 'possible' }), 'is "probable", not "possible"', 'another value stands'],
    [correct('figure.min', '400'), 'it holds number', 'words for a number'],
    [correct('figure.min', Number.NaN), 'it holds number', 'no number'],
    [correct('figure.min', 4, { at: [0, 5] }), 'has no figure at [0, 5); there is [', 'no figure stands there'],
    [correct('place.name', 'Odesa'), 'has no place in it', 'nothing to correct'],
    [correct('polarity', 'denies', { at: [0, 5] }), 'of the whole statement', 'no place in it is meant'],
    [correct('chain.9.name', 'X'), 'nothing at chain.9.name', 'no such link'],
    [correct('chain.0.name', ' '), 'it holds words', 'no name'],
    [correct('chain.0.source', 'ffff'), 'no entity', 'nobody of that id'],
    [correct('said', 'left'), 'no time of this reading', 'no time is told there'],
    [correct('source', 'Dock workers', { from: 'boats' }), 'is [[', 'another source stands, by its words'],
    [correct('within', boats.id), 'no other statement', 'inside itself'],
    [correct('__proto__', 'x'), 'no field', 'no field at all'],
    [correct('chain.0.__proto__', 'x'), 'no field', 'no field at all'],
    [confirm('ffffffffffff'), 'not in this ledger', 'no such statement'],
    [{ ...confirm(), who: ' ' }, 'who decides', 'nobody decides'],
    [{ ...reject(), why: '' }, 'needs a why', 'no reason is given'],
    [
      { verb: 'confirm', on: { kind: 'relation', a: boats.id, b: boats.id, relation: 'same' }, ...ana },
      'one and the same',
      'itself',
    ],
    [
      { verb: 'confirm', on: { kind: 'relation', a: boats.id, b: denial.id, relation: 'likes' as 'same' }, ...ana },
      'is no relation',
      'no such relation',
    ],
    [
      { verb: 'merge', on: { kind: 'relation', a: boats.id, b: denial.id, relation: 'denies' }, ...ana },
      'confirm or reject',
      'only the same is one',
    ],
    [{ verb: 'merge', on: { kind: 'sources', a: 'Nobody', b: 'Dock workers' }, ...ana }, 'no source', 'no such source'],
    [
      { verb: 'split', on: { kind: 'source', source: 'Dock workers', names: [], documents: [] }, ...ana },
      'what is to be split off',
      'nothing',
    ],
  ];
  test.each(refusals)('%j is refused (%s): %s', async (decision, says) => {
    const ledger = await stored();
    await expect(ledger.decide(decision)).rejects.toThrow(says);
    expect(await ledger.counts()).toMatchObject({ entries: 1 });
    expect(await ledger.decisions()).toEqual([]);
  });

  test('words that stand twice in the text, once in the passage, are those of the passage', async () => {
    const far = dockReading(`${dockText}\n${'Rain fell. '.repeat(100)}\nThe Tide Wire closed.`);
    const ledger = openLedger(':memory:');
    await ledger.store(far.capture, far.reading, by);
    await ledger.decide({ ...correct('source', 'The Tide Wire'), on: statement(far.boats.id) } as NewDecision);
    const { corrections } = await standingIn(ledger, far.boats.id);
    expect(corrections.find(({ field }) => field === 'source')!.to).toEqual([spanOf('The Tide Wire')]);
  });

  const [first, wire] = ['Dock workers', 'The Tide Wire'];
  test.each<[reason: string, before: readonly NewDecision[], speaks: string]>([
    ['the words of the source name who speaks', [], wire],
    ['people named who speaks before', [correct('chain.0.name', 'Dockers')], 'Dockers'],
    ['people told the chain before', [correct('chain', ['Dockers', 'The Harbour Post'])], 'Dockers'],
    ['of two sources the later', [correct('source', 'The harbour office')], wire],
  ])('who speaks follows the source: %s', async (_reason, before, speaks) => {
    const ledger = await stored();
    for (const decision of before) await ledger.decide(decision);
    const { seq } = await ledger.decide(correct('source', wire));
    const speaker = async () => {
      const { reading, decided } = (await ledger.reading(document))!;
      return asDecided(reading, decided).attributions.find(({ id }) => id === boats.id)!.chain[0]!.name;
    };
    expect(await speaker()).toBe(speaks);
    await ledger.undo(seq, ana);
    if (before.length === 0) expect(await speaker()).toBe(first);
  });
});

describe('undo', () => {
  test('is by number, or by the beginning of the hash', async () => {
    const ledger = await stored();
    const first = await ledger.decide(confirm());
    const undone = await ledger.undo(first.hash.slice(0, 12), ana);
    expect(undone).toMatchObject({ verb: 'undo', subject: boats.id, body: { entry: 2, hash: first.hash } });
    expect((await ledger.decisions(boats.id)).map(({ undoneBy }) => undoneBy)).toEqual([3, null]);
  });

  const rows = [
    { entry: 1, says: 'no decision', reason: 'a reading is not taken back' },
    { entry: 99, says: 'no decision', reason: 'no such entry' },
    { entry: '', says: 'no decision', reason: 'nothing is named' },
    { entry: 2, says: 'was undone by entry 3; undo that', reason: 'twice' },
  ];
  test.each(rows)('of $entry is refused: $reason', async ({ entry, says }) => {
    const ledger = await stored();
    await ledger.decide(confirm());
    await ledger.undo(2, ana);
    await expect(ledger.undo(entry, ana)).rejects.toThrow(says);
  });
});

describe('who was faster', () => {
  test('a decision on what is not the last seen is refused, with that', async () => {
    const ledger = await stored();
    const first = await ledger.decide({ ...confirm(), expected: null });
    const late = ledger.decide({ ...reject(), who: 'Bo', expected: null });
    await expect(late).rejects.toMatchObject({ name: 'DecidedMeanwhile', latest: { seq: 2, who: 'Ana' } });
    await ledger.decide({ ...reject(), who: 'Bo', expected: first.hash });
    await expect(ledger.undo(2, { ...ana, expected: first.hash })).rejects.toThrow('decided meanwhile');
    expect((await standingIn(ledger)).state).toBe('rejected');
  });

  test('two processes see each other’s decisions', async () => {
    const path = join(folder, 'two.db');
    const one = await stored(path);
    const other = openLedger(path);
    await one.decide(confirm());
    expect((await standingIn(other)).state).toBe('confirmed');
    await other.decide(reject());
    expect((await standingIn(one)).state).toBe('rejected');
    await Promise.all([one.close(), other.close()]);
  });
});

describe('two things that are one, or are not', () => {
  const pair = (a: string, b: string, relation: RelationKind): On => ({ kind: 'relation', a, b, relation });
  const rows = [
    { on: pair(denial.id, boats.id, 'denies'), as: `${denial.id} denies ${boats.id}`, reason: 'as it was given' },
    { on: pair(boats.id, denial.id, 'denies'), as: `${boats.id} denies ${denial.id}`, reason: 'has a direction' },
    {
      on: pair(boats.id, mayor.id, 'weaker'),
      as: `${mayor.id} firmer ${boats.id}`,
      reason: 'weaker one way is firmer the other',
    },
    ...[pair(boats.id, mayor.id, 'same'), pair(mayor.id, boats.id, 'same')].map((on) => ({
      on,
      as: `${[boats.id, mayor.id].sort().join(' same ')}`,
      reason: 'has no direction',
    })),
  ];
  test.each(rows)('$on is filed under $as: it $reason', async ({ on, as }) => {
    const ledger = await stored();
    const entry = await ledger.decide({ verb: 'confirm', on, ...ana } as NewDecision);
    expect(entry.subject).toBe(as);
    expect(await ledger.decisions(boats.id)).toMatchObject([{ subject: as }]);
    expect((await standingIn(ledger)).state).toBe('suggested');
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('claims are merged and split by a statement of each, and the later stands', async () => {
    const ledger = await stored();
    const on = { kind: 'relation', a: boats.id, b: voice.id, relation: 'same' } as const;
    await ledger.decide({ verb: 'merge', on, ...ana });
    const entry = await ledger.decide({ verb: 'split', on, ...ana });
    expect(await ledger.decisions(entry.subject)).toHaveLength(2);
  });

  test('sources are counted as people group them, and the machine’s keys stay told', async () => {
    const ledger = await stored();
    const count = async (key: string) => (await ledger.sources()).find((source) => source.key === key);
    await ledger.decide({ verb: 'merge', on: { kind: 'sources', a: 'The harbour office', b: 'DOCK WORKERS' }, ...ana });
    expect(await count('dock workers')).toMatchObject({
      says: 2,
      denies: 1,
      merged: ['dock workers', 'the harbour office'],
    });
    expect(await count('the harbour office')).toBeUndefined();
    await ledger.undo(2, ana);
    expect(await count('dock workers')).toMatchObject({ says: 1, merged: [] });
  });

  test('one source is split by document, and the part can be merged elsewhere', async () => {
    const ledger = await stored();
    const other = dockReading(`${dockText}\nAnother.`, 'other.txt');
    await ledger.store(other.capture, other.reading, by);
    const keys = async () =>
      (await ledger.sources()).filter(({ says }) => says > 0).map(({ key, says }) => [key, says]);
    const on = { kind: 'source', source: 'Dock workers', names: [], documents: [other.reading.document.id] } as const;
    await ledger.decide({ verb: 'split', on, ...ana });
    expect(await keys()).toContainEqual(['dock workers#3', 1]);
    expect(await keys()).toContainEqual(['dock workers', 1]);
    await ledger.decide({
      verb: 'merge',
      on: { kind: 'sources', a: 'dock workers#3', b: 'The harbour office' },
      ...ana,
    });
    expect(await keys()).toContainEqual(['dock workers#3', 3]);
    expect(await problemsOf(ledger)).toEqual([]);
  });
});

test('whoever is not established is counted apart, and is no source to merge', async () => {
  const she = { ...boats, chain: boats.chain.map((hop, i) => (i === 0 ? { ...hop, name: 'She' } : hop)) };
  const ledger = await stored(':memory:', { ...reading, attributions: [voice, she, denial, mayor] });
  const merge = (b: string) =>
    ledger.decide({ verb: 'merge', on: { kind: 'sources', a: 'The harbour office', b }, ...ana });
  await expect(merge('She')).rejects.toThrow('is no source');
  await expect(merge('not established')).rejects.toThrow('is no source');
  await merge('The Tide Wire');
  expect(await ledger.sources()).toContainEqual(
    expect.objectContaining({ key: 'not established', name: 'not established', says: 1, merged: [] }),
  );
});

describe('the machine’s own joining of a name with an item', () => {
  const entity = { id: 'e1', name: 'Dock workers', kind: 'collective' as const, mentions: [], office: null };
  const listed = { ...entity, affiliation: null, state: null, wikidata: 'Q42' };
  const linked = { ...boats, chain: boats.chain.map((hop, i) => (i === 0 ? { ...hop, source: 'e1' } : hop)) };
  const made = { ...reading, attributions: [voice, linked, denial, mayor], entities: [listed] };
  const pair = (verb: 'confirm' | 'reject' | 'merge', a: string, b: string) =>
    ({ verb, on: { kind: 'sources', a, b }, ...ana }) as NewDecision;

  test('is confirmed or rejected, and the later stands', async () => {
    const ledger = await stored(':memory:', made);
    const keys = async () => (await ledger.sources()).map(({ key }) => key);
    const entry = await ledger.decide(pair('confirm', 'Dock workers', 'Q42'));
    expect(entry.subject).toBe('source Q42: dock workers');
    expect(await keys()).toContain('Q42');
    await ledger.decide(pair('reject', 'Q42', 'Dock workers'));
    expect(await keys()).toContain('Q42#3');
    expect(await keys()).not.toContain('Q42');
    await ledger.undo(3, ana);
    expect(await keys()).toContain('Q42');
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('needs no merge', async () => {
    const ledger = await stored(':memory:', made);
    await expect(ledger.decide(pair('merge', 'Dock workers', 'Q42'))).rejects.toThrow('one source already');
    await expect(ledger.decide(pair('merge', 'Q42', 'Q42'))).rejects.toThrow('one and the same');
  });
});

describe('asDecided', () => {
  test('is the reading with people’s values in their places, the rejected left out', async () => {
    const inner = { ...mayor, within: denial.id };
    const ledger = await stored(':memory:', { ...reading, attributions: [voice, boats, denial, inner] });
    await ledger.decide(correct('certainty', 'possible'));
    await ledger.decide(correct('author.polarity', 'denies'));
    await ledger.decide(correct('chain', ['Dock workers', 'A clerk', 'The Harbour Post']));
    await ledger.decide(correct('chain.1.kind', 'person'));
    await ledger.decide(correct('figure.min', 400));
    await ledger.decide(correct('said', 'Tuesday'));
    await ledger.decide(reject(denial.id));
    const stand = (await ledger.reading(document))!;
    const view = asDecided(stand.reading, stand.decided);
    const [, shown] = view.attributions;
    expect(view.attributions.map(({ id }) => id)).toEqual([voice.id, boats.id, mayor.id]);
    expect(shown).toMatchObject({ certainty: 'possible', author: { polarity: 'denies' }, said: 0 });
    expect(shown!.chain.map(({ name, kind }) => [name, kind])).toEqual([
      ['Dock workers', 'collective'],
      ['A clerk', 'person'],
      ['The Harbour Post', 'outlet'],
    ]);
    expect(view.figures).toMatchObject([{ min: 400, attribution: boats.id }]);
    // it stood inside the rejected one
    expect(view.attributions[2]!.within).toBeNull();
    expect(stand.reading.attributions[1]).toEqual(boats);
  });

  test('is the reading itself where nobody decided', () => expect(asDecided(reading, [])).toBe(reading));
});

describe('a newer reader', () => {
  const newer = { reader: '1.1.0' };
  test('keeps what people decided on a statement that it finds again, and shows what it says otherwise', async () => {
    const ledger = await stored();
    await ledger.decide(correct('certainty', 'possible'));
    await ledger.decide(confirm(denial.id));
    const again = { ...boats, certainty: 'certain' as const, hedges: [] };
    await ledger.store(capture, { ...reading, attributions: [voice, again, denial, mayor] }, newer);
    expect(await standingIn(ledger)).toMatchObject({
      state: 'corrected',
      found: true,
      corrections: [{ machine: 'certain', to: 'possible', fits: true }],
      changed: [
        { field: 'certainty', was: 'probable', now: 'certain', told: ['probable', 'certain'] },
        { field: 'hedges', was: boats.hedges, now: [], told: ['“reportedly”', 'none'] },
      ],
    });
    expect(await standingIn(ledger, denial.id)).toMatchObject({ state: 'confirmed', changed: [] });
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('that does not find the statement any more: the decision is kept, and shown with what stands there', async () => {
    const ledger = await stored();
    await ledger.decide(confirm());
    const longer = madeAttribution(reading.document, { content: 'reportedly left on Tuesday', cue: 'told' });
    await ledger.store(capture, { ...reading, attributions: [voice, longer, denial, mayor], figures: [] }, newer);
    const lost = { state: 'confirmed', found: false, instead: [longer.id], statement: boats.id };
    expect(await standingIn(ledger)).toMatchObject(lost);
    expect((await ledger.reading(document))!.decided).toMatchObject([lost]);
    expect((await ledger.statements({ state: 'confirmed' })).total).toBe(0);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('that makes another text of the bytes: a correction whose words stand elsewhere does not fit', async () => {
    const ledger = await stored();
    await ledger.decide(correct('source', 'The Tide Wire'));
    await ledger.decide(correct('polarity', 'denies'));
    const moved = madeDocument(madeCapture(dockText, 'dock.txt'), { text: `Advert. ${dockText}` });
    const shifted = { ...boats, content: madeAttribution(moved, { content: 'at least 40 boats' }).content };
    const blank = { ...reading, figures: [], times: [], unknowns: [] };
    const one = { ...shifted, cue: [], source: [], hedges: [], chain: [] };
    await ledger.store(capture, { ...blank, document: moved, attributions: [one] }, newer);
    const { corrections } = await standingIn(ledger);
    expect(corrections).toMatchObject([
      { field: 'chain.0.name', fits: false },
      { field: 'polarity', fits: true },
      { field: 'source', fits: false },
    ]);
    expect(await problemsOf(ledger)).toEqual([]);
  });

  test('that has no such figure: the correction is kept and does not fit', async () => {
    const ledger = await stored();
    await ledger.decide(correct('figure.min', 400));
    await ledger.store(capture, { ...reading, figures: [] }, newer);
    expect((await standingIn(ledger)).corrections).toMatchObject([{ machine: null, to: 400, fits: false }]);
  });
});

test('any decisions and undos, replayed, give the same state', async () => {
  const ids = [voice, boats, denial, mayor].map(({ id }) => id);
  const someStatement = fc.constantFrom(...ids).map(statement);
  const verdict = fc.record({ verb: fc.constantFrom('confirm' as const, 'reject' as const), on: someStatement });
  const correction = fc.record({
    verb: fc.constant('correct' as const),
    on: someStatement,
    field: fc.constant('certainty'),
    to: fc.constantFrom('certain', 'possible', 'underspecified'),
  });
  const merge = fc
    .uniqueArray(fc.constantFrom('Dock workers', 'The harbour office', 'The Tide Wire'), { minLength: 2, maxLength: 2 })
    .map(([a, b]) => ({ verb: 'merge' as const, on: { kind: 'sources' as const, a: a!, b: b! } }));
  const grade = fc.record({
    verb: fc.constant('grade' as const),
    on: fc.constantFrom('Dock workers', 'The Tide Wire').map((source) => ({ kind: 'reliability' as const, source })),
    grade: fc.constantFrom('A' as const, 'F' as const),
  });
  const step = fc.oneof<fc.Arbitrary<Judgement | number>[]>(
    verdict,
    correction,
    merge,
    grade,
    fc.integer({ min: 2, max: 12 }),
  );
  const take = async (ledger: Ledger, steps: readonly (Judgement | number)[]) => {
    for (const one of steps) {
      const taken = typeof one === 'number' ? ledger.undo(one, ana) : ledger.decide({ ...one, ...ana } as NewDecision);
      // what is refused writes nothing
      await taken.catch((error: Error) => expect(error.name).toBe('DecisionRefused'));
    }
  };
  const stateOf = async (ledger: Ledger) => {
    const { rows } = await ledger.statements({ limit: 0 });
    return [rows.map((row) => row.standing), await ledger.sources(), (await ledger.counts()).head];
  };
  const path = join(folder, 'replayed.db');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      rmSync(path, { force: true });
      const [one, other] = [await stored(), await stored(path)];
      await take(one, steps);
      await take(other, steps);
      await other.close();
      // a ledger that is opened anew reads its decisions from the entries
      const reopened = openLedger(path);
      expect(await stateOf(reopened)).toEqual(await stateOf(one));
      expect(await problemsOf(one)).toEqual([]);
      await Promise.all([one.close(), reopened.close()]);
    }),
    { numRuns: 40 },
  );
});

const folder = mkdtempSync(join(tmpdir(), 'hearsay-decisions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('verify finds', () => {
  let files = 0;
  async function decided(): Promise<string> {
    const path = join(folder, `decided-${files++}.db`);
    const ledger = await stored(path);
    await ledger.decide(correct('source', 'The Tide Wire'));
    await ledger.decide(reject(denial.id));
    await ledger.undo(3, ana);
    await ledger.decide({ verb: 'merge', on: { kind: 'sources', a: 'Dock workers', b: 'The Tide Wire' }, ...ana });
    await ledger.decide({ verb: 'grade', on: { kind: 'reliability', source: 'Dock workers' }, grade: 'B', ...ana });
    await ledger.close();
    return path;
  }

  /** As somebody could who has read the source: the row changed, and the whole chain written anew after it. */
  function forge(path: string, change: string): void {
    const db = new DatabaseSync(path);
    const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    db.exec(change);
    let previous = '0'.repeat(64);
    for (const row of db.prepare('SELECT * FROM entries ORDER BY seq').all()) {
      const hash = hashOf({ ...row, previous } as never);
      db.prepare('UPDATE entries SET previous = ?, hash = ? WHERE seq = ?').run(previous, hash, row.seq!);
      previous = hash;
    }
    for (const { sql } of triggers) db.exec(String(sql));
    db.close();
  }

  const body = (seq: number, change: string) => `UPDATE entries SET body = ${change} WHERE seq = ${seq}`;
  const rows = [
    [body(2, "replace(body, 'Tide', 'Time')"), 'is not what the text has there', 'other words for a slice'],
    [body(2, "json_set(body, '$.correction.to[0][0]', 1)"), 'is not what the text has there', 'another place'],
    [body(2, "json_set(body, '$.correction.to[0][1]', 99999)"), 'runs out of the text', 'beyond the text'],
    [body(2, "json_set(body, '$.correction.field', 'mood')"), 'a field that there is not', 'no such field'],
    [body(2, "json_set(body, '$.correction.text', 'x')"), 'text that is not there', 'of another text'],
    [body(2, "json_remove(body, '$.correction')"), 'corrects nothing', 'the correction taken out'],
    [body(2, "json_set(body, '$.seen[0].digest', 'x')"), 'as nobody read it', 'a row that there never was'],
    [body(2, "json_set(body, '$.seen', json('[]'))"), 'does not tell which', 'nothing was seen'],
    [body(3, `replace(body, '"id":"${denial.id}"', '"id":"${mayor.id}"')`), 'is filed under', 'another statement'],
    [body(4, "json_set(body, '$.entry', 1)"), 'no decision before it', 'undoes a reading'],
    [body(4, "json_set(body, '$.entry', 2)"), `which is about ${boats.id}`, 'undoes a decision on another'],
    [body(5, "replace(body, 'tide wire', 'tide wise')"), 'filed under', 'another source'],
    [body(6, "json_set(body, '$.grade', 'G')"), 'a grade that there is not: G', 'no such letter'],
    [body(6, "json_remove(body, '$.grade')"), 'a grade that there is not', 'the letter taken out'],
    [body(6, "replace(body, 'dock workers', 'dusk workers')"), 'source that is not there', 'another source'],
    ['UPDATE entries SET why = NULL WHERE seq = 6', 'grades without a why', 'the reason taken out'],
    ["UPDATE entries SET verb = 'grade' WHERE seq = 3", 'grades what is no source', 'a statement graded'],
    [body(3, "'{}'"), 'holds no decision', 'an empty body'],
    [body(3, "'{'"), 'holds no decision', 'no JSON'],
    ["UPDATE entries SET who = ' ' WHERE seq = 3", 'who decided', 'nobody decided'],
    ["UPDATE entries SET why = 'because' WHERE seq = 3", 'as it was not written', 'the undo names what it undid'],
  ] as const;
  test.each(rows)('%s (%s): %s', async (change, says) => {
    const path = await decided();
    forge(path, change);
    const ledger = openLedger(path);
    const problems = await problemsOf(ledger);
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'decision', what: expect.stringContaining(says) }));
    await ledger.close();
  });

  test('a decision changed by itself: its hash tells', async () => {
    const path = await decided();
    const db = new DatabaseSync(path);
    db.exec("DROP TRIGGER entries_no_update; UPDATE entries SET who = 'Bo' WHERE seq = 3");
    db.close();
    const ledger = openLedger(path);
    expect((await problemsOf(ledger)).map(({ what }) => what)).toContain('entry 3 was changed: its hash differs');
    await ledger.close();
  });
});

test('decisions are found by their index, not by reading through every entry', async () => {
  const path = join(folder, 'index.db');
  await (await stored(path)).close();
  const db = new DatabaseSync(path);
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${decisionRows} AND seq > 0 ORDER BY seq`).all();
  expect(plan.map(({ detail }) => detail).join()).toContain('entries_decided');
  db.close();
});
