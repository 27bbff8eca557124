import { isoOf, mondayOf, two } from './calendar.ts';
import { calendarDateAt, yearNumber } from './calendar-dates.ts';
import { clockTimeAt } from './clock-times.ts';
import { countedDateAt } from './counted-dates.ts';
import { monthNear } from './nearest.ts';
import { relativeAt, stepFrom } from './relative-dates.ts';
import { date, type Found, follows, formOf, isCapital, type Scene, wordOf } from './scene.ts';
import { shifted } from './shifted.ts';
import { tenseAt } from './tense.ts';
import { MONTHS, REFERENCES, UNITS, WEEKDAYS } from './time-words.ts';
import { yearAt } from './years.ts';

/** A date with the words that say which part of it: "early December", "the end of next week", "later in the day", "mid-2011". */
export function framedDateAt(scene: Scene, at: number): Found | null {
  return (
    leadAt(scene, at) ??
    midAt(scene, at) ??
    edgeAt(scene, at) ??
    yearEnd(scene, at) ??
    dayOfWeek(scene, at) ??
    sameAt(scene, at)
  );
}

/** A date or time without such words */
const plainAt = (scene: Scene, at: number): Found | null =>
  longest([calendarDateAt(scene, at), relativeAt(scene, at), yearAt(scene, at), clockTimeAt(scene, at)]);

export const longest = (found: readonly (Found | null)[]): Found | null =>
  found.reduce((best, one) => (one && (!best || one.last > best.last) ? one : best), null);

/** "early December", "earlier this week", "late Friday night" */
function leadAt(scene: Scene, at: number): Found | null {
  if (!/^(?:early|earlier|late|later|mid)$/.test(formOf(scene, at))) return null;
  if (follows(scene, at + 1, ['in', 'the'])) return unitHere(scene, at + 3);
  const isSplit = /^(?:in|on)$/.test(formOf(scene, at + 1)) && /^(?:early|late)$/.test(formOf(scene, at));
  const found = plainAt(scene, isSplit ? at + 2 : at + 1);
  return found && found.type !== 'DURATION' && (!isSplit || found.value?.length !== 4) ? found : null;
}

/** "mid-2011", "mid-March" */
function midAt(scene: Scene, at: number): Found | null {
  const [, rest] = /^(?:mid|late|early)[-‐‑](.+)$/.exec(formOf(scene, at)) ?? [];
  if (!rest) return null;
  if (/^\d{4}$/.test(rest)) return date(at + 1, rest);
  const month = MONTHS.get(rest);
  const { published, parse } = scene;
  if (month === undefined || rest.length < 3) return null;
  const year = yearNumber(formOf(scene, at + 1));
  if (year !== null) return date(at + 2, `${year}-${two(month)}`);
  return date(at + 1, published === null ? null : monthNear(published, month, tenseAt(parse, at)));
}

const EDGE = /^(?:end|beginning|start|middle|close|turn|rest|remainder|outset|eve)$/;

/** "the end of the year", "the start of 2012", "the rest of the week" */
function edgeAt(scene: Scene, at: number): Found | null {
  const from = formOf(scene, at) === 'the' ? at + 1 : at;
  if (!EDGE.test(formOf(scene, from)) || formOf(scene, from + 1) !== 'of') return null;
  const inner = plainAt(scene, from + 2);
  if (inner && inner.type === 'DATE') return inner;
  return unitHere(scene, formOf(scene, from + 2) === 'the' ? from + 3 : from + 2);
}

/** "[the end of] the year", "[later in] the day": of the one told before it, or the one that it is */
function unitHere(scene: Scene, at: number): Found | null {
  const form = formOf(scene, at);
  if (!/^(?:day|week|month|quarter|year|decade|century)$/.test(form)) return null;
  const isTold = scene.before !== null && !/^(?:future|present)$/.test(tenseAt(scene.parse, at));
  const told = isTold ? shifted(scene.before!, UNITS.get(form)!, 0) : null;
  return date(at + 1, told ?? thisUnit(scene, form));
}

const thisUnit = ({ published }: Scene, unit: string): string | null => stepFrom(published, UNITS.get(unit)!, 0);

/** "year-end", "by year's end" */
function yearEnd(scene: Scene, at: number): Found | null {
  if (/^(?:year-end|year-ends)$/.test(formOf(scene, at))) return date(at + 1, thisUnit(scene, 'year'));
  return follows(scene, at, ['year', "'s", 'end']) ? date(at + 3, thisUnit(scene, 'year')) : null;
}

/** "Friday last week", "Monday of next week" */
function dayOfWeek(scene: Scene, at: number): Found | null {
  const weekday = WEEKDAYS.get(formOf(scene, at));
  if (weekday === undefined || !isCapital(wordOf(scene, at))) return null;
  const from = formOf(scene, at + 1) === 'of' ? at + 2 : at + 1;
  const step =
    /^(?:last|this|next)$/.test(formOf(scene, from)) && formOf(scene, from + 1) === 'week' ? formOf(scene, from) : null;
  if (!step) return null;
  const weeks = step === 'last' ? -1 : step === 'next' ? 1 : 0;
  const { published } = scene;
  return date(from + 2, published === null ? null : isoOf(mondayOf(published) + 7 * weeks + weekday - 1));
}

/** "the same month a year ago", "the same period last year": the name of the date before, in that year */
function sameAt(scene: Scene, at: number): Found | null {
  if (
    !follows(scene, at, ['the', 'same']) ||
    !/^(?:period|time|month|quarter|week|day|point|stage)$/.test(formOf(scene, at + 2))
  )
    return null;
  const from = /^(?:of|in)$/.test(formOf(scene, at + 3)) ? at + 4 : at + 3;
  const inner = longest([relativeAt(scene, from), yearAt(scene, from), countedDateAt(scene, from)]);
  if (inner?.type !== 'DATE') return null;
  const [, year] = /^(\d{4})/.exec(inner.value ?? '') ?? [];
  const named = /^\d{4}(-(?:\d\d|Q\d|H\d)(?:-\d\d)?)$/.exec(scene.before ?? '')?.[1];
  return date(inner.last, year && named ? year + named : null);
}

/** "now", "recently", "the near future" */
export function referenceAt(scene: Scene, at: number): Found | null {
  const found = REFERENCES.get(formOf(scene, at))?.find(({ words }) => follows(scene, at, words));
  if (!found || (isCapital(wordOf(scene, at)) && at > scene.run[0])) return null;
  const last = at + found.words.length;
  const isPart = found.words[0] === 'the' && /^(?:NN|JJ|CD)/.test(wordOf(scene, last)?.tag ?? '');
  return isPart ? null : date(last, found.value);
}

/** "recent weeks", "in our recent history" */
export function recentAt(scene: Scene, at: number): Found | null {
  if (formOf(scene, at) !== 'recent') return null;
  return /^(?:days|weeks|months|years|decades|times|history|memory)$/.test(formOf(scene, at + 1))
    ? date(at + 2, 'PAST_REF')
    : null;
}
