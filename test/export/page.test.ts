import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { day } from '../../src/export/day.ts';
import { escapeHtml, linkable } from '../../src/export/escape-html.ts';
import { html } from '../../src/export/html.ts';
import { notesOf } from '../../src/export/notes.ts';
import { passage } from '../../src/export/passage.ts';
import { pieces } from '../../src/export/pieces.ts';
import type { Reading } from '../../src/read.ts';
import type { Block } from '../../src/text/document.ts';
import { HARBOUR, readingOfText, statement } from './harbour.ts';

const page = html([HARBOUR]);
const stripped = (markup: string) => DomUtils.textContent(parseDocument(markup, { decodeEntities: true }));
const passagesOf = (markup: string) =>
  [...markup.matchAll(/<div class="passage"[^>]*>(.*?)<\/div>/gs)].map((m) => stripped(m[1]!));

test('without its tags a passage is the text, character for character', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 9 });
  const alphabet = fc.constantFrom(...'ab &<>"\'\n\r\t;#“”é', '<b>', '&lt;', '</script>', '👁');
  fc.assert(
    fc.property(fc.array(alphabet, { minLength: 1, maxLength: 40 }), spans, (letters, pairs) => {
      const text = letters.join('');
      const attributions = pairs.flatMap(([a, b], i) =>
        a < b && b <= text.length ? [statement(i, { content: [[a, b]], cue: [[a, b]] })] : [],
      );
      const { marks } = notesOf(readingOfText(text, { attributions }), new Set());
      expect(stripped(passage(text, [0, text.length], marks))).toBe(text);
    }),
  );
});

test('every block is on the page, whole and in order', () => {
  const { text, blocks } = HARBOUR.document;
  expect(passagesOf(page)).toEqual(blocks.map(({ span }) => text.slice(...span)));
});

const texts: [why: string, reading: Reading, shown: string[]][] = [
  [
    'text outside all blocks is a paragraph',
    withBlocks('One.\nTwo.\nThree.', [[5, 9]]),
    ['One.\n', 'Two.', '\nThree.'],
  ],
  [
    'blank text between blocks falls away',
    withBlocks('One.\n \nTwo.', [
      [0, 4],
      [7, 11],
    ]),
    ['One.', 'Two.'],
  ],
  ['an empty text', readingOfText(''), []],
];
function withBlocks(text: string, spans: [number, number][]): Reading {
  const reading = readingOfText(text);
  return { ...reading, document: { ...reading.document, blocks: spans.map((span) => ({ kind: 'paragraph', span })) } };
}
test.each(texts)('%s', (_why, reading, shown) => expect(passagesOf(html([reading]))).toEqual(shown));

test('a paragraph longer than a screen is cut at sentence ends that stand in no statement', () => {
  const text = 'A sentence of some forty letters, or so. '.repeat(200);
  const held = { span: [1000, 3000] as const };
  const parts = pieces(readingOfText(text).document, [held]).map(({ span }) => span);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.map((span) => text.slice(...span)).join('')).toBe(text);
  for (const [start] of parts) expect(start <= 1000 || start >= 3000).toBe(true);
  for (const [start] of parts) expect(text.slice(start, start + 10)).toBe('A sentence');
});

test('what a document says stays text: no tag, no attribute, no script of its own', () => {
  const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;';
  const reading = readingOfText(`${bad} said.`, {
    attributions: [
      statement(1, {
        content: [[0, bad.length]],
        source: [[0, 8]],
        chain: [
          { name: bad, kind: 'person', span: null, source: null, basis: null },
          { name: bad, kind: 'outlet', span: null, source: null, basis: null },
        ],
      }),
    ],
  });
  const told = {
    title: bad,
    outlet: bad,
    byline: bad,
    published: bad,
    credits: [bad],
    language: bad,
    id: bad,
    url: bad,
  };
  const markup = html([{ ...reading, document: { ...reading.document, ...told } }], { title: bad, version: bad });
  const elements = DomUtils.getElementsByTagName('*', parseDocument(markup));
  expect(elements.filter(({ name }) => name === 'img')).toEqual([]);
  expect(elements.filter(({ name }) => name === 'script').length).toBe(1);
  expect(elements.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => name.startsWith('on'))).toEqual([]);
  expect(passagesOf(markup)).toEqual([`${bad} said.`]);
});

