import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-open-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const foreign = (path: string, sql: string) => {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
};

const rows = [
  { name: 'text.db', make: (path: string) => writeFileSync(path, 'Dear diary'), says: 'is not a ledger' },
  { name: 'short.db', make: (path: string) => writeFileSync(path, 'S'), says: 'is not a ledger' },
  {
    name: 'other.db',
    make: (path: string) => foreign(path, 'CREATE TABLE mine (a); INSERT INTO mine VALUES (1)'),
    says: 'a database, but not a ledger',
  },
  {
    name: 'wal.db',
    make: (path: string) => foreign(path, 'PRAGMA journal_mode = WAL; CREATE TABLE mine (a)'),
    says: 'a database, but not a ledger',
  },
  {
    name: 'newer.db',
    make: (path: string) =>
      foreign(path, 'CREATE TABLE t (a); PRAGMA application_id = 0x48525359; PRAGMA user_version = 999'),
    says: 'newer Hearsay (version 999',
  },
  {
    name: 'cut.db',
    make: (path: string) => writeFileSync(path, Buffer.from('SQLite format 3\0 and no more')),
    says: 'is damaged',
  },
];
test.each(rows)('$name is refused and left as it was', ({ name, make, says }) => {
  const path = join(folder, name);
  make(path);
  const before = readFileSync(path);
  expect(() => openLedger(path)).toThrow(
    expect.objectContaining({ name: 'LedgerRefused', path, message: expect.stringContaining(says) }),
  );
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((file) => file.startsWith(`${name}-journal`))).toEqual([]);
});

test('a folder, a file in no folder, and a file that is not there have a way out each', () => {
  mkdirSync(join(folder, 'inner'));
  expect(() => openLedger(join(folder, 'inner'))).toThrow(/is not a file\. Name a file/);
  expect(() => openLedger(join(folder, 'no', 'x.db'))).toThrow(/cannot be opened or made\. Check that its folder/);
  expect(() => openLedger(join(folder, 'none.db'), { create: false })).toThrow(/no ledger here\. Make one/);
  expect(readdirSync(folder)).not.toContain('none.db');
});

test('an empty file, as a crash can leave it, becomes a ledger', async () => {
  const path = join(folder, 'empty.db');
  writeFileSync(path, '');
  const ledger = openLedger(path);
  expect(await ledger.counts()).toMatchObject({ documents: 0, entries: 0 });
  await ledger.close();
  await openLedger(path, { create: false }).close();
});

test('every commit is on the disk when it returns, and nothing is replaced behind the triggers', async () => {
  const path = join(folder, 'full.db');
  // made beforehand, so that what is executed last are the settings
  await openLedger(path).close();
  const spy = vi.spyOn(DatabaseSync.prototype, 'exec');
  const ledger = openLedger(path);
  const opened = spy.mock.contexts.at(-1) as unknown as DatabaseSync;
  spy.mockRestore();
  const pragma = (name: string) => opened.prepare(`PRAGMA ${name}`).get()?.[name];
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('recursive_triggers')).toBe(1);
  await ledger.close();
});
