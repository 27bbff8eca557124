import { parentPort } from 'node:worker_threads';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

parentPort?.on('message', (html: string) => parentPort?.postMessage(articleIn(html)));

function articleIn(html: string): string | null {
  try {
    // without a body the library finds no top to its walk
    const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
    return new Readability(document as unknown as Document).parse()?.content ?? null;
  } catch {
    return null;
  }
}
