import { isAgency } from '../agencies.ts';
import type { Told } from '../draft.ts';
import { collapse } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { unescapeHtml } from './parse-html.ts';

type Node = Readonly<Record<string, unknown>>;

/** Schema.org's types for one report; pages also describe lists, videos and the site. */
const articleTypes =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$/;

export interface LinkedData {
  readonly told: Told;
  /** the text as the publisher gives it to search engines; '' where it gives none */
  readonly body: string;
  /** whom the article gives credit to: names and addresses, as they are written */
  readonly credits: readonly string[];
}

/** What the JSON-LD scripts of a page tell about its article. Broken scripts tell nothing. */
export function linkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap((script) => nodesIn(parse(script)));
  const named = nodes.filter((node) => typeof node['@id'] === 'string' && Object.keys(node).length > 1);
  const byId = new Map(named.map((node) => [node['@id'], node]));
  const look = (value: unknown): unknown => (isNode(value) && value['@id'] && byId.get(value['@id'])) || value;
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)));
  const article = articles.toSorted((a, b) => weight(b) - weight(a))[0];
  if (!article) return { told: {}, body: '', credits: [] };
  return { told: toldBy(article, look), body: textOf(article.articleBody) ?? '', credits: creditsBy(article, look) };
}

/** The article of the page is the one that tells most; teasers have a headline and an address. */
const weight = (node: Node) =>
  ['headline', 'datePublished', 'author', 'publisher', 'articleBody', 'mainEntityOfPage'].filter((key) => node[key])
    .length;

/** Some pages escape twice: "R&uuml;ckbau", "Wexley&#8217;s". */
const plain = (text: string) => collapse(/&(?:#\w+|\w+);/.test(text) ? unescapeHtml(text) : text);

/** Pages write line ends into strings, commas after the last item, and comments around it all. */
function parse(script: string): unknown {
  const data = script.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  const bare = data.slice(Math.max(0, data.search(/[{[]/)), Math.max(data.lastIndexOf('}'), data.lastIndexOf(']')) + 1);
  const tries = [bare, bare.replace(/\p{Cc}+/gu, ' '), bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')];
  for (const text of tries) {
    try {
      return JSON.parse(text);
    } catch {}
  }
  return null;
}

/** Every node of a script: lists, @graph, and what the page is about. */
function nodesIn(value: unknown): readonly Node[] {
  const found: Node[] = [];
  const left: unknown[] = [value];
  for (let next = left.pop(); left.length > 0 || next !== undefined; next = left.pop()) {
    if (Array.isArray(next)) left.push(...next.toReversed());
    else if (isNode(next)) {
      found.push(next);
      left.push(next.mainEntity, next.mainEntityOfPage, next['@graph']);
    }
    if (left.length === 0) break;
  }
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const typesOf = (node: Node) => list(node['@type']).filter((type) => typeof type === 'string');

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null);

function toldBy(article: Node, look: (value: unknown) => unknown): Told {
  const names = (value: unknown) =>
    list(value)
      .flatMap((item) => list(look(item)))
      .map(nameOf)
      .filter((name) => name !== null);
  const outlet = names(article.publisher)[0];
  const authors = [...new Set(names(article.author))].filter((name) => name !== outlet);
  const entries: [keyof Told, string | null | undefined][] = [
    ['title', textOf(list(article.headline)[0]) ?? textOf(article.name)],
    ['byline', authors.join(', ')],
    ['outlet', outlet],
    ['published', isoDate(textOf(list(article.datePublished)[0]))],
    ['updated', isoDate(textOf(list(article.dateModified)[0]))],
    ['language', textOf(list(article.inLanguage)[0])],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value).map(([key, value]) => [key, plain(value!)]));
}

/** What the article was made from: "isBasedOn", "sourceOrganization", "creditText"; who owns it only where that is an agency. */
function creditsBy(article: Node, look: (value: unknown) => unknown): string[] {
  const all = (...keys: readonly string[]) =>
    keys.flatMap((key) => list(article[key]).flatMap((item) => list(look(item))));
  const based = all('isBasedOn', 'isBasedOnUrl').flatMap((work) => {
    if (!isNode(work)) return [work];
    return [work.url ?? work['@id'], ...[work.publisher, work.sourceOrganization].flatMap(list).map(look).map(nameOf)];
  });
  const owners = all('copyrightHolder')
    .map(nameOf)
    .filter((name) => name !== null && isAgency(name));
  const told = [...based, ...all('sourceOrganization').map(nameOf), ...all('creditText'), ...owners];
  const written = told.filter((credit): credit is string => typeof credit === 'string' && credit.trim() !== '');
  return [...new Set(written.map(plain))].filter((credit) => credit.length <= LONGEST_CREDIT);
}

/** In UTF-16 units: what is longer is a text of its own. */
const LONGEST_CREDIT = 300;

function nameOf(value: unknown): string | null {
  const name = typeof value === 'string' ? value : isNode(value) ? list(value.name)[0] : null;
  if (typeof name !== 'string' || /^https?:/.test(name)) return null;
  return plain(name) || null;
}
