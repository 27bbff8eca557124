import { isoOf, two } from './calendar.ts';
import { calendarDateAt } from './calendar-dates.ts';
import { isProgramme, relativeAt } from './relative-dates.ts';
import { type Found, follows, formOf, isCapital, type Scene, wordOf } from './scene.ts';
import { shifted } from './shifted.ts';
import { tenseAt } from './tense.ts';
import { DAY_PARTS, ZONES } from './time-words.ts';

/** Times of day: "15:00 GMT Saturday", "Friday night", "at 3 p.m.", "the morning of Nov. 21", "tonight". */
export function clockTimeAt(scene: Scene, at: number): Found | null {
  return clockFirst(scene, at) ?? dayFirst(scene, at) ?? partOfDay(scene, at) ?? nightAt(scene, at);
}

const time = (last: number, value: string | null): Found => ({ last, type: 'TIME', value });

const dayAt = (scene: Scene, at: number): Found | null => {
  const found = calendarDateAt(scene, at) ?? relativeAt(scene, at);
  return found?.type === 'DATE' && (found.value === null || found.value.length === 10) ? found : null;
};

const onDay = (day: string | null, clock: string): string | null => day && `${day}T${clock}`;

/** "3 p.m. on Friday", "noon", "6 o'clock this afternoon" */
function clockFirst(scene: Scene, at: number): Found | null {
  const clock = clockAt(scene, at);
  if (!clock) return null;
  const half = halfOfDay(scene, clock);
  if (half) return half;
  const from = /^(?:on|,)$/.test(formOf(scene, clock.last)) ? clock.last + 1 : clock.last;
  const day = dayAt(scene, from);
  if (day) return withZone(scene, time(day.last, onDay(day.value, clock.value)), clock.value);
  return time(clock.last, onDay(/^an?$/.test(formOf(scene, at - 1)) ? null : dayHere(scene), clock.value));
}

/** The day told before it, or that of publication: not for "a 3 a.m. call", which may be on any */
function dayHere({ before, published }: Scene): string | null {
  return /^\d{4}-\d\d-\d\d/.exec(before ?? '')?.[0] ?? (published === null ? null : isoOf(published));
}

/** "three o'clock in the morning", "6 o'clock this afternoon" */
function halfOfDay(scene: Scene, { last, value }: Clock): Found | null {
  const lead = formOf(scene, last);
  const from = lead === 'in' && formOf(scene, last + 1) === 'the' ? last + 2 : last + 1;
  const part = /^(?:in|this)$/.test(lead) ? partAt(scene, from) : null;
  if (!part || !/^\d\d:\d\d$/.test(value)) return null;
  const hour = Number(value.slice(0, 2));
  const late = (part === 'AF' || part === 'EV') && hour < 12 ? hour + 12 : hour;
  const { published } = scene;
  const day = lead === 'in' ? dayHere(scene) : published === null ? null : isoOf(published);
  return time(from + 1, onDay(day, two(late) + value.slice(2)));
}

/** "Friday night", "Friday at 3 p.m.", "yesterday evening" */
function dayFirst(scene: Scene, at: number): Found | null {
  const day = dayAt(scene, at);
  if (!day) return null;
  const part = partAt(scene, day.last);
  if (part) return dated(scene, day.last + 1, part) ?? time(day.last + 1, onDay(day.value, part));
  const from = /^(?:at|,)$/.test(formOf(scene, day.last)) ? day.last + 1 : day.last;
  const clock = clockAt(scene, formOf(scene, from) === 'at' ? from + 1 : from, true);
  return clock && time(clock.last, onDay(day.value, clock.value));
}

/** "Tuesday night, Nov. 5" */
function dated(scene: Scene, at: number, part: string): Found | null {
  const day = formOf(scene, at) === ',' ? calendarDateAt(scene, at + 1) : null;
  return day?.value?.length === 10 ? time(day.last, onDay(day.value, part)) : null;
}

/** "11 p.m. Wednesday ET" */
function withZone(scene: Scene, found: Found, clock: string): Found {
  if (!/^\d\d:\d\d$/.test(clock) || !isCapital(wordOf(scene, found.last))) return found;
  const zone = ZONES.get(formOf(scene, found.last));
  return zone === undefined ? found : time(found.last + 1, found.value && found.value + zone);
}

const partAt = (scene: Scene, at: number): string | null => {
  const part = DAY_PARTS.get(formOf(scene, at));
  return part &&
    (part.length === 2 || formOf(scene, at) === 'noon') &&
    !formOf(scene, at).endsWith('s') &&
    !isCapital(wordOf(scene, at))
    ? part
    : null;
};

