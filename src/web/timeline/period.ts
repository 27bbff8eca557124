/** A stretch of time, in milliseconds since 1970: a day, a month, a year. What is told as a month is not drawn as a day. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;

/** "2024-11-20" → that day · "2024-11" → the month · "2024-W47" → the week · "PAST_REF", "P3D" → null */
export function periodOf(value: string | null): Period | null {
  const m = /^(\d{4})(?:-(?:W(\d\d)|(\d\d)(?:-(\d\d))?))?(?:T|[\s+Z]|$)/.exec(value ?? '');
  if (!m) return null;
  const [year, week, month, day] = [Number(m[1]), m[2], m[3], m[4]];
  if (week) return weekOf(year, Number(week));
  if (day) return span(Date.UTC(year, Number(month) - 1, Number(day)), DAY);
  if (month) return { from: Date.UTC(year, Number(month) - 1), to: Date.UTC(year, Number(month)) };
  return { from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0) };
}

const span = (from: number, length: number): Period => ({ from, to: from + length });

/** ISO 8601: week 1 has the year's first Thursday, and begins on a Monday. */
function weekOf(year: number, week: number): Period {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  return span(monday + (week - 1) * 7 * DAY, 7 * DAY);
}

export const inDays = (from: number, to: number): number => Math.round((to - from) / DAY);

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "2024-11-20" → "20 Nov 2024" · "2024-W47" → "week of 18 Nov 2024" · "2024-11" → "Nov 2024"; else as it is told */
export function periodName(value: string): string {
  const period = periodOf(value);
  if (!period) return value;
  const from = new Date(period.from);
  const [day, month, year] = [from.getUTCDate(), MONTHS[from.getUTCMonth()], from.getUTCFullYear()];
  const days = inDays(period.from, period.to);
  if (days === 1) return `${day} ${month} ${year}`;
  if (days === 7) return `week of ${day} ${month} ${year}`;
  return days < 32 ? `${month} ${year}` : String(year);
}
