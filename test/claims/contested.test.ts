import { expect, it, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { assertionsOf } from '../../src/claims/assertion.ts';
import { type Contest, contested, type Denier, viewOf } from '../../src/claims/contested.ts';
import { coverageOf } from '../../src/claims/coverage.ts';
import { inBounds } from '../../src/claims/in-bounds.ts';
import { linksOf } from '../../src/claims/links.ts';
import { inOrder } from '../../src/claims/relate.ts';
import { type Reading, readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

interface Given {
  readonly day?: string;
  readonly url?: string;
}
const report = (parts: readonly string[], outlet: string, { day = '2025-03-02', url }: Given = {}): Promise<Reading> =>
  readDocument({ ...documentFrom(parts), outlet, published: day, url: url ?? null }, fastModel());

const SAID = [
  report(['The Selm army has sent soldiers to the Tarn border, officials said.'], 'The Post', { day: '2025-03-01' }),
  report(['The Selm army has sent soldiers to the border of Tarn, a diplomat said.'], 'The Herald', {
    day: '2025-03-01',
  }),
];

async function contest(others: readonly Promise<Reading>[]): Promise<Contest & { readonly names: (string | null)[] }> {
  const links = linksOf(await Promise.all([...SAID, ...others]));
  const [found] = contested(links.claims, links.assertions, links.readings, coverageOf(links));
  return { ...found!, names: found!.deniers.map(({ name }) => name) };
}
const facts = ({ name, named, direct }: Denier) => [name, named, direct];

test('who is named comes first, then own words, then the earliest', async () => {
  const { deniers } = await contest([
    report(['An aide denied that the Selm army had sent soldiers to the Tarn border.'], 'The Gazette'),
    report(['General Bo Lind denied that the Selm army had sent soldiers to the Tarn border.'], 'The Mirror', {
      day: '2025-03-05',
    }),
    report(['Mayor Ana Torv denied that the Selm army had sent soldiers to the Tarn border.'], 'The Courier', {
      day: '2025-03-04',
    }),
    report(['“The Selm army has not sent soldiers to the Tarn border,” Minister Jan Osk said.'], 'The Dispatch', {
      day: '2025-03-06',
    }),
  ]);
  expect(deniers.map(facts)).toEqual([
    ['Jan Osk', true, true],
    ['Ana Torv', true, false],
    ['Bo Lind', true, false],
    ['An aide', false, false],
  ]);
});

test('one denial of one report is one, with its fullest words, and so are those of its versions', async () => {
  const url = 'https://gazette.example/1';
  const first = 'Mayor Ana Torv denied that the Selm army had sent soldiers to the Tarn border.';
  const again = 'Ana Torv denied that the Selm army had sent any soldiers to the Tarn border by train or by ship.';
  const { deniers, denials } = await contest([
    report([first, again], 'The Gazette', { url }),
    report([first, again, 'The old bridge was closed.'], 'The Gazette', { url, day: '2025-03-03' }),
  ]);
  expect(deniers).toHaveLength(1);
  expect(deniers[0]!.again).toHaveLength(3);
  expect(new Set(denials.map(({ a }) => a))).toEqual(new Set([deniers[0]!.assertion]));
});

test('who rejects a denial does not deny it', async () => {
  const both = ['General Bo Lind denied that the Selm army had sent soldiers to the Tarn border.'];
  both.push('Mayor Ana Torv contradicted the denial.');
  expect((await contest([report([both.join(' ')], 'The Gazette')])).names).toEqual(['Bo Lind']);
});

test('two who deny it in one report are two', async () => {
  const two = ['Mayor Ana Torv denied that the Selm army had sent soldiers to the Tarn border.'];
  two.push('General Bo Lind denied that the Selm army had sent soldiers to the Tarn border.');
  expect((await contest([report(two, 'The Gazette')])).names).toEqual(['Ana Torv', 'Bo Lind']);
});

it.each<[reason: string, text: string, name: string]>([
  [
    'as it is printed',
    'At least 50 soldiers died in the Selm harbour fire, a Tarn defence official said.',
    'a Tarn defence official',
  ],
  [
    'whom a pronoun stands for',
    'Mayor Ana Torv spoke on Monday. At least 50 soldiers died in the Selm harbour fire, she said.',
    'Ana Torv',
  ],
])('a figure has its source: %s', async (_reason, text, name) => {
  const links = linksOf([
    await report(['At least 40 soldiers died in the Selm harbour fire, a diplomat said.'], 'The Post'),
    await report([text], 'The Herald'),
  ]);
  const [{ values }] = contested(links.claims, links.assertions, links.readings) as [Contest];
  expect(values.map((value) => value.name)).toContain(name);
});

it.each<[reason: string, text: string, values: [name: string, min: number][]]>([
  [
    'who denies it',
    'Mayor Ana Torv denied that 22 soldiers had died in the Selm harbour fire.',
    [
      ['a diplomat', 15],
      ['officials', 14],
    ],
  ],
  [
    'the paper that calls the report of another wrong',
    'The Herald reported on Monday that 22 soldiers had died in the Selm harbour fire. That report was wrong.',
    [
      ['The Herald', 22],
      ['a diplomat', 15],
      ['officials', 14],
    ],
  ],
])('a figure is not given by %s', async (_reason, text, expected) => {
  const links = linksOf([
    await report(['At least 14 soldiers died in the Selm harbour fire, officials said.'], 'The Post', {
      day: '2025-03-01',
    }),
    await report(['At least 15 soldiers died in the Selm harbour fire, a diplomat said.'], 'The Mirror', {
      day: '2025-03-01',
    }),
    await report([text], 'The Gazette'),
  ]);
  const [{ values, deniers }] = contested(links.claims, links.assertions, links.readings) as [Contest];
  expect(values.map(({ name, min }) => [name, min]).sort()).toEqual(expected);
  expect(deniers).toHaveLength(1);
});

test('a figure is as late as the version that gives it: “latest” is the corrected one', async () => {
  const url = 'https://post.example/1';
  const toll = (figure: string) => [`At least ${figure} soldiers died in the Selm harbour fire, a diplomat said.`];
  const corrected = await report(toll('11'), 'The Post', { url });
  const links = linksOf([
    await report(toll('14'), 'The Post', { url }),
    await report(toll('9'), 'The Herald', { day: '2025-03-03' }),
    { ...corrected, document: { ...corrected.document, updated: '2025-03-05' } },
  ]);
  const [{ values }] = contested(links.claims, links.assertions, links.readings) as [Contest];
  expect(values.map(({ min, published }) => [min, published])).toEqual([
    [14, '2025-03-02'],
    [9, '2025-03-03'],
    [11, '2025-03-05'],
  ]);
  expect(viewOf(values, 'latest')).toEqual({ min: 11, max: null });
});

/** The figures of all that some reports say, as if people had put it into one claim. */
async function figuresOf(reports: readonly Promise<Reading>[]): Promise<string[]> {
  const links = linksOf(await Promise.all(reports));
  const claim = { ...links.claims[0]!, members: [...links.assertions.keys()] };
  const [{ values }] = contested([claim], links.assertions, links.readings) as [Contest];
  return values.map(({ name, min }) => `${name} ${min}`).sort();
}

test('what a notice says was wrong is a figure that nobody gives', async () => {
  const notice =
    'Correction, March 4: An earlier version of this article said that at least 14 soldiers were killed in the fire. The officials now say that 11 soldiers were killed.';
  const found = await figuresOf([
    report(['At least 9 soldiers died in the Selm harbour fire, a nurse said.'], 'The Herald'),
    report([notice, 'At least 11 soldiers died in the Selm harbour fire, a diplomat said.'], 'The Post'),
  ]);
  expect(found).toEqual(['The officials 11', 'a diplomat 11', 'a nurse 9']);
});

test('a figure that a later version of its page takes back is marked', async () => {
  const url = 'https://post.example/1';
  const toll = (figure: string) => `At least ${figure} soldiers died in the Selm harbour fire, a diplomat said.`;
  const notice =
    'Correction: An earlier version of this report said that at least 14 soldiers had died in the Selm harbour fire.';
  const links = linksOf([
    await report(['Selm harbour fire killed at least 14 soldiers, a diplomat says.', toll('14')], 'The Post', { url }),
    await report([notice, toll('11')], 'The Post', { url, day: '2025-03-05' }),
  ]);
  const [{ values }] = contested(links.claims, links.assertions, links.readings, coverageOf(links)) as [Contest];
  expect(values.map(({ min, takenBack }) => [min, takenBack])).toEqual([
    [14, true],
    [14, true],
    [11, false],
  ]);
});

test('a denial that a notice says was wrong is nobody’s', async () => {
  const wrong = 'Mayor Ana Torv denied that the Selm army had sent soldiers to the Tarn border';
  const { names } = await contest([
    report(
      [`Correction: An earlier version of this report said that ${wrong}.`, 'The bridge was open.'],
      'The Gazette',
    ),
    report(['General Bo Lind denied that the Selm army had sent soldiers to the Tarn border.'], 'The Mirror'),
  ]);
  expect(names).toEqual(['Bo Lind']);
});

test('a denial that a later version takes back is nobody’s', async () => {
  const url = 'https://gazette.example/1';
  const wrong = 'Mayor Ana Torv denied that the Selm army had sent soldiers to the Tarn border';
  const { names } = await contest([
    report([`${wrong}.`, 'The bridge was open.'], 'The Gazette', { url }),
    report(
      [`Correction: An earlier version of this report said that ${wrong}.`, 'The bridge was open.'],
      'The Gazette',
      { url, day: '2025-03-03' },
    ),
    report(['General Bo Lind denied that the Selm army had sent soldiers to the Tarn border.'], 'The Mirror'),
  ]);
  expect(names).toEqual(['Bo Lind']);
});

test('the toll of a headline, which counts nobody, stands with the tolls that count somebody', async () => {
  const found = await figuresOf([
    report(['Fire at Selm harbour kills at least 14, officials say'], 'The Post'),
    report(['At least 9 soldiers died in the Selm harbour fire, a nurse said.'], 'The Herald'),
    report(['At least 11 soldiers died in the Selm harbour fire, a diplomat said.'], 'The Courier'),
  ]);
  expect(found).toEqual(['a diplomat 11', 'a nurse 9', 'officials 14']);
});

test('what a report has somebody give it does not give once more on its own word; most headlines do not outvote that', async () => {
  const found = await figuresOf([
    report(
      ['Fire kills 14 at Selm harbour', 'At least 14 soldiers died in the Selm harbour fire, a nurse said.'],
      'The Post',
    ),
    report(
      ['Fire kills 9 at Selm harbour', 'At least 9 soldiers died in the Selm harbour fire, a clerk said.'],
      'The Herald',
    ),
    report(['Fire kills 11 at Selm harbour'], 'The Courier'),
    report(
      [
        'Up to 20 soldiers died in the Selm harbour fire.',
        'At least 20 soldiers died in the Selm harbour fire, an aide said.',
      ],
      'The Mail',
    ),
  ]);
  expect(found).toEqual(['a clerk 9', 'a nurse 14', 'an aide 20', 'null 11', 'null null']);
});

test('what a notice says was wrong is not said in the voice of the report', async () => {
  const notice =
    'Correction: The earlier version gave the number of Selm soldiers at the border as 10,000, where it was 100.';
  const said = async (text: string) => assertionsOf(await report([text], 'The Post')).map(({ kind }) => kind);
  expect(await said(notice)).not.toContain('voice');
  expect(await said('There are 10,000 Selm soldiers at the border of Tarn.')).toEqual(['voice']);
});

it.each<[reason: string, one: string | null, other: string | null, first: 0 | 1]>([
  ['the earlier day', '2025-03-01', '2025-03-02', 0],
  ['a day without a time is its end, in relations as in a life', '2025-03-01', '2025-03-01T22:00:00Z', 1],
  ['no day comes before all', '2025-03-01', null, 1],
])('which of two statements was first: %s', async (_reason, one, other, first) => {
  const [a, b] = (await Promise.all(SAID)).map((reading) => assertionsOf(reading)[0]!);
  const two = [
    { ...a!, published: one },
    { ...b!, published: other },
  ] as const;
  expect(inOrder(...two)[1]).toBe(two[first]);
});

test.each([
  ['10,000', 10_000, null, '10,000 [or more]'],
  ['10,000', null, 10_000, '10,000 [or fewer]'],
  ['10,000', 10_000, 12_000, '10,000 [10000 to 12000]'],
  ['10,000', 10_000, 10_000, '10,000'],
  ['At least 10,000', 10_000, null, 'At least 10,000'],
])('%s, from %s to %s, is told as %s', (words, min, max, told) => {
  expect(inBounds(words, { min, max })).toBe(told);
});
