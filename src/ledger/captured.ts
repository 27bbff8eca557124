import type { DatabaseSync } from 'node:sqlite';

/** The bytes of a document as they arrived first. */
export interface Captured {
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly media: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Row = Omit<Captured, 'headers'> & { readonly headers: string };

export function captured(db: DatabaseSync): (document: string) => Captured | null {
  const select = db.prepare(`
    SELECT b.bytes, c.address, c.media, c.headers FROM documents d JOIN bytes b ON b.sha256 = d.capture
    JOIN captures c ON c.sha256 = b.sha256 WHERE d.id = ? ORDER BY c.capture LIMIT 1`);
  return (document) => {
    const row = select.get(document) as Row | undefined;
    return row ? { ...row, headers: JSON.parse(row.headers) } : null;
  };
}
