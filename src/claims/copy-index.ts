import type { Document } from '../text/document.ts';
import {
  areCandidates,
  candidates,
  isFurnitureOf,
  isOtherwiseTaken,
  isStock,
  regained,
  runState,
  unsettled,
} from './candidates.ts';
import { compareRead, type Known } from './compare.ts';
import type { Copy } from './copy.ts';
import { type ChangingCopyStore, type CopyStore, memoryCopyStore } from './copy-store.ts';
import { fingerprintsIn } from './fingerprints.ts';
import { recent } from './recent.ts';
import { type WordSequence, wordSequence } from './word-sequence.ts';

export interface CopyIndex {
  /** Copies between this document and those added before, as far as is known by now; none for a document added before. */
  add(document: Document): Copy[];
}

export interface ChangingCopyIndex extends CopyIndex {
  /** Takes a document out with its copies, as if it had never been added: it is read anew. */
  remove(document: string): void;
}

export interface MemoryCopyIndex extends CopyIndex {
  /**
   * Copies among all documents, the same in whatever order they were added, by ids. What `add` gave may be gone: passages
   * that have since turned up under many reports of one outlet, or over weeks, are no copies. Of a text that very many carry
   * each is tied to some of the others, so that all of them are one group.
   */
  copies(): Copy[];
}

/** What was cut of a document's text, kept at hand; copies come close to one another. More takes 5 KB each. */
const AT_HAND = 2500;

interface Cut {
  readonly document: Document;
  readonly words: WordSequence;
  /** rising */
  readonly fingerprints: Uint32Array;
}

export function memoryCopyIndex(): MemoryCopyIndex {
  const store = memoryCopyStore();
  return { ...copyIndex(store), copies: () => [...store.copies()].sort(byIds) };
}

/** The store holds the same copies in whatever order documents are added. */
export const copyIndex = (store: CopyStore): CopyIndex => adding(store, comparing(store));

/** … and whichever were taken out again. */
export function changingCopyIndex(store: ChangingCopyStore): ChangingCopyIndex {
  const work = comparing(store);
  const { cut, compared, forget } = work;

  function remove(id: string): void {
    const { fingerprints } = cut(id);
    const shared = [...fingerprints].filter((fingerprint) => store.count(fingerprint) > 1);
    const before = shared.map((fingerprint) => runState(store, fingerprint));
    for (const copy of store.copiesOf(id)) store.drop(copy);
    store.remove(id, fingerprints);
    forget(id);
    const open = new Set(shared.flatMap((fingerprint, i) => regained(store, fingerprint, before[i]!)));
    for (const one of open) {
      for (const other of candidates(store, one, cut(one).fingerprints)) {
        const copy = compared(one, other);
        if (copy) store.keep(copy);
      }
    }
  }

  return { ...adding(store, work), remove };
}

interface Comparing {
  cut(document: string): Cut;
  compared(a: string, b: string): Copy | null;
  forget(document: string): void;
}

function comparing(store: CopyStore): Comparing {
  const atHand = recent<Cut>(AT_HAND);
  const cut = (id: string): Cut => atHand(id, () => cutOf(store.document(id)));
  const known = (a: string, b: string): Known => {
    const outlets = [store.outletOf(a), store.outletOf(b)];
    return {
      isFurniture: (fingerprint) => isFurnitureOf(store, fingerprint, outlets),
      isStock: (fingerprint) => isStock(store, fingerprint),
    };
  };
  return { cut, compared: (a, b) => compareRead(cut(a), cut(b), known(a, b)), forget: atHand.forget };
}

function adding(store: CopyStore, { cut, compared }: Comparing): CopyIndex {
  function add(document: Document): Copy[] {
    const { id } = document;
    if (store.has(id)) return [];
    const { fingerprints } = cutOf(document);
    // a run that one holds is part of no copy yet
    const shared = [...fingerprints].filter((fingerprint) => store.count(fingerprint) > 1);
    const before = shared.map((fingerprint) => runState(store, fingerprint));
    store.add(document, fingerprints);
    const open = shared.flatMap((fingerprint, i) => {
      const after = runState(store, fingerprint);
      // it may stand in a passage of one, and be edited in the other
      if (isOtherwiseTaken(before[i]!, after)) return store.holders(fingerprint).flatMap(store.copiesOf);
      const documents = unsettled(before[i]!, after);
      return documents?.length === 0 ? [] : copiesOn(fingerprint, documents);
    });
    for (const copy of new Map(open.map((copy) => [`${copy.a} ${copy.b}`, copy])).values()) settle(copy);
    const copies = candidates(store, id, fingerprints)
      .map((other) => compared(id, other))
      .filter((copy) => copy !== null);
    for (const copy of copies) store.keep(copy);
    return copies.sort(byIds);
  }

  /** Copies between holders of a run, one of them among these. */
  function copiesOn(fingerprint: number, documents: readonly string[] | null): Copy[] {
    const holders = new Set(store.holders(fingerprint));
    return [...(documents ?? holders)].flatMap((id) =>
      store.copiesOf(id).filter(({ a, b }) => holders.has(a === id ? b : a)),
    );
  }

  function settle(copy: Copy): void {
    const { a, b } = copy;
    const shared = inBoth(cut(a).fingerprints, cut(b).fingerprints);
    const now = areCandidates(store, a, b, shared) ? compared(a, b) : null;
    if (now) store.keep(now);
    else store.drop(copy);
  }

  return { add };
}

const byIds = (x: Copy, y: Copy): number => compareText(x.a, y.a) || compareText(x.b, y.b);
const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

function cutOf(document: Document): Cut {
  const words = wordSequence(document);
  return { document, words, fingerprints: Uint32Array.from(fingerprintsIn(words)) };
}

/** What two rising lists share. */
function inBoth(a: Uint32Array, b: Uint32Array): number[] {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) both.push(a[i]!);
    if (a[i]! <= b[j]!) i++;
    else j++;
  }
  return both;
}
