import type { Reading } from '../read.ts';

/** When a version of a report was published or last changed; null where it does not tell. */
export const versionAt = ({ document: { updated, published } }: Reading): string | null => updated ?? published;

/** In milliseconds since 1970; 0 where nothing is told. A day without a time counts as its end: what has a time was first. */
export function publishedAt(published: string | null): number {
  if (published === null) return 0;
  const known = parsed.get(published);
  if (known !== undefined) return known;
  const at = Date.parse(published.length === 10 ? `${published}T23:59:59Z` : published) || 0;
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(published, at);
  return at;
}

/** Statements are set beside others by the million, and those of a day have one time. */
const parsed = new Map<string, number>();
const MOST_PARSED = 10_000;

/** The same: whatever is compared by time, a day without a time counts as its end. */
export const beganAt = publishedAt;

/** The earliest first; what has no date comes before all. */
export function inTime(ids: readonly string[], readings: Pick<ReadonlyMap<string, Reading>, 'get'>): string[] {
  const at = (id: string): number => publishedAt(readings.get(id)?.document.published ?? null);
  return ids.toSorted((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
}

/** The first and the last of some days, as "2025-03-01". */
export type Days = readonly [first: string, last: string];

/** The day of a time, as it is written: the same day in two zones is one. Null for what is none. */
export const dayOf = (at: string | null): string | null =>
  at !== null && Number.isFinite(Date.parse(at.slice(0, 10))) ? at.slice(0, 10) : null;

/** The days on which a report stood as it was captured; null where it tells none. */
export function daysOf({ published, updated }: Reading['document']): Days | null {
  const first = dayOf(published) ?? dayOf(updated);
  const last = dayOf(updated) ?? first;
  return first === null || last === null ? null : [first, last < first ? first : last];
}

/** "2025-03-01", 3 → "2025-03-04" */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + 86_400_000 * days).toISOString().slice(0, 10);
