import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { times } from '../../src/meaning/times.ts';
import type { Document } from '../../src/text/document.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

/** A Friday */
const PUBLISHED = '2024-11-22';

/** "DATE Wednesday 2024-11-20" for each time */
function timesOf(text: string, told: Partial<Document> = { published: PUBLISHED }): string[] {
  const document = documentFrom([text], told);
  return times(document, parse(document)).map(({ span, type, value }) => `${type} ${slice(text, span)} ${value}`);
}

it.each<[reason: string, text: string, expected: string[]]>([
  ['a weekday in the past is the most recent', 'The bridge fell on Wednesday.', ['DATE Wednesday 2024-11-20']],
  ['the day of publication is the most recent', 'The bridge fell on Friday.', ['DATE Friday 2024-11-22']],
  ['a weekday after a future verb is the next', 'The council will meet on Monday.', ['DATE Monday 2024-11-25']],
  ['planned is future', 'The council plans to vote on Monday.', ['DATE Monday 2024-11-25']],
  ['set to is future', 'The trial is set to begin on Wednesday.', ['DATE Wednesday 2024-11-27']],
  ['was scheduled may be either', 'The trial was scheduled for Wednesday.', ['DATE Wednesday null']],
  [
    'after an event is past, whatever comes later',
    'After Monday’s fire, the mill will close.',
    ['DATE Monday 2024-11-18'],
  ],
  ['put off until', 'The match was postponed until Saturday.', ['DATE Saturday 2024-11-23']],
  [
    'a Wednesday may be any',
    'It fell on a Wednesday, after a Monday meeting.',
    ['DATE Wednesday null', 'DATE Monday 2024-11-18'],
  ],
  ['last, of another week', 'The ferry sank last Saturday.', ['DATE last Saturday 2024-11-16']],
  ['last, of this week: two are meant', 'The bridge fell last Tuesday.', ['DATE last Tuesday null']],
  [
    'originally set may be either',
    'The vote, originally set for Tuesday, was moved to Thursday.',
    ['DATE Tuesday null', 'DATE Thursday 2024-11-28'],
  ],
  ['a weekday and its date are one', 'It fell on Tuesday, Nov. 5, in the rain.', ['DATE Tuesday, Nov. 5 2024-11-05']],
  ['a day of a week', 'They met on Monday last week.', ['DATE Monday last week 2024-11-11']],
  ['plural weekdays come again', 'The market opens on Saturdays.', ['SET Saturdays XXXX-WXX-6']],
  ['a weekday in a paper’s name', 'She told the Sunday Times so.', []],
  ['a club', 'Sheffield Wednesday won.', []],
  ['Black Friday is a day', 'Shops are full on Black Friday.', ['DATE Black Friday 2024-11-29']],
  ['a full date', 'He was born on May 3, 1961.', ['DATE May 3, 1961 1961-05-03']],
  ['a British date', 'It opened on 21 November 2019.', ['DATE 21 November 2019 2019-11-21']],
  ['of', 'It opened on the 21st of November.', ['DATE the 21st of November 2024-11-21']],
  ['ISO', 'The log ends at 2024-10-01.', ['DATE 2024-10-01 2024-10-01']],
  ['a day that is none', 'It was dated February 31, 2020.', ['DATE February 31, 2020 null']],
  ['a coming date', 'The towers will close on April 7.', ['DATE April 7 2025-04-07']],
  ['two days of one month', 'The poll was taken Nov. 11-13.', ['DATE Nov. 11 2024-11-11', 'DATE 13 2024-11-13']],
  ['a month in the past', 'The mine closed in August.', ['DATE August 2024-08']],
  ['a month ahead', 'The report is due in May.', ['DATE May 2025-05']],
  ['a month that comes back, half a year away', 'The fishing year ends in May.', ['DATE May null']],
  ['a month of last year', 'It closed in November last year.', ['DATE November last year 2023-11']],
  ['a month and a year', 'The mine closed in May 2010.', ['DATE May 2010 2010-05']],
  ['may is a modal', 'May I go? They may leave.', []],
  ['May is a name', 'Theresa May resigned. Mrs. May wept.', []],
  ['march is a verb', 'They march in Wexley Vale.', []],
  ['a march is no month', 'The March for Ferries drew crowds.', []],
  ['early', 'The season began in early December.', ['DATE early December 2023-12']],
  ['mid-', 'It will open in mid-2026.', ['DATE mid-2026 2026']],
  ['a year', 'The swine flu of 2009 was worse.', ['DATE 2009 2009']],
  ['two years in one word', 'The plague of 2009-2010 killed many.', ['DATE 2009 2009', 'DATE 2010 2010']],
  ['four digits that count', 'He counted 2000 sheep and more than 1950 goats.', []],
  ['a decade', 'It was built in the early 1990s.', ['DATE the early 1990s 199']],
  ['a century', 'It dates from the 20th century.', ['DATE the 20th century 19']],
  ['a quarter of a year', 'Sales rose in the second quarter of 2008.', ['DATE the second quarter of 2008 2008-Q2']],
  ['a quarter without its year', 'Sales fell in the third quarter.', ['DATE the third quarter 2024-Q3']],
  ['a quarter that is a share', 'A quarter of the crew left.', []],
  ['last week', 'It fell last week.', ['DATE last week 2024-W46']],
  ['this year', 'It will open later this year.', ['DATE later this year 2024']],
  ['next month', 'It opens next month.', ['DATE next month 2024-12']],
  ['last quarter', 'It lost money last quarter.', ['DATE last quarter 2024-Q3']],
  ['the end of', 'It will open by the end of next year.', ['DATE the end of next year 2025']],
  [
    'the end of the year told before',
    'It began in May 2019 and ended by the end of the year.',
    ['DATE May 2019 2019-05', 'DATE the end of the year 2019'],
  ],
  [
    'later in the day',
    'It fell on Monday; later in the day it rained.',
    ['DATE Monday 2024-11-18', 'DATE later in the day 2024-11-18'],
  ],
  ['so long ago that no date is', 'It fell 9,000,000,000 days ago.', ['DATE 9,000,000,000 days ago null']],
  ['days ago', 'It fell three days ago.', ['DATE three days ago 2024-11-19']],
  ['years ago', 'It fell two years ago.', ['DATE two years ago 2022']],
  ['some time ago', 'It fell several years ago.', ['DATE several years ago PAST_REF']],
  [
    'counted from the date before it',
    'It fell on 3 May 2019 and was rebuilt two years later.',
    ['DATE 3 May 2019 2019-05-03', 'DATE two years later 2021'],
  ],
  ['later than what is not told', 'Two years later it was rebuilt.', ['DATE Two years later null']],
  [
    'the next day',
    'It fell on 3 May 2019. The next day it rained.',
    ['DATE 3 May 2019 2019-05-03', 'DATE The next day 2019-05-04'],
  ],
  [
    'the same month',
    'Sales rose in October from the same month last year.',
    ['DATE October 2024-10', 'DATE the same month last year 2023-10'],
  ],
  ['today, yesterday', 'It fell yesterday; today it burns.', ['DATE yesterday 2024-11-21', 'DATE today 2024-11-22']],
  ['Today in a name', 'He reads USA Today.', []],
  ['now', 'It is now closed, and currently dry.', ['DATE now PRESENT_REF', 'DATE currently PRESENT_REF']],
  ['recently', 'It recently opened.', ['DATE recently PAST_REF']],
  ['a part of a day', 'It fell on Thursday night.', ['TIME Thursday night 2024-11-21TNI']],
  ['a part of a day and its date', 'It fell on Tuesday night, Nov. 5.', ['TIME Tuesday night, Nov. 5 2024-11-05TNI']],
  ['early hours', 'It fell in the early hours of Friday.', ['TIME the early hours of Friday 2024-11-22TMO']],
  ['dawn', 'It fell at dawn on Thursday.', ['TIME dawn on Thursday 2024-11-21TMO']],
  ['overnight', 'It fell overnight, and an overnight train left.', ['TIME overnight 2024-11-21TNI']],
  ['last night', 'It fell last night.', ['TIME last night 2024-11-21TNI']],
  [
    'a clock with its zone and day',
    'It was put off until 15:00 GMT Saturday.',
    ['TIME 15:00 GMT Saturday 2024-11-23T15:00Z'],
  ],
  ['a.m. and p.m.', 'It sank at 3:20 p.m. on Monday.', ['TIME 3:20 p.m. on Monday 2024-11-18T15:20']],
  ['a score is no clock', 'They won 10:15 in the end.', []],
  ['a stretch in one word', 'A four-week closure began.', ['DURATION four-week P4W']],
  ['a stretch with a number', 'He served five years’ hard labour.', ['DURATION five years P5Y']],
  ['and a half', 'It took two and a half years.', ['DURATION two and a half years P30M']],
  ['how many is not told', 'It rained for the past several months.', ['DURATION the past several months PXM']],
  ['a bare plural', 'It has rained for decades.', ['DURATION decades PXY']],
  ['earlier than usual is a stretch', 'It began a month earlier than usual.', ['DURATION a month P1M']],
  ['an age is none', 'The 22-year-old and a boy aged 6 months; she is 80 years old.', []],
  ['annually', 'It is paid annually.', ['SET annually P1Y']],
  ['every', 'They meet every Friday and each year.', ['SET every Friday XXXX-WXX-5', 'SET each year P1Y']],
  ['a rate', 'It builds 15 a year and earns $40 a week.', ['SET a year P1Y', 'SET a week P1W']],
  ['a word that every object knows', 'The constructor of toString works.', []],
])('time: %s', (_reason, text, expected) => {
  expect(timesOf(text)).toEqual(expected);
});

