/**
 * What a person types, as an FTS5 query in which nothing can be an operator: words all have to be there, "in quotation
 * marks" they follow one another, and a last * takes every word that begins so. Null where there is no word to look for.
 *
 *     troops in "at least ten" Kur*   →   "troops" "in" "at least ten" "Kur"*
 */
export function searchQuery(typed: string): string | null {
  const clean = typed.replaceAll('\0', ' ').toWellFormed();
  const terms = clean.match(/["“][^"“”]*["”]|[^\s"“”]+/g) ?? [];
  // a term of marks alone has no token to match
  const quoted = terms.filter((term) => /[\p{L}\p{N}]/u.test(term)).map(quote);
  return quoted.length > 0 ? quoted.join(' ') : null;
}

function quote(term: string): string {
  const words = term.replace(/^["“]|["”]$/g, '').replace(/\*+$/, '');
  return `"${words.replaceAll('"', '""')}"${term.endsWith('*') ? '*' : ''}`;
}
