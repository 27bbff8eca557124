/** In milliseconds since 1970; 0 where nothing is told. A day without a time counts as its end: what has a time was first. */
export function publishedAt(published: string | null): number {
  if (published === null) return 0;
  return Date.parse(published.length === 10 ? `${published}T23:59:59Z` : published) || 0;
}
