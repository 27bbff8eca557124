import type { Parse, Word } from '../language/parse.ts';
import {
  fractionOf,
  isDigits,
  isNumberWord,
  isScale,
  isShortScale,
  numberOf,
  opensNumber,
  partsOf,
  rounded,
  scaleOf,
  VAGUE,
} from './numbers.ts';
import { currencyBefore, gluedUnit } from './units.ts';

/** Words `[first, last)` that make one number or one range. */
export interface Numeral {
  readonly first: number;
  readonly last: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly range: boolean;
  /** a vague word: "dozens", "several hundred" */
  readonly vague: boolean;
  /** the unit in the word itself: "17-point"; "share" for a fraction */
  readonly unit: string | null;
  /** the thing in the word itself: "12-man" counts men, which no span of its own tells */
  readonly glued: boolean;
}

export const wordAt = (parse: Parse, at: number): string => parse.words[at]?.form ?? '';

const numeral = (first: number, last: number, value: number, more: Partial<Numeral> = {}): Numeral => ({
  ...{ first, last, min: value, max: value, range: false, vague: false, unit: null, glued: false },
  ...more,
});

/** The number that begins at a word, if one does. */
export function numeralAt(parse: Parse, at: number): Numeral | null {
  const word = wordAt(parse, at);
  if (!opensNumber(word)) return null;
  return (
    vagueNumber(parse, at, word) ??
    fraction(parse, at, word) ??
    articleNumber(parse, at, word) ??
    gluedNumber(parse.words[at]!, at) ??
    exactNumber(parse, at, word)
  );
}

/** "dozens", "tens of thousands", "several hundred": at least so many, as VAGUE declares. */
function vagueNumber(parse: Parse, at: number, word: string): Numeral | null {
  const least = VAGUE.get(word);
  if (least !== undefined) {
    const of = wordAt(parse, at + 1) === 'of' ? VAGUE.get(wordAt(parse, at + 2)) : undefined;
    const value = of !== undefined && of >= 200 ? (least * of) / 2 : null;
    return numeral(at, value === null ? at + 1 : at + 3, value ?? least, { max: null, vague: true });
  }
  const few = word === 'several' ? 1 : word === 'a' && wordAt(parse, at + 1) === 'few' ? 2 : 0;
  const scale = few ? scaleOrDozen(wordAt(parse, at + few)) : null;
  return scale === null ? null : numeral(at, at + few + 1, 2 * scale, { max: null, vague: true });
}

const scaleOrDozen = (word: string): number | null => (word === 'dozen' ? 12 : isScale(word) ? scaleOf(word) : null);

/** "one-third", "a quarter of", "half the", "two thirds": a share of what follows */
function fraction(parse: Parse, at: number, word: string): Numeral | null {
  const next = wordAt(parse, at + 1);
  const share = { unit: 'share' };
  const own = fractionOf(word);
  if (own !== null) return isShareOf(parse, at + 1) || /\D/.test(word) ? numeral(at, at + 1, own, share) : null;
  if (word === 'half' && !/^(?:dozen|million|billion|hundred)$/.test(next))
    return /^(?:of|the|its|their|his|her|all)$/.test(next) ? numeral(at, at + 1, 0.5, share) : null;
  const parts = partsOf(next);
  const count = word === 'a' ? 1 : (numberOf([word]) ?? 0);
  if (parts === null || count < 1 || count >= parts || isDigits(word)) return null;
  const plural = next.endsWith('s') || next === 'halves';
  if (plural !== count > 1 || !isShareOf(parse, at + 2)) return null;
  return numeral(at, at + 2, rounded(count / parts), share);
}

const isShareOf = (parse: Parse, at: number): boolean => /^(?:of|the|its|their)$/.test(wordAt(parse, at));

/** "a dozen", "half a million", "half a dozen", "a million" */
function articleNumber(parse: Parse, at: number, word: string): Numeral | null {
  if (word !== 'a' && word !== 'half') return null;
  const article = word === 'half' && wordAt(parse, at + 1) === 'a' ? 2 : 1;
  const scale = scaleOrDozen(wordAt(parse, at + article));
  return scale === null ? null : numeral(at, at + article + 1, word === 'half' ? scale / 2 : scale);
}

const GLUED = /^([\d.,]*\d|[a-z]+)-([a-z]+(?:-[a-z]+)*)$/;

/** "17-point", "12-man"; of "5-year" and "four-day" nothing, they are times. */
function gluedNumber({ form }: Word, at: number): Numeral | null {
  const found = GLUED.exec(form);
  if (!found || isNumberWord(form)) return null;
  const value = numberOf([found[1]!]);
  if (value === null) return null;
  const scale = isScale(found[2]!) ? scaleOf(found[2]!) : null;
  if (scale !== null) return numeral(at, at + 1, value * scale);
  if (/^(?:odd|ish)$/.test(found[2]!)) return numeral(at, at + 1, value, { vague: true });
  const unit = gluedUnit(found[2]!);
  return unit ? numeral(at, at + 1, value, { unit, glued: true }) : null;
}

function exactNumber(parse: Parse, at: number, word: string): Numeral | null {
  const hyphen = /^(\d[\d,.]*)[-–](\d[\d,.]*)$/.exec(word);
  if (hyphen) return hyphenRange(parse, at, hyphen[1]!, hyphen[2]!);
  const half = andAHalf(parse, at) ?? oneInSome(parse, at);
  if (half) return half;
  const { last, value } = plainNumber(parse, at);
  if (value === null) return null;
  return rangeFrom(parse, at, last, value) ?? dozen(parse, at, last, value) ?? numeral(at, last, value);
}

