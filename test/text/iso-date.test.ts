import { expect, test } from 'vitest';
import { isoDate } from '../../src/text/iso-date.ts';

test.each<[said: string, iso: string | null, why: string]>([
  ['2024-11-22', '2024-11-22', 'a day'],
  ['2024-11-22T09:30:00Z', '2024-11-22T09:30:00Z', 'as it is'],
  ['2024-11-22T09:30:00.123+01:00', '2024-11-22T09:30:00+01:00', 'no fractions'],
  ['2024-11-22T09:30+0100', '2024-11-22T09:30:00+01:00', 'seconds and the colon are put in'],
  ['2024-11-22 09:30:00 UTC', '2024-11-22T09:30:00Z', 'a zone by name'],
  ['2024-11-22T09:30:00', '2024-11-22', 'a time without a zone could be any of 26'],
  ['20241122T093000Z', '2024-11-22T09:30:00Z', 'without marks'],
  ['Fri, 22 Nov 2024 09:30:00 GMT', '2024-11-22T09:30:00Z', 'as mail and feeds write it'],
  ['Fri, 22 Nov 2024 09:30:00 -0500', '2024-11-22T09:30:00-05:00', 'with an offset'],
  ['November 22, 2024', '2024-11-22', 'American'],
  ['Nov. 2 2024 at 9:30 am ET', '2024-11-02', 'the zone is a guess, the day is not'],
  ['Friday, 22nd November 2024', '2024-11-22', 'British'],
  ['22.11.2024, 9:30 Uhr', '2024-11-22', 'points put the day first'],
  ['2024/11/22', '2024-11-22', 'year first'],
  ['22/11/2024', '2024-11-22', 'there is no month 22'],
  ['11/12/2024', null, 'November or December'],
  ['2024-02-31', null, 'no such day'],
  ['2024-13-01', null, 'no such month'],
  ['yesterday', null, 'no date'],
  ['', null, 'nothing'],
  ['May 2024', null, 'no day'],
])('%s → %s', (said, iso, why) => expect(isoDate(said), why).toBe(iso));
