import type { Parse, Sentence, Word } from '../language/parse.ts';
import type { Document } from '../text/document.ts';
import type { Time } from './meaning.ts';
import { calendarDateAt, dayPairAt, secondDayAt } from './times/calendar-dates.ts';
import { clockTimeAt } from './times/clock-times.ts';
import { countedDateAt } from './times/counted-dates.ts';
import { durationAt } from './times/durations.ts';
import { framedDateAt, longest, recentAt, referenceAt } from './times/framed-dates.ts';
import { publicationDay } from './times/publication.ts';
import { relativeAt } from './times/relative-dates.ts';
import type { Found, Matcher, Scene } from './times/scene.ts';
import { setAt } from './times/sets.ts';
import { MONTHS, opensTime } from './times/time-words.ts';
import { yearAt } from './times/years.ts';

/** Of two that are as long the first is taken: "15 a year" is a set before it is a duration. */
const MATCHERS: readonly Matcher[] = [
  framedDateAt,
  clockTimeAt,
  calendarDateAt,
  countedDateAt,
  relativeAt,
  yearAt,
  setAt,
  durationAt,
  recentAt,
  referenceAt,
];

/**
 * Dates, times of day, durations and sets (TIMEX3: TimeML 1.2.1), in text order. A relative one is resolved against the
 * publication; its value is null where that is not told, or where two dates could be meant.
 */
export function times(document: Document, parse: Parse): Time[] {
  const found: Time[] = [];
  const published = publicationDay(document);
  let before: string | null = null;
  for (const sentence of parse.sentences) {
    const isHeadline = document.blocks[sentence.block]?.kind === 'headline';
    before = timesIn({ parse, run: sentence.run, isHeadline, published, before }, sentence, found);
  }
  return found;
}

/** @returns the last date told in the sentence */
function timesIn(opening: Scene, { run }: Sentence, found: Time[]): string | null {
  let scene = opening;
  let told: string | null = null;
  for (let at = run[0]; at < run[1]; ) {
    const pair = pairAt(scene, at);
    if (pair) found.push(...pair.times);
    const one = pair ? null : timeAt(scene, at);
    if (one) found.push({ span: spanOf(scene, at, one), type: one.type, value: one.value });
    if (one && isDated(one)) {
      told = one.value;
      scene = { ...scene, before: told };
    }
    at = one?.last ?? pair?.last ?? at + 1;
  }
  return told;
}

function timeAt(scene: Scene, at: number): Found | null {
  const word = scene.parse.words[at]!;
  const second = hasDigit(word) ? secondDayAt(scene, at, scene.before) : null;
  if (second) return second;
  if (!opensTime(word.form)) return null;
  return longest(MATCHERS.map((matcher) => matcher(scene, at)));
}

const hasDigit = ({ form }: Word): boolean => form >= '0' && form < ':'; // its first letter

const isDated = ({ type, value }: Found): boolean => (type === 'DATE' || type === 'TIME') && /^\d{4}/.test(value ?? '');

const spanOf = ({ parse }: Scene, at: number, { last }: Found): Time['span'] => [
  parse.words[at]!.start,
  parse.words[last - 1]!.end,
];

/** "2009-2010", "2009-10" and "Nov. 21-23" are two. */
function pairAt(scene: Scene, at: number): { last: number; times: Time[] } | null {
  const word = scene.parse.words[at]!;
  if (!MONTHS.has(word.form) && !hasDigit(word)) return null;
  const years = yearsAt(word);
  return years ? { last: at + 1, times: years } : daysAt(scene, at);
}

function daysAt(scene: Scene, at: number): { last: number; times: Time[] } | null {
  const pair = dayPairAt(scene, at);
  if (!pair) return null;
  const { words } = scene.parse;
  const [first, second] = pair.days;
  const joined = words[pair.joined]!;
  const cut = joined.start + /[-‐‑]/.exec(joined.text)!.index;
  return {
    last: second.last,
    times: [
      { span: [words[at]!.start, cut], type: 'DATE', value: first.value },
      { span: [cut + 1, words[second.last - 1]!.end], type: 'DATE', value: second.value },
    ],
  };
}

function yearsAt({ form, start, end }: Word): Time[] | null {
  const [, first, second] = /^((?:1[89]|20)\d\d)[-/]((?:1[89]|20)?\d\d)$/.exec(form) ?? [];
  if (!first) return null;
  const until = second!.length === 2 ? first.slice(0, 2) + second : second!;
  if (Number(until) <= Number(first)) return null;
  const cut = end - second!.length;
  return [
    { span: [start, start + 4], type: 'DATE', value: first },
    { span: [cut, end], type: 'DATE', value: until },
  ];
}
