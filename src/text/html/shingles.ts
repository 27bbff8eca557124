/** Runs of four words, in lower case: what two texts share of these they share of their wording. */
export function shingles(text: string, size = 4): readonly string[] {
  const tokens = tokensOf(text);
  if (tokens.length < size) return tokens.length > 0 ? [tokens.join(' ')] : [];
  return tokens.slice(size - 1).map((_, i) => tokens.slice(i, i + size).join(' '));
}

/** Words; for scripts without spaces, characters. */
export const tokensOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The share of one text's shingles that stand in another's, 0…1. */
export function shareIn(text: string, others: ReadonlySet<string>): number {
  const own = shingles(text);
  return own.length === 0 ? 0 : own.filter((shingle) => others.has(shingle)).length / own.length;
}
