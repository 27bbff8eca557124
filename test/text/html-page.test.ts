import { expect, test } from 'vitest';
import { captureOf } from '../../src/capture/capture-of.ts';
import { documentOf } from '../../src/text/document-of.ts';
import { htmlPage } from '../../src/text/html/html-page.ts';
import { linkedData } from '../../src/text/html/json-ld.ts';
import { slice } from '../../src/text/span.ts';

const long = (n: number) =>
  `Paragraph ${n}: the mayor of Wexley said on Tuesday that the bridge would stay shut until the spring, and that nobody was to blame for it.`;
const three = [1, 2, 3].map((n) => `<p>${long(n)}</p>`).join('\n');

async function blocks(html: string): Promise<string[]> {
  const page = await htmlPage(html, 'page.html');
  return page.blocks.map(({ kind, span }) => `${kind}: ${slice(page.text, span)}`);
}

const body = [1, 2, 3].map((n) => `paragraph: ${long(n)}`);

test.each<[why: string, html: string, expected: string[]]>([
  [
    'inline tags do not split words',
    `<article><p>${long(1)} A w<b>or</b>d <i>in</i>side.</p>${three}</article>`,
    [`paragraph: ${long(1)} A word inside.`, ...body],
  ],
  [
    'two line breaks part paragraphs, one does not',
    `<article><div>${long(1)}<br>\n<br/>${long(2)}<br>${long(3)}</div></article>`,
    [body[0]!, `${body[1]} ${long(3)}`],
  ],
  [
    'kinds follow the tags',
    `<article><h1>Bridge shut</h1>${three}<h2>Next</h2><blockquote><p>“${long(4)}”</p></blockquote><figure><img><figcaption>The bridge</figcaption></figure><ul><li>One thing.</li></ul></article>`,
    [
      'headline: Bridge shut',
      ...body,
      'heading: Next',
      `quote: “${long(4)}”`,
      'caption: The bridge',
      'list-item: One thing.',
    ],
  ],
  [
    'navigation, sharing, comments and hidden parts are left out',
    `<nav><a href=/>Home</a></nav><article>${three}<div class="share-bar"><p>Share this with everybody you know, please do.</p></div><p style="display:none">${long(5)}</p></article><section id="comments"><p>${long(6)}</p></section>`,
    body,
  ],
  ['unclosed tags', `<article><p>${long(1)}<p>${long(2)}<p><b>${long(3)}`, body],
  ['cut off in a tag', `<article>${three}<p cla`, body],
  [
    'no-break spaces, soft hyphens and NULs',
    `<article>${three}<p>${long(4).replace('bridge', 'br\u00adidge').replace('mayor of', 'mayor&nbsp;\0of')}</p></article>`,
    [...body, `paragraph: ${long(4)}`],
  ],
  [
    'a heading with nothing under it is left out',
    `<article>${three}<h2>Related stories you may like</h2></article>`,
    body,
  ],
])('%s', async (_why, html, expected) => expect(await blocks(html)).toEqual(expected));

test('JSON-LD comes before OpenGraph, and OpenGraph before the title', async () => {
  const data = {
    '@graph': [
      { '@type': 'WebSite', name: 'Site' },
      { '@id': '#a', '@type': 'Person', name: 'Anna Berg' },
      {
        '@type': ['NewsArticle'],
        headline: 'From data',
        author: { '@id': '#a' },
        datePublished: '2024-11-22T09:30:00Z',
      },
    ],
  };
  const og = '<meta property="og:title" content="From graph"><meta property="og:site_name" content="The Courier">';
  const page = (head: string) =>
    htmlPage(`<head>${head}<title>From title - The Courier</title></head><article>${three}</article>`, 'page.html');
  const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect((await page(script + og)).told).toEqual({
    title: 'From data',
    byline: 'Anna Berg',
    outlet: 'The Courier',
    published: '2024-11-22T09:30:00Z',
  });
  expect((await page(og)).told.title).toBe('From graph');
  expect((await page('<meta name=application-name content="The Courier">')).told.title).toBe('From title');
});

