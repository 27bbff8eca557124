import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from './ledger.ts';
import { LedgerRefused, refused } from './ledger-refused.ts';
import { migrate, versionOf } from './migrate.ts';
import { PATIENCE } from './patience.ts';
import { sqliteLedger } from './sqlite-ledger.ts';

export interface Opening {
  /** false refuses a file that is not there; by default it is made */
  readonly create?: boolean;
  readonly now?: () => Date;
  /** who the entries name: a person, or by default "hearsay" */
  readonly who?: string;
}

/** Opens a ledger file, makes it where it is new, and refuses what is no ledger, which it leaves as it was. */
export function openLedger(
  path: string,
  { create = true, now = () => new Date(), who = 'hearsay' }: Opening = {},
): Ledger {
  if (path !== ':memory:') checkFile(path, create);
  const db = connect(path);
  try {
    migrate(db, path);
    db.exec(settings);
  } catch (error) {
    db.close();
    throw refused(path, error);
  }
  return sqliteLedger(db, { path, now: () => now().toISOString(), who });
}

// FULL: a commit is on the disk when it returns, so what was reported as stored outlives a power cut.
// wal_autocheckpoint: linking changes pages all over the file; one that is changed again within 256 MB is written back once.
// recursive_triggers: INSERT OR REPLACE counts as a deletion, which the triggers refuse.
const settings = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -256000;
  PRAGMA wal_autocheckpoint = 64000;`;

function connect(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: PATIENCE });
  } catch (error) {
    throw refused(path, error);
  }
}

/** Looks before anything is written. */
function checkFile(path: string, create: boolean): void {
  if (!existsSync(path)) {
    if (create) return;
    throw new LedgerRefused(path, 'no ledger here', `Make one: hearsay read FILE --ledger ${path}`);
  }
  const { size } = fileAt(path);
  if (size === 0) return;
  if (!headOf(path).equals(sqliteMagic)) {
    throw new LedgerRefused(path, 'is not a ledger', 'Name another file with --ledger FILE.');
  }
  const db = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE });
  try {
    versionOf(db, path);
  } catch (error) {
    throw refused(path, error);
  } finally {
    db.close();
  }
}

function fileAt(path: string) {
  const file = statSync(path);
  if (file.isFile()) return file;
  throw new LedgerRefused(path, 'is not a file', 'Name a file with --ledger FILE.');
}

const sqliteMagic = Buffer.from('SQLite format 3\0');

function headOf(path: string): Buffer {
  const head = Buffer.alloc(sqliteMagic.length);
  try {
    const file = openSync(path, 'r');
    readSync(file, head);
    closeSync(file);
  } catch (error) {
    throw refused(path, error);
  }
  return head;
}
