import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captureOf } from '../../src/capture/capture-of.ts';
import type { Document } from '../../src/text/document.ts';
import { documentOf, type Given } from '../../src/text/document-of.ts';
import { slice } from '../../src/text/span.ts';

const read = (text: string, given: Given = {}): Promise<Document> =>
  documentOf(captureOf({ bytes: Buffer.from(text), address: 'a.txt', media: 'text/plain' }), given);

const blocks = ({ text, blocks }: Document) => blocks.map(({ kind, span }) => `${kind}: ${slice(text, span)}`);
const told = ({ title, outlet, byline, published, updated, url }: Document) =>
  Object.fromEntries(
    Object.entries({ title, outlet, byline, published, updated, url }).filter(([, value]) => value !== null),
  );

const title = 'Nine dead in blast at Arica port';
const body =
  'Nine people were killed on Tuesday when a fertiliser store blew up at the port of Arica, the interior ministry said.';
const more = '“We heard it in the hills,” said Ana Rojas, a baker.';
const wrapped =
  'Nine people were killed on Tuesday when a fertiliser store blew up at\nthe port of Arica, the interior ministry said. The mayor, who was in\nLima at the time, said that he would return.';

test.each<[why: string, above: string, expected: object]>([
  [
    'headline, author with the outlet, day',
    `${title}\nBy Anna Berg, Northgate Examiner\n12 March 2025`,
    { title, byline: 'Anna Berg', outlet: 'Northgate Examiner', published: '2025-03-12' },
  ],
  [
    'the same with blank lines between',
    `${title}\n\nBy Anna Berg, Northgate Examiner\n\n12 March 2025\n`,
    { title, byline: 'Anna Berg', outlet: 'Northgate Examiner', published: '2025-03-12' },
  ],
  [
    'all in one line under it',
    `${title}\nBy Anna Berg | Northgate Examiner | March 12, 2025`,
    { title, byline: 'Anna Berg', outlet: 'Northgate Examiner', published: '2025-03-12' },
  ],
  ['a time with its zone', `${title}\n12 March 2025, 14:05 GMT`, { title, published: '2025-03-12T14:05:00Z' }],
  [
    'published and updated',
    `${title}\nPublished: 12 March 2025 | Updated 13 March 2025`,
    { title, published: '2025-03-12', updated: '2025-03-13' },
  ],
  [
    'both without a mark between',
    `${title}\n12 March 2025 Last updated at 14:05 GMT`,
    { title, published: '2025-03-12' },
  ],
  ['a day that can be read in two ways', `${title}\n05/03/2025`, { title }],
  ['the outlet above', `Northgate Examiner\n${title}`, { title, outlet: 'Northgate Examiner' }],
  [
    'the outlet in capitals',
    `THE NORTHGATE EXAMINER\n${title}\n12 March 2025`,
    { title, outlet: 'THE NORTHGATE EXAMINER', published: '2025-03-12' },
  ],
  [
    'the outlet under it',
    `${title}\nNorthgate Examiner\n12 March 2025`,
    { title, outlet: 'Northgate Examiner', published: '2025-03-12' },
  ],
  [
    'the outlet with its town',
    `${title}\nBBC News, Santiago\n12 March 2025`,
    { title, outlet: 'BBC News', published: '2025-03-12' },
  ],
  ['the outlet behind it, as in a tab', `${title} | Northgate Examiner`, { title, outlet: 'Northgate Examiner' }],
  ['the day above', `12 March 2025\n${title}`, { title, published: '2025-03-12' }],
  [
    'a source that is an outlet',
    `${title}\nSource: Northgate Examiner\n12 March 2025`,
    { title, outlet: 'Northgate Examiner', published: '2025-03-12' },
  ],
  [
    'a source that is none is given credit',
    `${title}\nSource: Ministry of Works\n12 March 2025`,
    { title, published: '2025-03-12' },
  ],
  [
    'keys under a headline',
    `${title}\nAuthor: Anna Berg\nDate: 12 March 2025\nOutlet: Podil Online`,
    { title, byline: 'Anna Berg', published: '2025-03-12', outlet: 'Podil Online' },
  ],
  [
    'an address',
    `https://examiner.example/arica\n${title}\nBy Anna Berg`,
    { title, byline: 'Anna Berg', url: 'https://examiner.example/arica' },
  ],
  [
    'what buttons say',
    `${title}\n3 min read\nShare\nSave\nBy Anna Berg\nUpdated March 13, 2025 at 9:30 a.m. EDT\nListen`,
    { title, byline: 'Anna Berg', updated: '2025-03-13' },
  ],
  ['a section above', `World news\n${title}\nBy Anna Berg`, { title, byline: 'Anna Berg' }],
  ['a slug of a wire', `UPDATE 2-${title}\nBy Anna Berg`, { title: `UPDATE 2-${title}`, byline: 'Anna Berg' }],
  [
    'a headline in two lines',
    `Nine dead in blast at Arica port as ministry\nopens inquiry into fertiliser store\nBy Anna Berg`,
    { title: 'Nine dead in blast at Arica port as ministry opens inquiry into fertiliser store', byline: 'Anna Berg' },
  ],
  ['a question', 'Who blew up Arica port?\nBy Anna Berg', { title: 'Who blew up Arica port?', byline: 'Anna Berg' }],
  [
    'a place is no outlet',
    `${title}\nBy Anna Berg\nArica, 12 March 2025`,
    { title, byline: 'Anna Berg', published: '2025-03-12' },
  ],
  [
    'a post is no outlet',
    `${title}\nBy Anna Berg\nPolitical Correspondent\n12 March 2025`,
    { title, byline: 'Anna Berg', published: '2025-03-12' },
  ],
  [
    'an agency writes for others',
    `${title}\nBy ANNA BERG, Associated Press`,
    { title, byline: 'ANNA BERG, Associated Press' },
  ],
  [
    'an agency under the headline may only be given credit',
    `${title}\nPTI\n12 March 2025`,
    { title, published: '2025-03-12' },
  ],
  [
    'an agency with its day prints',
    `${title}\nBy Anna Berg of The Courier\nHalyard News Agency, 12 March 2025`,
    { title, byline: 'Anna Berg of The Courier', outlet: 'Halyard News Agency', published: '2025-03-12' },
  ],
  [
    'of two outlets neither',
    `${title}\nNorthgate Examiner\nThe Wexley Courier\n12 March 2025`,
    { title, published: '2025-03-12' },
  ],
  [
    'an outlet that nobody knows is no headline',
    `Meduza Live\n12 March 2025\n${title}`,
    { title, published: '2025-03-12' },
  ],
  ['a sentence that is signed is no headline', 'A fertiliser store blew up.\nBy Anna Berg', { byline: 'Anna Berg' }],
  ['a name that may be anybody’s is no headline', 'Anna Berg\n12 March 2025', { published: '2025-03-12' }],
  ['only a name', 'By Anna Berg', { byline: 'Anna Berg' }],
])('above a text: %s', async (_why, above, expected) => {
  for (const under of [`${body}\n${more}`, `${body}\n\n${more}`, wrapped]) {
    const text = `${above}\n${under}`;
    const document = await read(text);
    expect(told(document)).toEqual(expected);
    expect(document.text).toBe(text);
    const [first] = under === wrapped ? [wrapped] : [body];
    expect(blocks(document)).toContain(`paragraph: ${first}`);
  }
});

