import type { DatabaseSync } from 'node:sqlite';
import type { Capture } from '../capture/capture.ts';

type Row = Omit<Capture, 'headers'> & { readonly headers: string };

/** The bytes of a document, as they arrived where its newest reading has them from. */
export function captured(db: DatabaseSync): (document: string) => Capture | null {
  const select = db.prepare(`
    SELECT b.bytes, c.address, c.at, c.method, c.headers, c.sha256, c.media
    FROM documents d JOIN bytes b ON b.sha256 = d.capture
    JOIN newest r ON r.document = d.id JOIN captures c ON c.sha256 = b.sha256 AND c.address = r.address WHERE d.id = ?`);
  return (document) => {
    const row = select.get(document) as Row | undefined;
    return row ? { ...row, headers: JSON.parse(row.headers) } : null;
  };
}
