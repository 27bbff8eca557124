import { expect, test } from 'vitest';
import { plantedFound } from '../../bench/claims/kursk.ts';

const WOUNDED = 'A Ukrainian strike in Kursk wounded a senior North Korean general';
const ON_A_DAY = 'The general was hurt on Wednesday 20 November';

test('what is planted in the example coverage is found, but for what is not read as a statement; nothing is invented', async () => {
  const { members, notRead, notGathered, notRelated, invented } = await plantedFound('accurate');
  expect(members).toBe(35);
  expect(notRead).toEqual([
    // named behind "two days after", and said of nobody
    '05 a report that one of its generals had been wounded in the Kursk region',
    // a figure alone, of what stands in the sentence before
    '06 "at least 10,000"',
  ]);
  expect(notGathered).toEqual(notRead);
  expect(notRelated.map((told) => told.split(', same')[0])).toEqual(notRead);
  // that he was hurt on a day says that he was hurt, and more firmly than "reportedly"; who denies that any foreign
  // officer was hurt denies that too
  const followed = [`firmer: ${ON_A_DAY} | ${WOUNDED}`, `denies: ${WOUNDED} | ${ON_A_DAY}`];
  expect(new Set(invented)).toEqual(new Set(followed));
});
