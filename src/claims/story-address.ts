/** What tells where a reader came from, and not which page it is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ocid|ito|smid|smtyp|partner|ref|ref_src|referrer|xtor|at_\w+|ftag|sh|share|taid|srnd|guccounter|guce_\w+|amp|outputtype)$/i;

/**
 * One writing for all addresses of a page: "http://m.post.example/selm/?utm_source=x#top" → "post.example/selm". Of an
 * address with the number of a story only that stays, since its words change with the headline. Null where it is no
 * address of a story: a front page is another one every hour.
 */
export function storyAddress(url: string | null): string | null {
  if (url === null || !/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const { hostname, port, pathname, searchParams } = new URL(url);
  const kept = [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y));
  const path = pathname.replace(/\/(?:amp|index\.html?)?\/?$/i, '');
  if (path === '' && kept.length === 0) return null;
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  const story = storyId(path);
  const host = hostname.replace(/^(?:www|m|mobile|amp)\./, '');
  return `${host}${port && `:${port}`}${story === null ? path : `/…${story}`}${query && `?${query}`}`;
}

/** What names a story at the end of an address, whatever headline stands before it, each with an example. */
const STORY_IDS: readonly RegExp[] = [
  /-(id[A-Z]{2}[A-Z0-9]{6,14})$/, // /article/us-selm-fire-idUSKBN1X2Y3Z
  /\/article-(\d{6,12})\/[^/]+$/, // /news/article-2841967/Fire-Selm.html
  /[/-](?:article|story|a)-(\d{6,12})$/, // /fire-in-selm/a-28419671
  /-([0-9a-f]{32})$/, // /article/selm-fire-0f3b…
  /[-.](\d{7,12})$/, // /world/fire-in-selm-28419671.html
];

/** A year with its month and day is no number of a story, nor is ten million. */
const NO_ID = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$|0{5}$/;

function storyId(path: string): string | null {
  const bare = path.replace(/\.(?:s?html?|php|aspx?|ece|story)$/i, '');
  const id = STORY_IDS.map((way) => way.exec(bare)?.[1]).find((found) => found !== undefined);
  return id === undefined || NO_ID.test(id) ? null : id;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
