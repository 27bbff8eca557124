import { stretchAt } from './durations.ts';
import { stepFrom } from './relative-dates.ts';
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
  const value = type === 'TIME' ? null : valueOfWhole(scene, way, unit, count);
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

/** In days, about a thousand years: what is farther has no date in the calendar of the news. */
const FARTHEST = 365_000;
// biome-ignore format: a table
const DAYS: ReadonlyMap<string, number> = new Map(Object.entries({ P1D: 1, P1W: 7, P2W: 14, P1M: 30, P1Q: 91, P1Y: 365, P10Y: 3650, P100Y: 36500 }));

/** Half a century is fifty years; half a year has no date. */
function valueOfWhole(scene: Scene, way: Way, unit: string, count: number): string | null {
  if (unit === 'P100Y' && !Number.isInteger(count)) return valueOfWhole(scene, way, 'P1Y', 100 * count);
  if (!Number.isInteger(count) || count * (DAYS.get(unit) ?? FARTHEST) > FARTHEST) return null;
  const { published, before } = scene;
  const units = way.sign * count;
  if (way.from === 'before') return before && before.length <= 10 ? shiftedTimes(before, unit, units) : null;
  return unit === 'P2W' ? stepFrom(published, 'P1W', 2 * units) : stepFrom(published, unit, units);
}

const shiftedTimes = (value: string, unit: string, count: number): string | null =>
  unit === 'P2W' ? shiftedInFull(value, 'P1W', 2 * count) : shiftedInFull(value, unit, count);
