import { isDigits, isNumberWord, numberOf } from '../numbers.ts';
import { type Found, formOf, type Scene, wordOf } from './scene.ts';
import { type Count, countOf, periodOf, UNITS } from './time-words.ts';

/** A stretch of time: "four-week", "the past several months", "two and a half years", "decades". */
export interface Stretch {
  readonly last: number;
  readonly count: Count | null;
  /** "P1W" */
  readonly unit: string;
}

const NEAR = /^(?:past|last|next|coming|previous|first|final|following|preceding|intervening|opening|initial)$/;
/** "two CONSECUTIVE quarters" */
const MIDDLE =
  /^(?:consecutive|straight|more|additional|full|whole|entire|long|solid|successive|further|calendar|business|working|trading|extra|other|fiscal|short|hard)$/;
/** "22 years OLD", "two years OF AGE" */
const AGE = /^(?:old|older)$/;

export function durationAt(scene: Scene, at: number): Found | null {
  const stretch = stretchAt(scene, at);
  if (!stretch || isAge(scene, at, stretch)) return null;
  const { last, count, unit } = stretch;
  return { last, type: 'DURATION', value: count === null ? null : periodOf(unit, count) };
}

export function stretchAt(scene: Scene, at: number): Stretch | null {
  return joined(scene, at) ?? half(scene, at) ?? counted(scene, at) ?? bare(scene, at);
}

function isAge(scene: Scene, at: number, { last }: Stretch): boolean {
  if (/^(?:age|ages|aged)$/.test(formOf(scene, at - 1)) || AGE.test(formOf(scene, last))) return true;
  return formOf(scene, last) === 'of' && formOf(scene, last + 1) === 'age';
}

/** "four-week", "year-long", "decades-long", "yearlong", "multi-year" */
function joined(scene: Scene, at: number): Stretch | null {
  const form = formOf(scene, at).replace(/‑|‐/g, '-');
  const [, lone] = /^(hour|day|week|month|year|decade|century)-?long$/.exec(form) ?? [];
  if (lone) return { last: at + 1, count: 1, unit: UNITS.get(lone)! };
  const [, many] =
    /^(?:multi-?)?(hours|days|weeks|months|years|decades|centuries|year|month|week|day)-long$/.exec(form) ?? [];
  if (many) return { last: at + 1, count: 'X', unit: UNITS.get(many)! };
  if (/^multi-?(?:year|month|week|day|decade)$/.test(form))
    return { last: at + 1, count: 'X', unit: UNITS.get(form.replace(/^multi-?/, ''))! };
  const parts = form.split('-');
  const end = parts.at(-1) === 'long' ? -1 : parts.length;
  const unit = UNITS.get(parts.slice(0, end).at(-1) ?? '');
  if (parts.length < 2 || !unit || unit === 'P1Q' || unit === 'P1WE') return null;
  const count = numberIn(parts.slice(0, end).slice(0, -1));
  return count === undefined ? null : { last: at + 1, count, unit };
}

/** "four" → 4, "two-and-a-half" → 2.5, "twenty-five" → 25, "10-to-15" → null; undefined where it is no number */
function numberIn(parts: readonly string[]): Count | null | undefined {
  const text = parts.join('-');
  if (text === 'half' || text === 'half-a') return 0.5;
  if (/-(?:to|or)-/.test(text) || (parts.length === 2 && parts.every(isDigits)))
    return parts.some(isDigits) ? null : undefined;
  const whole = text.replace(/-and-a-half$/, '');
  const count = countOf(whole);
  if (count === null) return undefined;
  return typeof count === 'number' && whole !== text ? count + 0.5 : count;
}

/** "half an hour", "a half-hour", "half a century" */
function half(scene: Scene, at: number): Stretch | null {
  const from = formOf(scene, at) === 'a' ? at + 1 : at;
  if (formOf(scene, from) !== 'half' || (from === at && !/^an?$/.test(formOf(scene, from + 1)))) return null;
  const unitAt = from === at ? from + 2 : from + 1;
  const unit = UNITS.get(formOf(scene, unitAt));
  return unit && formOf(scene, unitAt) !== 'second' ? { last: unitAt + 1, count: 0.5, unit } : null;
}

/** "[the past] [several] [full] months" */
function counted(scene: Scene, at: number): Stretch | null {
  let from = /^(?:the|these|those)$/.test(formOf(scene, at)) ? at + 1 : at;
  if (NEAR.test(formOf(scene, from))) from++;
  else if (
    from > at &&
    formOf(scene, from) !== 'few' &&
    !/^\d/.test(formOf(scene, from)) &&
    !isNumberWord(formOf(scene, from))
  )
    return null;
  const number = countAt(scene, from);
  if (!number) return null;
  let unitAt = number.last;
  while (MIDDLE.test(formOf(scene, unitAt)) && unitAt < number.last + 2) unitAt++;
  const form = formOf(scene, unitAt);
  const unit = UNITS.get(form);
  if (!unit || !fits(scene, at, form, number.count, unitAt === number.last)) return null;
  return withHalf(scene, { last: unitAt + 1, count: number.count, unit });
}

