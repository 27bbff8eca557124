import { expect, test } from 'vitest';
import { datelineOf } from '../../src/text/dateline.ts';
import { slice } from '../../src/text/span.ts';

test.each<[text: string, words: string | null, agency: string | null, why: string]>([
  ['SEOUL, Nov. 2 (Halyard) — The army said', 'SEOUL, Nov. 2', 'Halyard', 'city, day, agency'],
  ['LONDON — Ministers said', 'LONDON', null, 'city alone'],
  ['KYIV, Ukraine (AP) — Officials said', 'KYIV, Ukraine', 'AP', 'city and country'],
  ['MOSCOW. Nov 2 (Halyard) - Officials said', 'MOSCOW. Nov 2', 'Halyard', 'a point, a hyphen'],
  ['WASHINGTON/SEOUL, Oct 23 (Reuters) - Two', 'WASHINGTON/SEOUL, Oct 23', 'Reuters', 'two cities'],
  ['NEW DELHI: The ministry said', 'NEW DELHI', null, 'a colon, as in India'],
  ['Berlin (dpa) – Der Minister', 'Berlin', 'dpa', 'small letters, since an agency stands beside it'],
  ['ST. JOHN’S, N.L. — Crews', 'ST. JOHN’S, N.L.', null, 'points and an apostrophe'],
  ['(Reuters) - The company said', '', 'Reuters', 'no place, still an agency'],
  ['BREAKING — The mayor quits', null, null, 'a label is no place'],
  ['NATO — the alliance of thirty — said', null, null, 'an organisation is no place'],
  ['NATO said on Tuesday it would help — again', null, null, 'a sentence with a dash in it'],
  ['Berlin – die Stadt', null, null, 'small letters and no agency: any word could stand here'],
  ['The mayor (Labour) – who won – said', null, null, 'the bracket is a party; a place is one name'],
])('%s', (text, words, agency, why) => {
  const found = datelineOf(text, [0, text.length]);
  expect(found && slice(text, found.span), why).toBe(words);
  expect(found?.agency ?? null, why).toBe(agency);
});

test('a hostile opening takes no time to speak of', () => {
  expect(datelineOf('A-A.'.repeat(1000), [0, 4000])).toBe(null);
  expect(datelineOf('A, A. '.repeat(1000), [0, 6000])).toBe(null);
});
