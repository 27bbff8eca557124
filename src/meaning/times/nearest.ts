import { type Day, dayOf, easterOf, monthOf, two, weekdayOf, yearOf } from './calendar.ts';
import type { Tense } from './tense.ts';

/** The Friday that is meant on the day of publication, that day itself with it; null where two are left. */
export function weekdayNear(published: Day, weekday: number, tense: Tense): Day | null {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  if (tense === 'past' || tense === 'none' || back === 0) return published - back;
  return tense === 'future' || tense === 'present' ? published + 7 - back : null;
}

/** The year in which a day of the year is meant: "April 7" */
export function yearNear(published: Day, dayIn: (year: number) => Day | null, tense: Tense): Day | null {
  const year = yearOf(published);
  const days = [year - 1, year, year + 1].map(dayIn).filter((day) => day !== null);
  if (tense === 'past') return days.findLast((day) => day <= published) ?? null;
  if (tense === 'future') return days.find((day) => day >= published) ?? null;
  return days.sort((a, b) => Math.abs(a - published) - Math.abs(b - published))[0] ?? null;
}

/** In months: where the tense does not tell, a month that is no nearer might be of either year. */
const NEAR = 4;

/** "in August" → "2024-08" */
export function monthNear(published: Day, month: number, tense: Tense): string | null {
  const now = monthOf(published);
  const back = (now - month + 12) % 12;
  if ((tense === 'present' || tense === 'unsure') && back > NEAR && 12 - back > NEAR) return null;
  const isPast = tense === 'past' || tense === 'none' || (tense !== 'future' && back <= NEAR);
  const count = yearOf(published) * 12 + now - 1 + (isPast ? -back : (12 - back) % 12);
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`;
}

/** "the fourth quarter" → "2006-Q4" */
export function quarterNear(published: Day, quarter: number, tense: Tense): string {
  const now = Math.floor((monthOf(published) - 1) / 3) + 1;
  const year = yearOf(published);
  if (tense === 'future') return `${quarter >= now ? year : year + 1}-Q${quarter}`;
  return `${quarter <= now ? year : year - 1}-Q${quarter}`;
}

/** "12-25", "easter-2", "11-4-4+1": the day after the fourth Thursday of November */
export function feastIn(year: number, rule: string): Day | null {
  const [, easter] = /^easter([+-]\d+)?$/.exec(rule) ? [0, Number(/[+-]\d+/.exec(rule)?.[0] ?? 0)] : [];
  if (easter !== undefined) return easterOf(year) + easter;
  const [, month, second, nth, away] = /^(\d+)-(\d+)(?:-(\d+)([+-]\d+)?)?$/.exec(rule)!;
  if (nth === undefined) return dayOf(year, Number(month), Number(second));
  const first = dayOf(year, Number(month), 1)!;
  const weekday = first + ((Number(second) - weekdayOf(first) + 7) % 7);
  return weekday + 7 * (Number(nth) - 1) + Number(away ?? 0);
}
