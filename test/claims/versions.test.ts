import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import { linksOf } from '../../src/claims/links.ts';
import { pageOf } from '../../src/claims/page-of.ts';
import { storyAddress } from '../../src/claims/story-address.ts';
import { inOrder, type Version, versionsOf } from '../../src/claims/versions.ts';
import { type Reading, read, readDocument } from '../../src/read.ts';
import type { Document } from '../../src/text/document.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom, type Part } from '../attributions/document.ts';

const url = 'https://post.example/selm';
const version = (parts: readonly string[], day: string, told: { url: string | null } = { url }): Promise<Reading> =>
  readDocument({ ...documentFrom(parts, told), published: '2025-03-01', updated: day }, fastModel());

async function second(before: string[], after: string[]): Promise<Version> {
  const readings = [await version(before, '2025-03-01'), await version(after, '2025-03-02')];
  const [, later] = versionsOf(readings[0]!.document.id, linksOf(readings));
  return later!;
}
const changes = ({ changed }: Version) => changed.map((one) => one.changes.join(' · '));

it.each<[reason: string, before: string[], after: string[], expected: string[]]>([
  ['nothing', ['Mayor Ana Torv said the pier was closed.'], ['Mayor Ana Torv said the pier was closed.', ''], []],
  [
    'a statement was added',
    ['Mayor Ana Torv said the pier was closed.'],
    ['Mayor Ana Torv said the pier was closed.', 'Firefighters said the warehouse had burned for hours.'],
    ['added'],
  ],
  [
    'a statement was dropped',
    ['Mayor Ana Torv said the pier was closed.', 'Firefighters said the warehouse had burned for hours.'],
    ['Mayor Ana Torv said the pier was closed.'],
    ['dropped'],
  ],
  [
    'the figure moved',
    ['At least 40 soldiers died in the Selm harbour fire, officials said.'],
    ['At least 46 soldiers died in the Selm harbour fire, officials said.'],
    ['figure moved'],
  ],
  [
    'the same words on the word of another',
    ['Mayor Ana Torv said the pier was closed.'],
    ['Governor Bo Lind said the pier was closed.'],
    ['source changed'],
  ],
  [
    'a hedge was put in',
    ['The harbour master was wounded in the Selm warehouse fire, officials said.'],
    ['The harbour master may have been wounded in the Selm warehouse fire, officials said.'],
    ['softened'],
  ],
  [
    'it is left open',
    ['A minister was wounded in the attack on the port of Ilo, officials said.'],
    ['It is unclear whether a minister was wounded in the attack on the port of Ilo.'],
    ['left open'],
  ],
  [
    'something of it is left open, and it still stands',
    ['A minister was wounded in the attack on the port of Ilo, officials said.'],
    [
      'Officials said that a minister had been wounded in the attack on the port of Ilo.',
      'It is unclear whether the minister was wounded in the attack by a shell.',
    ],
    ['reworded'],
  ],
  [
    'its source was dropped',
    ['The harbour master was wounded in the Selm warehouse fire, officials said.'],
    ['The harbour master was wounded in the Selm warehouse fire.'],
    ['attribution dropped'],
  ],
  [
    'only its capital and marks changed',
    ['The harbour master, he said, “was hurt in the Selm fire”.', 'The pier was closed.'],
    ['The harbour master, he said, "was hurt in the Selm fire".', 'The pier was closed'],
    [],
  ],
  [
    'a source was given, and nothing made less sure',
    ['The harbour master was wounded in the Selm warehouse fire.'],
    ['Officials said the harbour master was wounded in the Selm warehouse fire.'],
    ['attribution added'],
  ],
  [
    'the writer stepped back from it',
    ['The harbour master was wounded in the Selm warehouse fire.'],
    ['The harbour master was reportedly wounded in the Selm warehouse fire.'],
    ['softened'],
  ],
  [
    'a hedge was dropped',
    ['The harbour master may have been wounded in the Selm warehouse fire, officials said.'],
    ['The harbour master was wounded in the Selm warehouse fire, officials said.'],
    ['hardened'],
  ],
  [
    'the same in other words',
    ['Officials said strong wind drove the flames across the river.'],
    ['Officials said the flames were driven over the river by strong wind.'],
    ['reworded'],
  ],
  [
    'what the notice says of the version before is said by that, and not here',
    ['At least 40 soldiers died in the Selm harbour fire, officials said.'],
    [
      'Correction: An earlier version of this report said that 40 soldiers had died in the Selm harbour fire.',
      'At least 46 soldiers died in the Selm harbour fire, officials said.',
    ],
    ['figure moved'],
  ],
  [
    'two that share only whom they speak of',
    ['Mayor Ana Torv said the pier in Selm was closed.'],
    ['Mayor Ana Torv said the school in Selm had burned.'],
    ['dropped', 'added'],
  ],
  [
    'two sentences changed places',
    ['Mayor Ana Torv said the pier was closed.', 'Firefighters said the warehouse had burned for hours.'],
    ['Firefighters said the warehouse had burned for hours.', 'Mayor Ana Torv said the pier was closed.'],
    [],
  ],
])('between two versions: %s', async (_reason, before, after, expected) => {
  expect(changes(await second(before, after))).toEqual(expected);
});

