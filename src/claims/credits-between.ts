import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { wordList } from '../text/word-list.ts';
import type { CopyEvidence } from './copy.ts';
import { plainName, SHORT_NAMES } from './outlet-key.ts';
import { storyAddress } from './story-address.ts';

/** Whom the credits, bylines and datelines of two documents name, and who was copied if that and the times establish it. */
export interface CopiedFrom {
  readonly from: string | null;
  readonly evidence: readonly CopyEvidence[];
}

interface Credit {
  readonly kind: 'credit' | 'byline' | 'dateline';
  readonly words: string;
  readonly span: Span | null;
}

/**
 * The one whose outlet is named is the one copied from; without credits, the earlier one. Nobody where they name one
 * another, name a third, or where the one that is named was published later.
 */
export function creditsBetween(a: Document, b: Document): CopiedFrom {
  const [inA, inB] = [credits(a), credits(b)];
  const toB = creditTo(inA, a, b);
  const toA = creditTo(inB, b, a);
  const third = [...thirdParties(inA, a, b), ...thirdParties(inB, b, a)];
  const earlier = earlierOf(a, b);
  const time = earlier ? [told('time', earlier, earlier.published!)] : [];
  const evidence = [...toB, ...toA, ...sameByline(a, b), ...third, ...time];
  if (toA.length > 0 && toB.length > 0) return { from: null, evidence };
  const credited = toA.length > 0 ? a : toB.length > 0 ? b : null;
  if (credited) return { from: earlier && earlier !== credited ? null : credited.id, evidence };
  return { from: third.length > 0 ? null : (earlier?.id ?? null), evidence };
}

const told = (kind: CopyEvidence['kind'], { id }: Document, words: string): CopyEvidence => ({
  kind,
  document: id,
  span: null,
  words,
});

/** How far behind the dateline its agency may stand. */
const BEHIND = 60;

function credits(document: Document): Credit[] {
  const { text, dateline, byline, credits: lines } = document;
  const found = lines.map((words): Credit => {
    const behind = dateline ? text.slice(dateline[1], dateline[1] + BEHIND).indexOf(words) : -1;
    if (behind >= 0) return { kind: 'dateline', words, span: spanOf(dateline![1] + behind, words) };
    return { kind: 'credit', words, span: printed(document, words) };
  });
  return byline ? [...found, { kind: 'byline', words: byline, span: spanOf(text.indexOf(byline), byline) }] : found;
}

/** In how many of the last characters of a report an agency may stand in brackets. */
const CLOSING = 120;

/** Where a credit is printed as one; null where only the page tells it, though the text may have the same words. */
function printed({ text, blocks }: Document, words: string): Span | null {
  const at = text.lastIndexOf(words);
  const block = at < 0 ? undefined : blocks.findLast(({ span }) => span[0] <= at && at < span[1]);
  const last = blocks.findLast(({ kind }) => kind === 'paragraph');
  const isCredit = block?.kind === 'credit' || (block !== undefined && block === last && block.span[1] - at <= CLOSING);
  return isCredit ? spanOf(at, words) : null;
}

const spanOf = (at: number, words: string): Span | null => (at < 0 ? null : [at, at + words.length]);

/** What the credits of one document say of the other: its outlet, or its address. */
function creditTo(given: readonly Credit[], by: Document, to: Document): CopyEvidence[] {
  const links = isCanonicalOf(by, to) ? [told('address', by, to.url!)] : [];
  const own = by.outlet !== null && to.outlet !== null && isNamedIn(by.outlet, to.outlet);
  const names = own ? [] : given.filter(({ words }) => isNamed(words, to));
  return [...links, ...names.map((credit) => ({ ...credit, document: by.id }))];
}

/** The page came from another host than the one it calls its own: a copy that says so. */
function isCanonicalOf(page: Document, original: Document): boolean {
  return isOneAddress(page.url, original.url) && isElsewhere(page) && !isElsewhere(original);
}

function isOneAddress(a: string | null, b: string | null): boolean {
  const story = storyAddress(a);
  return story !== null && story === storyAddress(b);
}

/** "https://mirror.example/1" that gives "https://wexley.example/1" as its address. */
export function isElsewhere({ address, url }: Pick<Document, 'address' | 'url'>): boolean {
  if (!/^https?:/i.test(address) || !url || !URL.canParse(address) || !URL.canParse(url)) return false;
  return !ARCHIVES.test(new URL(address).hostname) && !isOneSite(address, url);
}

/** They hold pages of others as they were, and are no outlets. */
const ARCHIVES = /(?:^|\.)(?:archive\.(?:org|ph|is|today|md)|perma\.cc|webcitation\.org|googleusercontent\.com)$/;

/** "edition.post.example" and "post.example" are one, and so are "post.co.example" and "post.example". */
function isOneSite(one: string, other: string): boolean {
  const [a, b] = [siteOf(one), siteOf(other)];
  return a.host === b.host || (a.name === b.name && a.name !== '' && (a.under === '' || b.under === ''));
}

