import { type Day, dayFromIso, dayOf, isoOf, two, weekdayOf, yearOf } from './calendar.ts';
import { feastIn, monthNear, weekdayNear, yearNear } from './nearest.ts';
import { date, type Found, follows, formOf, isCapital, type Scene, wordOf } from './scene.ts';
import { tenseAt } from './tense.ts';
import { FEASTS, MONTHS, WEEKDAYS } from './time-words.ts';

/** Dates of the calendar: "Nov. 21, 2024", "21 November", "in May", "Friday, Nov. 22", "2024-11-22", "Christmas Eve". */
export function calendarDateAt(scene: Scene, at: number): Found | null {
  return (
    inFigures(scene, at) ?? weekdayDate(scene, at) ?? monthFirst(scene, at) ?? dayFirst(scene, at) ?? feastAt(scene, at)
  );
}

const dayNumber = (form: string): number | null => {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(form) ?? [];
  return digits && Number(digits) >= 1 && Number(digits) <= 31 ? Number(digits) : null;
};
export const yearNumber = (form: string): number | null => (/^(?:1[0-9]|20)\d\d$/.test(form) ? Number(form) : null);

/** 2024-11-22; 22/11/2024, but not 10/11/2024, which is October in one country and November in another; 9/11 is a name */
function inFigures(scene: Scene, at: number): Found | null {
  const form = formOf(scene, at);
  if (!/^\d+[-/]\d+/.test(form)) return null;
  const day = /^(?:1[0-9]|20)\d\d-\d\d-\d\d(?:t|$)/.test(form) ? dayFromIso(form) : null;
  if (day !== null) return date(at + 1, isoOf(day));
  if (form === '9/11') return date(at + 1, '2001-09-11');
  const [, first, second, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(form) ?? [];
  if (!year || Math.min(Number(first), Number(second)) > 12) return null;
  const [month, second_] = Number(first) > 12 ? [Number(second), Number(first)] : [Number(first), Number(second)];
  const told =
    Number(first) > 12 || Number(second) > 12 || first === second ? dayOf(Number(year), month, second_) : null;
  return date(at + 1, told === null ? null : isoOf(told));
}

/** Words before which "May" and "March" are months */
const LEAD =
  /^(?:in|since|until|till|by|last|next|this|early|earlier|late|later|mid|of|from|between|to|through|during|before|after|previous|following|every|each|for|on|and|or|-|–)$/;
const NAME_TOO = /^(?:may|march|april|june|august)$/;

/** "in May", not "may", "Theresa May", "the March for Life" */
export function monthAt(scene: Scene, at: number): number | null {
  const form = formOf(scene, at);
  const month = MONTHS.get(form);
  if (month === undefined || !isCapital(wordOf(scene, at))) return null;
  const next = formOf(scene, at + 1);
  const before = formOf(scene, at - 1);
  if (dayNumber(next) !== null || yearNumber(next) !== null || dayNumber(before) !== null) return month;
  if (form.length <= 4 && !form.endsWith('.') && !/^(?:may|june|july|sept)$/.test(form)) return null;
  return NAME_TOO.test(form) && !isMonthHere(scene, at, before) ? null : month;
}

function isMonthHere(scene: Scene, at: number, before: string): boolean {
  if (LEAD.test(before) || MONTHS.has(before)) return true;
  if (isCapital(wordOf(scene, at - 1)) && before !== 'the') return false;
  const word = wordOf(scene, at)!;
  const next = wordOf(scene, at + 1);
  if (isCapital(next) || next?.form === 'for') return false;
  return (
    /^(?:april|june|august)$/.test(word.form) || (/^(?:the|an?)$/.test(before) && !/^[.,]$/.test(next?.form ?? '.'))
  );
}

/** ", 2024", "2024" or "last year" after a date */
function yearAfter(scene: Scene, at: number): { last: number; year: number } | null {
  const from = formOf(scene, at) === ',' || formOf(scene, at) === 'of' ? at + 1 : at;
  const year = yearNumber(formOf(scene, from));
  if (year !== null) return { last: from + 1, year };
  const step =
    /^(?:last|this|next)$/.test(formOf(scene, from)) && formOf(scene, from + 1) === 'year' ? formOf(scene, from) : null;
  if (step === null || scene.published === null) return null;
  return { last: from + 2, year: yearOf(scene.published) + (step === 'last' ? -1 : step === 'next' ? 1 : 0) };
}

function monthFirst(scene: Scene, at: number): Found | null {
  const month = monthAt(scene, at);
  if (month === null) return null;
  const from = formOf(scene, at + 1) === 'the' ? at + 2 : at + 1;
  const second = dayNumber(formOf(scene, from));
  if (second !== null && isDayHere(scene, from)) return dayDate(scene, at, from + 1, month, second);
  const told = yearAfter(scene, at + 1);
  if (told) return date(told.last, `${told.year}-${two(month)}`);
  return date(at + 1, scene.published === null ? null : monthNear(scene.published, month, tenseAt(scene.parse, at)));
}

/** "April 7", not "April 7 percent" */
const isDayHere = (scene: Scene, at: number): boolean =>
  !/^(?:%|percent|per|million|billion|thousand|years?|months?|weeks?|days?)$/.test(formOf(scene, at + 1));

function dayFirst(scene: Scene, at: number): Found | null {
  const first = formOf(scene, at) === 'the' ? at + 1 : at;
  const form = formOf(scene, first);
  const second = dayNumber(form);
  if (second === null || (first > at && form === String(second))) return null;
  const from = formOf(scene, first + 1) === 'of' ? first + 2 : first + 1;
  const month = from === first + 1 || form !== String(second) ? monthAt(scene, from) : null;
  return month === null ? null : dayDate(scene, at, from + 1, month, second);
}

function dayDate(scene: Scene, at: number, last: number, month: number, second: number): Found {
  const told = yearAfter(scene, last);
  if (told) return date(told.last, isoOrNull(dayOf(told.year, month, second)));
  if (scene.published === null) return date(last, null);
  return date(
    last,
    isoOrNull(yearNear(scene.published, (year) => dayOf(year, month, second), tenseAt(scene.parse, at))),
  );
}

const isoOrNull = (day: Day | null): string | null => (day === null ? null : isoOf(day));

/** "Nov. 21-23", "21-23 November": both days; `joined` is the word they stand in */
export function dayPairAt(scene: Scene, at: number): { joined: number; days: [Found, Found] } | null {
  const isMonthFirst = MONTHS.has(formOf(scene, at));
  const [monthWord, joined] = isMonthFirst ? [at, at + 1] : [at + 1, at];
  const [first, second, third] = formOf(scene, joined).split(/[-‐‑]/).map(dayNumber);
  if (!first || !second || third !== undefined || first >= second) return null;
  const month = MONTHS.get(formOf(scene, monthWord));
  if (month === undefined || !isCapital(wordOf(scene, monthWord))) return null;
  return { joined, days: [dayDate(scene, at, at + 2, month, first), dayDate(scene, at, at + 2, month, second)] };
}

/** "Nov. 21 and 23": the second day, where the first has been found */
export function secondDayAt(scene: Scene, at: number, before: string | null): Found | null {
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d$/.exec(before ?? '') ?? [];
  const second = dayNumber(formOf(scene, at));
  if (!year || second === null || !/^(?:-|–|—|to|and|or|,|through)$/.test(formOf(scene, at - 1))) return null;
  if (dayNumber(formOf(scene, at - 2)) === null || MONTHS.get(formOf(scene, at - 3)) !== Number(month)) return null;
  const next = wordOf(scene, at + 1);
  if (next && /^(?:NN|JJ|CD|%)/.test(next.tag) && !yearNumber(next.form)) return null;
  const told = yearAfter(scene, at + 1);
  return date(told?.last ?? at + 1, isoOrNull(dayOf(told?.year ?? Number(year), Number(month), second)));
}

const PAPER = /^(?:times|telegraph|mirror|express|mail|herald|post|tribune|independent|star|age|world|morning|night)$/;

/** "Friday", not "Sheffield Wednesday", "the Sunday Times", "The Mail on Sunday" */
export function weekdayAt(scene: Scene, at: number): number | null {
  const word = wordOf(scene, at);
  const weekday = WEEKDAYS.get(word?.form ?? '');
  if (weekday === undefined || !isCapital(word)) return null;
  const next = wordOf(scene, at + 1);
  if (word!.form.length < 6)
    return next?.form === '.' || next?.form === ',' || monthAt(scene, at + 1) !== null ? weekday : null;
  if (isCapital(next) && PAPER.test(next!.form) && next!.text !== next!.text.toUpperCase()) return null;
  if (/^(?:sheffield|bloody|ruby|super|man)$/.test(formOf(scene, at - 1)) && isCapital(wordOf(scene, at - 1)))
    return null;
  const before = `${formOf(scene, at - 2)} ${formOf(scene, at - 1)}`;
  return before === 'mail on' || before === 'fox news' ? null : weekday;
}

function weekdayDate(scene: Scene, at: number): Found | null {
  const weekday = weekdayAt(scene, at);
  if (weekday === null) return null;
  const short = formOf(scene, at).length < 6;
  const from =
    at + (/^[.,]$/.test(formOf(scene, at + 1)) ? 1 : 0) + (short && formOf(scene, at + 2) === ',' ? 1 : 0) + 1;
  const day = monthFirst(scene, from) ?? dayFirst(scene, from);
  if (day && (day.value === null || day.value.length === 10)) return day;
  if (short) return null;
  const told = toldBefore(scene, at, weekday);
  if (told) return date(at + 1, told);
  if (scene.published === null || isAnyDay(scene, at)) return date(at + 1, null);
  const tense = tenseAt(scene.parse, at);
  const near = weekdayNear(
    scene.published,
    weekday,
    scene.isHeadline && (tense === 'present' || tense === 'none') ? 'unsure' : tense,
  );
  return date(at + 1, isoOrNull(near));
}

/** "hurt on a Wednesday", but "a Wednesday meeting" */
const isAnyDay = (scene: Scene, at: number): boolean =>
  formOf(scene, at - 1) === 'a' && !/^(?:NN|JJ|VBG)/.test(wordOf(scene, at + 1)?.tag ?? '');

/** "Nov. 22, 2024, Friday", "Nov. 22 (Friday)" */
function toldBefore(scene: Scene, at: number, weekday: number): string | null {
  const day =
    /^[,(]$/.test(formOf(scene, at - 1)) && /^\d{1,4}$/.test(formOf(scene, at - 2)) ? dayFromIso(scene.before) : null;
  return day !== null && weekdayOf(day) === weekday ? isoOf(day) : null;
}

const THINGS =
  /^(?:trees?|cards?|gifts?|presents?|lights|carols?|eggs?|markets?|cake|shopping|songs?|movies?|stor(?:y|ies))$/;

/** "Easter Sunday", not "Easter Island", "Christmas trees" */
function feastAt(scene: Scene, at: number): Found | null {
  if (!isCapital(wordOf(scene, at))) return null;
  const feast = FEASTS.get(formOf(scene, at))?.find(({ words }) => follows(scene, at, words));
  if (!feast) return null;
  const last = at + feast.words.length;
  if (feast.words.length === 1 && isCapital(wordOf(scene, last)) && wordOf(scene, last)!.tag === 'NNP') return null;
  if (THINGS.test(formOf(scene, last))) return null;
  const told = yearAfter(scene, last);
  if (told) return date(told.last, isoOrNull(feastIn(told.year, feast.value)));
  const { published } = scene;
  if (published === null) return date(last, null);
  return date(last, isoOrNull(yearNear(published, (year) => feastIn(year, feast.value), tenseAt(scene.parse, at))));
}
