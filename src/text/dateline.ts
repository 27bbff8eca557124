import type { Span } from './span.ts';

export interface Dateline {
  /** "SEOUL, Nov. 2" */
  readonly span: Span;
  /** "Yonhap", where it stands in brackets */
  readonly agency: string | null;
}

const city = "\\p{Lu}[\\p{Lu}'’.-]+(?:[ /]\\p{Lu}[\\p{Lu}'’.-]*){0,4}";
/** ", Ukraine", ", Nov. 2": every word opens with a capital or a figure, or it is a sentence */
const word = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}.’'-]{0,20}";
const place = `(?:[,.] ?${word}(?: ${word}){0,3}){0,3}`;
const agency = '(?:\\s*\\(([^()\\n]{2,40})\\))';
const dash = '\\s*(?:[—–―]|--?(?=\\s))';

/** SEOUL, Nov. 2 (Yonhap) — · LONDON — · KYIV, Ukraine (AP) — · MOSCOW. Nov 2 (Interfax) - */
const inCapitals = new RegExp(`^(${city}${place})${agency}?${dash}`, 'u');
/** Berlin (dpa) – : without capitals the agency has to stand beside it */
const beforeAgency = new RegExp(
  `^(\\p{Lu}[\\p{L}.’'-]{1,30}(?:[ /]\\p{Lu}[\\p{L}.’'-]{0,30}){0,3}(?:, ?${word}(?: ${word}){0,2})?)${agency}${dash}`,
  'u',
);
/** NEW DELHI: as Indian papers have it */
const beforeColon = new RegExp(`^(${city}):(?=\\s)`, 'u');
/** (Reuters) - */
const agencyOnly = new RegExp(`^${agency}${dash}`, 'u');

/** Words in capitals with a dash that are no place: who acts, or what kind of text it is. */
const labels =
  /^(?:NATO|EU|FBI|CIA|WHO|IAEA|OPEC|IMF|BREAKING|UPDATED?|LIVE|EXCLUSIVE|WATCH|VIDEO|ANALYSIS|OPINION|CORRECTION|EXPLAINER|FACT|NOTE|EDITOR|READ|PHOTOS?|Q|A|FACTBOX|TIMELINE|INTERVIEW|REVIEW|BRIEF)\b/;

/** Where and when a text says it was written, at the opening of its first paragraph. */
export function datelineOf(text: string, [start, end]: Span): Dateline | null {
  const opening = text.slice(start, Math.min(end, start + 120));
  if (labels.test(opening)) return null;
  const only = agencyOnly.exec(opening);
  if (only) return { span: [start, start], agency: only[1]! };
  const found = inCapitals.exec(opening) ?? beforeAgency.exec(opening) ?? beforeColon.exec(opening);
  return found ? { span: [start, start + found[1]!.trimEnd().length], agency: found[2] ?? null } : null;
}