it.each<[reason: string, text: string, told: Partial<Document>, expected: string[]]>([
  [
    'nothing told: relative ones stay open',
    'It fell on Friday, in August, last week.',
    {},
    ['DATE Friday null', 'DATE August null', 'DATE last week null'],
  ],
  [
    'nothing told: absolute ones have values',
    'It fell on May 3, 2019 after two weeks.',
    {},
    ['DATE May 3, 2019 2019-05-03', 'DURATION two weeks P2W'],
  ],
  [
    'the date as printed, not in another zone',
    'It fell today.',
    { published: '2024-11-22T23:30:00-05:00' },
    ['DATE today 2024-11-22'],
  ],
  [
    'a dateline with its year',
    'WEXLEY, Nov. 2, 2024 — It fell today.',
    { dateline: [0, 20] },
    ['DATE today 2024-11-02'],
  ],
  [
    'a dateline without a year tells no day',
    'WEXLEY, Nov. 2 — It fell today.',
    { dateline: [0, 14] },
    ['DATE today null'],
  ],
])('time: %s', (_reason, text, told, expected) => {
  expect(timesOf(text, told)).toEqual(expected);
});

it('the present tense of a headline may be past or planned', () => {
  const document = documentFrom(
    [['headline', 'Minister visits Wexley on Thursday'], 'She visits Wexley on Thursday.'],
    {
      published: PUBLISHED,
    },
  );
  expect(times(document, parse(document)).map(({ value }) => value)).toEqual([null, '2024-11-28']);
});