/** "news.harbour-herald.co.uk" → "harbour-herald", and "news" under it; blogs of one host are two sites */
function siteOf(url: string): { readonly host: string; readonly name: string; readonly under: string } {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|amp)\./, '') : '';
  const labels = host.split('.').slice(0, -1);
  if (labels.length > 1 && SECOND_LEVEL.test(labels.at(-1)!)) labels.pop();
  const name = labels.pop() ?? '';
  return { host, name, under: labels.join('.') };
}
const SECOND_LEVEL = /^(?:com?|org|net|gov|ac|edu)$/;

/** A credit may be an address, or have one in it. */
const ADDRESS = /https?:\/\/[^\s<>"“”)\]]+/g;
const addressesIn = (words: string): string[] =>
  (words.match(ADDRESS) ?? []).map((url) => url.replace(/[.,;]$/, '')).filter((url) => URL.canParse(url));

function isNamed(words: string, { outlet, url }: Document): boolean {
  const addresses = addressesIn(words);
  if (addresses.some((address) => isOneAddress(address, url))) return true;
  return outlet !== null && isNamedIn(outlet, addresses.length > 0 ? words.replace(ADDRESS, ' ') : words);
}

/** "Halyard" alone may stand for Halyard News Agency, where it is all that the credit says. */
function isNamedIn(outlet: string, words: string): boolean {
  const name = plainName(outlet);
  const said = plainName(words);
  if (name.length < 2 || said === '') return false;
  const short = SHORT_NAMES.get(name);
  const whole = ` ${said} `;
  if (whole.includes(` ${name} `) || (short && whole.includes(` ${short} `))) return true;
  return SHORT_NAMES.get(said) === name || (said.length >= 5 && name.startsWith(`${said} `));
}

/** "Originally published by The Courier" names it whether or not it is in the list. */
const PASSED_ON =
  /\b(?:[Pp]ublished|[Pp]roduced|[Pp]rovided|[Dd]istributed|[Ss]upplied|[Ss]yndicated|[Mm]aterial|[Ii]nputs?|[Ff]iles) (?:by|in|on|from) (?:[Tt]he )?(\p{Lu}[\p{L}\p{N}’'&-]*(?: \p{Lu}[\p{L}\p{N}’'&-]*){0,4})/gu;

let agencies: ReadonlySet<string> | undefined;

function agencyNames(): ReadonlySet<string> {
  const listed = () => wordList('outlets').filter(([, kind]) => kind === 'agency');
  agencies ??= new Set([...[...SHORT_NAMES].flat(), ...listed().map(([name]) => plainName(name!))]);
  return agencies;
}

/** Agencies and outlets that a document gives credit to, other than its own and the other's; or a page that it says it is a copy of. */
function thirdParties(given: readonly Credit[], by: Document, other: Document): CopyEvidence[] {
  const isOurs = (name: string) =>
    [by, other].some(({ outlet }) => outlet && (isNamedIn(outlet, name) || isNamedIn(name, outlet)));
  const isOther = (address: string) =>
    [by.url, by.address, other.url].every((url) => url === null || !isOneSite(address, url));
  const named = given
    .filter(({ kind }) => kind !== 'byline')
    .filter(({ words }) => namesIn(words).some((name) => !isOurs(name)) || addressesIn(words).some(isOther))
    .map((credit): CopyEvidence => ({ kind: 'third party', document: by.id, span: credit.span, words: credit.words }));
  const isMirror = isElsewhere(by) && (other.url === null || !isOneSite(by.url!, other.url));
  const original = isMirror ? [told('third party', by, by.url!)] : [];
  return [...named, ...original];
}

/** The longest name in the list, so that a credit costs no more than its length. */
const MOST_WORDS = 4;

function namesIn(words: string): string[] {
  const passedOn = [...words.matchAll(PASSED_ON)].map(([, name]) => name!);
  const said = plainName(words).split(' ').slice(0, 60);
  const runs = said.flatMap((_, i) => said.slice(i, i + MOST_WORDS).map((_, n) => said.slice(i, i + n + 1).join(' ')));
  return [...passedOn, ...runs.filter((run) => run.length > 1 && agencyNames().has(run))];
}

function sameByline(a: Document, b: Document): CopyEvidence[] {
  if (!a.byline || !b.byline) return [];
  const names = (byline: string) =>
    byline
      .split(/,| and | of |;|&/)
      .map(plainName)
      .filter((name) => name.includes(' '));
  const inB = new Set(names(b.byline));
  return names(a.byline).some((name) => inB.has(name)) && !isNamed(a.byline, b) && !isNamed(b.byline, a)
    ? [told('byline', a, a.byline), told('byline', b, b.byline)]
    : [];
}

/** Days are compared where one of them tells no time of day: a day in two zones is not before itself. */
function earlierOf(a: Document, b: Document): Document | null {
  if (!a.published || !b.published) return null;
  const fine = a.published.includes('T') && b.published.includes('T');
  const at = ({ published }: Document) => (fine ? Date.parse(published!) : Date.parse(published!.slice(0, 10)));
  const gap = at(a) - at(b);
  return gap < 0 ? a : gap > 0 ? b : null;
}
