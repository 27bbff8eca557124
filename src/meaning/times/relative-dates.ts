import {
  type Day,
  four,
  isoOf,
  mondayOf,
  monthFrom,
  monthOf,
  quarterFrom,
  weekdayOf,
  weekOf,
  yearOf,
} from './calendar.ts';
import { monthAt, weekdayAt } from './calendar-dates.ts';
import { weekdayNear } from './nearest.ts';
import { date, type Found, follows, formOf, isCapital, type Scene, wordOf } from './scene.ts';
import { shifted } from './shifted.ts';
import { tenseAt } from './tense.ts';
import { DAY_PARTS, SEASONS, UNITS } from './time-words.ts';

/** Dates counted from the day of publication: "yesterday", "last week", "next Friday", "this fiscal year", "the past". */
export function relativeAt(scene: Scene, at: number): Found | null {
  const near = NEAR_DAYS.get(formOf(scene, at));
  if (near !== undefined && !isProgramme(scene, at)) return date(at + 1, dayFrom(scene, near));
  return besides(scene, at) ?? steppedAt(scene, at) ?? wholeUnit(scene, at);
}

/** "USA Today", "the Today programme", "The Tonight Show" */
export const isProgramme = (scene: Scene, at: number): boolean =>
  isCapital(wordOf(scene, at)) &&
  ((isCapital(wordOf(scene, at - 1)) && wordOf(scene, at - 1)!.tag.startsWith('NNP') && at - 1 > scene.run[0]) ||
    formOf(scene, at - 1) === 'usa' ||
    /^(?:show|programme|program)$/.test(formOf(scene, at + 1)));

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

const dayFrom = ({ published }: Scene, days: number): string | null =>
  published === null ? null : isoOf(published + days);

/** "the day before yesterday", "the day after tomorrow" */
function besides(scene: Scene, at: number): Found | null {
  if (follows(scene, at, ['the', 'day', 'before', 'yesterday'])) return date(at + 4, dayFrom(scene, -2));
  return follows(scene, at, ['the', 'day', 'after', 'tomorrow']) ? date(at + 4, dayFrom(scene, 2)) : null;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['past', -1],
  ['previous', -1],
  ['prior', -1],
  ['preceding', -1],
  ['following', 1],
  ['coming', 1],
  ['that', 0],
  ['same', 0],
]);
/** "the previous year" is counted from the date before it in the text. */
const FROM_BEFORE = /^(?:previous|prior|preceding|following|that|same)$/;

function steppedAt(scene: Scene, at: number): Found | null {
  const the = formOf(scene, at) === 'the';
  let from = the ? at + 1 : at;
  const word = formOf(scene, from);
  const step = STEPS.get(word);
  if (
    step === undefined ||
    (the && /^(?:this|that)$/.test(word)) ||
    (!the && /^(?:current|past|same|coming|previous|prior|following|preceding)$/.test(word))
  )
    return null;
  if (word === 'this' && /^(?:past|coming|same)$/.test(formOf(scene, from + 1))) return thisPast(scene, from + 1);
  from++;
  const unitFrom = /^(?:fiscal|calendar|financial|academic|school)$/.test(formOf(scene, from)) ? from + 1 : from;
  const unit = UNITS.get(formOf(scene, unitFrom));
  if (unit) return unitStep(scene, unitFrom, unit, step, the ? `the ${word}` : word);
  return the ? null : namedStep(scene, from, step, word);
}

/** "this past weekend" */
function thisPast(scene: Scene, at: number): Found | null {
  const unit = UNITS.get(formOf(scene, at + 1));
  if (formOf(scene, at) === 'same' || !unit) return null;
  const step = formOf(scene, at) === 'coming' ? (unit === 'P1WE' ? 0 : 1) : -1;
  const weekend = scene.published !== null && weekdayOf(scene.published) >= 6 ? 0 : step;
  return date(at + 2, stepFrom(scene.published, unit, unit === 'P1WE' ? weekend : step));
}

