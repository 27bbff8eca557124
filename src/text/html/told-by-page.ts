import type { Document, Element } from 'domhandler';
import { withoutBy } from '../byline.ts';
import { collapse, type Told } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { type LinkedData, linkedData } from './json-ld.ts';
import { elements, textIn, unescapeHtml } from './parse-html.ts';

export interface PageTold extends LinkedData {
  /** titles the page gives itself, the most telling first; used to find its headline */
  readonly titles: readonly string[];
  readonly description: string;
}

/** What the head of a page says, raw: meta tags by their lower-case name, scripts, times. */
interface Signs {
  readonly meta: Map<string, string[]>;
  readonly scripts: string[];
  readonly authors: string[];
  readonly times: string[];
  canonical: string;
  title: string;
  language: string;
}

/** Title, byline, outlet, dates, address and language as a page tells them: JSON-LD first, then meta tags, then the markup. */
export function toldByPage(root: Document, address: string): PageTold {
  const signs = signsOf(root);
  const linked = linkedData(signs.scripts);
  const first = (...names: string[]) => names.flatMap((name) => signs.meta.get(name) ?? [])[0];
  const dates = (...names: string[]) => names.flatMap((name) => signs.meta.get(name) ?? []).map(isoDate);
  const own = [
    linked.told.title,
    first('og:title', 'twitter:title', 'dc.title'),
    first('headline', 'title'),
    signs.title,
  ];
  const raw = own.filter((title) => title != null && title !== '') as readonly string[];
  const url = absolute(signs.canonical, first('og:url') ?? address) ?? absolute(first('og:url'), address);
  const sites = [first('og:site_name'), linked.told.outlet, first('application-name', 'publisher', 'dc.publisher')];
  const outlet = sites.find((site) => site && !raw.includes(site)) ?? outletIn(signs.title, url ?? address);
  const titles = raw.map((title) => withoutSite(title, outlet));
  const told = present({
    title: titles[0],
    byline: bylineOf(signs, linked.told.byline, outlet),
    outlet,
    published: finest([linked.told.published, ...dates(...publishedNames), ...signs.times.map(isoDate)]),
    updated: finest([linked.told.updated, ...dates(...updatedNames)]),
    url,
    language: linked.told.language ?? (signs.language || first('og:locale', 'content-language', 'language')),
  });
  const description = first('og:description', 'description', 'twitter:description') ?? '';
  const sources = CREDITING.flatMap((name) => signs.meta.get(name) ?? []);
  const credits = [...new Set([...linked.credits, ...sources])];
  return { told, body: linked.body, credits, titles, description };
}

/** Where pages name whom they took a report from (Google News had the first two). */
const CREDITING = ['syndication-source', 'original-source', 'dc.source', 'dcterms.source'];

const publishedNames = [
  'article:published_time',
  'datepublished',
  'og:article:published_time',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'sailthru.date',
  'article.published',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'pubdate',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'date.created',
  'article_date_original',
  'originalpublicationdate',
  'date',
  'last-published',
];

const updatedNames = ['article:modified_time', 'datemodified', 'og:updated_time', 'last-modified'];

/** The first date that is told; where that is a day only, a time told elsewhere for the same day. */
function finest(dates: readonly (string | null | undefined)[]): string | null {
  const told = dates.filter((date) => date != null);
  const first = told[0];
  return first ? (told.find((date) => date.length > first.length && date.startsWith(first)) ?? first) : null;
}

const present = (told: Record<string, string | null | undefined>): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value));

function signsOf(root: Document): Signs {
  const signs: Signs = { meta: new Map(), scripts: [], authors: [], times: [], canonical: '', title: '', language: '' };
  for (const element of elements(root)) sign(signs, element);
  return signs;
}

function sign(signs: Signs, element: Element): void {
  const { name, attribs } = element;
  if (name === 'html') signs.language ||= attribs.lang ?? attribs['xml:lang'] ?? '';
  else if (name === 'script' && /ld\+json/i.test(attribs.type ?? '')) signs.scripts.push(textIn(element));
  else if (name === 'title' && element.parent?.type === 'tag' && element.parent.name !== 'svg')
    signs.title ||= collapse(textIn(element));
  else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? ''))
    signs.canonical ||= attribs.href ?? '';
  else if (name === 'time') timeIn(signs, element);
  else signAuthor(signs, element);
  const key = attribs.property ?? attribs.itemprop ?? attribs.name;
  if (name === 'meta' && key && attribs.content?.trim()) addMeta(signs.meta, key, attribs.content);
  else if (attribs.itemprop === 'datePublished' && attribs.datetime)
    addMeta(signs.meta, 'datepublished', attribs.datetime);
}