const addresses: [address: string | null, isLink: boolean][] = [
  ['https://tide.example/a?b=1', true],
  ['HTTP://tide.example', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['https://', false],
  ['reports/a.txt', false],
  [null, false],
];
test.each(addresses)('%s is a link: %s', (address, isLink) => {
  expect(linkable(address)).toBe(isLink ? address : null);
  const markup = html([{ ...HARBOUR, document: { ...HARBOUR.document, url: address } }]);
  expect(markup.includes('rel="noreferrer')).toBe(isLink);
});

test('the page lets nothing in and nothing out: hashed style and script, no address to load', () => {
  expect(page).toContain("default-src 'none'");
  expect(page).not.toContain('unsafe-inline');
  expect(page).not.toMatch(/\ssrc=|@import|url\(/);
  expect(page.match(/href="(?!#|data:,|https:\/\/tide)/g)).toBeNull();
  expect(page).not.toMatch(/ style="/);
});

test('ids are one of a kind, also where a document stands twice', () => {
  const ids = [...html([HARBOUR, HARBOUR]).matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every number has its passage, its card and its short telling', () => {
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]));
  const wanted = [...page.matchAll(/(?:href="#|aria-describedby=")([^"]+)"/g)].map((m) => m[1]!);
  expect(wanted.length).toBeGreaterThan(3 * 16);
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
});

test('one report is its own heading; several have an index', () => {
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).not.toContain('class="index"');
  const two = html([HARBOUR, readingOfText('Short.')], { title: 'Tuesday’s coverage' });
  expect(two).toContain('<h1>Tuesday’s coverage</h1>');
  expect(two.match(/<li><a href="#r-/g)).toHaveLength(2);
});

test('a headline under the name of its outlet is the heading, once', () => {
  const reading = readingOfText('The Courier\nFire in Selm\nIt burned.');
  const blocks: Block[] = [
    { kind: 'headline', span: [12, 24] },
    { kind: 'paragraph', span: [25, 35] },
  ];
  const page = html([{ ...reading, document: { ...reading.document, title: 'Fire in Selm', blocks } }]);
  expect(page.match(/<h\d[^>]*>[^<]*Fire in Selm/g)).toEqual([expect.stringContaining('<h1')]);
  expect(passagesOf(page).map((words) => words.trim())).toEqual(['Fire in Selm', 'The Courier', 'It burned.']);
});

const told: [why: string, words: string][] = [
  ['attributed apart from its own', '12 attributed statements · 11 speakers · 2 unknowns · 2 statements of its own'],
  ['findings are suggestions', 'Everything marked here is <b>suggested</b> by the machine'],
  ['the version', 'Read by Hearsay 7.8.9'],
  ['the hash of the text', HARBOUR.document.sha256],
  ['a bound without a top', '(40 or more)'],
  ['two bounds', '(1,200 to 1,500 t)'],
  ['speech in speech', 'inside <a href="#s-aaaaaaaaaaa7" aria-label="statement 6">6</a>'],
];
test('a statement that a person added is told so, and is no suggestion', () => {
  const { id } = HARBOUR.attributions[0]!;
  const [before, after] = [page, html([HARBOUR], { added: new Map([[id, 'Ana <b>']]) })].map((shown) => {
    const [card] = shown.match(new RegExp(`<li class="card [^>]* data-s="${id}".*`))!;
    return { card, rest: shown };
  });
  expect(before!.card).toMatch(/>suggested \d/);
  expect(after!.card).toContain('<p class="sure">added by <bdi>Ana &lt;b&gt;</bdi></p>');
  expect(after!.card).not.toContain('suggested');
  expect(after!.rest).toContain('Everything marked here, but what people added, is <b>suggested</b>');
});

test.each(told)('the page tells %s', (_why, words) => expect(html([HARBOUR], { version: '7.8.9' })).toContain(words));

test('the chain reads from who knows to who prints', () => {
  const chains = [...page.matchAll(/<ol class="chain"[^>]*>(.*?)<\/ol>/gs)].map((m) =>
    m[1]!.split('</li>').map(stripped).filter(Boolean),
  );
  expect(chains).toContainEqual(['port officials collective', 'the Selm Courier outlet', 'this report']);
  expect(chains).toContainEqual(['a foreman anonymous', 'Duro person', 'this report']);
});

test('the same readings give the same bytes', () => expect(html([HARBOUR])).toBe(page));

test('the page grows with the text and its findings, not with their square', () => {
  const sentence = '“It is so,” said Duro. ';
  const size = (n: number) => {
    const attributions = Array.from({ length: n }, (_, i) => {
      const s = i * sentence.length;
      return statement(i, { content: [[s, s + 11]], cue: [[s + 12, s + 16]], source: [[s + 17, s + 21]] });
    });
    return html([readingOfText(sentence.repeat(n), { attributions })]).length;
  };
  const [small, large] = [size(500), size(4000)];
  expect(large).toBeLessThan(8.5 * small);
});

const days: [iso: string, shown: string][] = [
  ['2022-05-03', '3 May 2022'],
  ['2022-05-03T09:30:00Z', '3 May 2022, 09:30 UTC'],
  ['2022-12-31T23:30:00.5+05:30', '31 December 2022, 23:30 UTC+05:30'],
  ['2022-13-01', '2022-13-01'],
  ['May', 'May'],
];
test.each(days)('%s is shown as %s', (iso, shown) => expect(day(iso)).toBe(shown));

test('escaping', () =>
  expect(escapeHtml(`<a href="x">'&'</a>\r`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;&#13;'));
