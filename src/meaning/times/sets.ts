import { isNumberWord } from '../numbers.ts';
import { weekdayAt } from './calendar-dates.ts';
import { stretchAt } from './durations.ts';
import { type Found, formOf, isCapital, type Scene, wordOf } from './scene.ts';
import { DAY_PARTS, MONTHS, periodOf, SEASONS, SETS, UNITS, WEEKDAYS } from './time-words.ts';

/** What comes again: "annually", "every Friday", "15 a year", "twice a week", "per month". */
export function setAt(scene: Scene, at: number): Found | null {
  return inOneWord(scene, at) ?? every(scene, at) ?? rate(scene, at) ?? weekdays(scene, at);
}

const set = (last: number, value: string | null): Found => ({ last, type: 'SET', value });

/** "weekly", not "the Daily Bugle", "a weekly" (a paper) */
function inOneWord(scene: Scene, at: number): Found | null {
  const word = wordOf(scene, at);
  const value = SETS.get(word?.form ?? '');
  if (!value || /^NNP?S?$/.test(word!.tag) || (isCapital(word) && at > scene.run[0])) return null;
  return isCapital(word) && isCapital(wordOf(scene, at + 1)) ? null : set(at + 1, value);
}

/** "every Friday", "each year", "every two weeks", "every other day" */
function every(scene: Scene, at: number): Found | null {
  if (!/^(?:every|each)$/.test(formOf(scene, at))) return null;
  const from = /^(?:other|single)$/.test(formOf(scene, at + 1)) ? at + 2 : at + 1;
  const times = formOf(scene, at + 1) === 'other' ? 2 : 1;
  const form = formOf(scene, from);
  const unit = UNITS.get(form);
  if (unit && form !== 'second' && !form.endsWith('s')) return set(from + 1, periodOf(unit, times));
  const named = recurring(form);
  if (named) return set(from + 1, times === 1 ? named : null);
  const stretch = stretchAt(scene, from);
  return stretch && /s$/.test(formOf(scene, stretch.last - 1))
    ? set(stretch.last, stretch.count === null ? null : periodOf(stretch.unit, stretch.count))
    : null;
}

/** "friday" → "XXXX-WXX-5" */
function recurring(form: string): string | null {
  const weekday = WEEKDAYS.get(form);
  if (weekday !== undefined && form.length > 5) return `XXXX-WXX-${weekday}`;
  const month = MONTHS.get(form);
  if (month !== undefined) return `XXXX-${String(month).padStart(2, '0')}`;
  const season = SEASONS.get(form);
  if (season) return `XXXX-${season}`;
  const part = DAY_PARTS.get(form);
  return part && !/^\d/.test(part) ? `XXXX-XX-XXT${part}` : null;
}

/** "15 a year", "once a week", "$5 per month" */
function rate(scene: Scene, at: number): Found | null {
  const form = formOf(scene, at);
  if (/^(?:once|twice)$/.test(form)) return rateUnit(scene, at + 1);
  if (!/^(?:an?|per)$/.test(form)) return null;
  return form === 'per' || isQuantity(scene, at - 1) ? rateUnit(scene, at) : null;
}

function rateUnit(scene: Scene, at: number): Found | null {
  const unit = /^(?:an?|per|each|every)$/.test(formOf(scene, at)) ? UNITS.get(formOf(scene, at + 1)) : undefined;
  if (
    !unit ||
    /s$/.test(formOf(scene, at + 1)) ||
    /^(?:ago|earlier|later|before|after|old|-)$/.test(formOf(scene, at + 2))
  )
    return null;
  return set(at + 2, unit);
}

/** "15", "2 million", "times", "miles", "jobs": a number, or what a number counts */
function isQuantity(scene: Scene, at: number): boolean {
  const counted = wordOf(scene, at);
  if (!counted) return false;
  if (counted.tag === 'CD' || isNumberWord(counted.form) || /^(?:%|percent|times)$/.test(counted.form)) return true;
  if (!/^(?:NNS|NN)$/.test(counted.tag)) return false;
  return [1, 2, 3].some((back) => {
    const word = wordOf(scene, at - back);
    return word !== null && (word.tag === 'CD' || isNumberWord(word.form)) && counted.tag === 'NNS';
  });
}

/** "on Fridays" */
function weekdays(scene: Scene, at: number): Found | null {
  const form = formOf(scene, at);
  if (!/day[s]$/.test(form) || !isCapital(wordOf(scene, at))) return null;
  const weekday = WEEKDAYS.get(form.slice(0, -1));
  return weekday === undefined || weekdayAt(scene, at - 1) !== null ? null : set(at + 1, `XXXX-WXX-${weekday}`);
}