function addMeta(meta: Map<string, string[]>, key: string, content: string): void {
  const name = key.toLowerCase();
  const values = meta.get(name) ?? [];
  values.push(collapse(/&(?:#\w+|\w+);/.test(content) ? unescapeHtml(content) : content));
  meta.set(name, values);
}

function timeIn(signs: Signs, element: Element): void {
  const written = element.attribs.datetime ?? collapse(textIn(element));
  if (/updat|modif/i.test(element.attribs.class ?? '') || element.attribs.itemprop === 'dateModified') return;
  if (signs.times.length < 3 && written) signs.times.push(written);
}

const longestByline = 120;

function signAuthor(signs: Signs, element: Element): void {
  const { itemprop, rel, class: names = '' } = element.attribs;
  const weak = /(?:^|[\s_-])(?:byline|author-name|author__name|article-author|author)(?:$|[\s_-])/i.test(names);
  if (itemprop !== 'author' && !/(?:^|\s)author(?:\s|$)/.test(rel ?? '') && !weak) return;
  if (element.name === 'meta' || element.name === 'link' || signs.authors.length >= 8) return;
  const text = collapse(textIn(element));
  if (text && text.length <= longestByline) signs.authors.push(text);
}

function bylineOf(
  signs: Signs,
  linked: string | null | undefined,
  outlet: string | null | undefined,
): string | undefined {
  const metas = [
    'author',
    'article:author',
    'article:author_name',
    'parsely-author',
    'dc.creator',
    'sailthru.author',
    'byl',
    'cxenseparse:author',
    'twitter:creator',
  ];
  const metaAuthors = metas.map((name) => [...new Set(signs.meta.get(name) ?? [])].filter(isName).join(', '));
  const marked = signs.authors.find((text) => isName(withoutBy(text)));
  const found = [linked, ...metaAuthors, marked]
    .map((text) => text && withoutBy(text))
    .find((text) => text && text !== outlet);
  return found ? found.replace(/[\s,|·–-]+$/, '') : undefined;
}

/** A name has letters, no address and no digits: "https://…/berg", "@courier", "3 min read" are none. */
const isName = (text: string) => /\p{L}{2}/u.test(text) && !/https?:|www\.|^@|\d|\bmin(?:ute)?s? read/i.test(text);

/** What follows the last bar in the title, where the host is called so too: "Flood | Taipei Times" on www.taipeitimes.com */
function outletIn(title: string, url: string): string | null {
  const tail = /\s(?:[|–—·•»]|::?|-{1,2})\s+([^|–—·•»]{2,40})$/u.exec(title)?.[1]?.trim() ?? '';
  const host = URL.canParse(url) ? new URL(url).hostname.replaceAll('-', '') : '';
  const plain = tail.toLowerCase().replace(/^the |[^\p{L}\p{N}]/gu, '');
  return plain.length > 2 && host.split('.').some((part) => part.length > 2 && (part === plain || part.includes(plain)))
    ? tail
    : null;
}

/** "Flood in Wexley | The Courier" → "Flood in Wexley" */
function withoutSite(title: string, outlet: string | null | undefined): string {
  const parts = /^(.*\S)\s+(?:[|–—·•»]|::?|-{1,2})\s+(.*?)$/u.exec(title);
  if (!parts || !outlet) return title;
  const [, head, tail] = parts;
  const same = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]|\.(?:com|org|net|de|co\.uk)$/gu, '');
  return same(tail!).includes(same(outlet)) || same(outlet).includes(same(tail!)) ? head! : title;
}

function absolute(url: string | undefined, address: string): string | null {
  if (!url) return null;
  const base = /^https?:/i.test(address) ? address : undefined;
  const found = URL.canParse(url, base) ? new URL(url, base) : null;
  return found && /^https?:$/.test(found.protocol) ? found.href : null;
}
