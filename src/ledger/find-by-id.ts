import type { DatabaseSync } from 'node:sqlite';
import type { Found } from './ledger.ts';

/** Documents and statements whose id begins with a prefix, as git finds commits. */
export function findById(db: DatabaseSync): (prefix: string, limit: number) => Found[] {
  const select = db.prepare(`
    SELECT * FROM (
      SELECT 'document' AS kind, d.id, coalesce(r.title, r.outlet, r.address) AS label
      FROM documents d JOIN newest r ON r.document = d.id WHERE d.id >= $from AND d.id < $to
      ORDER BY d.id LIMIT $limit)
    UNION ALL
    SELECT 'statement', a.id, w.content
    FROM (
      SELECT id, max(item) AS item FROM attributions WHERE id >= $from AND id < $to
      GROUP BY id ORDER BY id LIMIT $limit) a JOIN statement_words w USING (item)
    LIMIT $limit`);
  return (prefix, limit) => {
    const from = prefix.toLowerCase().toWellFormed();
    // no id has a character above this one, so it ends the range of those that begin with the prefix
    const rows = select.all({ from, to: `${from}\u{10ffff}`, limit }) as unknown as Found[];
    return rows.map((row) => ({ ...row }));
  };
}
