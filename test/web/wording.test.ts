import { expect, it } from 'vitest';
import { datesOf } from '../../src/web/wording.ts';

it.each([
  ['never updated', '2025-03-01', null, '1 Mar 2025'],
  ['updated within its day', '2025-03-01T08:00:00Z', '2025-03-01T11:30:00Z', '1 Mar 2025'],
  ['updated on a later day', '2025-03-01', '2025-03-05T07:00:00Z', '1 Mar 2025, updated 5 Mar 2025'],
  ['without a first date', null, '2025-03-05', 'no date, updated 5 Mar 2025'],
])('dates: %s', (_name, published, updated, told) => {
  expect(datesOf({ published, updated })).toBe(told);
});
