import type { Document } from '../text/document.ts';
import type { Copy } from './copy.ts';
import { memoryPostings, type Postings } from './postings.ts';

/** Where documents are kept, by the runs of words that they hold, and the copies among them. */
export interface CopyStore extends Postings {
  has(document: string): boolean;
  /** one that it has */
  document(id: string): Document;
  add(document: Document, fingerprints: Iterable<number>): void;
  keep(copy: Copy): void;
  drop(copy: Copy): void;
  /** those of a document */
  copiesOf(document: string): readonly Copy[];
}

/** One from which a document can be taken out again. */
export interface ChangingCopyStore extends CopyStore {
  remove(document: string, fingerprints: Iterable<number>): void;
}

export interface MemoryCopyStore extends CopyStore {
  copies(): Iterable<Copy>;
}

export function memoryCopyStore(): MemoryCopyStore {
  const postings = memoryPostings();
  const documents = new Map<string, Document>();
  const found = new Map<string, Map<string, Copy>>();

  const of = (id: string): Map<string, Copy> => {
    const own = found.get(id) ?? new Map<string, Copy>();
    found.set(id, own);
    return own;
  };

  return {
    ...postings,
    has: (id) => documents.has(id),
    document: (id) => documents.get(id)!,
    add(document, fingerprints) {
      documents.set(document.id, document);
      postings.put(document, fingerprints);
    },
    keep(copy) {
      of(copy.a).set(copy.b, copy);
      of(copy.b).set(copy.a, copy);
    },
    drop({ a, b }) {
      of(a).delete(b);
      of(b).delete(a);
    },
    copiesOf: (id) => [...(found.get(id)?.values() ?? [])],
    copies: () => [...found].flatMap(([id, own]) => [...own.values()].filter(({ a }) => a === id)),
  };
}
