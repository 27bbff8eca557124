import { createHash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** One line of the log: who did what to which document or statement, and why. */
export interface Entry {
  readonly seq: number;
  /** ISO 8601 in UTC */
  readonly at: string;
  /** a person, or "hearsay 0.1.0" */
  readonly who: string;
  /** "read", "arrived", or what a person decided: "confirm", "undo" */
  readonly verb: string;
  /** id of what it is about */
  readonly subject: string;
  readonly why: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly previous: string;
  readonly hash: string;
}

/** What the first entry names as the one before it. */
export const noEntry = '0'.repeat(64);

export type EntryRow = Omit<Entry, 'body'> & { readonly body: string };

export function hashOf(entry: Omit<EntryRow, 'hash'>): string {
  const { seq, at, who, verb, subject, why, body, previous } = entry;
  return createHash('sha256')
    .update(JSON.stringify([seq, at, who, verb, subject, why, body, previous]))
    .digest('hex');
}

export interface EntryWriter {
  /** Adds to the end of the chain; call it inside a transaction that holds the write lock. */
  append(entry: Pick<Entry, 'at' | 'who' | 'verb' | 'subject' | 'why' | 'body'>): Entry;
}

export function entryWriter(db: DatabaseSync): EntryWriter {
  const last: StatementSync = db.prepare('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    append({ at, who, verb, subject, why, body }) {
      const before = last.get() as { seq: number; hash: string } | undefined;
      const row = {
        seq: (before?.seq ?? 0) + 1,
        at,
        who,
        verb,
        subject,
        why,
        body: JSON.stringify(body),
        previous: before?.hash ?? noEntry,
      };
      const hash = hashOf(row);
      insert.run(row.seq, at, who, verb, subject, why, row.body, row.previous, hash);
      return { ...row, hash, body };
    },
  };
}

export const entryOf = (row: EntryRow): Entry => ({ ...row, body: JSON.parse(row.body) as Entry['body'] });
