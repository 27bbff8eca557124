import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadOptions, readCommand } from '../../src/cli/read-command.ts';
import type { read } from '../../src/read.ts';
import { dockReading, dockText } from '../ledger/made-reading.ts';
import { recordingTerminal, typed } from './recording-terminal.ts';

const { reading, boats, denial, mayor, voice } = dockReading();
const document = reading.document.id;

let folder = '';
let db = '';
const at = (name: string) => join(folder, name);
const rowsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** A reading made by hand, so that these tests know what is found. */
const readDock: typeof read = async (capture, given = {}) => {
  const text = Buffer.from(capture.bytes).toString();
  if (text.startsWith('BROKEN')) throw new TypeError('x is not a function');
  return dockReading(text, capture.address, { title: 'Ferry dock to close', ...given }).reading;
};

async function readTyped(targets: string[], options: Partial<ReadOptions> = {}, width = 100) {
  const { terminal, written } = recordingTerminal({ width });
  const code = await readCommand(
    targets,
    { ledger: db, format: 'table', store: true, model: 'fast', threads: 1, ...options },
    terminal,
    readDock,
  );
  return { code, ...written };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'));
  db = at('dock.db');
  writeFileSync(at('dock.txt'), dockText);
  writeFileSync(at('copy.txt'), dockText);
  writeFileSync(at('other.txt'), `${dockText}\nAnother.`);
  writeFileSync(at('broken.txt'), 'BROKEN text');
  await readTyped([at('dock.txt')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('read', () => {
  test('prints the document, its statements and what to do next, and says what was stored', async () => {
    const { code, out, err } = await readTyped([at('dock.txt')], { ledger: at('new.db') });
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('Ferry dock to close\nThe Harbour Post · 2025-03-01');
    expect(out).toMatch(new RegExp(`${boats.id}  Dock workers → The Tide Wire +affirms · probable · “reportedly”`));
    expect(out).toContain('told: at least 40 boats reportedly left on Tuesday');
    expect(out).toMatch(/The harbour office +doubtful 0.40 · denies · certain/);
    expect(out).toContain('The Harbour Post, in its own voice');
    expect(out).toMatch(/not known +The cost has not been disclosed/);
    expect(out).toContain('4 statements by 3 sources named in it · 1 denial · 1 hedged · 1 not known · 1 figure');
    expect(out).toContain('Stored 1 document with 4 statements in');
    expect(out).toContain(`Next: hearsay show ${boats.id.slice(0, 8)} --ledger`);
  });

  test.each([
    ['nobody denies', 'The bridge was shut, Ana Torv said.', 'ledger'],
    ['one denies', 'The bridge was shut, Ana Torv said. Bo Lind denied that it was shut.', 'ledger --denied'],
  ])('what it says to do next would show something: %s', async (_reason, words, command) => {
    const file = at(`${words.length}.txt`);
    writeFileSync(file, words);
    const own = at(`${words.length}.db`);
    const { out } = await typed(['read', file, '--model', 'fast', '--ledger', own]);
    expect(out).toContain(`  or: hearsay ${command} --ledger ${own}\n`);
    expect((await typed([...command.split(' '), '--ledger', own])).out).toMatch(/all that fit\.\n$/);
  });

  test('the same bytes are stored once, and it says so', async () => {
    const { code, out } = await readTyped([at('dock.txt'), at('copy.txt')]);
    expect(code).toBe(0);
    expect(out).toContain('already: same bytes');
    expect(out).not.toContain('Stored');
    const shown = await typed(['show', document, '--ledger', db, '--json']);
    expect(JSON.parse(shown.out).arrivals.map((one: { address: string }) => one.address)).toEqual([
      at('dock.txt'),
      at('copy.txt'),
    ]);
  });

  test('what is refused is told, and the rest goes on', async () => {
    const { code, out, err } = await readTyped([at('none.txt'), at('broken.txt'), at('other.txt')], {
      ledger: at('rest.db'),
    });
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^error: .*none\.txt: no such file or folder\. Check/),
      expect.stringMatching(/^error: .*broken\.txt: could not be read \(x is not a function\)\. This is a defect/),
      '',
    ]);
    expect(err).not.toContain(' at ');
    expect(out).toContain('Stored 1 document');
    expect(out).toContain('2 inputs refused');
  });

  test('--no-store makes no ledger', async () => {
    const { out } = await readTyped([at('dock.txt')], { ledger: at('unmade.db'), store: false });
    expect(out).toContain('nothing was stored');
    expect(() => readFileSync(at('unmade.db'))).toThrow('ENOENT');
  });

  test('--format jsonl prints a document a line and nothing else there', async () => {
    const { out, err } = await readTyped([at('dock.txt'), at('other.txt')], { format: 'jsonl', store: false });
    expect(rowsOf(out).map((row) => row.attributions.length)).toEqual([4, 4]);
    expect(err).toContain('nothing was stored');
  });

  test('--format jsonl gives known documents from the ledger', async () => {
    const { out } = await readTyped([at('dock.txt')], { format: 'jsonl' });
    expect(rowsOf(out)[0].id).toBe(document);
  });

  test.each(['jsonl', 'html'] as const)('--output writes %s to a file', async (format) => {
    const output = at(`page.${format}`);
    const { code, out } = await readTyped([at('dock.txt')], { format, store: false, output });
    expect(code).toBe(0);
    expect(out).toBe('');
    expect(readFileSync(output, 'utf8')).toContain('Dock workers');
  });

  test('--quiet prints errors alone', async () => {
    const { out, err } = await readTyped([at('dock.txt'), at('none.txt')], { quiet: true });
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('many inputs get a line each, with the id that was stored', async () => {
    const rows = at('many.jsonl');
    writeFileSync(rows, Array.from({ length: 25 }, (_, n) => JSON.stringify({ text: n })).join('\n'));
    const { terminal, written } = recordingTerminal();
    const options = { ledger: at('many.db'), format: 'table', store: true, model: 'fast', threads: 1 } as const;
    const readRow: typeof read = async (capture) =>
      dockReading(`${dockText}\n${capture.address}`, capture.address).reading;
    const made: typeof read = async (capture, given) => {
      const reading = await readRow(capture, given);
      return {
        ...reading,
        document: { ...reading.document, id: capture.sha256.slice(0, 12), capture: capture.sha256 },
      };
    };
    expect(await readCommand([rows], options, terminal, made)).toBe(0);
    expect(written.err.match(/^stored [0-9a-f]{12} .*many\.jsonl#\d+ \(4 statements\)$/gm)).toHaveLength(25);
    expect(written.out).toMatch(/^Stored 25 documents with 100 statements/);
  });

  test('what was told of a document is kept when a newer reader reads it without', async () => {
    const ledger = at('told.db');
    await readTyped([at('dock.txt')], { ledger, outlet: 'The Pier' });
    const tables = new DatabaseSync(ledger);
    // as if the reading had been made by an older version
    tables.exec("DROP TRIGGER readings_no_update; UPDATE readings SET reader = '0.0.1'");
    tables.close();
    const { out } = await readTyped([at('dock.txt')], { ledger });
    expect(out).toContain('The Pier');
    expect(out).toContain('Stored 1 document');
  });
});

describe('ledger', () => {
  const list = (...args: string[]) => typed(['ledger', '--ledger', db, ...args]);
  const rows = [
    { args: [], ids: [voice, boats, denial, mayor], reason: 'all' },
    { args: ['--denied'], ids: [denial], reason: 'short for --polarity denies' },
    { args: ['--source', 'tide'], ids: [boats], reason: 'in the chain' },
    { args: ['--certainty', 'probable'], ids: [boats], reason: 'hedged' },
    { args: ['--doubtful'], ids: [denial], reason: 'a confidence below 0.5' },
    { args: ['--kind', 'voice'], ids: [voice], reason: 'the outlet itself' },
    { args: ['--search', '"will close"'], ids: [mayor], reason: 'a phrase' },
    {
      args: ['--document', document.slice(0, 5)],
      ids: [voice, boats, denial, mayor],
      reason: 'the beginning of an id',
    },
    { args: ['--limit', '2'], ids: [voice, boats], reason: 'the first two' },
    { args: ['--limit', '0'], ids: [voice, boats, denial, mayor], reason: 'all' },
  ];
  test.each(rows)('$args: $reason', async ({ args, ids }) => {
    const { out, code } = await list(...args, '--json');
    expect(code).toBe(0);
    expect(rowsOf(out).map((row) => row.attribution.id)).toEqual(ids.map((one) => one.id));
  });

  test('says how many there are beyond the limit', async () => {
    expect((await list('--limit', '3')).out).toContain('3 of 4; --limit 0 for all.');
    expect((await list()).out).toContain('4 statements: all that fit.');
  });

  test('what was not found in what was read is not said to be unsaid', async () => {
    expect((await list('--source', 'nobody of that name')).out).toContain('not to say that nobody said it');
    expect((await list('--search', '"—')).out).toContain('Nothing to search for');
  });
});

describe('show', () => {
  test('a statement: its passage, chain and everything found in it', async () => {
    const { out, code } = await typed(['show', boats.id.slice(0, 6), '--ledger', db]);
    expect(code).toBe(0);
    const flat = out.replace(/\s+/g, ' ');
    expect(flat).toContain('told The Tide Wire that [at least 40 boats reportedly left on Tuesday]. The harbour');
    for (const told of [
      'chain Dock workers → The Tide Wire → The Harbour Post',
      'said indirect speech, by “told”',
      'certainty probable, hedged by “reportedly”',
      'figure “at least 40” is min 40 of “boats”',
      'time “Tuesday” is 2025-02-25',
      `SHA-256 ${reading.document.capture}`,
    ]) {
      expect(flat).toContain(told);
    }
  });

  test('with colours the words are marked by them', async () => {
    const { out } = await typed(['show', boats.id, '--ledger', db], { colour: true });
    expect(out).toContain('\u001b[32mDock workers\u001b[39m');
    expect(stripVTControlCharacters(out)).not.toContain('[at least');
  });

  test('a document: its statements and where it came from', async () => {
    const { out } = await typed(['show', document, '--ledger', db]);
    for (const { id } of [voice, boats, denial, mayor]) expect(out).toContain(id);
    expect(out).toContain(at('dock.txt'));
  });

  test('--json is one object each', async () => {
    const one = JSON.parse((await typed(['show', boats.id, '--ledger', db, '--json'])).out);
    expect(one).toMatchObject({ attribution: { id: boats.id }, figures: [{ min: 40 }], newest: true });
    const all = JSON.parse((await typed(['show', document, '--ledger', db, '--json'])).out);
    expect(all).toMatchObject({ id: document, text: dockText, reader: expect.any(String) });
  });

  test('an id that is not there, or the beginning of several, says what is near', async () => {
    const near = `${boats.id.slice(0, 5)}zzz`;
    const unknown = await typed(['show', near, '--ledger', db]);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain(`begins with “${near}”. Nearest:\n  ${boats.id}`);
    const several = await typed(['show', '', '--ledger', db]);
    expect(several.code).toBe(1);
    const first = [voice, boats, denial, mayor, { id: document }].map(({ id }) => id[0]!);
    const shared = first.find((digit, i) => first.indexOf(digit) !== i);
    if (!shared) return;
    const ambiguous = await typed(['show', shared, '--ledger', db]);
    expect(ambiguous.code).toBe(1);
    expect(ambiguous.err).toContain('is the beginning of several');
  });
});

test('sources counts who speaks', async () => {
  const { out } = await typed(['sources', '--ledger', db]);
  expect(out).toMatch(/^SOURCE +KIND +SAYS +DENIES +PASSES ON +DOCUMENTS +OUTLETS\n/);
  expect(out).toMatch(/^The harbour office +collective +1 +1 +· +1 +1$/m);
  const json = await typed(['sources', '--ledger', db, '--json', '--limit', '2']);
  expect(rowsOf(json.out)).toHaveLength(2);
});

test('verify names what is broken and exits with 1', async () => {
  const ledger = at('tampered.db');
  await readTyped([at('dock.txt')], { ledger });
  const whole = await typed(['verify', '--ledger', ledger]);
  expect(whole).toMatchObject({ code: 0, err: '', out: expect.stringContaining('is whole: 1 document, 4 statements') });
  const { out: told } = await typed(['verify', '--ledger', ledger, '--json']);
  const [, head] = /^Last entry (\w{64})$/m.exec(whole.out)!;
  expect(rowsOf(told)).toEqual([{ whole: true, captures: 1, documents: 1, statements: 4, entries: 1, head }]);
  const tables = new DatabaseSync(ledger);
  tables.exec("DROP TRIGGER spans_no_update; UPDATE spans SET words = 'ten boats' WHERE words LIKE 'at least 40 b%'");
  tables.close();
  const broken = await typed(['verify', '--ledger', ledger]);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain(`statement ${boats.id}: content`);
  expect(broken.out).toContain('ten boats');
  expect(rowsOf((await typed(['verify', '--ledger', ledger, '--json'])).out).length).toBeGreaterThan(1);
});

describe('lines fit the terminal', () => {
  const commands = [['ledger'], ['sources'], ['show', boats.id], ['show', document]];
  const cases = [40, 60, 80, 120].flatMap((width) => commands.map((command) => ({ width, command })));
  test.each(cases)('$command at $width', async ({ width, command }) => {
    const { out } = await typed([...command, '--ledger', db], { width, colour: true });
    const wide = stripVTControlCharacters(out)
      .split('\n')
      .filter((line) => stringWidth(line) > width);
    expect(wide).toEqual([]);
  });
});

test('nothing in a page is obeyed by the terminal', async () => {
  const hostile = 'Clerk \u001b[2J\u0007\u202esaid the \u009b31mdock is \u001b]0;x\u0007shut.';
  writeFileSync(at('hostile.txt'), hostile);
  const { terminal, written } = recordingTerminal();
  const readHostile: typeof read = async (capture) => {
    const { reading: made } = dockReading(dockText, capture.address);
    const span = [0, hostile.length] as const;
    const { document: known, attributions } = made;
    const told = {
      ...known,
      id: capture.sha256.slice(0, 12),
      capture: capture.sha256,
      title: hostile,
      outlet: hostile,
      text: hostile,
    };
    const one = {
      ...attributions[0]!,
      content: [span],
      chain: [{ name: hostile, kind: null, span, source: null, basis: null }],
    };
    return {
      ...made,
      document: { ...told, blocks: [] },
      attributions: [one],
      figures: [],
      times: [],
      unknowns: [{ span, about: null, kind: 'unclear' as const, who: null }],
    };
  };
  const options = { ledger: at('h.db'), format: 'table', store: false, model: 'fast', threads: 1 } as const;
  await readCommand([at('hostile.txt')], options, terminal, readHostile);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(written.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(written.out).toContain('said the');
});

describe('typed wrongly', () => {
  const rows = [
    { args: ['read'], says: 'target', reason: 'nothing to read' },
    { args: ['reed', 'x'], says: 'Did you mean read?', reason: 'no such command' },
    { args: ['read', 'x', '--published', 'yesterday'], says: '2024-11-22', reason: 'no date' },
    { args: ['read', 'x', '--published', '2024-02-30'], says: '2024-11-22', reason: 'no such day' },
    { args: ['read', 'x', '--format', 'xml'], says: 'jsonl', reason: 'no such format' },
    { args: ['read', 'x', '--output', 'y'], says: '--format', reason: 'a table has no file' },
    { args: ['read', 'x', '--model', 'best'], says: 'accurate', reason: 'no such model' },
    { args: ['read', 'x', '--threads', '0'], says: 'whole number', reason: 'no thread at all' },
    { args: ['ledger', '--limit', '-1'], says: 'whole number', reason: 'fewer than none' },
    { args: ['ledger', '--polarity', 'maybe'], says: 'affirms', reason: 'no such polarity' },
    { args: ['show'], says: 'id', reason: 'no id' },
  ];
  test.each(rows)('$args exits with 2: $reason', async ({ args, says }) => {
    const { code, err } = await typed(args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test.each([['ledger'], ['show', 'x'], ['sources'], ['verify']])(
    '%s of a ledger that is not there says how to make one',
    async (...args) => {
      const { code, err } = await typed([...args, '--ledger', at('missing.db')]);
      expect(code).toBe(1);
      expect(err).toMatch(/^error: .*missing\.db: no ledger here\. Make one: hearsay read FILE/);
    },
  );
});

test('schema prints the JSON Schema, --version the version, --help examples', async () => {
  expect(JSON.parse((await typed(['schema'])).out)).toHaveProperty('properties.attributions');
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await typed(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  expect((await typed(['--help'])).out).toContain('hearsay ledger --denied');
});
