import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captureOf, sha256 } from '../../src/capture/capture-of.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import type { Document } from '../../src/text/document.ts';
import { documentOf, type Given } from '../../src/text/document-of.ts';
import { slice } from '../../src/text/span.ts';

const read = (text: string, media = 'text/plain', given: Given = {}): Promise<Document> =>
  documentOf(captureOf({ bytes: Buffer.from(text), address: 'a.txt', media }), given);

const blocks = ({ text, blocks }: Document) => blocks.map(({ kind, span }) => `${kind}: ${slice(text, span)}`);
const refusal = (text: string, media: string) =>
  read(text, media).then(
    () => null,
    (error) => error as Refusal,
  );

const long =
  'The mayor of Wexley said on Tuesday that the bridge would stay shut until the spring, and that nobody was to blame.';

test('the id is that of the bytes, the hash that of the text', async () => {
  const document = await read('\ufeffThe mayor quits.');
  expect(document.id).toBe(sha256('\ufeffThe mayor quits.').slice(0, 12));
  expect(document.capture).toBe(sha256('\ufeffThe mayor quits.'));
  expect(document.sha256).toBe(sha256('The mayor quits.'));
  expect(document.address).toBe('a.txt');
});

test('what is given wins over what is told', async () => {
  const text = `Outlet: The Courier\nPublished: 1 May 2024\n\n${long}`;
  expect(await read(text)).toMatchObject({ outlet: 'The Courier', published: '2024-05-01' });
  const given = { title: 'It rains', outlet: 'The Post', byline: 'Ana Torv', published: '2024-11-22' };
  expect(await read(text, 'text/plain', given)).toMatchObject(given);
  const none = { title: null, outlet: null, byline: null, published: null };
  expect(await read(text, 'text/plain', none)).toMatchObject(none);
});

test.each<[why: string, text: string, blocks: string[]]>([
  [
    'blank lines part paragraphs',
    'One is here.\r\n \r\nTwo is here.\r\n',
    ['paragraph: One is here.', 'paragraph: Two is here.'],
  ],
  ['without blank lines each line is one', `${long}\n${long}`, [`paragraph: ${long}`, `paragraph: ${long}`]],
  [
    'lines wrapped by hand are one',
    'The mayor said\nthe bridge\nis shut.\n\nNobody\nminds.',
    ['paragraph: The mayor said\nthe bridge\nis shut.', 'paragraph: Nobody\nminds.'],
  ],
  [
    'a long line is never wrapped',
    `Bridge shut\n\n${long}\n${long}`,
    ['headline: Bridge shut', `paragraph: ${long}`, `paragraph: ${long}`],
  ],
  ['a short first line is the headline', `Bridge shut\n${long}`, ['headline: Bridge shut', `paragraph: ${long}`]],
  [
    'a first line with a full stop is none',
    `The bridge is shut.\n\n${long}`,
    ['paragraph: The bridge is shut.', `paragraph: ${long}`],
  ],
  [
    'a closing credit',
    `${long}\n\nAdditional reporting by Tom Li`,
    [`paragraph: ${long}`, 'credit: Additional reporting by Tom Li'],
  ],
  [
    'header lines are no paragraphs',
    `Outlet: The Courier\nHeadline: Bridge shut\nCredit: Halyard\n\n${long}`,
    ['headline: Bridge shut', 'credit: Halyard', `paragraph: ${long}`],
  ],
  [
    'a sentence with a colon is no header',
    `Source: the mayor said so, and more of it followed.\nIt was late.`,
    ['paragraph: Source: the mayor said so, and more of it followed.', 'paragraph: It was late.'],
  ],
])('plain text: %s', async (_why, text, expected) => expect(blocks(await read(text))).toEqual(expected));

test.each<[header: string, outlet: string | null, credits: string[], why: string]>([
  ['Source: The Courier', null, ['The Courier'], 'alone it may be whom the report was taken from'],
  ['Source: The Courier\nDate: 2 May 2024', 'The Courier', [], 'in a header it is who printed it'],
  ['Outlet: The Post\nSource: The Courier', 'The Post', ['The Courier'], 'unless the header names an outlet'],
])('%s', async (header, outlet, credits, why) => {
  const document = await read(`${header}\n\n${long}`);
  expect(document, why).toMatchObject({ outlet, credits });
});

test('the lines under a headline name author, outlet and day', async () => {
  const text = `Bridge shut in Wexley\n\nBy Anna Berg\nThe Podil Post, 24 November 2024\n\nWEXLEY, Nov. 24 (Halyard) - ${long}`;
  const document = await read(text);
  expect(document).toMatchObject({
    title: 'Bridge shut in Wexley',
    byline: 'Anna Berg',
    outlet: 'The Podil Post',
    published: '2024-11-24',
  });
  expect(slice(document.text, document.dateline!)).toBe('WEXLEY, Nov. 24');
  expect(document.credits).toEqual(['Halyard']);
  expect(document.text).toBe(text);
});

test('a copy is printed by who distributes it, not by its origin', async () => {
  const text = (end: string) =>
    `Bridge shut in Wexley\n\nBy Anna Berg\nThe Courier\n\n${long}\n\n(Originally published by The Courier.${end})`;
  expect((await read(text(' Distributed by Halyard.'))).outlet).toBe('Halyard');
  expect((await read(text(''))).outlet).toBe(null);
});

