import { isByline, withoutBy } from './byline.ts';
import { dateLine, isLooseDay } from './date-line.ts';
import type { Told } from './draft.ts';
import { keyLine } from './header-lines.ts';
import { isAgencyName, isOutletName, outletIn } from './outlet-name.ts';
import { isPageLabel } from './page-label.ts';

/** A part of a line around a report that is none of its text. */
export interface ToldPart {
  /**
   * agency: one that may print it or be given credit.
   * label: tells nothing, as "Share" and "3 min read"
   */
  readonly kind: 'byline' | 'date' | 'outlet' | 'agency' | 'url' | 'credit' | 'label';
  readonly told: Told;
  /** of an agency */
  readonly name?: string;
}

/** In UTF-16 units: a longer line is text. */
const longest = 200;

/** "By Anna Berg, The Courier | Published 12 March 2025, 14:05 GMT | 3 min read" in its parts; null where any of it is text. */
export function toldLine(line: string): readonly ToldPart[] | null {
  if (line === '' || line.length > longest) return null;
  const whole = besideText(line);
  if (whole) return [whole];
  const parts = line
    .replace(/\b(updated|published|posted) ?[–—-] /gi, '$1 ')
    .split(marks)
    .map((part) => part.replace(/^[\s,;(]+|[\s,;)]+$/g, ''))
    .filter(Boolean);
  const read = parts.map((part) => partsOf(part));
  const isDated = read.some((some) => some?.some(({ kind }) => kind === 'date'));
  const known = read.filter((some, i) => some || !(isDated && isPlace(parts[i]!)));
  return known.length > 0 && !known.includes(null) ? known.flatMap((some) => some!) : null;
}

/** What stands between the parts, or opens one. */
const marks =
  /\s*[|·•]\s*|\s+[—–-]\s+|(?:[\s,;(]+|(?<=\d))(?=(?:(?:last|first|originally) )?(?:updated|published|posted|modified)\b)/i;

/** The first that is told counts: of two outlets neither. */
export function mergedTold(parts: readonly ToldPart[]): Told {
  const told: Told = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part.told) as [keyof Told, string][]) told[key] ??= value;
  }
  const outlets = new Set(parts.flatMap(({ told: { outlet } }) => (outlet ? [bareName(outlet)] : [])));
  if (outlets.size > 1) delete told.outlet;
  return told;
}

const bareName = (name: string) => name.toLowerCase().replace(/^the |[^\p{L}\p{N}]/gu, '');

function partsOf(words: string): readonly ToldPart[] | null {
  const whole = besideText(words);
  if (whole) return [whole];
  for (const { index, 0: gap } of words.matchAll(gaps)) {
    const date = dated(words.slice(index + gap.length));
    if (!date) continue;
    const head = words.slice(0, index);
    const part = partOf(head);
    // "Halyard News Agency, 21 November 2024" prints; "Reuters | Sep 18, 2025" may only be given credit
    if (part?.name && gap.startsWith(',')) return [{ kind: 'outlet', told: { outlet: part.name } }, date];
    return part ? [part, date] : gap.startsWith(',') && isPlace(head) ? [date] : null;
  }
  const part = partOf(words);
  return part && [part];
}

/** Where a date may begin behind other words */
const gaps = /[\s,;:]+(?=\d|on \d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi;

/** "Arica, 12 March 2025": a place, or an outlet that nobody knows */
const isPlace = (head: string) => /^\p{Lu}[\p{L}'’.-]*(?:,? \p{Lu}[\p{L}'’.-]*){0,3}$/u.test(head);

/** What no separator parts */
function besideText(words: string): ToldPart | null {
  if (isPageLabel(words) || isLooseDay(words)) return { kind: 'label', told: {} };
  const url = /^(?:(?:url|link): *)?(https?:\/\/\S+)$/i.exec(words)?.[1];
  if (url && URL.canParse(url)) return { kind: 'url', told: { url } };
  return dated(words);
}

function partOf(words: string): ToldPart | null {
  const beside = besideText(words);
  if (beside) return beside;
  const keyed = keyLine(words);
  if (keyed?.key === 'outlet') {
    const isCredit = /^source/i.test(words) && (!isOutletName(keyed.value) || isAgencyName(keyed.value));
    return isCredit ? creditPart(keyed.value) : { kind: 'outlet', told: { outlet: keyed.value } };
  }
  if (keyed?.key === 'byline') return { kind: 'byline', told: { byline: withoutBy(keyed.value) } };
  if (isByline(words)) return { kind: 'byline', told: { byline: withoutBy(words) } };
  const outlet = outletIn(words);
  if (!outlet) return null;
  return isAgencyName(outlet) ? { kind: 'agency', told: {}, name: outlet } : { kind: 'outlet', told: { outlet } };
}

/** "Source: Ministry of Works", not "Source: the mayor said so" */
const creditPart = (value: string): ToldPart | null =>
  /^\p{Lu}[^.!?]{1,60}$/u.test(value) && !/ (?:said|says|told)\b/.test(value) ? { kind: 'credit', told: {} } : null;

function dated(words: string): ToldPart | null {
  const told = dateLine(words);
  return told && { kind: 'date', told };
}