/** "two and a half million" */
function andAHalf(parse: Parse, at: number): Numeral | null {
  const whole = numberOf([wordAt(parse, at)]);
  if (whole === null || ![1, 2, 3].every((k) => wordAt(parse, at + k) === ['', 'and', 'a', 'half'][k])) return null;
  const scale = isScale(wordAt(parse, at + 4)) ? scaleOf(wordAt(parse, at + 4))! : 1;
  return numeral(at, scale > 1 ? at + 5 : at + 4, (whole + 0.5) * scale);
}

/** "one in five voters" is a share of them */
function oneInSome(parse: Parse, at: number): Numeral | null {
  const [some, all] = [numberOf([wordAt(parse, at)]), numberOf([wordAt(parse, at + 2)])];
  if (wordAt(parse, at + 1) !== 'in' || some === null || all === null || some >= all || all > 100) return null;
  return parse.words[at + 3]?.tag === 'NNS' ? numeral(at, at + 3, rounded(some / all), { unit: 'share' }) : null;
}

const dozen = (parse: Parse, at: number, last: number, value: number): Numeral | null =>
  wordAt(parse, last) === 'dozen' ? numeral(at, last + 1, value * 12) : null;

/** "10-20", "$10-12 million"; a score ("3-1") and years ("2008-2009") are none. */
function hyphenRange(parse: Parse, at: number, from: string, to: string): Numeral | null {
  const [min, max] = [numberOf([from]), numberOf([to])];
  if (min === null || max === null || max < min || (isYear(from) && isYear(to))) return null;
  const scale = isScale(wordAt(parse, at + 1)) ? scaleOf(wordAt(parse, at + 1))! : 1;
  return numeral(at, scale > 1 ? at + 2 : at + 1, 0, { min: min * scale, max: max * scale, range: true });
}

const isYear = (word: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(word);

/** "10 to 12 million", "between $5 and $7", "3,500 to 8,500" */
function rangeFrom(parse: Parse, at: number, last: number, value: number): Numeral | null {
  const sign = currencyBefore(parse.words, at)?.first ?? at;
  const opening = wordAt(parse, sign - 1);
  const joiner = wordAt(parse, last);
  const between = opening === 'between' && joiner === 'and';
  // "rose from 5 to 7" tells two figures, a range it is not
  const small = joiner === 'or' && value < 20;
  if (!between && !small && (opening === 'from' || !/^(?:to|–|-)$/.test(joiner))) return null;
  const from = currencyEnd(parse, last + 1);
  const { last: end, value: other } = plainNumber(parse, from);
  if (other === null || other <= value) return null;
  const min = scaled(parse, [at, last], value, [from, end]);
  if (min > other || (isYear(wordAt(parse, at)) && isYear(wordAt(parse, from)))) return null;
  return numeral(between ? sign - 1 : at, end, 0, { min, max: other, range: true });
}

/** Over "US$" and "$" to the digits. */
function currencyEnd(parse: Parse, at: number): number {
  for (const end of [at + 1, at + 2]) if (currencyBefore(parse.words, end)?.first === at) return end;
  return at;
}

/** "10 to 12 million": the scale is for both. */
function scaled(parse: Parse, [a, b]: Run, value: number, [from, to]: Run): number {
  const words = (first: number, last: number) =>
    Array.from({ length: last - first }, (_, k) => wordAt(parse, first + k));
  const scale = words(from, to).find((word) => (isScale(word) && word !== 'hundred') || isShortScale(word));
  return words(a, b).some((word) => isScale(word) || isShortScale(word)) || !scale ? value : value * scaleOf(scale)!;
}
type Run = readonly [number, number];

/** "43m", "7.2bn" in one word */
const SHORT = /^(\d[\d,.]*)(bn|m|mn|tn|k|b)$/;

function plainNumber(parse: Parse, at: number): { last: number; value: number | null } {
  const short = SHORT.exec(wordAt(parse, at));
  if (short && (currencyBefore(parse.words, at) || /^(?:bn|mn|tn)$/.test(short[2]!)))
    return { last: at + 1, value: numberOf([short[1]!, short[2]!]) };
  const words: string[] = [];
  let last = at;
  for (; last < parse.words.length && belongs(parse, last, words); last++) words.push(wordAt(parse, last));
  const value = words.length ? numberOf(words) : null;
  const half = value === null ? null : fractionOf(wordAt(parse, last));
  return half !== null && /^[\d½¼¾]/.test(wordAt(parse, last)) && last === at + 1
    ? { last: last + 1, value: value! + half }
    : { last, value };
}

function belongs(parse: Parse, at: number, before: readonly string[]): boolean {
  const word = wordAt(parse, at);
  if (before.length === 0) return isDigits(word) || isNumberWord(word) || /^\d+[½¼¾]$/.test(word);
  if (isNumberWord(word)) return isScale(word) || !isDigits(before.at(-1)!);
  if (isShortScale(word) && isDigits(before[0]!)) return word !== 'm' || isMoneyBefore(parse, at, before.length);
  return word === 'and' && isNumberWord(wordAt(parse, at + 1)) && before.some(isScale);
}

/** "$43 m" is millions, "43 m" metres */
const isMoneyBefore = (parse: Parse, at: number, back: number): boolean =>
  currencyBefore(parse.words, at - back) !== null;