test.each<[line: string, credit: string]>([
  ['(Reuters)', 'Reuters'],
  ['Reuters contributed to this report.', 'Reuters contributed to this report.'],
  ['Reporting by Anna Berg; Editing by Tom Li', 'Reporting by Anna Berg; Editing by Tom Li'],
  ['Source: Ministry of Works', 'Source: Ministry of Works'],
  ['© 2024 AFP', '© 2024 AFP'],
  ['With files from The Canadian Press', 'With files from The Canadian Press'],
])('credit %s', async (line, credit) => {
  const document = await read(`${long}\n\n${line}`);
  expect(document.credits).toEqual([credit]);
  expect(document.blocks.at(-1)!.kind).toBe('credit');
});

test('an agency in brackets at the end of the last paragraph is a credit, the paragraph stays one', async () => {
  const document = await read(`${long}\n\n${long} (AFP)`);
  expect(document.credits).toEqual(['AFP']);
  expect(document.blocks.at(-1)!.kind).toBe('paragraph');
});

test('Markdown loses its marks and keeps its blocks; front matter is told', async () => {
  const source = `---\ntitle: "Bridge shut"\npublisher: The Courier\ndate: 2024-11-22T17:30:00+01:00\n---\n\n# Bridge shut\n\nThe *mayor* [said](https://x.example) so,\nand left.\n\n> “It is shut.”\n\n- One\n- Two\n\n## What next\n\n\`nothing\` yet\n`;
  const document = await read(source, 'text/markdown');
  expect(blocks(document)).toEqual([
    'headline: Bridge shut',
    'paragraph: The mayor said so, and left.',
    'quote: “It is shut.”',
    'list-item: One',
    'list-item: Two',
    'heading: What next',
    'paragraph: nothing yet',
  ]);
  expect(document).toMatchObject({
    title: 'Bridge shut',
    outlet: 'The Courier',
    published: '2024-11-22T17:30:00+01:00',
  });
});

test('a row keeps its text as it is and tells the rest', async () => {
  const row = {
    body: `  ${long}\r\n\r\nMore.\ud800`,
    headline: 'Bridge shut',
    source: { name: 'The Courier' },
    author: ['Anna Berg', 'Tom Li'],
    publishing_date: '2024-11-22 09:30:00+00:00',
    url: 'https://courier.example/1',
  };
  const document = await read(JSON.stringify(row), 'application/json');
  expect(document.text).toBe(row.body.toWellFormed());
  expect(document).toMatchObject({
    title: 'Bridge shut',
    outlet: 'The Courier',
    byline: 'Anna Berg, Tom Li',
    published: '2024-11-22T09:30:00Z',
    url: 'https://courier.example/1',
  });
  expect(blocks(document)).toHaveLength(2);
});

test.each<[why: string, row: object, credits: string[]]>([
  ['a source beside an outlet, as in feeds', { outlet: 'The Courier', source: 'Tidewater News' }, ['Tidewater News']],
  [
    'a source with an address',
    { outlet: 'The Courier', source: { name: 'Tidewater News', url: 'https://wire.example/7' } },
    ['Tidewater News', 'https://wire.example/7'],
  ],
  ['a source that is the outlet', { source: 'The Courier' }, []],
  [
    'what it was made from',
    { outlet: 'The Courier', isBasedOn: ['https://wire.example/7'] },
    ['https://wire.example/7'],
  ],
  ['its own address', { outlet: 'The Courier', url: 'https://c.example/1', credit: 'https://c.example/1' }, []],
])('a row gives credit: %s', async (_why, row, credits) => {
  const document = await read(JSON.stringify({ text: long, ...row }), 'application/json');
  expect(document.credits).toEqual(credits);
});

test.each<[text: string, media: string, reason: RegExp]>([
  ['{"text": "cut o', 'application/json', /is no JSON/],
  ['["a"]', 'application/json', /is no JSON object/],
  ['{"title": "Bridge"}', 'application/json', /has no text field/],
  ['{"text": ""}', 'application/json', /has no text field/],
  ['<html><body><nav><a href="/">Home</a></nav></body></html>', 'text/html', /no article/],
  ['---\ntitle: x\n---\n', 'text/markdown', /no words/],
])('%s is refused', async (text, media, reason) => {
  const error = await refusal(text, media);
  expect(error).toBeInstanceOf(Refusal);
  expect(error!.message).toMatch(reason);
  expect(error!.wayOut).not.toBe('');
});

test.each<[text: string, language: string | null]>([
  [long, 'en'],
  ['Der Bürgermeister sagte am Dienstag, die Brücke bleibe bis zum Frühjahr geschlossen.', 'de'],
  ['시장은 화요일에 다리가 봄까지 폐쇄될 것이라고 말했다고 시청이 밝혔다.', 'ko'],
  ['No.', null],
])('%s is %s', async (text, language) => expect((await read(text)).language).toBe(language));

const words = fc.string({
  unit: fc.constantFrom('a', 'é', '“', ' ', '\n', '\r\n', '\t', '.', '한', '\u00a0', '<p>', '#', '>', '- '),
  maxLength: 200,
});

test.each(['text/plain', 'text/markdown', 'text/html'])(
  '%s: blocks are in order, apart, trimmed and never empty',
  async (media) => {
    await fc.assert(
      fc.asyncProperty(words, async (source) => {
        const body = media === 'text/html' ? `<h1>Bridge</h1><p>${long}</p><p>${source}</p>` : `${long}\n\n${source}`;
        const { text, blocks } = await read(body, media);
        let end = 0;
        for (const { span } of blocks) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(slice(text, span).trim()).toBe(slice(text, span));
          expect(slice(text, span)).not.toBe('');
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
        if (media === 'text/plain') expect(text).toBe(body);
      }),
      { numRuns: 60 },
    );
  },
);