test.each<[why: string, script: string]>([
  ['raw line ends in a string', '{"@type":"NewsArticle","headline":"Bridge\nshut"}'],
  ['a comma after the last item', '{"@type":"NewsArticle","headline":"Bridge shut",}'],
  ['CDATA around it', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Bridge shut"}\n//]]>'],
  ['a list', '[{"@type":"BreadcrumbList"},{"@type":"ReportageNewsArticle","headline":"Bridge shut"}]'],
  ['escaped twice', '{"@type":"NewsArticle","headline":"Bridge&#32;shut"}'],
])('JSON-LD with %s', (_why, script) => expect(linkedData([script]).told.title).toBe('Bridge shut'));

test.each<[why: string, article: object, expected: string[]]>([
  ['an address that it is based on', { isBasedOn: 'https://wire.example/7' }, ['https://wire.example/7']],
  [
    'a work that it is based on, and who published that',
    { isBasedOn: { '@type': 'NewsArticle', url: 'https://wire.example/7', publisher: { name: 'Tidewater News' } } },
    ['https://wire.example/7', 'Tidewater News'],
  ],
  [
    'several',
    { isBasedOn: ['https://a.example/1', { '@id': 'https://b.example/2' }] },
    ['https://a.example/1', 'https://b.example/2'],
  ],
  [
    'the organisation it came from',
    { sourceOrganization: { '@type': 'Organization', name: 'Tidewater News' } },
    ['Tidewater News'],
  ],
  [
    'the words of a credit',
    { creditText: 'From our partner, Tidewater&nbsp;News' },
    ['From our partner, Tidewater News'],
  ],
  ['an owner that is an agency', { copyrightHolder: { name: 'AFP' } }, ['AFP']],
  ['an owner that may own the paper', { copyrightHolder: { name: 'Courier Holdings' } }, []],
  ['none', { creditText: ['', 7, null], isBasedOn: {} }, []],
])('JSON-LD gives credit: %s', (_why, article, expected) => {
  const data = { '@type': 'NewsArticle', headline: 'Bridge shut', ...article };
  expect(linkedData([JSON.stringify(data)]).credits).toEqual(expected);
});

test('meta tags and JSON-LD give credit to whom the report was taken from, and not to the paper itself', async () => {
  const head = (sources: readonly string[]) =>
    sources.map((source) => `<meta name="syndication-source" content="${source}">`).join('');
  const html = (sources: readonly string[]) =>
    `<head><meta property="og:site_name" content="The Courier">${head(sources)}</head><article>${three}</article>`;
  const credits = async (...sources: string[]) =>
    (
      await documentOf(
        captureOf({
          bytes: Buffer.from(html(sources)),
          address: 'https://courier.example/1',
          at: null,
          method: 'http',
          media: 'text/html',
        }),
      )
    ).credits;
  expect(await credits('https://wire.example/7')).toEqual(['https://wire.example/7']);
  expect(await credits('https://courier.example/1/', 'TheCourier')).toEqual([]);
});

test('broken JSON-LD tells nothing, and other scripts still tell', () => {
  expect(linkedData(['{"@type":', '{"@type":"NewsArticle","headline":"Bridge shut"}']).told).toEqual({
    title: 'Bridge shut',
  });
});

test('a text told only to search engines is taken', async () => {
  const articleBody = [1, 2, 3, 4].map(long).join('\n\n');
  const script = JSON.stringify({ '@type': 'NewsArticle', headline: 'Bridge shut', articleBody });
  const found = await blocks(`<script type="application/ld+json">${script}</script><body><div id="app"></div></body>`);
  expect(found).toEqual(['headline: Bridge shut', ...[1, 2, 3, 4].map((n) => `paragraph: ${long(n)}`)]);
});

test.each<[why: string, html: string]>([
  ['10,000 nested tags', `${'<div>'.repeat(10_000)}${three}`],
  ['10,000 nested inline tags', `<p>${'<b>'.repeat(10_000)}${long(1)} ${long(2)} ${long(3)}`],
  ['10,000 unclosed lists', `${'<ul><li>'.repeat(5_000)}${three}`],
  ['opening marks without end after deep tags', `${'<div>'.repeat(2_000)}${three}${'<'.repeat(100_000)}`],
  ['one paragraph of a megabyte', `<p>${`${long(1)} ${long(2)} ${long(3)} `.repeat(2_500)}</p>`],
])('%s give their text', async (_why, html) => {
  const found = (await blocks(html)).join('\n');
  for (const n of [1, 2, 3]) expect(found).toContain(long(n));
});
