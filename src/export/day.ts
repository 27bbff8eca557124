const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "2024-11-22T09:30:00Z" → "22 November 2024, 09:30 UTC"; whatever else comes is shown as it is. No time zone of the machine's enters. */
export function day(iso: string): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:\d{2}))?$/.exec(iso);
  const month = m && MONTHS[Number(m[2]) - 1];
  if (!m || !month) return iso;
  const zone = m[5] === 'Z' ? 'UTC' : `UTC${m[5]}`;
  return `${Number(m[3])} ${month} ${m[1]}${m[4] ? `, ${m[4]} ${zone}` : ''}`;
}
