import type { Capture } from './capture.ts';
import { captureOf } from './capture-of.ts';
import { jsonLines, mediaOfHeader, sniffMedia } from './media.ts';
import { Refusal } from './refusal.ts';
import { checkSize, readWithin, sizeLimit } from './size-limit.ts';

/** Milliseconds for the whole answer: slow archives take 20 s. */
const timeLimit = 30_000;

export interface Fetching {
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  readonly limit?: number;
  readonly timeout?: number;
}

/** One page from the network, after its redirects; the address is where it came from in the end. */
export async function fetchPage(url: string, options: Fetching = {}): Promise<Capture> {
  const { fetch: get = fetch, now = () => new Date(), limit = sizeLimit, timeout = timeLimit } = options;
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await get(url, { signal, redirect: 'follow', headers });
    const bytes = await bodyOf(url, response, limit);
    const kept = Object.fromEntries(response.headers);
    return captureOf({
      bytes,
      address: response.url || url,
      media: mediaOfPage(url, kept, bytes),
      at: now().toISOString(),
      method: 'http',
      headers: kept,
    });
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable(url, error, timeout);
  }
}

const headers = {
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9,*/*;q=0.1',
  'user-agent': 'hearsay',
};

async function bodyOf(url: string, response: Response, limit: number): Promise<Buffer> {
  if (!response.ok) {
    await response.body?.cancel();
    const status = `${response.status} ${response.statusText}`.trim();
    throw new Refusal(url, `the server answered ${status}`, 'open it in a browser, save the page and read the file');
  }
  checkSize(url, Number(response.headers.get('content-length') ?? 0), limit);
  return response.body ? readWithin(url, response.body, limit) : Buffer.alloc(0);
}

function mediaOfPage(url: string, kept: Record<string, string>, bytes: Uint8Array): string {
  const media = mediaOfHeader(kept['content-type']) ?? sniffMedia(bytes);
  if (media !== jsonLines) return media;
  throw new Refusal(url, 'is JSON Lines', 'save it as a .jsonl file and read that');
}

/** "fetch failed" says nothing: the cause does. */
function unreachable(url: string, error: unknown, timeout: number): Refusal {
  const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError')
    return new Refusal(url, `no answer within ${timeout / 1000} s`, 'try again later', error);
  const why = cause?.code ?? cause?.message ?? String(error);
  if (why === 'ENOTFOUND' || why === 'EAI_AGAIN') {
    return new Refusal(url, 'no such host was found', 'check the address and the connection', error);
  }
  return new Refusal(url, `could not be fetched (${why})`, 'check the address and the connection', error);
}
