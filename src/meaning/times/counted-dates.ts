import { isoOf, monthFrom, quarterFrom, weekOf, yearOf } from './calendar.ts';
import { stretchAt } from './durations.ts';
import { type Found, follows, formOf, type Scene } from './scene.ts';
import { shiftedInFull } from './shifted.ts';

/** Dates so many units away: "two years ago", "three days later", "a year earlier", "two weeks from now". */
export function countedDateAt(scene: Scene, at: number): Found | null {
  const stretch = stretchAt(scene, at);
  if (!stretch || /^(?:age|ages|aged)$/.test(formOf(scene, at - 1))) return null;
  const { last, unit, count } = stretch;
  const way = wayAt(scene, last);
  if (!way) return null;
  const type = /^PT/.test(unit) ? 'TIME' : 'DATE';
  if (count === null || typeof count !== 'number')
    return { last: way.last, type: 'DATE', value: way.from === 'published' ? vaguely(way.sign) : null };
  const value = type === 'TIME' || !Number.isInteger(count) ? null : valueAway(scene, way, unit, count);
  return { last: way.last, type, value };
}

interface Way {
  readonly last: number;
  readonly sign: 1 | -1;
  readonly from: 'published' | 'before';
}

const vaguely = (sign: number): string => (sign < 0 ? 'PAST_REF' : 'FUTURE_REF');

/** "earlier", but not "earlier than usual" */
function wayAt(scene: Scene, last: number): Way | null {
  const form = formOf(scene, last);
  if (form === 'ago') return { last: last + 1, sign: -1, from: 'published' };
  if (follows(scene, last, ['from', 'now'])) return { last: last + 2, sign: 1, from: 'published' };
  if (formOf(scene, last + 1) === 'than') return null;
  if (form === 'earlier') return { last: last + 1, sign: -1, from: 'before' };
  return form === 'later' || form === 'afterwards' ? { last: last + 1, sign: 1, from: 'before' } : null;
}

function valueAway({ published, before }: Scene, { sign, from }: Way, unit: string, count: number): string | null {
  const units = sign * count;
  if (from === 'before') return before && before.length <= 10 ? shiftedTimes(before, unit, units) : null;
  if (published === null) return null;
  switch (unit) {
    case 'P1D':
      return isoOf(published + units);
    case 'P1W':
      return weekOf(published + 7 * units);
    case 'P2W':
      return weekOf(published + 14 * units);
    case 'P1M':
      return monthFrom(published, units);
    case 'P1Q':
      return quarterFrom(published, units);
    case 'P1Y':
      return String(yearOf(published) + units);
    case 'P10Y':
      return String(Math.floor(yearOf(published) / 10) + units);
    case 'P100Y':
      return String(Math.floor(yearOf(published) / 100) + units);
    default:
      return null;
  }
}

const shiftedTimes = (value: string, unit: string, count: number): string | null =>
  unit === 'P2W' ? shiftedInFull(value, 'P1W', 2 * count) : shiftedInFull(value, unit, count);
