import { dayFromIso, dayOf, four, isoOf, monthFrom, quarterFrom, weekOf } from './calendar.ts';

/** A date some units on, as coarse as the unit: a month after "2024-11-22" → "2024-12"; null where the date is coarser. */
export function shifted(value: string, unit: string, count: number): string | null {
  const day = dayFromIso(value);
  const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(value) ?? [];
  if (unit === 'P1D') return day === null ? null : isoOf(day + count);
  if (unit === 'P1W') return day === null ? null : weekOf(day + 7 * count);
  if (unit === 'P1M') return year && month ? monthFrom(dayOf(Number(year), Number(month), 1)!, count) : null;
  if (unit === 'P1Q') return shiftedQuarter(value, count);
  if (unit === 'P1Y') return year ? four(Number(year) + count) : null;
  return unit === 'P10Y' && year ? four(Number(year) + 10 * count) : null;
}

function shiftedQuarter(value: string, count: number): string | null {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(value) ?? [];
  return year ? quarterFrom(dayOf(Number(year), Number(quarter) * 3, 1)!, count) : null;
}

/** As `shifted`, but a month or quarter a year on keeps its name: "2010-02" → "2009-02" */
export function shiftedInFull(value: string, unit: string, count: number): string | null {
  const [, year, rest] = /^(\d{4})(-(?:\d\d|Q[1-4]|H[12]))$/.exec(value) ?? [];
  if (year && unit === 'P1Y') return `${four(Number(year) + count)}${rest}`;
  const day = dayFromIso(value);
  return unit === 'P1W' && day !== null ? isoOf(day + 7 * count) : shifted(value, unit, count);
}
