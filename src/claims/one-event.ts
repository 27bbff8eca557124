import type { Assertion } from './assertion.ts';
import { beganAt } from './published-at.ts';
import type { RelationKind } from './relation.ts';

/**
 * Days between two reports of what may be one thing, told in the same words or with another figure. Strikes kill civilians
 * week after week in the same words: more days find later reports of one event, and make one event of two.
 */
const MOST_DAYS = {
  /** killed, arrested, struck: it happened on a day, and tolls are corrected within days */
  deed: { words: 7, figure: 2 },
  /** "are deployed", "have said": it lasts, or is said again */
  other: { words: 30, figure: 7 },
};
/** A report of a deed of a named day may come out so many days later. */
const LATE = { words: 7, figure: 4 };
/** So many of the names that two reports speak of most must be the same, where a statement names nobody and no place itself. */
const SHARED_TOPICS = 2;

/** Could two statements that say the same, or give another figure, be of one event: by when, of whom and where they tell? */
export function isOneEvent(relation: RelationKind, a: Assertion, b: Assertion): boolean {
  const isFigure = relation === 'differs in figure';
  const isDeed = a.deed || b.deed;
  // "550 in the last two months" and "two on Friday" are no two counts of one thing
  if (isFigure && isDeed && a.isLong !== b.isLong) return false;
  return isOneTime(isFigure, isDeed, a, b) && (!isDeed || isOneScene(isFigure, a, b));
}

/**
 * May it be of one event with something that came out then? What tells of no day, and lasts no longer than this, is not:
 * asked before the other is looked at, it keeps the cost of an archive of years that of its months.
 *
 * @param began as `beganAt` has it: 0 where that is not known
 */
export const mayBeOne = ({ published, days }: Assertion, began: number): boolean =>
  published === null ||
  began === 0 ||
  days.length > 0 ||
  Math.abs(beganAt(published) - began) <= MOST_DAYS.other.words * DAY;

/** In milliseconds: who came out further apart and tells of no day is of no one event. */
export const MOST_APART = MOST_DAYS.other.words * 86_400_000;

function isOneTime(isFigure: boolean, isDeed: boolean, a: Assertion, b: Assertion): boolean {
  if (a.published === null || b.published === null) return true;
  if (a.days.length > 0 && b.days.length > 0) return a.days.some((day) => b.days.includes(day));
  const kind = isFigure ? 'figure' : 'words';
  const apart = Math.abs(beganAt(a.published) - beganAt(b.published)) / DAY;
  if (apart > MOST_DAYS[isDeed ? 'deed' : 'other'][kind]) return false;
  if (!isDeed || a.days.length + b.days.length === 0) return true;
  const [days, other] = a.days.length > 0 ? [a.days, b] : [b.days, a];
  return days.some((day) => {
    const late = (beganAt(other.published) - Date.parse(day)) / DAY;
    return late > -1 && late <= LATE[kind];
  });
}
const DAY = 86_400_000;

/** By the day that both tell of, or by their coming out within a day. */
const isOneDay = (a: Assertion, b: Assertion): boolean =>
  a.days.some((day) => b.days.includes(day)) || Math.abs(beganAt(a.published) - beganAt(b.published)) <= DAY;

/**
 * Both name somebody or some place that is the same. Where one names none, their reports speak of the same: enough for
 * the same words. Another figure asks for more, since a city is struck day after day: two names, or the day as well.
 */
function isOneScene(isFigure: boolean, a: Assertion, b: Assertion): boolean {
  const names = a.names.filter((name) => b.names.includes(name)).length;
  if (isFigure) return names >= 2 || (names > 0 && (a.isLong || isOneDay(a, b)));
  if (a.names.length > 0 && b.names.length > 0) return names > 0;
  // a few lines may name too little to be parted by it
  const most = Math.min(SHARED_TOPICS, a.topic.length, b.topic.length);
  return a.topic.filter((key) => b.topic.includes(key)).length >= most;
}
