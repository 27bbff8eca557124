import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { captureOf } from '../../src/capture/capture-of.ts';
import type { Row } from '../../src/export/schema.ts';
import { documentOf } from '../../src/text/document-of.ts';
import { TextColumn } from '../../src/web/reader/text-column.tsx';

const none = () => {};

test.each<[why: string, above: string]>([
  ['at the top', ''],
  ['under the name of its outlet, which is in no block', 'Northgate Examiner\n'],
])('the headline is the title of the page %s', async (_why, above) => {
  const text = `${above}Nine dead in blast at Arica port\nBy Anna Berg\nNine people were killed, the ministry said.`;
  const document = await documentOf(captureOf({ bytes: Buffer.from(text), address: 'a.txt', media: 'text/plain' }));
  const html = renderToStaticMarkup(
    createElement(TextColumn, {
      row: document as unknown as Row,
      marks: [],
      shown: {} as never,
      column: { current: null },
      hover: none,
      select: none,
    }),
  );
  expect(html.match(/<h1[^>]*>(?:<[^>]+>)*([^<]+)/)?.[1]).toBe('Nine dead in blast at Arica port');
});
