import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { links } from '../../src/ledger/migrations/0004-links.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Problem } from '../../src/ledger/problem.ts';
import { dockReading, dockText } from './made-reading.ts';

const { capture, reading, boats, denial } = dockReading();
const document = reading.document.id;
let folder = '';
let whole = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-damage-'));
  whole = join(folder, 'whole.db');
  const ledger = openLedger(whole);
  await ledger.store(capture, reading, { reader: '1.0.0' });
  const other = dockReading(`${dockText}\nAnother.`, 'other.txt');
  await ledger.store(other.capture, other.reading, { reader: '1.0.0' });
  await ledger.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let copies = 0;
function copy(): string {
  const path = join(folder, `copy-${copies++}.db`);
  copyFileSync(whole, path);
  return path;
}

/** As somebody with an SQLite tool could do it: triggers put back afterwards, so that only the rows tell. */
function tamper(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  db.exec('PRAGMA foreign_keys = OFF');
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(String(trigger.sql));
  db.close();
}

async function problemsOf(path: string): Promise<Problem[]> {
  const ledger = openLedger(path);
  const found: Problem[] = [];
  for await (const problem of ledger.verify()) found.push(problem);
  await ledger.close();
  return found;
}

test('a whole ledger has no problem', async () => expect(await problemsOf(copy())).toEqual([]));

const item = (id: string) => `(SELECT item FROM attributions WHERE id = '${id}')`;
const rows = [
  ...["reader = '2.0.0'", `given = '{"outlet":"Another"}'`, "at = '2001-01-01T00:00:00Z'"].map((change) => ({
    sql: `UPDATE readings SET ${change} WHERE document = '${document}'`,
    named: { kind: 'row', document, what: expect.stringContaining('not what its entry records') },
    reason: 'when, by what and with which facts it was read is part of the record',
  })),
  {
    sql: `UPDATE bytes SET bytes = x'00' WHERE sha256 = '${capture.sha256}'`,
    named: { kind: 'bytes', document },
    reason: 'the capture is evidence',
  },
  {
    sql: `UPDATE texts SET words = replace(words, '40', '90') WHERE sha256 = '${reading.document.sha256}'`,
    named: { kind: 'slice', document, statement: boats.id, what: expect.stringContaining('at least 90') },
    reason: 'the text has other words than the slice',
  },
  {
    sql: `UPDATE texts SET words = words || ' More.' WHERE sha256 = '${reading.document.sha256}'`,
    named: { kind: 'text', document },
    reason: 'no slice is touched, the hash still tells',
  },
  {
    sql: `UPDATE spans SET words = 'at most 40 boats' WHERE item = ${item(boats.id)} AND role = 'content'`,
    named: { kind: 'slice', document, statement: boats.id, what: expect.stringContaining('at most 40 boats') },
    reason: 'kept words that the text does not have',
  },
  {
    sql: `UPDATE spans SET start = start + 1 WHERE item = ${item(boats.id)} AND role = 'cue'`,
    named: { kind: 'slice', document, statement: boats.id },
    reason: 'a moved span',
  },
  {
    sql: `UPDATE spans SET "end" = 99999 WHERE item = ${item(boats.id)} AND role = 'cue'`,
    named: { kind: 'slice', document, statement: boats.id, what: expect.stringContaining('runs out') },
    reason: 'a span beyond the text',
  },
  {
    sql: `DELETE FROM spans WHERE item = ${item(boats.id)} AND role = 'hedge'`,
    named: { kind: 'row', document, statement: boats.id },
    reason: 'a hedge taken away makes a statement firmer',
  },
  {
    sql: `UPDATE attributions SET polarity = 'affirms' WHERE id = '${denial.id}'`,
    named: { kind: 'row', document, statement: denial.id },
    reason: 'a denial turned round: no slice tells, the row does',
  },
  {
    sql: `UPDATE hops SET name = 'Officials' WHERE item = ${item(boats.id)} AND n = 0`,
    named: { kind: 'row', document, statement: boats.id },
    reason: 'another source',
  },
  {
    sql: `DELETE FROM attributions WHERE id = '${denial.id}'`,
    named: { kind: 'row', document, what: expect.stringContaining('is missing') },
    reason: 'a statement taken out',
  },
  {
    sql: 'UPDATE figures SET min = 4000',
    named: { kind: 'row', document, what: expect.stringContaining('figure 0') },
    reason: 'another number',
  },
  {
    sql: `UPDATE readings SET outlet = 'The Quay' WHERE document = '${document}'`,
    named: { kind: 'row', document, what: expect.stringContaining('not the one its entry records') },
    reason: 'another outlet',
  },
  { sql: "UPDATE entries SET who = 'somebody' WHERE seq = 1", named: { kind: 'entry' }, reason: 'another author' },
  { sql: 'DELETE FROM entries WHERE seq = 1', named: { kind: 'entry' }, reason: 'an entry cut out of the chain' },
  {
    sql: 'DELETE FROM entries WHERE seq = 2',
    named: { kind: 'entry', what: 'no entry tells of this reading' },
    reason: 'an entry cut off the end',
  },
  {
    sql: `DELETE FROM captures WHERE sha256 = '${capture.sha256}'; DELETE FROM bytes WHERE sha256 = '${capture.sha256}'`,
    named: { kind: 'reference' },
    reason: 'the bytes of a document are gone',
  },
  {
    sql: "INSERT INTO text_search (text_search) VALUES ('delete-all')",
    named: { kind: 'search', what: expect.stringContaining('text_search') },
    reason: 'what is there would not be found',
  },
  {
    sql: "INSERT INTO statement_search (rowid, content, cue, source) VALUES (1, 'forged', '', '')",
    named: { kind: 'search', what: expect.stringContaining('statement_search') },
    reason: 'words would be found that nobody said',
  },
];
test.each(rows)('$sql is named: $reason', async ({ sql, named }) => {
  const path = copy();
  tamper(path, sql);
  expect(await problemsOf(path)).toContainEqual(expect.objectContaining(named));
});

