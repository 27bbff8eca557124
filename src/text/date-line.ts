import type { Told } from './draft.ts';
import { isoDate, monthName, weekday } from './iso-date.ts';

const named = monthName.replace('(', '(?:');
const day = [
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${named},?\\s+\\d{4}`,
  `${named}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,\\s*|\\s+)\\d{4}`,
  '\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}',
  '\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?',
].join('|');
const zone =
  '\\(?(?:Z|(?:GMT|UTC)(?:[+-]\\d{1,2}(?::?\\d\\d)?)?|[ECMPHA][SD]?T|BST|IST|MSK|CES?T|EES?T|WES?T|SAST|[EW]AT|CAT|GST|PKT|JST|KST|HKT|SGT|AE[SD]T|NZ[SD]T|[+-]\\d\\d:?\\d\\d|local time)\\)?';
const time = `(?:\\d{1,2}(?:[:.]\\d\\d){1,2} ?(?:[ap]\\.?m\\.?|Uhr|hrs|hours)?|\\d{4}(?= ?(?:GMT|UTC|hrs|hours))(?: ?(?:hrs|hours))?|\\d{1,2} ?[ap]\\.?m\\.?|noon)(?: ?${zone})?`;
const label =
  '(?:(?:first|originally|last|date) )?(published|posted|issued|filed|date|dated|updated|modified)(?: on| at)?(?: ?[:–—-])? ?|on ';
const line = new RegExp(
  `^(?:${label})?(?:(${time}),? (?:on )?)?(${weekday}(?:${day}))(?:[,\\s]+(?:[|–—-] ?)?(?:at )?(${time}))?$`,
  'i',
);
const noYear = `${weekday}(?:\\d{1,2} ${named}|${named} \\d{1,2})`;
const ago = '(?:about )?(?:an?|\\d{1,2}) ?(?:m|h|d|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?) ago';
/** A day that only its reader knew: "Mar. 8, 5:46 PM EST", "Updated 9:30 a.m.", "Posted 3 hours ago" */
const uncertain = new RegExp(
  `^(?:(?:${label})(?:${noYear}|${ago}|${time}|just now|today|yesterday)|(?:${label})?(?:${noYear}|today|yesterday)[,\\s]+(?:at )?${time}|\\d{1,2}/\\d{1,2}/\\d\\d(?: ${time})?)$`,
  'i',
);
/** "12 March", "14:05", "3 hours ago": of an entry as well as of a report */
const loose = new RegExp(`^(?:${noYear}|${time}|${ago}|just now)$`, 'i');

export const isLooseDay = (words: string): boolean => loose.test(words);

/** What a line says that is only a date: "Updated: 12 March 2025, 14:05 GMT". Empty where it can be read in two ways. */
export function dateLine(words: string): Pick<Told, 'published' | 'updated'> | null {
  const [found, name, before, said, after] = line.exec(words) ?? [];
  if (found === undefined) return uncertain.test(words) ? {} : null;
  const clock = after ?? before;
  const date = (clock && isoDate(`${said} ${clock}`)) || isoDate(said);
  return date ? { [/^(?:updated|modified)$/i.test(name ?? '') ? 'updated' : 'published']: date } : {};
}

/** In UTF-16 units: "Wednesday, 12 September 2025, 14:05 GMT" */
const longestDay = 40;

/** The day of a line that says no more: not "Published: 12 March 2025" */
export function bareDay(words: string): string | null {
  const [, name, , said] = (words.length <= longestDay && line.exec(words)) || [];
  return name ? null : (isoDate(said)?.slice(0, 10) ?? null);
}
