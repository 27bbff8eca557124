import type { Document } from '../text/document.ts';
import { areCandidates, candidates, isFurnitureOf, isStock } from './candidates.ts';
import { compareRead, type Known } from './compare.ts';
import type { Copy } from './copy.ts';
import { fingerprintsIn } from './fingerprints.ts';
import { memoryPostings, type Postings } from './postings.ts';
import { type WordSequence, wordSequence } from './word-sequence.ts';

export interface CopyIndex {
  /** Copies between this document and those added before, as far as is known by now; none for a document added before. */
  add(document: Document): Copy[];
  /**
   * Copies among all documents, the same in whatever order they were added, by ids. What `add` gave may be gone: passages
   * that have since turned up under many reports of one outlet, or over weeks, are no copies. Of a text that very many carry each is tied
   * to some of the others, so that all of them are one group.
   */
  copies(): Copy[];
}

interface Held {
  readonly document: Document;
  readonly fingerprints: Uint32Array;
}

/** Word sequences kept at hand; copies come close to one another. More takes 4 KB each. */
const AT_HAND = 4096;

export function copyIndex(postings: Postings = memoryPostings()): CopyIndex {
  const held = new Map<string, Held>();
  const found = new Map<string, Copy>();
  const wordsOf = remembered(AT_HAND);
  const read = (id: string) => ({ document: held.get(id)!.document, words: wordsOf(held.get(id)!.document) });

  const known = (a: string, b: string): Known => {
    const outlets = [postings.outletOf(a), postings.outletOf(b)];
    return {
      isFurniture: (fingerprint) => isFurnitureOf(postings, fingerprint, outlets),
      isStock: (fingerprint) => isStock(postings, fingerprint),
    };
  };
  const compared = (a: string, b: string): Copy | null => compareRead(read(a), read(b), known(a, b));

  function add(document: Document): Copy[] {
    const { id } = document;
    if (held.has(id)) return [];
    const fingerprints = Uint32Array.from(fingerprintsIn(wordsOf(document)));
    held.set(id, { document, fingerprints });
    postings.put(document, [...fingerprints]);
    const copies = candidates(postings, id, fingerprints)
      .map((other) => compared(id, other))
      .filter((copy) => copy !== null);
    for (const copy of copies) found.set(`${copy.a} ${copy.b}`, copy);
    return copies.sort(byIds);
  }

  function settled(copy: Copy): Copy | null {
    const { a, b } = copy;
    const shared = inBoth(held.get(a)!.fingerprints, held.get(b)!.fingerprints);
    if (!areCandidates(postings, a, b, shared)) return null;
    const { isFurniture, isStock } = known(a, b);
    return shared.some((fingerprint) => isFurniture(fingerprint) || isStock(fingerprint)) ? compared(a, b) : copy;
  }

  const copies = () =>
    [...found.values()]
      .map(settled)
      .filter((copy) => copy !== null)
      .sort(byIds);
  return { add, copies };
}

const byIds = (x: Copy, y: Copy): number => compareText(x.a, y.a) || compareText(x.b, y.b);
const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

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

/** Cuts words once for each of the documents asked for last. */
function remembered(most: number): (document: Document) => WordSequence {
  const known = new Map<string, WordSequence>();
  return (document) => {
    const words = known.get(document.id) ?? wordSequence(document);
    known.delete(document.id);
    known.set(document.id, words);
    if (known.size > most) known.delete(known.keys().next().value!);
    return words;
  };
}