test.each<[why: string, text: string, expected: object]>([
  ['a sentence', body, {}],
  ['two sentences', `${body}\nThe mayor said he would return.`, {}],
  ['a sentence, then a day', `${body}\n12 March 2025\nThe mayor said he would return.`, {}],
  [
    'verses',
    'Two lights that go across the bay\nAnd neither knows the other’s name\nThe one is late, the one must stay\nAnd both are burning all the same',
    {},
  ],
  ['entries', 'The dead are:\n- Anna Berg, 41, of Wexley\n- Tom Li, 33, of Arica', {}],
  ['entries without marks', 'Dead in Arica\nAnna Berg\nTom Li\nAna Rojas', {}],
  ['who speaks in turn', 'BERG: How many are dead?\nROJAS: Nine, and we fear more.', {}],
  ['questions', 'Q: How many died?\nA: Nine, so far.', {}],
  [
    'days with their entries',
    'What happened at Arica\n12 March 2025\nNine people are killed.\n13 March 2025\nThe minister resigns.',
    {},
  ],
  [
    'two reports, each with its day',
    `${title}\nBy Anna Berg\n12 March 2025\n${body}\nMayor of Arica resigns\nBy Tom Li\n13 March 2025\nThe mayor resigned on Wednesday, his office said.`,
    {},
  ],
  [
    'hours with their entries',
    'LIVE: Arica blast\n14:05\nNine dead, the ministry says.\n14:20\nFire crews are there.',
    {},
  ],
  [
    'an address that a sentence gives',
    `The list of the dead was taken from\nhttps://examiner.example/dead\n${body}`,
    {},
  ],
  ['an address behind a colon', `A list of the dead is here:\nhttps://examiner.example/dead\n${body}`, {}],
  ['a day that a sentence gives', `The port of Arica will be shut from\n12 March 2025\n${body}`, {}],
  ['an address under a line may be of anything', `The page of the port\nhttps://arica.example\n${body}`, {}],
  ['a line with an address of mail', `Kept by Anna Berg <anna@courier.example>\n12 March 2025\n${body}`, {}],
  ['a line with an address', `See https://arica.example/dead\n12 March 2025\n${body}`, {}],
  ['a line in brackets', `(To be read with care)\n12 March 2025\n${body}`, {}],
  ['a mail', `From: Anna Berg\nTo: desk\nDate: 12 March 2025\nSubject: Arica\n\n${body}`, {}],
  [
    'a day where a line broke',
    'The mayor of Arica quit after the blast\nand said so in a letter that was dated\n12 March 2025\nand that was seen by the Examiner.',
    {},
  ],
  [
    'titles with their papers',
    `${title} - Daily Mail\nMayor of Arica will resign on Wednesday - The Times\nStore was full since January - The Courier`,
    {},
  ],
  [
    'a post with its handle',
    'Anna Berg @annaberg\nNine dead at Arica port, ministry says. More soon.\n14:05 · 12 March 2025',
    {},
  ],
  ['a headline that begins with By', `By the numbers: the Arica blast\n${body}`, {}],
  ['By and no name', `By Noon Nine Were Dead\n${body}`, {}],
  ['a day under the text', 'Mayor of Arica quits\nThe mayor quit on Tuesday.\n12 March 2025', {}],
  ['nothing under a headline', `${title}\nBy Anna Berg\n12 March 2025`, {}],
])('no header: %s', async (_why, text, expected) => {
  const document = await read(text);
  expect(told(document)).toEqual(expected);
  expect(document.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
});

test('what stands above is in its blocks, the words of a page in none', async () => {
  const above = `World\n${title}\nThe store had been full since January.\nShare\nBy Anna Berg, Northgate Examiner\n12 March 2025\nSource: Ministry of Works\n3 min read`;
  const document = await read(`${above}\r\nARICA, March 12 (Halyard) - ${body}`);
  expect(blocks(document)).toEqual([
    `headline: ${title}`,
    'paragraph: The store had been full since January.',
    'credit: By Anna Berg, Northgate Examiner\n12 March 2025',
    'credit: Source: Ministry of Works',
    `paragraph: ARICA, March 12 (Halyard) - ${body}`,
  ]);
  expect(document.credits).toEqual(['Halyard', 'Source: Ministry of Works']);
  expect(slice(document.text, document.dateline!)).toBe('ARICA, March 12');
});

test('what buttons say above a text is none of it', async () => {
  const document = await read(`${title}\nShare\nBy Anna Berg\n3 min read\nListen\n${body}\n${more}`);
  expect(blocks(document)).toEqual([
    `headline: ${title}`,
    'credit: By Anna Berg',
    `paragraph: ${body}`,
    `paragraph: ${more}`,
  ]);
});

test('under a day a short sentence is enough for a headline to stand over it', async () => {
  const text = (above: string) => `${above}${title}\nNine people were killed, the ministry said.`;
  expect((await read(text('12 March 2025\n'))).title).toBe(title);
  expect((await read(text(''))).title).toBe(null);
});

test('a page of the web may be of somebody else than the outlet behind a name', async () => {
  const page = `<meta name="author" content="Anna Berg, Northgate Examiner"><h1>${title}</h1><p>${body}</p><p>${body} ${more}</p><p>${more}</p>`;
  const document = await documentOf(captureOf({ bytes: Buffer.from(page), address: 'a.html', media: 'text/html' }));
  expect(document).toMatchObject({ byline: 'Anna Berg, Northgate Examiner', outlet: null });
});

test('an agency is given credit by its name alone', async () => {
  const document = await read(`${title}\nReuters | 12 March 2025\n${body}`);
  expect(document).toMatchObject({ outlet: null, published: '2025-03-12', credits: ['Reuters'] });
});

test('spans are into the text as it is, whatever stands between its words', async () => {
  const tab = await read(`Nine  dead\tin blast  |  The Courier\r\n12 March 2025  |\t Reuters\r\n${body}`);
  expect(blocks(tab)).toEqual(['headline: Nine  dead\tin blast', 'credit: Reuters', `paragraph: ${body}`]);
  expect(tab).toMatchObject({ title: 'Nine dead in blast', outlet: 'The Courier', credits: ['Reuters'] });
  const broken = await read(`Nine dead and so on\r\nA | The Courier\n${body}`);
  expect(broken.blocks.map(({ span }) => slice(broken.text, span).trim().length)).toEqual(
    broken.blocks.map(({ span: [start, end] }) => end - start),
  );
});

test('a line in small letters under a header is no rest of a sentence', async () => {
  const document = await read(`${title}\n12 March 2025\nannaberg - pictures of the port\n${body}`);
  expect(told(document)).toEqual({ title, published: '2025-03-12' });
});

test('a dateline says where the report begins', async () => {
  const document = await read(
    `${title}\n(Adds details)\nARICA (Halyard) - Nine people were killed when a\nstore blew up.\n\n${more}`,
  );
  expect(blocks(document)).toEqual([
    `headline: ${title}`,
    'paragraph: (Adds details)',
    'paragraph: ARICA (Halyard) - Nine people were killed when a\nstore blew up.',
    `paragraph: ${more}`,
  ]);
});

test('who speaks first is no place', async () => {
  expect((await read('BERG: How many are dead?\nROJAS: Nine, and we fear more.')).dateline).toBe(null);
  expect((await read('NEW DELHI: Nine people were killed on Tuesday.')).dateline).toEqual([0, 9]);
});

test('the outlet behind a name is taken only where none is told', async () => {
  const text = `${title}\nBy Anna Berg, Northgate Examiner\n${body}`;
  const by = 'Anna Berg, Northgate Examiner';
  expect(await read(text)).toMatchObject({ byline: 'Anna Berg', outlet: 'Northgate Examiner' });
  expect(await read(text, { outlet: 'Halyard' })).toMatchObject({ byline: by, outlet: 'Halyard' });
  const row = captureOf({
    bytes: Buffer.from(JSON.stringify({ text, outlet: 'Halyard' })),
    address: 'a',
    media: 'application/json',
  });
  expect(await documentOf(row)).toMatchObject({ byline: by, outlet: 'Halyard' });
  const copy = `${text}\n(Originally published by the Northgate Examiner. Distributed by Halyard.)`;
  expect(await read(copy)).toMatchObject({ byline: by, outlet: null });
});

test('Markdown: names and days in paragraphs of their own', async () => {
  const source = `# ${title}\n\n*By Anna Berg, Northgate Examiner*\n\n12 March 2025\n\n${body}\n`;
  const document = await documentOf(captureOf({ bytes: Buffer.from(source), address: 'a.md', media: 'text/markdown' }));
  expect(told(document)).toEqual({ title, byline: 'Anna Berg', outlet: 'Northgate Examiner', published: '2025-03-12' });
  expect(blocks(document)).toContain(`paragraph: ${body}`);
});

test('Markdown: a day alone is told, a day in the text is not', async () => {
  const read = (source: string) =>
    documentOf(captureOf({ bytes: Buffer.from(source), address: 'a.md', media: 'text/markdown' }));
  expect(await read(`# ${title}\n\n12 March 2025\n\n${body}\n`)).toMatchObject({ published: '2025-03-12' });
  expect(await read(`# ${title}\n\n${body}\n\n12 March 2025\n`)).toMatchObject({ published: null });
});

const line = fc.constantFrom(
  ...[title, body, more, 'By Anna Berg', 'The Courier', '12 March 2025', 'Share', 'Source: X', 'Title: Y', ''],
  ...[
    'ARICA (Halyard) - Nine',
    'and so on',
    'PTI',
    'A  |  The Courier',
    ' \t',
    '\ufeff',
    '12 March 2025\t|  Reuters',
    'it goes  on',
  ],
);
const ends = fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\n\n');

test('whatever lines come, blocks are in order, apart, trimmed and never empty', async () => {
  const lines = fc.array(fc.tuple(line, ends), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lines, async (parts) => {
      const text = `${parts.flat().join('')}${body}`;
      const document = await read(text);
      expect(document.text).toBe(text.replace(/^\ufeff/, ''));
      let end = 0;
      for (const { span } of document.blocks) {
        expect(span[0]).toBeGreaterThanOrEqual(end);
        expect(slice(document.text, span).trim()).toBe(slice(document.text, span));
        expect(span[1]).toBeGreaterThan(span[0]);
        end = span[1];
      }
      expect(document.blocks.filter(({ kind }) => kind === 'headline').length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    'its slug',
    'PORTMERROW-BLAST/ (URGENT, PIX)\nNine dead in Port Merrow - health ministry\nBy Piet Danner\n',
    'Corvane Wire',
    [],
  ],
  ['a headline', 'Blast at Port Merrow kills nine people', null, ['Corvane Wire']],
])('the agency of a dateline under %s', async (_reason, top, outlet, credits) => {
  const body = 'PORT MERROW, March 3 (Corvane Wire) - Nine people died in the explosion at a fuel depot on Sunday.';
  expect(await read(`${top}\n${body}\n\nThe harbour was closed for a day.`)).toMatchObject({ outlet, credits });
});
