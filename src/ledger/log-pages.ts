import type { DatabaseSync } from 'node:sqlite';
import { type Entry, type EntryRow, entryOf } from './entries.ts';
import type { Page } from './ledger.ts';

export interface LogFilter {
  /** rows on this page; 0 for all */
  readonly limit?: number;
  /** `next` of the page before */
  readonly after?: number;
}

const pageSize = 20;

/** Entries after one, oldest first. */
export function entriesSince(db: DatabaseSync): (seq: number, limit: number) => Entry[] {
  const select = db.prepare('SELECT * FROM entries WHERE seq > ? ORDER BY seq LIMIT ?');
  return (seq, limit) => (select.all(seq, limit) as unknown as EntryRow[]).map((row) => entryOf({ ...row }));
}

/** The log, newest first. */
export function logPages(db: DatabaseSync): (filter: LogFilter) => Page<Entry> {
  const count = db.prepare('SELECT count(*) AS n FROM entries');
  const select = db.prepare('SELECT * FROM entries WHERE seq < ? ORDER BY seq DESC LIMIT ?');
  return ({ limit = pageSize, after = Number.MAX_SAFE_INTEGER }) => {
    const rows = select.all(after, limit === 0 ? -1 : limit + 1) as unknown as EntryRow[];
    const more = limit > 0 && rows.length > limit;
    const shown = more ? rows.slice(0, limit) : rows;
    const total = Number(count.get()?.n);
    return { rows: shown.map((row) => entryOf({ ...row })), total, next: more ? shown.at(-1)!.seq : null };
  };
}