/** "the night of Nov. 21", "the early hours of Friday", "the next morning" */
function partOfDay(scene: Scene, at: number): Found | null {
  if (formOf(scene, at) !== 'the') return null;
  if (follows(scene, at + 1, ['early', 'hours', 'of'])) return partOf(scene, at + 4, 'MO');
  const part = partAt(scene, at + 1);
  if (part && formOf(scene, at + 2) === 'of') return partOf(scene, at + 3, part);
  const next = /^(?:next|following)$/.test(formOf(scene, at + 1)) ? partAt(scene, at + 2) : null;
  return next ? time(at + 3, onDay(scene.before && shifted(scene.before, 'P1D', 1), next)) : null;
}

function partOf(scene: Scene, at: number, part: string): Found | null {
  const day = dayAt(scene, at);
  if (!day) return null;
  const last = partAt(scene, day.last) ? day.last + 1 : day.last;
  return time(last, onDay(day.value, part));
}

/** "tonight"; "overnight" for the night that has passed, not "an overnight train" */
function nightAt(scene: Scene, at: number): Found | null {
  const form = formOf(scene, at);
  const { published, parse } = scene;
  if (form === 'tonight' && !isProgramme(scene, at))
    return time(at + 1, published === null ? null : `${isoOf(published)}TNI`);
  if (
    form !== 'overnight' ||
    /^(?:NN|JJ|VBG)/.test(wordOf(scene, at + 1)?.tag ?? '') ||
    /^(?:DT|JJ)/.test(wordOf(scene, at - 1)?.tag ?? '')
  )
    return null;
  return time(at + 1, published === null || tenseAt(parse, at) !== 'past' ? null : `${isoOf(published - 1)}TNI`);
}

interface Clock {
  readonly last: number;
  /** "15:00Z" */
  readonly value: string;
}

const BEFORE = /^(?:at|by|from|until|till|around|about|before|after|since|of|between|and|to)$/;

/** @param led after a day or "at": "09:30" alone might else be a score */
function clockAt(scene: Scene, at: number, led = BEFORE.test(formOf(scene, at - 1))): Clock | null {
  const form = formOf(scene, at);
  const part = DAY_PARTS.get(form);
  if (/^(?:dawn|dusk|sunrise|sunset)$/.test(form))
    return formOf(scene, at - 1) === 'at' ? { last: at + 1, value: part! } : null;
  if (part?.includes(':')) return isCapital(wordOf(scene, at)) && at > scene.run[0] ? null : zoned(scene, at + 1, part);
  const [, hour, minute = '00', joined] = /^(\d{1,2})(?:[:.](\d\d))?([ap]m)?$/.exec(form) ?? [];
  if (!hour) return fourDigits(scene, at, form);
  const half = joined ?? halfAt(scene, at + 1);
  if (half)
    return Number(hour) > 12 ? null : zoned(scene, at + (joined ? 1 : 2), `${hourOf(Number(hour), half)}:${minute}`);
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (formOf(scene, at + 1) === "o'clock") return { last: at + 2, value: `${two(Number(hour))}:00` };
  const isZoned = isZone(scene, at + 1);
  return form.includes(':') && (isZoned || led) ? zoned(scene, at + 1, `${two(Number(hour))}:${minute}`) : null;
}

/** "1600 GMT" */
function fourDigits(scene: Scene, at: number, form: string): Clock | null {
  const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(form) ?? [];
  return hour && isZone(scene, at + 1) ? zoned(scene, at + 1, `${hour}:${minute}`) : null;
}

const halfAt = (scene: Scene, at: number): string | null =>
  /^([ap])\.?m\.?$/.exec(formOf(scene, at))?.[0].replaceAll('.', '') ?? null;
const hourOf = (hour: number, half: string): string => two((hour % 12) + (half === 'pm' ? 12 : 0));

const isZone = (scene: Scene, at: number): boolean =>
  (ZONES.has(formOf(scene, at)) && isCapital(wordOf(scene, at))) ||
  (formOf(scene, at) === 'hours' && !/^of$/.test(formOf(scene, at + 1))) ||
  zoneInWords(scene, at);

/** "local time", "Moscow time" */
const zoneInWords = (scene: Scene, at: number): boolean =>
  formOf(scene, at + 1) === 'time' && (formOf(scene, at) === 'local' || isCapital(wordOf(scene, at)));

/** "9 a.m. Eastern": standard or summer time, by the season */
const ZONE_NAME = /^(?:eastern|central|pacific|mountain)$/;

function zoned(scene: Scene, at: number, clock: string): Clock {
  if (zoneInWords(scene, at)) return { last: at + 2, value: clock };
  if (ZONE_NAME.test(formOf(scene, at)) && isCapital(wordOf(scene, at))) return { last: at + 1, value: clock };
  const zone = isCapital(wordOf(scene, at)) ? ZONES.get(formOf(scene, at)) : undefined;
  return zone === undefined ? { last: at, value: clock } : { last: at + 1, value: clock + zone };
}
