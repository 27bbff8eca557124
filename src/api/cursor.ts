import type { Page } from '../ledger/ledger.ts';
import type { ListPage } from './page-of-list.ts';
import { RequestRefused } from './problem.ts';

/** What a list takes of its query, as the ledger takes it. */
export interface Paged {
  readonly limit?: number;
  readonly after?: string | undefined;
  readonly format?: 'json' | 'csv';
}

export const usualLimit = 50;

/** The cursor of a page as the place it stands for. */
export function placeOf(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  const place = /^[0-9a-z]{1,11}$/.test(after) ? Number.parseInt(after, 36) : Number.NaN;
  if (Number.isSafeInteger(place)) return place;
  throw badCursor(after);
}

export const cursorOf = (place: number | null): string | null => place?.toString(36) ?? null;

export const badCursor = (after: string): RequestRefused =>
  new RequestRefused('bad-cursor', {
    title: 'No such page',
    status: 400,
    detail: `“${after}” is no cursor of this list`,
    way_out: 'Give `next` of the page before, or leave it out for the first page.',
  });

/** A page as the ledger is asked for it, and as it answers. */
export function placed({ limit, after }: Paged & { readonly limit: number }): { limit: number; after?: number } {
  const place = placeOf(after);
  return { limit, ...(place !== undefined && { after: place }) };
}

export const pageOfLedger = <Row>({ rows, total, next }: Page<Row>): ListPage<Row> => ({
  rows,
  total,
  next: cursorOf(next),
});
