import { readFileSync } from 'node:fs';
import { captureOf } from '../../src/capture/capture-of.ts';
import { documentOf } from '../../src/text/document-of.ts';
import { slice } from '../../src/text/span.ts';

/** What expected.json holds of a page: what a reader of it would write down. */
export async function expectedOf(folder: string): Promise<object> {
  const bytes = readFileSync(`${folder}/source.html`);
  const document = await documentOf(captureOf({ bytes, address: 'source.html', media: 'text/html' }));
  const { title, byline, outlet, published, updated, url, language, credits, text, blocks } = document;
  const dateline = document.dateline && slice(text, document.dateline);
  const words = blocks.map(({ kind, span }) => [kind, slice(text, span)]);
  return { title, byline, outlet, published, updated, url, language, dateline, credits, blocks: words };
}
