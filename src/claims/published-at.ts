import type { Reading } from '../read.ts';

/** When a version of a report was published or last changed; null where it does not tell. */
export const versionAt = ({ document: { updated, published } }: Reading): string | null => updated ?? published;

/** In milliseconds since 1970; 0 where nothing is told. A day without a time counts as its end: what has a time was first. */
export function publishedAt(published: string | null): number {
  if (published === null) return 0;
  return Date.parse(published.length === 10 ? `${published}T23:59:59Z` : published) || 0;
}

/** As `publishedAt`, but that a day without a time counts as its beginning: how far apart two reports are. */
export const beganAt = (published: string | null): number => (published === null ? 0 : Date.parse(published) || 0);
