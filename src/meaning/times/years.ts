import { yearOf } from './calendar.ts';
import { yearNumber } from './calendar-dates.ts';
import { quarterNear } from './nearest.ts';
import { relativeAt } from './relative-dates.ts';
import { date, type Found, follows, formOf, isCapital, type Scene, wordOf } from './scene.ts';
import { tenseAt } from './tense.ts';
import { ordinalOf, SEASONS } from './time-words.ts';

/** Years and what is made of them: "2009", "the 1990s", "20th century", "the second quarter of 2008", "fiscal 2013". */
export function yearAt(scene: Scene, at: number): Found | null {
  return (
    bareYear(scene, at) ??
    decade(scene, at) ??
    century(scene, at) ??
    part(scene, at) ??
    fiscal(scene, at) ??
    season(scene, at)
  );
}

/** Words after which four digits are a year, whatever follows */
const LEAD =
  /^(?:in|since|until|till|by|from|early|late|mid|during|circa|before|after|spring|summer|autumn|fall|winter|year|throughout|election|fiscal)$/;
/** "more than 2000", "Boeing 1900", "No. 1950", "$ 2000" */
const NUMBER_LEAD =
  /^(?:than|about|around|some|nearly|almost|least|over|under|approximately|roughly|no\.|number|room|flight|page|boeing|route|\$|£|€|¥|#|us\$|s&p|up|windows)$/;
const COUNTED =
  /^(?:people|men|women|troops|police|km|kg|miles|percent|%|m|feet|metres|meters|million|pounds|euros|dollars|gmt|utc|hours|local)$/;
/** "2000 soldiers" are counted; "2005 levels" are of that year. */
const ROUND = /[05]0$/;
const RECENT = 1900;

function bareYear(scene: Scene, at: number): Found | null {
  const form = formOf(scene, at);
  const year = yearNumber(form);
  if (year === null) return null;
  const before = formOf(scene, at - 1);
  const next = wordOf(scene, at + 1);
  if (COUNTED.test(next?.form ?? '') || NUMBER_LEAD.test(before)) return null;
  const led = LEAD.test(before);
  if (!led && ROUND.test(form) && next?.tag === 'NNS' && before !== 'the' && !/^(?:'s|s)$/.test(before)) return null;
  return led || year >= RECENT ? date(at + 1, form) : null;
}

const TENS: ReadonlyMap<string, string> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, i) => [word, `19${i + 2}`]),
);

/** "the early 1990s", "the '90s", "the sixties", but not "in his sixties" */
function decade(scene: Scene, at: number): Found | null {
  let from = formOf(scene, at) === 'the' ? at + 1 : at;
  if (/^(?:early|late|mid)$/.test(formOf(scene, from))) from++;
  const form = formOf(scene, from).replace(/^(?:mid|early|late)-/, '');
  const [, years] = /^((?:1[0-9]|20)\d)0['’]?s$/.exec(form) ?? [];
  if (years) return date(from + 1, years);
  const [, short] = /^'([3-9])0s$/.exec(form) ?? [];
  if (short) return date(from + 1, `19${short}`);
  const value = TENS.get(form);
  return value && formOf(scene, at) === 'the' && !isCapital(wordOf(scene, from)) ? date(from + 1, value) : null;
}

/** "the 20th century" → 19 */
function century(scene: Scene, at: number): Found | null {
  let from = formOf(scene, at) === 'the' ? at + 1 : at;
  if (/^(?:early|late|mid)$/.test(formOf(scene, from))) from++;
  const [, joined] = /^(?:mid-)?(.+)-century$/.exec(formOf(scene, from)) ?? [];
  const nth = ordinalOf(joined ?? formOf(scene, from).replace(/^mid-/, ''));
  if (nth === null || nth < 2 || (!joined && !/^centur(?:y|ies)$/.test(formOf(scene, from + 1)))) return null;
  return date(from + (joined ? 1 : 2), String(nth - 1).padStart(2, '0'));
}

/** "the second quarter of 2008", "first-quarter", "Q3", "the first half of this year" */
function part(scene: Scene, at: number): Found | null {
  const from = formOf(scene, at) === 'the' ? at + 1 : at;
  const form = formOf(scene, from);
  const [, digit] = /^q([1-4])$/.exec(form) ?? [];
  const [, joined, unit] = /^(\w+)-(quarter|half)$/.exec(form) ?? [];
  const nth = digit ? Number(digit) : (ordinalOf(joined ?? form) ?? 0);
  const kind = digit ? 'quarter' : (unit ?? formOf(scene, from + 1));
  if (nth < 1 || nth > 4 || !/^(?:quarter|half)$/.test(kind) || (kind === 'half' && nth > 2)) return null;
  const last = from + (digit || joined ? 1 : 2);
  const year = yearOfPart(scene, last);
  if (year) return date(year.last, year.value && `${year.value}-${kind === 'half' ? 'H' : 'Q'}${nth}`);
  if (kind === 'half' || (formOf(scene, last) === 'of' && formOf(scene, last + 1) === 'the')) return null;
  return date(
    last,
    scene.published === null ? null : quarterNear(scene.published, nth, tenseAt(scene.parse, last - 1)),
  );
}

/** "of 2008", "2008", "of fiscal 2008", "of this year", "of the year" */
function yearOfPart(scene: Scene, at: number): Found | null {
  const from = /^(?:of|in)$/.test(formOf(scene, at)) ? at + 1 : at;
  const year = yearNumber(formOf(scene, from));
  if (year !== null) return date(from + 1, String(year));
  if (from === at) return null;
  const named = fiscal(scene, from);
  if (named) return named;
  const { published } = scene;
  if (follows(scene, from, ['the', 'year']))
    return date(from + 2, published === null ? null : String(yearOf(published)));
  const found = relativeAt(scene, from);
  return found && (found.value === null ? /^year$/.test(formOf(scene, found.last - 1)) : /^\d{4}$/.test(found.value))
    ? found
    : null;
}

/** "fiscal 2013", "fiscal year 2013", "the 2013 fiscal year" */
function fiscal(scene: Scene, at: number): Found | null {
  const from = formOf(scene, at) === 'the' ? at + 1 : at;
  if (formOf(scene, from) === 'fiscal') {
    const last = formOf(scene, from + 1) === 'year' ? from + 2 : from + 1;
    const year = yearNumber(formOf(scene, last));
    return year === null ? null : date(last + 1, String(year));
  }
  const year = yearNumber(formOf(scene, from));
  return year !== null && follows(scene, from + 1, ['fiscal', 'year']) ? date(from + 3, String(year)) : null;
}

/** "the spring of 2010", "summer 2012", "in the spring" */
function season(scene: Scene, at: number): Found | null {
  const from = formOf(scene, at) === 'the' ? at + 1 : at;
  const code = SEASONS.get(formOf(scene, from));
  if (!code) return null;
  const year = yearNumber(formOf(scene, formOf(scene, from + 1) === 'of' ? from + 2 : from + 1));
  if (year !== null) return date(formOf(scene, from + 1) === 'of' ? from + 3 : from + 2, `${year}-${code}`);
  if (from === at || formOf(scene, from + 1) === 'of' || !/^(?:in|during|by|until|since)$/.test(formOf(scene, at - 1)))
    return null;
  return /^(?:NN|JJ)/.test(wordOf(scene, from + 1)?.tag ?? '') ? null : date(from + 1, null);
}
