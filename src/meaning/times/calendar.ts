/** A day as the number of days since 1970-01-01: weeks and months are counted without clock or zone. */
export type Day = number;

const MS = 86_400_000;

/** @returns null for 31 February */
export function dayOf(year: number, month: number, date: number): Day | null {
  const day = Math.floor(Date.UTC(year, month - 1, date) / MS);
  return monthOf(day) === month && yearOf(day) === year ? day : null;
}

/** "2024-11-22", "2024-11-22T09:30:00+01:00": the date as printed */
export function dayFromIso(iso: string | null): Day | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '') ?? [];
  return year ? dayOf(Number(year), Number(month), Number(date)) : null;
}

export const isoOf = (day: Day): string => new Date(day * MS).toISOString().slice(0, 10);
export const yearOf = (day: Day): number => new Date(day * MS).getUTCFullYear();
export const monthOf = (day: Day): number => new Date(day * MS).getUTCMonth() + 1;

/** Monday is 1. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;

/** "2013-W11": ISO 8601, the week belongs to the year of its Thursday. */
export function weekOf(day: Day): string {
  const thursday = mondayOf(day) + 3;
  const year = yearOf(thursday);
  const first = mondayOf(dayOf(year, 1, 4)!);
  return `${year}-W${two(Math.floor((thursday - first) / 7) + 1)}`;
}

/** "2013-03", any number of months away */
export function monthFrom(day: Day, months: number): string {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  return `${four(Math.floor(count / 12))}-${two((((count % 12) + 12) % 12) + 1)}`;
}

/** "2013-Q1", any number of quarters away */
export function quarterFrom(day: Day, quarters: number): string {
  const count = yearOf(day) * 4 + Math.floor((monthOf(day) - 1) / 3) + quarters;
  return `${four(Math.floor(count / 4))}-Q${(((count % 4) + 4) % 4) + 1}`;
}

export const four = (year: number): string => String(year).padStart(4, '0');
export const two = (number: number): string => String(number).padStart(2, '0');

/** Easter Sunday of the Western churches (the anonymous Gregorian computus; Meeus 1991). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1)!;
}