it('a line that is only a date tells the day', () => {
  const document = documentFrom([['headline', 'Bridge Falls'], 'March 01, 2008', 'It fell yesterday.']);
  expect(times(document, parse(document)).map(({ value }) => value)).toEqual(['2008-03-01', '2008-02-29']);
});

const WORDS = fc.constantFrom(
  ...'the a last next past two 15 2009 May Friday Nov. 21-23 of end week years ago - , half quarter every 3 p.m. GMT on early mid-2011 same that in Christmas Eve 10:30 30th " 9999999999999 1000 days century months later ago The ISO 9999-12-31 2024-11-22'.split(
    ' ',
  ),
);

it.each<[what: string, text: fc.Arbitrary<string>]>([
  ['any text', fc.string({ unit: 'grapheme', maxLength: 80 })],
  ['words of time in any order', fc.array(WORDS, { maxLength: 14 }).map((words) => words.join(' '))],
])('%s: times are in order, apart, and inside the text', (_what, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, fc.constantFrom(null, PUBLISHED, '2020-02-29'), (text, published) => {
      const document = documentFrom([text], { published });
      let end = 0;
      for (const { span } of times(document, parse(document))) {
        expect(span[0]).toBeGreaterThanOrEqual(end);
        expect(span[1]).toBeGreaterThan(span[0]);
        end = span[1];
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

it('a text without full stops that is four times as long takes nowhere near sixteen times as long', () => {
  const long = (count: number) =>
    documentFrom(['the last two years and early on Friday '.repeat(count)], { published: PUBLISHED });
  const took = (document: Document) => {
    const parsed = parse(document);
    const began = performance.now();
    times(document, parsed);
    return performance.now() - began;
  };
  took(long(500));
  expect(took(long(8000))).toBeLessThan(12 * Math.max(2, took(long(2000))));
});
