import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { linksOf } from '../../src/claims/links.ts';
import { type Version, versionsOf } from '../../src/claims/versions.ts';
import { type Reading, readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

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
    'its source was dropped',
    ['The harbour master was wounded in the Selm warehouse fire, officials said.'],
    ['The harbour master was wounded in the Selm warehouse fire.'],
    ['attribution dropped'],
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
