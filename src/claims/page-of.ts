import type { Document } from '../text/document.ts';
import { isElsewhere } from './credits-between.ts';
import { outletKey, plainName } from './outlet-key.ts';
import { storyAddress } from './story-address.ts';

type Told = Pick<Document, 'address' | 'url' | 'outlet' | 'title' | 'published'>;

/**
 * One writing for the page that a document is a capture of: two captures with the same are versions of it. By its address,
 * or where it has none by outlet, day and headline; null where it has none of these. A page at another host than the one
 * it calls its own is a copy of that, and has a page of its own.
 */
export function pageOf(document: Told): string | null {
  const page = storyAddress(document.url);
  if (page === null) return byHeadline(document);
  return isElsewhere(document) ? `${page} at ${new URL(document.address).hostname}` : page;
}

/** Shorter headlines come back: "News in brief" may head two reports of a day. */
const LEAST_WORDS = 4;

/** What agencies put before and behind a headline that was sent before. */
const BEFORE =
  /^[([]?(?:(?:UPDATED?(?: ?\d+)?|CORRECT(?:ED|ION)|REFILED?|CLARIFICATION|WITHDRAWN|RETRACTED|KILL)(?:[ -]?\(OFFICIAL\))?[)\]]?\s?[-–—:]\s?)+/i;
const BEHIND = /\s*[([](?:adds|updates|updated|corrects|corrected|recasts|refiles|clarifies)\b[^()[\]]*[)\]]$/i;

/** "UPDATE 2-Fire in Selm kills 40 soldiers" and "Fire in Selm kills 40 soldiers (Adds quotes)" of an agency on one day */
function byHeadline({ url, outlet, title, published }: Told): string | null {
  if (url !== null || !outlet || !title || !published) return null;
  const words = plainName(title.replace(BEFORE, '').replace(BEHIND, ''));
  if (words.split(' ').length < LEAST_WORDS) return null;
  return `${outletKey(outlet)} ${published.slice(0, 10)} ${words}`;
}
