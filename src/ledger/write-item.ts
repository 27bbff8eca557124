import type { DatabaseSync } from 'node:sqlite';
import type { Span } from '../text/span.ts';
import { checkSlice } from './check-slice.ts';
import { digest } from './digest.ts';

export type Roles = Readonly<Record<string, readonly (Span | null)[]>>;

/** Names the owner of a span in errors: a statement by its id, the rest by kind and number. */
export const ownerName = (kind: string, n: number, id?: string): string => (id ? `statement ${id}` : `${kind} ${n}`);

/** Writes what was found in a text, each span checked against it; gives the number of its row. */
export type WriteItem = (
  into: { readonly reading: number | bigint; readonly text: string },
  item: { readonly kind: string; readonly n: number; readonly thing: unknown; readonly id?: string },
  roles: Roles,
) => number | bigint;

export function itemWriter(db: DatabaseSync): WriteItem {
  const addItem = db.prepare('INSERT INTO items (reading, kind, n, digest) VALUES (?, ?, ?, ?)');
  const addSpan = db.prepare('INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?)');
  return ({ reading, text }, { kind, n, thing, id }, roles) => {
    const key = addItem.run(reading, kind, n, digest(thing)).lastInsertRowid;
    const owner = ownerName(kind, n, id);
    for (const [role, spans] of Object.entries(roles)) {
      for (const [piece, span] of spans.entries()) {
        if (span === null) continue;
        addSpan.run(key, role, piece, span[0], span[1], checkSlice(text, owner, role, span));
      }
    }
    return key;
  };
}
