/** "Nov", "November"; the other languages of the news write ISO 8601 into their pages. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
export const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';

/** 2024-11-22T09:30:00+01:00, 2024-11-22 09:30, 20241122T093000Z, 2024-11-22 */
const iso =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** Fri, 22 Nov 2024 09:30:00 +0100 */
const mail = new RegExp(
  `^${weekday}(\\d{1,2}) ${monthName} (\\d{4}) (\\d\\d):(\\d\\d)(?::(\\d\\d))? (Z|UTC|GMT|[+-]\\d{4})$`,
  'i',
);
/** November 22, 2024; Nov. 22 2024 at 9:30 am */
const american = new RegExp(
  `^${weekday}${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)(\\d{4})${rest()}`,
  'i',
);
/** 22 November 2024, 9:30 */
const british = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName},?\\s+(\\d{4})${rest()}`,
  'i',
);
/** 22.11.2024: the day stands first wherever points are used; 22/11/2024 and 11/22/2024 only where no month could be meant */
const dotted = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[,\s].{0,40})?$/;
/** 2024/11/22 and 2024.11.22 begin with the year everywhere */
const yearFirst = /^(\d{4})([./])(\d{1,2})\2(\d{1,2})(?:[,\s].{0,40})?$/;

function rest(): string {
  return '([\\s,|–—-].{0,40})?$';
}

/** "14:05 GMT", "2.05 pm (UTC)", "1405 GMT": in another zone it is told by letters that stand for several. */
const clock =
  /^[\s,|–—-]*(?:at )?(\d{1,2})(?:[:.](\d\d)|(?<=\d\d)(\d\d))(?::(\d\d))? ?([ap])?\.?(?:m\.?)? ?\(?(Z|UTC|GMT)\)?(?![\w+-])/i;

/**
 * A written date as ISO 8601: a date, or a time with its zone; null where it can be read in two ways.
 * A time without a zone gives its date only.
 */
export function isoDate(said: string | null | undefined): string | null {
  const text = said?.trim().replace(/\s+/g, ' ') ?? '';
  if (text.length < 8 || text.length > 80) return null;
  return fromIso(text) ?? fromMail(text) ?? fromWords(text) ?? fromFigures(text);
}

function fromIso(text: string): string | null {
  const [, y, m, d, hour, minute, second, zone] = iso.exec(text) ?? [];
  return y ? moment(date(y, m!, d!), hour, minute, second, zone) : null;
}

function fromMail(text: string): string | null {
  const [, d, m, y, hour, minute, second, zone] = mail.exec(text) ?? [];
  return y ? moment(date(y, monthOf(m!), d!), hour, minute, second, zone) : null;
}

function fromWords(text: string): string | null {
  const [, month, day, year, after] = american.exec(text) ?? [];
  if (year) return timed(date(year, monthOf(month!), day!), after);
  const [, d, m, y, behind] = british.exec(text) ?? [];
  return y ? timed(date(y, monthOf(m!), d!), behind) : null;
}

function timed(day: string | null, rest = ''): string | null {
  const [, hour, minute, joined, second, half, zone] = clock.exec(rest) ?? [];
  if (!hour) return day;
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return day;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return moment(day, String(hours).padStart(2, '0'), minute ?? joined, second, zone);
}

function fromFigures(text: string): string | null {
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  if (year) return date(year, month!, day!);
  const [, d, mark, m, y] = dotted.exec(text) ?? [];
  if (y && (mark === '.' || Number(d) > 12)) return date(y, m!, d!);
  return y && Number(m) > 12 ? date(y, d!, m!) : null;
}

const monthOf = (name: string) => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** 31 February is no day, and the year 202 a slip of the pen. */
function date(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || Number(year) < 1600 || Number(year) > 2200) return null;
  return read.toISOString().startsWith(written) ? written : null;
}

function moment(day: string | null, hour?: string, minute?: string, second = '00', zone?: string): string | null {
  if (!day || !hour || !zone) return day;
  const written = `${day}T${hour}:${minute}:${second}${zoneOf(zone)}`;
  return Number.isNaN(Date.parse(written)) ? day : written;
}

/** "+0100", "+01", "GMT" → "+01:00", "Z" */
function zoneOf(zone: string): string {
  if (/^[a-z]/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return digits === '0000' ? 'Z' : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