test('a version tells its own correction, and where its text was changed', async () => {
  const before = 'At least 40 soldiers died in the Selm harbour fire, officials said.';
  const notice = 'Correction: An earlier version of this report gave a wrong number of soldiers.';
  const { notices, edits } = await second([before], [before.replace('40', '46'), notice]);
  expect(notices.map(({ kind }) => kind)).toEqual(['corrected']);
  expect(edits.map(({ kind, before: [from, to] }) => [kind, before.slice(from, to).trim()])).toEqual([
    ['changed', '40'],
    ['added', ''],
  ]);
});

it.each<[reason: string, one: string, other: string, same: boolean]>([
  ['where the reader came from', 'https://post.example/selm?utm_source=a&fbclid=b', 'https://post.example/selm', true],
  ['a place on the page', 'https://post.example/selm#top', 'https://post.example/selm', true],
  ['http, www and the page for phones', 'http://www.post.example/selm/', 'https://m.post.example/selm', true],
  ['the light page', 'https://post.example/selm/amp', 'https://post.example/selm', true],
  ['the order of a query', 'https://post.example/?b=2&id=1', 'https://post.example/?id=1&b=2', true],
  ['a query that names the story', 'https://post.example/story?id=1', 'https://post.example/story?id=2', false],
  ['a front page is new every hour', 'https://post.example/', 'https://post.example/', false],
  ['another story', 'https://post.example/selm', 'https://post.example/selm-2', false],
  ['another host', 'https://post.example/selm', 'https://herald.example/selm', false],
  [
    'an agency’s id',
    'https://w.example/article/us-fire-idUSKBN1X2Y3Z',
    'https://w.example/article/blaze-idUSKBN1X2Y3Z',
    true,
  ],
  [
    'another id',
    'https://w.example/article/us-fire-idUSKBN1X2Y3Z',
    'https://w.example/article/us-fire-idUSKBN1X2Y4Z',
    false,
  ],
  [
    'the number of an article',
    'https://p.example/news/article-2841967/Fire.html',
    'https://p.example/uk/article-2841967/Blaze.html',
    true,
  ],
  [
    'the number of an article at the end',
    'https://p.example/article-2841967.html',
    'https://p.example/world/story-2841967',
    true,
  ],
  [
    'a number behind the words',
    'https://p.example/world/fire-in-selm-28419671.html',
    'https://p.example/world/blaze-in-selm-28419671',
    true,
  ],
  [
    'another number',
    'https://p.example/world/fire-in-selm-28419671',
    'https://p.example/world/fire-in-selm-28419672',
    false,
  ],
  ['a number at another host', 'https://p.example/fire-28419671', 'https://q.example/fire-28419671', false],
  ['a day is no number of a story', 'https://p.example/war-20241121', 'https://p.example/markets-20241121', false],
  ['nor is a sum', 'https://p.example/man-wins-10000000', 'https://p.example/bank-loses-10000000', false],
  ['nor a short number', 'https://p.example/top-100', 'https://p.example/best-100', false],
  ['a second page', 'https://p.example/fire-28419671?page=2', 'https://p.example/fire-28419671', false],
])('one page under two addresses: %s', (_reason, one, other, same) => {
  expect(storyAddress(one) !== null && storyAddress(one) === storyAddress(other)).toBe(same);
});

