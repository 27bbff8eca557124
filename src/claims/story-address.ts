/** What tells where a reader came from, and not which page it is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ocid|ito|smid|smtyp|partner|ref|ref_src|referrer|xtor|at_\w+|ftag|sh|share|taid|srnd|guccounter|guce_\w+|amp|outputtype)$/i;

/**
 * One writing for all addresses of a page: "http://m.post.example/selm/?utm_source=x#top" → "post.example/selm". Null where
 * it is no address of a story: a front page is another one every hour.
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
  return `${hostname.replace(/^(?:www|m|mobile|amp)\./, '')}${port && `:${port}`}${path}${query && `?${query}`}`;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