function unitStep(scene: Scene, at: number, unit: string, step: number, words: string): Found | null {
  const last = at + 1;
  if (formOf(scene, at).endsWith('s') || /^PT/.test(unit) || unit === 'P2W') return null;
  if (/^the (?:past|coming|next)$/.test(words) && unit !== 'P1D') return { last, type: 'DURATION', value: unit };
  if (words === 'the last' && unit === 'P10Y') return { last, type: 'DURATION', value: unit };
  const lead = words.replace('the ', '');
  if (FROM_BEFORE.test(lead) || unit === 'P1D') {
    if (unit === 'P1D' && /^(?:this|last|past|current|coming)$/.test(lead)) return null;
    const backed = lead === 'previous' || lead === 'prior' ? stepFrom(scene.published, unit, step) : null;
    return date(last, scene.before === null ? backed : shifted(scene.before, unit, step));
  }
  return date(last, stepFrom(scene.published, unit, step));
}

/** "last month" → "2024-10" */
export function stepFrom(published: Day | null, unit: string, step: number): string | null {
  if (published === null) return null;
  switch (unit) {
    case 'P1D':
      return isoOf(published + step);
    case 'P1W':
      return weekOf(published + 7 * step);
    case 'P1WE':
      return `${weekOf(published + 7 * step)}-WE`;
    case 'P1M':
      return monthFrom(published, step);
    case 'P1Q':
      return quarterFrom(published, step);
    case 'P1Y':
      return four(yearOf(published) + step);
    case 'P10Y':
      return four(yearOf(published) + 10 * step).slice(0, 3);
    case 'P100Y':
      return four(yearOf(published) + 100 * step).slice(0, 2);
    default:
      return null;
  }
}

/** "last Friday", "next May", "this summer", "last night", "this morning" */
function namedStep(scene: Scene, at: number, step: number, word: string): Found | null {
  if (!/^(?:last|this|next)$/.test(word)) return null;
  const weekday = weekdayAt(scene, at);
  if (weekday !== null) return date(at + 1, weekdayStep(scene, at, weekday, step));
  const month = monthAt(scene, at);
  if (month !== null) return date(at + 1, monthStep(scene.published, month, step));
  const season = SEASONS.get(formOf(scene, at));
  if (season) return date(at + 1, seasonStep(scene.published, season, step));
  const part = DAY_PARTS.get(formOf(scene, at));
  if (!part || /^\d/.test(part) || formOf(scene, at).endsWith('s') || step > 0) return null;
  const day = dayFrom(scene, step);
  return { last: at + 1, type: 'TIME', value: day && `${day}T${part}` };
}

/** "last Friday" on a Saturday is yesterday for some, and a week earlier for others: null. */
function weekdayStep({ parse, published }: Scene, at: number, weekday: number, step: number): string | null {
  if (published === null) return null;
  if (step === 0)
    return isoOf(
      tenseAt(parse, at) === 'past'
        ? weekdayNear(published, weekday, 'past')!
        : weekdayNear(published, weekday, 'future')!,
    );
  const monday = mondayOf(published);
  const near = step < 0 ? weekdayNear(published - 1, weekday, 'past')! : weekdayNear(published + 1, weekday, 'future')!;
  const isOtherWeek = step < 0 ? near < monday : near > monday + 6;
  return isOtherWeek ? isoOf(near) : null;
}

/** "last May": the May before this one; where this year's has passed it may be either: null */
function monthStep(published: Day | null, month: number, step: number): string | null {
  if (published === null) return null;
  const now = monthOf(published);
  const year = yearOf(published);
  const name = String(month).padStart(2, '0');
  if (step === 0) return `${year}-${name}`;
  if (step < 0) return month >= now ? `${year - 1}-${name}` : null;
  return month <= now ? `${year + 1}-${name}` : null;
}

const BEGINS: ReadonlyMap<string, number> = new Map([
  ['SP', 3],
  ['SU', 6],
  ['FA', 9],
  ['WI', 12],
]);

function seasonStep(published: Day | null, season: string, step: number): string | null {
  if (published === null) return null;
  const year = yearOf(published);
  const now = monthOf(published);
  if (season === 'WI') return step === 0 ? `${now <= 3 ? year - 1 : year}-WI` : null;
  const begins = BEGINS.get(season)!;
  if (step === 0) return `${year}-${season}`;
  if (step < 0) return now <= begins + 2 ? `${year - 1}-${season}` : null;
  return now >= begins ? `${year + 1}-${season}` : null;
}

/** "the weekend" */
function wholeUnit(scene: Scene, at: number): Found | null {
  if (!follows(scene, at, ['the', 'weekend']) || scene.published === null) return null;
  const back = weekdayOf(scene.published) >= 6 || tenseAt(scene.parse, at + 1) !== 'past' ? 0 : -1;
  return date(at + 2, stepFrom(scene.published, 'P1WE', back));
}
