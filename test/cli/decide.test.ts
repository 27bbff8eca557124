import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { typedValue } from '../../src/cli/typed-value.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { dockReading, dockText, emptyReading, madeCapture, madeDocument } from '../ledger/made-reading.ts';
import { typed } from './recording-terminal.ts';

const { capture, reading, boats, denial, mayor, voice } = dockReading();
const document = reading.document.id;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-decide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
let db = '';
beforeEach(async () => {
  db = join(folder, `${files++}.db`);
  const ledger = openLedger(db);
  await ledger.store(capture, reading, { reader: '1.0.0' });
  await ledger.close();
});

const decide = (...args: string[]) => typed(['decide', ...args, '--ledger', db]);
const ana = ['--who', 'Ana', '--why', 'heard the tape'];
const missed = ['--words', 'The cost has not been disclosed'];
const flat = (out: string) => out.replace(/\s+/g, ' ');

describe('decide', () => {
  const id = boats.id.slice(0, 8);
  const rows = [
    { args: ['confirm', id, ...ana], says: `Ana confirmed ${boats.id}: heard the tape`, reason: 'a statement' },
    { args: ['reject', id, ...ana], says: `Ana rejected ${boats.id}: heard the tape`, reason: 'a statement' },
    {
      args: ['confirm', denial.id, id, '--relation', 'denies', ...ana],
      says: `Ana confirmed that ${denial.id} denies ${boats.id}: heard`,
      reason: 'a relation of two',
    },
    {
      args: ['reject', 'Dock workers', 'The Tide Wire', '--sources', ...ana],
      says: 'Ana rejected that Dock workers and The Tide Wire are one: heard',
      reason: 'that two sources are one',
    },
    {
      args: ['correct', id, '--field', 'certainty', '--to', 'possible', ...ana],
      says: `Ana corrected ${boats.id}, certainty: probable → possible: heard the tape`,
      reason: 'a word',
    },
    {
      args: ['correct', id, '--field', 'source', '--to', 'The Tide Wire', ...ana],
      says: 'source: “Dock workers” → “The Tide Wire”',
      reason: 'a source by its words',
    },
    {
      args: ['correct', id, '--field', 'content', '--to', '59,76', '88,103', ...ana],
      says: '→ “',
      reason: 'spans in two pieces',
    },
    {
      args: ['correct', id, '--field', 'figure.min', '--to', '400', '--from', '40', ...ana],
      says: 'figure.min: 40 → 400',
      reason: 'a number',
    },
    {
      args: ['correct', id, '--field', 'figure.of', '--to', 'none', ...ana],
      says: 'figure.of: “boats” → none',
      reason: 'nothing',
    },
    {
      args: ['correct', id, '--field', 'chain', '--to', 'Dock workers', 'The Harbour Post', ...ana],
      says: 'Dock workers → The Tide Wire → The Harbour Post → Dock workers → The Harbour Post',
      reason: 'the names of a chain',
    },
    {
      args: ['correct', document.slice(0, 8), '--field', 'published', '--to', '11 March 2025', ...ana],
      says: `Ana corrected document ${document}, published: 2025-03-01 → 2025-03-11: heard the tape`,
      reason: 'the date of a report',
    },
    {
      args: ['correct', document, '--field', 'published', '--to', '11', 'March', '2025', ...ana],
      says: 'published: 2025-03-01 → 2025-03-11',
      reason: 'a date without quotation marks',
    },
    {
      args: ['correct', document, '--field', 'outlet', '--to', 'none', ...ana],
      says: 'outlet: The Harbour Post → none',
      reason: 'an outlet that the page tells wrong',
    },
    {
      args: ['merge', 'Dock workers', 'The harbour office', ...ana],
      says: 'Ana merged Dock workers and The harbour office: heard',
      reason: 'two sources',
    },
    {
      args: ['merge', id, mayor.id, '--claims', ...ana],
      says: 'Ana merged the claims of',
      reason: 'two claims',
    },
    {
      args: ['split', id, mayor.id, '--claims', ...ana],
      says: 'Ana split the claims of',
      reason: 'two claims',
    },
    {
      args: ['grade', 'Dock workers', 'd', ...ana],
      says: 'Ana graded Dock workers D, not usually reliable: heard the tape Entry 2',
      reason: 'how reliable a source is, in small letters too',
    },
    {
      args: ['add', document.slice(0, 6), ...missed, '--source', 'Mayor Zelda Okoński', ...ana],
      says: '“The cost has not been disclosed”, by Mayor Zelda Okoński: heard the tape Entry 2',
      reason: 'a statement that was missed',
    },
    {
      args: ['add', document, '--words', '0,10', '14,19', '--name', 'A clerk', '--polarity', 'denies', ...ana],
      says: `“Ferry dock … close”, denied by A clerk: heard the tape The report says some of these words itself, as ${voice.id}. Where it does not: hearsay decide reject ${voice.id} --why WHY`,
      reason: 'by places, and by one whom the text does not name',
    },
  ];
  test.each(rows)('$args: $reason', async ({ args, says }) => {
    const { code, out, err } = await decide(...args);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(flat(out)).toContain(says);
    expect(flat(out)).toMatch(/Entry 2 · [0-9a-f]{12}\. To take it back: hearsay decide undo 2 --why WHY --ledger /);
    const undone = await decide('undo', '2', '--who', 'Bo', '--why', 'wrong tape');
    expect(undone).toMatchObject({ code: 0, out: expect.stringContaining('Bo undid entry 2, on ') });
    expect((await typed(['verify', '--ledger', db])).code).toBe(0);
  });

  test('--json prints the entry; who decides is the user of the computer, unless told', async () => {
    const { out } = await decide('confirm', id, '--json');
    expect(JSON.parse(out)).toMatchObject({
      ...{ seq: 2, verb: 'confirm', subject: boats.id, why: null, who: userInfo().username },
      body: { on: { kind: 'statement', id: boats.id }, seen: [{ document }] },
    });
  });

  test('--expected refuses where somebody was faster', async () => {
    const first = JSON.parse((await decide('confirm', id, '--expected', 'none', '--json')).out);
    const late = await decide('reject', id, ...ana, '--expected', 'none');
    expect(late.code).toBe(1);
    expect(late.err).toContain('decided meanwhile (entry 2, confirm). Look at it');
    expect((await decide('reject', id, ...ana, '--expected', first.hash)).code).toBe(0);
  });

  test('split takes off a source what is another, and parts two that people put together', async () => {
    await decide('merge', 'Dock workers', 'The harbour office', ...ana);
    const both = await decide('split', 'Dock workers', 'The harbour office', ...ana);
    expect(both).toMatchObject({ code: 1, out: '' });
    expect(both.err).toContain('were put together by entry 2; take that back: hearsay decide undo 2 --why WORDS');
    const gone = await decide('split', 'Dock workers', '--name', 'The harbour office', ...ana);
    expect(gone.err).toContain('What people put together is parted by: hearsay decide undo 2 --why WORDS');
    const { out } = await decide('split', 'dock workers', '--name', 'dock workers', ...ana);
    expect(flat(out)).toContain('Ana split Dock workers, off it Dock workers: heard');
    const again = await decide('split', 'dock workers', '--name', 'dock workers', ...ana);
    expect(again.err).toContain('nothing would be parted');
  });

  test('split takes a source off in one of its documents, and in none where it says nothing', async () => {
    const other = dockReading(`${dockText}\nAnother.`, 'other.txt');
    const [bytes, of] = [madeCapture('Rain.', 'rain.txt'), { reader: '1.0.0' }];
    const rain = emptyReading(madeDocument(bytes));
    const ledger = openLedger(db);
    await ledger.store(other.capture, other.reading, of);
    await ledger.store(bytes, rain, of);
    await ledger.close();
    const nothing = await decide('split', 'Dock workers', '--document', rain.document.id, ...ana);
    expect(nothing.err).toContain('dock workers says nothing there. See where it speaks: hearsay ledger --source');
    const { out } = await decide('split', 'Dock workers', '--document', document.slice(0, 6), ...ana);
    expect(flat(out)).toContain(`Ana split Dock workers, off it ${document}: heard`);
  });

  test('who speaks where it stands is told to be in its chain', async () => {
    const at = dockText.indexOf('dock “will');
    const { out } = await decide('add', document, '--words', `${at},${at + 4}`, '--name', 'A clerk', ...ana);
    expect(flat(out)).toContain(
      `It stands in the words of ${mayor.id}, so its chain is A clerk → Mayor Zelda Okoński → The Harbour Post.`,
    );
    const apart = await decide('add', document, ...missed, '--name', 'A clerk', ...ana);
    expect(apart.out).not.toContain('It stands in');
  });

  test('a report is read again with what is told of it, and shows who told it; undone, once more', async () => {
    const facts = async () => {
      const ledger = openLedger(db);
      const { reading, reader } = (await ledger.reading(document))!;
      await ledger.close();
      return { outlet: reading.document.outlet, reader };
    };
    await decide('correct', document, '--field', 'outlet', '--to', 'The', 'Quay', ...ana);
    expect(await facts()).toMatchObject({ outlet: 'The Quay', reader: expect.stringMatching(/ accurate$/) });
    const shown = await typed(['show', document, '--ledger', db]);
    expect(flat(shown.out)).toContain(`Ana corrected document ${document}, outlet: The Harbour Post → The Quay`);
    await decide('undo', '2', ...ana);
    // read without what was given when it was made up: its text names no outlet
    expect((await facts()).outlet).toBeNull();
  });

  test('what only a statement has is of the statement, though a document’s id begins as its id does', async () => {
    const prefix = boats.id.slice(0, 2);
    const other = Array.from({ length: 5000 }, (_, n) => madeCapture(`Nothing, ${n}`)).find(({ sha256 }) =>
      sha256.startsWith(prefix),
    )!;
    const ledger = openLedger(db);
    await ledger.store(other, emptyReading(madeDocument(other)), { reader: '1.0.0' });
    await ledger.close();
    const { out } = await decide('correct', prefix, '--field', 'certainty', '--to', 'possible', ...ana);
    expect(out).toContain(`Ana corrected ${boats.id}, certainty`);
  });

  const refused = [
    {
      args: ['reject', id],
      says: 'to reject needs a why: give the reason in words (--why WORDS)',
      reason: 'no reason',
    },
    { args: ['confirm', 'zzz'], says: 'no statement has an id', reason: 'no such statement' },
    {
      args: ['confirm', document],
      says: `${document} is the beginning of a document’s id, and a statement’s is asked for`,
      reason: 'a document is no finding',
    },
    { args: ['confirm', id, mayor.id], says: 'Give --relation', reason: 'how do they stand?' },
    { args: ['merge', 'Dock workers', 'Nobody', ...ana], says: 'Nobody: is no source', reason: 'no such source' },
    { args: ['split', 'Dock workers', 'The Tide Wire', ...ana], says: 'two already', reason: 'names of two' },
    {
      args: ['split', 'Dock workers', '--name', 'Dockers', ...ana],
      says: 'goes by no such name. See where it speaks: hearsay ledger --source "dock workers"',
      reason: 'nobody is called so',
    },
    {
      args: ['split', 'Dock workers', '--document', document, ...ana],
      says: 'that is all there is of dock workers: nothing would be parted',
      reason: 'it speaks nowhere else',
    },
    { args: ['split', 'Dock workers', ...ana], says: 'Give names or documents', reason: 'what of it?' },
    { args: ['grade', 'Dock workers', 'B'], says: 'a grade needs a why: what does it rest on?', reason: 'no reason' },
    {
      args: ['grade', 'Dock workers', 'G', ...ana],
      says: '“G” is no grade: it is one of A,',
      reason: 'no such letter',
    },
    { args: ['grade', 'Nobody', 'B', ...ana], says: 'Nobody: is no source', reason: 'no such source' },
    {
      args: ['correct', document, '--field', 'date', '--to', '2025-03-11', ...ana],
      says: 'a report has no field “date”; there are title, outlet, byline, published',
      reason: 'a slip of the name of a fact',
    },
    {
      args: ['correct', document, '--field', 'published', '--to', '3/4/2025', ...ana],
      says: 'give a date, 2025-03-10, or a time with its zone',
      reason: 'a day that can be read in two ways',
    },
    { args: ['undo', '1', ...ana], says: 'is no decision', reason: 'a reading' },
    { args: ['add', document, ...missed, ...ana], says: 'who said it? Give the words', reason: 'nobody said it' },
    { args: ['add', document, ...missed, '--name', 'A clerk'], says: 'to add needs a why', reason: 'no reason' },
    { args: ['add', 'zzz', ...missed, ...ana], says: 'no document has an id', reason: 'no such document' },
    {
      args: ['add', document, '--words', 'The cost is known', '--name', 'A clerk', ...ana],
      says: '“The cost is known” is not in the text',
      reason: 'words that nobody wrote',
    },
    {
      args: ['add', document, '--words', 'dock', '--name', 'A clerk', ...ana],
      says: 'Give the place that is meant, as in: --words 6,10',
      reason: 'two candidates left',
    },
    {
      args: ['add', document, ...missed, '--source', 'The', '--cue', 'dock', ...ana],
      says: 'as in: --cue 6,10. “The” stands in more than one place: ',
      reason: 'both are told at once',
    },
    {
      args: ['add', document, '--words', 'at least 40 boats reportedly left on Tuesday', '--name', 'A clerk', ...ana],
      says: `these words are there already: statement ${boats.id}, “at least 40`,
      reason: 'it was not missed',
    },
    {
      args: ['correct', id, '--field', 'source', '--to', '5,9999', ...ana],
      says: 'runs out of the text',
      reason: 'a span beyond the text',
    },
    {
      args: ['correct', id, '--field', 'figure.min', '--to', 'many', ...ana],
      says: 'figure.min cannot be "many": it holds number or none',
      reason: 'no number',
    },
  ];
  test.each(refused)('$args is refused: $reason', async ({ args, says }) => {
    const { code, err, out } = await decide(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err).not.toContain('--debug');
  });

  const wrong = [
    { args: ['approve', id], says: 'unknown command', reason: 'no such verb' },
    { args: ['confirm'], says: 'id', reason: 'of what?' },
    { args: ['grade', 'Dock workers'], says: 'letter', reason: 'which grade?' },
    { args: ['add', document, '--name', 'A clerk'], says: '--words', reason: 'what was said?' },
    { args: ['add', document, ...missed, '--polarity', 'likes'], says: 'denies', reason: 'no such polarity' },
    { args: ['correct', id, '--to', 'x'], says: '--field', reason: 'which field?' },
    { args: ['correct', id, '--field', 'x'], says: '--to', reason: 'to what?' },
    { args: ['confirm', id, mayor.id, '--relation', 'likes'], says: 'denies', reason: 'no such relation' },
    { args: ['correct', id, '--field', 'figure.min', '--at', 'x', '--to', '4'], says: '12,24', reason: 'no span' },
  ];
  test.each(wrong)('$args is typed wrongly: $reason', async ({ args, says }) => {
    const { code, err } = await decide(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('--help tells the fields', async () => {
    const { out, code } = await typed(['decide', 'correct', '--help']);
    expect(code).toBe(0);
    expect(flat(out)).toContain('chain.N.basis, figure.span, figure.min');
  });
});

describe('what was decided is shown', () => {
  beforeEach(async () => {
    await decide('correct', boats.id, '--field', 'certainty', '--to', 'possible', ...ana);
    await decide('confirm', denial.id, boats.id, '--relation', 'denies', '--who', 'Bo');
    await decide('reject', mayor.id, ...ana);
  });

  test('show: the machine’s value, the correction, and who decided what, when and why', async () => {
    const { out } = await typed(['show', boats.id, '--ledger', db]);
    for (const told of [
      'certainty probable, hedged by “reportedly”',
      'suggested by the machine, corrected by Ana',
      'corrected certainty is possible, by Ana; the machine has probable',
      `Ana corrected ${boats.id}, certainty: probable → possible: heard the tape`,
      `Bo confirmed that ${denial.id} denies ${boats.id}`,
    ]) {
      expect(flat(out)).toContain(told);
    }
    expect(flat(out)).toMatch(/decided 2 · \d{4}-\d\d-\d\dT/);
    const json = JSON.parse((await typed(['show', boats.id, '--ledger', db, '--json'])).out);
    expect(json).toMatchObject({
      attribution: { certainty: 'probable' },
      standing: { state: 'corrected', corrections: [{ to: 'possible' }], decisions: [{ who: 'Ana' }, { who: 'Bo' }] },
    });
  });

  test('an undone decision stays, and says so', async () => {
    await decide('undo', '2', '--who', 'Bo', '--why', 'wrong tape');
    const out = flat((await typed(['show', boats.id, '--ledger', db])).out);
    expect(out).toContain('heard the tape (undone by entry 5)');
    expect(out).toContain('Bo undid entry 2');
    expect(out).toContain('confirmed by nobody');
  });

  test('ledger --state', async () => {
    const ids = async (state: string) => {
      const { out } = await typed(['ledger', '--state', state, '--json', '--ledger', db]);
      const lines = out.split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line).attribution.id);
    };
    expect(await ids('corrected')).toEqual([boats.id]);
    expect(await ids('rejected')).toEqual([mayor.id]);
    expect(await ids('confirmed')).toEqual([]);
    expect(await ids('suggested')).toContain(denial.id);
    const { out } = await typed(['ledger', '--ledger', db]);
    expect(out).toMatch(/^ +corrected: certainty → possible · affirms · probable · “reportedly”$/m);
    expect(out).toMatch(/Mayor Zelda Okoński +rejected · affirms/);
    expect((await typed(['show', document, '--ledger', db])).out).toContain('corrected: certainty →');
  });

  test('after a newer reading that has it no more, it is shown as not found', async () => {
    const ledger = openLedger(db);
    const rest = reading.attributions.filter(({ id }) => id !== boats.id);
    await ledger.store(capture, { ...reading, attributions: rest, figures: [] }, { reader: '2.0.0' });
    await ledger.close();
    const one = flat((await typed(['show', boats.id, '--ledger', db])).out);
    expect(one).toContain('not found the newest reading does not have this statement any more');
    expect(one).toContain('certainty is possible, by Ana; the newest reading has no such place any more');
    const all = flat((await typed(['show', document, '--ledger', db])).out);
    expect(all).toContain(`not found ${boats.id}: suggested by the machine, corrected by Ana`);
  });

  test.each([40, 60, 80, 120])('in lines that fit a terminal of %i', async (width) => {
    const shown = [['show', boats.id], ['show', document], ['ledger']];
    for (const command of shown) {
      const { out } = await typed([...command, '--ledger', db], { width, colour: true });
      const wide = stripVTControlCharacters(out).split('\n');
      expect(wide.filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  });

  test('nothing that was typed is obeyed by the terminal', async () => {
    await decide('confirm', boats.id, '--who', 'A\u001b[2Jna', '--why', 'x\u0007\u202ey');
    const { out } = await typed(['show', boats.id, '--ledger', db]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

test('a page of what was read before tells which statements people added', async () => {
  const file = join(folder, 'rain.txt');
  writeFileSync(file, 'Rain fell on the harbour. The mayor said the dock is shut.');
  const page = () => typed(['read', file, '--model', 'fast', '--format', 'html', '--ledger', db]);
  expect((await page()).out).not.toContain('added by');
  const found = (await typed(['ledger', '--search', 'dock shut', '--json', '--ledger', db])).out;
  const { document: read } = JSON.parse(found.split('\n')[0]!) as { document: { id: string } };
  await decide('add', read.id, '--words', 'Rain fell', '--name', 'A clerk', ...ana);
  expect((await page()).out).toContain('added by <bdi>Ana</bdi>');
});

describe('what was added is shown', () => {
  let id = '';
  beforeEach(async () => {
    const { out } = await decide('add', document, ...missed, '--source', 'Mayor Zelda Okoński', '--json', ...ana);
    id = JSON.parse(out).subject;
  });

  test('in lists, alone and in its document, as a person’s', async () => {
    expect((await typed(['ledger', '--ledger', db])).out).toMatch(
      /Mayor Zelda Okoński +added by Ana · affirms · certain\n/,
    );
    expect((await typed(['ledger', '--ledger', db, '--state', 'added'])).out).toContain(id);
    expect((await typed(['show', document, '--ledger', db])).out).toContain(id);
    const out = flat((await typed(['show', id, '--ledger', db])).out);
    expect(out).toContain('1.00 · added by Ana');
    expect(out).toContain(`Ana added ${id}, “The cost has not been disclosed”, by Mayor Zelda Okoński: heard the tape`);
    await decide('confirm', id, '--who', 'Bo');
    expect(flat((await typed(['show', id, '--ledger', db])).out)).toContain('added by Ana, confirmed by Bo');
  });

  test('taken back, with who took it back', async () => {
    await decide('undo', '2', '--who', 'Bo', '--why', 'told twice');
    expect((await typed(['ledger', '--ledger', db])).out).not.toContain(id);
    const out = flat((await typed(['show', id, '--ledger', db])).out);
    expect(out).toContain('added by Ana, and taken back');
    expect(out).toContain('not found its adding was taken back by entry 3');
    const all = flat((await typed(['show', document, '--ledger', db])).out);
    expect(all).toContain(`not found ${id}: added by Ana, and taken back; its adding was taken back by entry 3`);
    const again = await decide('confirm', id, ...ana);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('entry 3; undo that to bring it back') });
  });

  test('found by a newer reader too: as a person’s with what that one told, and as the machine’s once it is taken back', async () => {
    const ledger = openLedger(db);
    const { attribution } = (await ledger.statement(id))!;
    await ledger.store(
      capture,
      { ...reading, attributions: [{ ...attribution, polarity: 'denies', confidence: 0.8 }] },
      { reader: '2.0.0' },
    );
    await ledger.close();
    expect(flat((await typed(['ledger', '--ledger', db])).out)).toContain('added by Ana: polarity → affirms');
    await decide('undo', '2', '--who', 'Bo', '--why', 'told twice');
    expect((await typed(['ledger', '--ledger', db])).out).not.toContain('Ana');
    const out = flat((await typed(['show', id, '--ledger', db])).out);
    expect(out).toContain('0.80 · suggested by the machine, confirmed by nobody');
  });

  test('taken back after it was corrected: it is taken back', async () => {
    await decide('correct', id, '--field', 'polarity', '--to', 'denies', ...ana);
    await decide('undo', '2', '--who', 'Bo', '--why', 'told twice');
    const out = flat((await typed(['show', id, '--ledger', db])).out);
    expect(out).toContain('1.00 · added by Ana, and taken back');
  });

  test.each([40, 80, 120])('in lines that fit a terminal of %i', async (width) => {
    for (const command of [['show', id], ['show', document], ['ledger']]) {
      const { out } = await typed([...command, '--ledger', db], { width });
      expect(out.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  });
});

describe('a grade is shown', () => {
  const graded = ['--who', 'Ana', '--why', 'of three reports two held'];
  beforeEach(() => decide('grade', 'Dock workers', 'C', ...graded));
  const listed = async (...args: string[]) => (await typed(['sources', '--ledger', db, ...args])).out;

  test('sources: a column of it, once somebody graded one', async () => {
    expect(await listed()).toMatch(/^SOURCE +KIND +GRADE +SAYS/);
    expect(await listed()).toMatch(/^Dock workers +collective +C, fairly reliable +1 /m);
    expect(await listed()).toMatch(/^The harbour office +collective +· +1 /m);
    const [first] = (await listed('--grade', 'C', '--json')).split('\n');
    expect(JSON.parse(first!).grade).toMatchObject({ letter: 'C', who: 'Ana', why: 'of three reports two held' });
    await decide('undo', '2', ...graded);
    expect(await listed()).toMatch(/^SOURCE +KIND +SAYS/);
  });

  test('sources --grade: those that have it, or none', async () => {
    const out = await listed('--grade', 'C');
    expect(out).toContain('Dock workers');
    expect(out).toMatch(/\n1 source\.\n$/);
    expect(await listed('--grade', 'not graded')).not.toContain('Dock workers');
    expect((await typed(['sources', '--grade', 'G', '--ledger', db])).code).toBe(2);
  });

  test('show: beside the chain of a statement, with who gave it, when and why', async () => {
    const { out } = await typed(['show', boats.id, '--ledger', db]);
    expect(flat(out)).toMatch(
      /grade Dock workers: C, fairly reliable, by Ana on \d{4}-\d\d-\d\d: of three reports two held/,
    );
    const json = JSON.parse((await typed(['show', boats.id, '--ledger', db, '--json'])).out);
    expect(json.grades.map(({ grade }: { grade: object | null }) => grade)).toMatchObject([
      { letter: 'C' },
      null,
      null,
    ]);
  });

  test.each([40, 80, 120])('in lines that fit a terminal of %i', async (width) => {
    for (const command of [['sources'], ['show', boats.id]]) {
      const { out } = await typed([...command, '--ledger', db], { width });
      expect(out.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  });
});

describe('typedValue', () => {
  const rows = [
    ['polarity', ['denies'], 'denies', 'a word'],
    ['chain.0.kind', ['none'], null, 'no kind'],
    ['source', ['12,24'], [[12, 24]], 'a span'],
    [
      'source',
      ['12-24', '30, 41'],
      [
        [12, 24],
        [30, 41],
      ],
      'two spans',
    ],
    ['source', ['Dock workers'], 'Dock workers', 'the words'],
    ['source', ['Dock workers', '12,24'], ['Dock workers', [12, 24]], 'words and a span'],
    ['source', ['none'], [], 'no span'],
    ['figure.span', ['12,24'], [12, 24], 'the one span'],
    ['figure.of', ['none'], null, 'no span'],
    ['figure.min', ['1e3'], 1000, 'a number'],
    ['figure.min', ['ten'], 'ten', 'no number: the ledger says so'],
    ['figure.approximate', ['yes'], true, 'yes'],
    ['chain', ['The Wire'], ['The Wire'], 'a chain of one'],
    ['time.value', ['2025'], '2025', 'a value of digits is no number'],
  ] as const;
  test.each(rows)('%s %j → %j: %s', (field, words, value) => expect(typedValue(field, words)).toEqual(value));
});