const bare = { address: 'selm.txt', url: null, outlet: null, title: null, published: null };

it.each<[reason: string, one: [address: string, url: string | null], same: boolean]>([
  ['captured twice', ['https://post.example/selm', 'https://post.example/selm?ref=x'], true],
  ['saved to a file', ['selm.html', 'https://post.example/selm'], true],
  ['another host that calls it its original: a copy', ['https://mirror.example/1', 'https://post.example/selm'], false],
  ['no address', ['selm.txt', null], false],
])('which page a capture is of: %s', (_reason, [address, url], same) => {
  const page = pageOf({ ...bare, address: 'https://post.example/selm', url: 'https://post.example/selm' });
  expect(pageOf({ ...bare, address, url }) === page).toBe(same);
});

it.each<[reason: string, told: Partial<Document>, same: boolean]>([
  ['it says it is an update', { title: 'UPDATE 2-Fire in Selm kills 40 soldiers' }, true],
  ['it says it is a correction of an update', { title: 'CORRECTED-UPDATE 1-Fire in Selm kills 40 soldiers' }, true],
  ['it says what it adds', { title: 'Fire in Selm kills 40 soldiers (Adds quotes)' }, true],
  ['it says so in words', { title: 'Corrected: Fire in Selm kills 40 soldiers' }, true],
  ['the outlet by another name', { outlet: 'Tidewater News' }, true],
  ['another time of the day', { published: '2025-03-01T18:00:00Z' }, true],
  ['another day', { published: '2025-03-02' }, false],
  ['no day', { published: null }, false],
  ['another outlet', { outlet: 'The Selm Post' }, false],
  ['another headline', { title: 'Fire in Selm kills 46 soldiers' }, false],
  ['an address of its own', { url: 'https://tide.example/1' }, false],
])('without an address versions go by outlet, day and headline: %s', (_reason, told, same) => {
  const one = {
    ...bare,
    outlet: 'The Tidewater News',
    title: 'Fire in Selm kills 40 soldiers',
    published: '2025-03-01',
  };
  expect(pageOf({ ...one, ...told }) === pageOf(one)).toBe(same);
});

test('a short headline names no report', () => {
  const one = { ...bare, outlet: 'The Tidewater News', title: 'News in brief', published: '2025-03-01' };
  expect(pageOf(one)).toBeNull();
});

it.each<[reason: string, versions: [parts: Part[], at: string | null][]]>([
  [
    'by their time',
    [
      [['a'], '2025-03-01T08:00:00Z'],
      [['b'], '2025-03-01T09:00:00Z'],
    ],
  ],
  [
    'by what they call themselves, on one day',
    [
      [['Fire in Selm'], '2025-03-01'],
      [['UPDATE 1-Fire in Selm'], '2025-03-01'],
      [['UPDATE 2-Fire in Selm'], '2025-03-01'],
    ],
  ],
  [
    'a correction of an update comes after it',
    [
      [['UPDATE 1-Fire in Selm'], '2025-03-01'],
      [['CORRECTED-UPDATE 1-Fire in Selm'], '2025-03-01'],
      [['UPDATE 2-Fire in Selm'], '2025-03-01'],
    ],
  ],
  [
    'what adds to it comes after it',
    [
      [['Fire in Selm'], '2025-03-01'],
      [['Fire in Selm', '(Adds quotes)'], '2025-03-01'],
    ],
  ],
  [
    'time goes before what they call themselves',
    [
      [['UPDATE 2-Fire'], '2025-03-01T08:00:00Z'],
      [['Fire'], '2025-03-01T09:00:00Z'],
    ],
  ],
  [
    'not where one tells its day alone',
    [
      [['Fire in Selm'], '2025-03-01T23:00:00Z'],
      [['UPDATE 1-Fire in Selm'], '2025-03-01'],
    ],
  ],
  [
    'what was withdrawn comes last',
    [
      [['UPDATE 9-Fire in Selm'], null],
      [['Fire in Selm', 'This report has been withdrawn.'], null],
    ],
  ],
])('versions in their order: %s', async (_reason, versions) => {
  const readings = await Promise.all(
    versions.map(([parts, updated]) => readDocument({ ...documentFrom(parts, { url }), updated }, fastModel())),
  );
  const ids = readings.map(({ document }) => document.id);
  expect(inOrder(readings.toReversed()).map(({ document }) => document.id)).toEqual(ids);
  expect(inOrder(readings).map(({ document }) => document.id)).toEqual(ids);
});

