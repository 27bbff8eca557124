import { badCursor, type Paged, usualLimit } from './cursor.ts';

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
}

/** A page of what is held in memory. Its cursor is the key of its last row. */
export function pageOfList<Row>(
  all: readonly Row[],
  keyOf: (row: Row) => string,
  { limit = usualLimit, after }: Paged,
): ListPage<Row> {
  const start = after === undefined ? 0 : all.findIndex((row) => keyOf(row) === after) + 1;
  if (after !== undefined && start === 0) throw badCursor(after);
  const rows = all.slice(start, start + limit);
  const last = rows.at(-1);
  return { rows, total: all.length, next: last && start + limit < all.length ? keyOf(last) : null };
}
