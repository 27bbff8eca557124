import type { Capture } from '../../capture/capture.ts';
import { gatherFeeds, isOpml } from '../../capture/feeds.ts';
import { type Fetching, fetchPage } from '../../capture/fetch-page.ts';
import { sniffMedia } from '../../capture/media.ts';
import { type Refusal, refusalOf } from '../../capture/refusal.ts';
import { sealedBytes } from '../../capture/sealed-bytes.ts';
import type { Inputs } from './read-queue.ts';

export interface Arrived extends Fetching {
  /** ISO 8601 in UTC */
  readonly at: string;
}

/** A text as it was pasted; lists of feeds are followed. */
export function pasted(text: string, title: string | undefined, { at, ...fetching }: Arrived): Inputs {
  if (isOpml(text)) return gatherFeeds('paste', text, fetching);
  const bytes = Buffer.from(title === undefined ? text : `${title}\n\n${text}`);
  // the source of a page can be pasted too; a JSON object is no list of rows here
  const media = sniffMedia(bytes) === 'text/html' ? 'text/html' : 'text/plain';
  return sealedBytes({ address: 'paste', bytes, at, method: 'paste', media });
}

export async function* page(address: string, { at: _, ...fetching }: Arrived): AsyncGenerator<Capture | Refusal> {
  try {
    yield await fetchPage(address, fetching);
  } catch (error) {
    yield refusalOf(address, error);
  }
}

export interface Sent {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Files as they were sent, in their order; lists of feeds among them are followed. */
export async function* sentFiles(files: readonly (Sent | Refusal)[], { at, ...fetching }: Arrived): Inputs {
  for (const file of files) {
    if (file instanceof Error) yield file;
    else if (isOpml(file.bytes.toString('utf8', 0, 2000)))
      yield* gatherFeeds(file.name, file.bytes.toString(), fetching);
    else yield* sealedBytes({ address: file.name, bytes: file.bytes, at, method: 'file' });
  }
}