test('a dropped trigger is named', async () => {
  const path = copy();
  const db = new DatabaseSync(path);
  db.exec('DROP TRIGGER spans_no_update');
  db.close();
  const [problem] = await problemsOf(path);
  expect(problem).toMatchObject({ kind: 'schema', what: 'trigger spans_no_update is missing' });
});

test('a tampered statement is not shown as if it were whole', async () => {
  const path = copy();
  tamper(path, `UPDATE spans SET words = 'at most 40 boats' WHERE item = ${item(boats.id)} AND role = 'content'`);
  const ledger = openLedger(path);
  const named = { name: 'BadSlice', owner: `statement ${boats.id}`, words: 'at most 40 boats' };
  await expect(ledger.statement(boats.id)).rejects.toMatchObject(named);
  await expect(ledger.reading(document)).rejects.toMatchObject(named);
  await expect(ledger.statements()).rejects.toMatchObject(named);
  await ledger.close();
});

test('flipped bytes in any page are a problem or a refusal, never a silence or a crash', async () => {
  const size = readFileSync(whole).length;
  const quiet: number[] = [];
  for (let page = 0; page * 4096 < size; page++) {
    const path = copy();
    const bytes = readFileSync(path);
    // the cells of a page lie at its end
    for (let i = 1; i <= 64; i++) bytes[(page + 1) * 4096 - i]! ^= 0xff;
    writeFileSync(path, bytes);
    const found = await problemsOf(path).catch((error: Error) => [error]);
    if (found.length === 0) quiet.push(page);
  }
  // tables and indexes without a row, which have nothing at their end (entities, places, events, two indexes), and two pages of
  // the schema, whose rows moved when columns were added; and those of the links, of which none were made here
  expect(quiet.length).toBeLessThanOrEqual(7 + treesOf(links));
});

/** How many tables and indexes a migration makes: each is a page where it is empty. */
const treesOf = (migration: string): number => migration.match(/CREATE (?:TABLE|INDEX)/g)!.length + uniqueOf(migration);
const uniqueOf = (migration: string): number => migration.match(/ UNIQUE/g)?.length ?? 0;

describe('append-only', () => {
  const tables = ['bytes', 'captures', 'texts', 'documents', 'readings', 'blocks', 'items', 'spans', 'attributions'];
  test.each([...tables, 'hops', 'figures', 'times', 'unknowns', 'entries'])(
    '%s can be neither changed nor emptied',
    (table) => {
      const db = new DatabaseSync(copy());
      const [column] = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
      expect(() => db.exec(`UPDATE ${table} SET ${column!.name} = ${column!.name}`)).toThrow('append-only');
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('append-only');
      db.close();
    },
  );
});