test('the corrected report of the example coverage', async () => {
  const readings: Reading[] = [];
  for await (const capture of gather(join(import.meta.dirname, '../../examples/kursk')))
    if (!(capture instanceof Refusal) && !capture.address.endsWith('README.md'))
      readings.push(await read(capture, {}, fastModel()));
  const links = linksOf(readings);
  const byFile = (start: string) => readings.find(({ document }) => document.address.includes(start))!.document;
  const [first, later, ...more] = versionsOf(byFile('07-quill').id, links);
  expect([first!.document, later!.document, more]).toEqual([byFile('07-quill').id, byFile('08-quill').id, []]);
  const said = (id: string | null) => {
    const told = id === null ? null : links.assertions.get(id)!;
    return told && slice(links.readings.get(told.document)!.document.text, told.span);
  };
  const { text } = byFile('08-quill');
  const changed = later!.changed.map(({ before, after, changes, unknown }) => [
    said(before),
    unknown ? slice(text, unknown) : said(after),
    changes.join(' · '),
  ]);
  expect(changed).toContainEqual([
    'A Ukrainian strike wounded a senior North Korean general in Russia’s Kursk region last week',
    'A senior North Korean general was reportedly wounded in a Ukrainian strike on Russia’s Kursk region last week',
    'softened · attribution added',
  ]);
  expect(changed).toContainEqual([
    'There are 10,000 North Korean soldiers in Kursk',
    'At least 10,000 North Korean soldiers are in Kursk',
    'figure moved · attribution added',
  ]);
  expect(changed).toContainEqual([
    'The general was hurt last Wednesday',
    'Whether the general was hurt then has not been established',
    'left open',
  ]);
  expect(changed.map(([, now]) => now)).not.toContainEqual(expect.stringContaining('had wounded'));
  expect(later!.notices.map(({ kind, mistakes }) => [kind, mistakes.length])).toEqual([['corrected', 3]]);
  expect(versionsOf(byFile('01-wexley').id, links)).toHaveLength(1);
});

test('another address, or none, is no version', async () => {
  const one = await version(['Officials said the pier was closed.'], '2025-03-01');
  const other = await version(['Officials said the pier burned.'], '2025-03-02', { url: 'https://post.example/other' });
  const nowhere = await version(['Officials said the pier was sold.'], '2025-03-02', { url: null });
  const links = linksOf([one, other, nowhere]);
  for (const { document } of [one, other, nowhere])
    expect(versionsOf(document.id, links).map((each) => each.document)).toEqual([document.id]);
});

test('every statement of either version is told of once, whatever they are', async () => {
  const sentences = [
    'Mayor Ana Torv said the pier was closed.',
    'At least 40 soldiers died in the Selm harbour fire, officials said.',
    'About 46 soldiers died in the Selm harbour fire, officials said.',
    'The harbour master denied that the pier had burned.',
    'The warehouse reportedly burned for hours.',
  ];
  const some = fc.shuffledSubarray(sentences, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(some, some, async (before, after) => {
      const readings = [await version(before, '2025-03-01'), await version([...after, '–'], '2025-03-02')];
      const links = linksOf(readings);
      const { changed, kept } = versionsOf(readings[0]!.document.id, links)[1]!;
      const count = (n: 0 | 1) =>
        [...links.assertions.values()].filter(({ document }) => document === readings[n]!.document.id).length;
      expect(changed.filter((one) => one.before !== null).length + kept).toBe(count(0));
      expect(changed.filter((one) => one.after !== null).length + kept).toBe(count(1));
    }),
    { numRuns: 12 },
  );
});
