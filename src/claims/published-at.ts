import type { Reading } from '../read.ts';

/** When a version of a report was published or last changed; null where it does not tell. */
export const versionAt = ({ document: { updated, published } }: Reading): string | null => updated ?? published;

/** In milliseconds since 1970; 0 where nothing is told. A day without a time counts as its end: what has a time was first. */
export function publishedAt(published: string | null): number {
  if (published === null) return 0;
  return Date.parse(published.length === 10 ? `${published}T23:59:59Z` : published) || 0;
}

/** The same: whatever is compared by time, a day without a time counts as its end. */
export const beganAt = publishedAt;

/** The earliest first; what has no date comes before all. */
export function inTime(ids: readonly string[], readings: Pick<ReadonlyMap<string, Reading>, 'get'>): string[] {
  const at = (id: string): number => publishedAt(readings.get(id)?.document.published ?? null);
  return ids.toSorted((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
}

/** The days on which a report stood as it was captured, as it writes them; null where it tells none. */
export function daysOf({ published, updated }: Reading['document']): readonly [first: number, last: number] | null {
  const first = dayOf(published ?? updated);
  const last = dayOf(updated ?? published);
  return first === null || last === null ? null : [first, Math.max(first, last)];
}

/** Days since 1970; the same day in two zones is one. */
function dayOf(at: string | null): number | null {
  const day = at === null ? Number.NaN : Date.parse(at.slice(0, 10)) / 86_400_000;
  return Number.isNaN(day) ? null : day;
}
