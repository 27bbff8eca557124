import type { Document } from '../text/document.ts';
import type { Given } from '../text/document-of.ts';
import { isoDate } from '../text/iso-date.ts';
import type { Correct, Correction, Decision } from './decision.ts';
import { inForce } from './decisions.ts';

/** What is told of a report, whether or not its text has words for it. A newer reading takes it over. */
export const FACTS = ['title', 'outlet', 'byline', 'published'] as const satisfies readonly (keyof Given)[];
export type FactName = (typeof FACTS)[number];

export const isFact = (field: string): field is FactName => (FACTS as readonly string[]).includes(field);

/** What people tell of a report, by the decisions on it; the later wins. In one order, so that the same is written the same. */
export function factsTold(decisions: readonly Decision[]): Given {
  const told = new Map(onReport(decisions).map(({ field, to }) => [field, to as string | null]));
  return Object.fromEntries(FACTS.filter((fact) => told.has(fact)).map((fact) => [fact, told.get(fact)!]));
}

/**
 * The correction with what stood before it; throws where the report has no such fact, or it cannot be this.
 *
 * @param document with what was found where nobody tells it
 */
export function factCorrection(
  document: Document,
  { field, at, from, to: given }: Omit<Correct, 'verb' | 'on'>,
  decisions: readonly Decision[],
): Correction {
  if (!isFact(field)) throw new Error(`a report has no field “${field}”; there are ${FACTS.join(', ')}`);
  if (at) throw new Error(`${field} is told of the whole report, not of a place in it`);
  const to = factOf(field, given);
  const earlier = onReport(decisions).findLast((one) => one.field === field);
  const stands = earlier ? (earlier.to as string | null) : document[field];
  if (from !== undefined && from !== stands && factOf(field, from) !== stands)
    throw new Error(`${field} is ${JSON.stringify(stands)}, not ${JSON.stringify(from)}; look at it again`);
  if (to === stands) throw new Error(`${field} is ${JSON.stringify(to)} already`);
  return { field, at: null, from: stands, to, machine: document[field], words: [], text: document.sha256 };
}

const onReport = (decisions: readonly Decision[]): Correction[] =>
  inForce(decisions).flatMap(({ on, correction }) => (on.kind === 'document' && correction ? [correction] : []));

/** In letters. */
const LONGEST = 1000;
/** Signs that steer a screen, or turn the order of what stands beside them. */
const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** What the fact can be: words in one line, for a date a date, or nothing. */
export function factOf(fact: FactName, value: unknown): string | null {
  if (value === null) return null;
  const words = typeof value === 'string' && value.isWellFormed() ? value.replace(/\s+/g, ' ').trim() : '';
  if (words.length > LONGEST) throw new Error(`${fact} is longer than ${LONGEST} letters`);
  if (!/[\p{L}\p{N}]/u.test(words) || STEERING.test(words))
    throw new Error(`${fact} cannot be ${JSON.stringify(value)}: it holds words or none`);
  if (fact !== 'published') return words;
  const date = isoDate(words);
  if (date === null || !isWhole(words, date))
    throw new Error(
      `published cannot be ${JSON.stringify(value)}: give one day, 2025-03-10, or a time with its zone, 2025-03-10T09:30:00Z`,
    );
  return date;
}

/** Is it all that was typed? Not where an hour without its zone, or a second day, would be lost; nor where the weekday is another. */
function isWhole(words: string, date: string): boolean {
  if (date.length > 10) return true;
  const weekday = /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/i.exec(words);
  const told = words.replace(weekday?.[0] ?? '', '').replace(/(?<=\d)(?:st|nd|rd|th)\b|\b(?:the|of|on)\b/gi, '');
  const [numbers, letters] = [told.match(/\d+/g)!.length, told.match(/\p{L}+/gu) ?? []];
  const isOne = letters.length === 0 ? numbers === 3 : letters.length === 1 && numbers === 2;
  const day = new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 3).toLowerCase();
  return isOne && (weekday === null || weekday[1]!.toLowerCase() === day);
}