/** "a second", "a quarter" and "a weekend" are no stretch; "one second" is. "1 years" is a slip, but "3 week" may be "3 week-old". */
function fits(scene: Scene, at: number, form: string, count: Count | null, isNext: boolean): boolean {
  if (/^an?$/.test(formOf(scene, at)) && /^(?:second|quarter|weekend)$/.test(form)) return false;
  if (/^(?:some|many)$/.test(formOf(scene, at)) && !form.endsWith('s') && form !== 'centuries') return false;
  if (/quarters?$/.test(form) && isNext && /^(?:three|3)$/.test(formOf(scene, at))) return false;
  if (form === 'day' && formOf(scene, at) === 'one' && !isOneDay(scene, at)) return false;
  return count !== 1 || !form.endsWith('s');
}

/** "in one day", "one day later"; not "One day he will go" */
const isOneDay = (scene: Scene, at: number): boolean =>
  /^(?:in|for|within|after|than|just|only|over)$/.test(formOf(scene, at - 1)) ||
  /^(?:before|after|later|earlier|ago)$/.test(formOf(scene, at + 2));

/** "a year and a half" */
function withHalf(scene: Scene, stretch: Stretch): Stretch {
  const { last, count } = stretch;
  if (formOf(scene, last) !== 'and' || formOf(scene, last + 1) !== 'a' || formOf(scene, last + 2) !== 'half')
    return stretch;
  return typeof count === 'number' ? { ...stretch, last: last + 3, count: count + 0.5 } : stretch;
}

/** "four", "a couple of", "two and a half", "two to three" (null: no one number), "hundreds of" */
function countAt(scene: Scene, at: number): { last: number; count: Count | null } | null {
  const form = formOf(scene, at);
  const next = formOf(scene, at + 1);
  if (form === 'a' && /^(?:few|couple|number|handful)$/.test(next)) {
    const last = formOf(scene, at + 2) === 'of' ? at + 3 : at + 2;
    return { last, count: next === 'couple' ? 2 : 'X' };
  }
  if (/^(?:dozens|hundreds|thousands|scores|millions|couple)$/.test(form))
    return next === 'of' || form === 'couple'
      ? { last: next === 'of' ? at + 2 : at + 1, count: form === 'couple' ? 2 : 'X' }
      : null;
  if (/^\d+[-–]\d+$/.test(form)) return { last: at + 1, count: null };
  const lone = countOf(form);
  if (lone === null) return null;
  const number =
    typeof lone === 'number' && form !== 'a' && form !== 'an' ? numberAt(scene, at) : { last: at + 1, count: lone };
  if (
    formOf(scene, number.last) === 'and' &&
    formOf(scene, number.last + 1) === 'a' &&
    formOf(scene, number.last + 2) === 'half'
  )
    return typeof number.count === 'number' ? { last: number.last + 3, count: number.count + 0.5 } : number;
  const other = /^(?:to|or|-|–)$/.test(formOf(scene, number.last)) ? countOf(formOf(scene, number.last + 1)) : null;
  return other === null || other === 1 ? number : { last: number.last + 2, count: null };
}

const LONGEST_NUMBER = 6;

/** "two hundred", "10,000", "2 1/2" */
function numberAt(scene: Scene, at: number): { last: number; count: Count } {
  let last = at + 1;
  while (last < at + LONGEST_NUMBER && isNumberWord(formOf(scene, last))) last++;
  const count = numberOf(Array.from({ length: last - at }, (_, k) => formOf(scene, at + k)))!;
  return formOf(scene, last) === '1/2' ? { last: last + 1, count: count + 0.5 } : { last, count };
}

const BARE = /^(?:years|months|weeks|days|hours|minutes|decades|centuries)$/;
const LEAD =
  /^(?:for|in|over|within|after|before|than|through|took|takes|take|taken|taking|last|lasted|lasting|spent|spend|spending|by|just|mere|despite|following)$/;
const TAIL = /^(?:after|before|later|earlier|ago)$/;

/** "for decades", "years later"; not "his school days", "the days of …" */
function bare(scene: Scene, at: number): Stretch | null {
  const form = formOf(scene, at);
  if (!BARE.test(form)) return null;
  const before = wordOf(scene, at - 1);
  if (TAIL.test(formOf(scene, at + 1)) && !/^(?:JJ|CD|DT|PRP\$|POS)/.test(before?.tag ?? ''))
    return { last: at + 1, count: 'X', unit: UNITS.get(form)! };
  if (/^(?:JJ|NN|PRP\$|DT|POS|CD)/.test(before?.tag ?? '') && !LEAD.test(before!.form)) return null;
  const next = formOf(scene, at + 1);
  const isLed = LEAD.test(before?.form ?? '') || (next === 'of' && before !== null && before.tag !== 'IN');
  return isLed || (before === null && next === 'of') ? { last: at + 1, count: 'X', unit: UNITS.get(form)! } : null;
}
