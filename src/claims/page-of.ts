import type { Document } from '../text/document.ts';
import { isElsewhere } from './credits-between.ts';
import { storyAddress } from './story-address.ts';

/**
 * One writing for the page that a document is a capture of: two captures with the same are versions of it. Null where it
 * has no address. A page at another host than the one it calls its own is a copy of that, and has a page of its own.
 */
export function pageOf(document: Pick<Document, 'address' | 'url'>): string | null {
  const page = storyAddress(document.url);
  return page !== null && isElsewhere(document) ? `${page} at ${new URL(document.address).hostname}` : page;
}
