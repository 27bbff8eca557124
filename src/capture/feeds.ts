import { parseFeed, parseOpml } from 'feedsmith';
import type { Capture } from './capture.ts';
import { type Fetching, fetchPage } from './fetch-page.ts';
import { Refusal, refusalOf } from './refusal.ts';

/** A feed holds its last ten to fifty reports; of one that holds its whole archive no more are read. */
const mostReports = 50;

/** Is it a list of feeds, as feed readers write them? */
export const isOpml = (text: string): boolean => /<opml[\s>]/i.test(text.slice(0, 2000));

interface Outline {
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** Addresses of the feeds in an OPML file, folders and all, in its order. */
export function feedsIn(address: string, opml: string): string[] {
  const outlines = parsed(address, () => parseOpml(opml).body?.outlines ?? []) as readonly Outline[];
  const feeds = outlines.flatMap(feedsUnder).filter((feed) => /^https?:/i.test(feed));
  if (feeds.length > 0) return [...new Set(feeds)];
  throw new Refusal(address, 'names no feed', 'give a list of feeds as a feed reader exports it');
}

const feedsUnder = ({ xmlUrl, outlines = [] }: Outline): string[] => [
  ...(xmlUrl ? [xmlUrl] : []),
  ...outlines.flatMap(feedsUnder),
];

interface Item {
  readonly url?: string | undefined;
  readonly link?: string | undefined;
  readonly links?: readonly { readonly href?: string | undefined; readonly rel?: string | undefined }[] | undefined;
}

/** Addresses of the reports in a feed: RSS, Atom, RDF or JSON. */
export function reportsIn(address: string, feed: string): string[] {
  const found = parsed(address, () => parseFeed(feed).feed) as { readonly items?: Item[]; readonly entries?: Item[] };
  const reports = [...(found.items ?? []), ...(found.entries ?? [])].flatMap(addressOf);
  const absolute = reports.filter((one) => URL.canParse(one, address)).map((one) => new URL(one, address).href);
  return [...new Set(absolute)].filter((one) => /^https?:/i.test(one)).slice(0, mostReports);
}

function addressOf({ url, link, links = [] }: Item): string[] {
  const told = url ?? link ?? links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  return told ? [told] : [];
}

function parsed<Result>(address: string, parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw new Refusal(address, 'is no list of feeds and no feed that can be read', 'open it in a browser', error);
  }
}

/** The reports of all feeds in an OPML file, fetched one by one. What cannot be had comes as a refusal in its place. */
export async function* gatherFeeds(
  address: string,
  opml: string,
  fetching: Fetching = {},
): AsyncGenerator<Capture | Refusal> {
  for (const feed of feedsIn(address, opml)) {
    let reports: readonly string[] = [];
    try {
      reports = reportsIn(feed, Buffer.from((await fetchPage(feed, fetching)).bytes).toString());
    } catch (error) {
      yield refusalOf(feed, error);
    }
    for (const report of reports) {
      try {
        yield await fetchPage(report, fetching);
      } catch (error) {
        yield refusalOf(report, error);
      }
    }
  }
}
