import type { DatabaseSync } from 'node:sqlite';
import { LedgerRefused } from './ledger-refused.ts';
import { first } from './migrations/0001-first.ts';
import { meaning } from './migrations/0002-meaning.ts';
import { decisions } from './migrations/0003-decisions.ts';
import { links } from './migrations/0004-links.ts';
import { filters } from './migrations/0005-filters.ts';
import { grades } from './migrations/0006-grades.ts';
import { added } from './migrations/0007-added.ts';
import { lean } from './migrations/0008-lean.ts';
import { facts } from './migrations/0009-facts.ts';
import { claimSearch } from './migrations/0010-claim-search.ts';

/** In order; `user_version` says how many of them a file has. */
const migrations: readonly string[] = [
  first,
  meaning,
  decisions,
  links,
  filters,
  grades,
  added,
  lean,
  facts,
  claimSearch,
];

export const ledgerVersion = migrations.length;

/** "HRSY": what tells a ledger from other SQLite files. */
export const applicationId = 0x48525359;

/** Brings a new or older ledger up to this version: all of it or, after a crash, nothing. */
export function migrate(db: DatabaseSync, path: string): void {
  if (versionOf(db, path) === ledgerVersion) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // asked again: another process may have been first
    for (const sql of migrations.slice(versionOf(db, path))) db.exec(sql);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${ledgerVersion}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** 0 for an empty database; refuses files of others and of newer versions. */
export function versionOf(db: DatabaseSync, path: string): number {
  const pragma = (name: string) => Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
  const version = pragma('user_version');
  const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n);
  if (pragma('application_id') !== applicationId) {
    if (tables === 0 && version === 0) return 0;
    throw new LedgerRefused(path, 'is a database, but not a ledger', 'Name another file with --ledger FILE.');
  }
  if (version > ledgerVersion) {
    const versions = `version ${version}; this Hearsay knows up to ${ledgerVersion}`;
    throw new LedgerRefused(
      path,
      `was written by a newer Hearsay (${versions})`,
      'Update: npm install hearsay@latest.',
    );
  }
  return version;
}
