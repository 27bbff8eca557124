import { lower, spanOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Figure } from './meaning.ts';
import { isDigits, isNumberWord, isScale, numberOf, opensNumber, VAGUE } from './numbers.ts';

type Bound = 'least' | 'most' | 'about';

/** Words in front of a number that bound it, the longest first. */
// biome-ignore format: a table
const BEFORE: readonly (readonly [string, Bound])[] = [
  ['no fewer than', 'least'], ['no less than', 'least'], ['not less than', 'least'], ['not fewer than', 'least'], ['no more than', 'most'], ['not more than', 'most'],
  ['as many as', 'most'], ['as much as', 'most'], ['as few as', 'least'], ['at least', 'least'], ['at most', 'most'], ['more than', 'least'], ['greater than', 'least'],
  ['fewer than', 'most'], ['less than', 'most'], ['up to', 'most'], ['upwards of', 'least'], ['upward of', 'least'], ['in excess of', 'least'], ['a minimum of', 'least'],
  ['a maximum of', 'most'], ['close to', 'about'], ['nearer to', 'about'], ['over', 'least'], ['above', 'least'], ['exceeding', 'least'], ['under', 'most'], ['below', 'most'], ['nearly', 'most'],
  ['almost', 'most'], ['about', 'about'], ['around', 'about'], ['some', 'about'], ['roughly', 'about'], ['approximately', 'about'], ['an estimated', 'about'],
  ['estimated', 'about'], ['maybe', 'about'], ['perhaps', 'about'],
];
/** Words behind it: "10,000 or more" */
// biome-ignore format: a table
const AFTER: readonly (readonly [string, Bound])[] = [
  ['or more', 'least'], ['or so', 'about'], ['or fewer', 'most'], ['or less', 'most'], ['at least', 'least'], ['at most', 'most'], ['and counting', 'least'], ['plus', 'least'],
];

const inWords = ([phrase, bound]: readonly [string, Bound]) => [phrase.split(' '), bound] as const;
const WORDS_BEFORE = BEFORE.map(inWords);
const WORDS_AFTER = AFTER.map(inWords);

// biome-ignore format: a table
const MONEY: ReadonlyMap<string, string> = new Map(Object.entries({
  $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₩': 'KRW', '₽': 'RUB', '₴': 'UAH',
}));
// biome-ignore format: a table
const COINS: ReadonlyMap<string, string> = new Map(Object.entries({
  dollars: 'USD', dollar: 'USD', euros: 'EUR', euro: 'EUR', pounds: 'GBP', yen: 'JPY', won: 'KRW', rubles: 'RUB', roubles: 'RUB', hryvnia: 'UAH',
  yuan: 'CNY',
}));
const MEASURES = new Set(
  'km kilometers kilometres kilometer kilometre miles mile meters metres meter metre m feet foot tons tonnes ton tonne kg kilograms kilos pounds-weight hectares acres degrees litres liters barrels'.split(
    ' ',
  ),
);
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$/;
const CALENDAR =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|century|a\.m\.?|p\.m\.?|gmt|est|kst|o'clock)$/;

/** Quantities with their bounds and what they count; not dates, times, ages or numbers in names. */
export function figures(parse: Parse): Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < parse.words.length; ) {
    const number = numberAt(parse, at);
    if (!number) {
      at++;
      continue;
    }
    const figure = isCount(parse, number) ? figureOf(parse, number) : null;
    if (figure) found.push(figure);
    at = number.last;
  }
  return found;
}

/** Words `[first, last)` that make one number or one range. */
interface Numeral {
  readonly first: number;
  readonly last: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly range: boolean;
}

const wordAt = (parse: Parse, at: number): string => {
  const word = parse.words[at];
  return word ? lower(word) : '';
};

function numberAt(parse: Parse, at: number): Numeral | null {
  const word = wordAt(parse, at);
  if (!opensNumber(word)) return null;
  const vague = VAGUE.get(word);
  if (vague !== undefined) return { first: at, last: at + 1, min: vague, max: null, range: false };
  if ((word === 'a' || word === 'half') && /^(?:dozen|hundred|thousand|million|billion)$/.test(wordAt(parse, at + 1))) {
    const value = wordAt(parse, at + 1) === 'dozen' ? 12 : numberOf([wordAt(parse, at + 1)])!;
    return { first: at, last: at + 2, min: value, max: value, range: false };
  }
  const hyphen = /^(\d[\d,.]*)[-–](\d[\d,.]*)$/.exec(word);
  if (hyphen) return rangeOf(at, at + 1, numberOf([hyphen[1]!]), numberOf([hyphen[2]!]));
  const [last, value] = plainNumber(parse, at);
  if (value === null) return null;
  const joiner = wordAt(parse, last);
  const between = wordAt(parse, at - 1) === 'between' && joiner === 'and';
  if (joiner === 'to' || joiner === '–' || joiner === '-' || between) {
    const [end, other] = plainNumber(parse, last + 1);
    if (other !== null && other > value)
      return rangeOf(
        between || wordAt(parse, at - 1) === 'from' ? at - 1 : at,
        end,
        scaled(parse, at, last, value, last + 1, end),
        other,
      );
  }
  if (wordAt(parse, last) === 'dozen')
    return { first: at, last: last + 1, min: value * 12, max: value * 12, range: false };
  return { first: at, last, min: value, max: value, range: false };
}

const rangeOf = (first: number, last: number, min: number | null, max: number | null): Numeral | null =>
  min === null || max === null || max < min ? null : { first, last, min, max, range: true };

/** "10 to 12 million": the scale is for both. */
function scaled(parse: Parse, first: number, last: number, value: number, from: number, to: number): number {
  const own = Array.from({ length: last - first }, (_, k) => wordAt(parse, first + k)).some(isScale);
  const scale = Array.from({ length: to - from }, (_, k) => wordAt(parse, from + k)).find(
    (word) => isScale(word) && word !== 'hundred',
  );
  return own || !scale ? value : value * numberOf([scale])!;
}

function plainNumber(parse: Parse, at: number): [last: number, value: number | null] {
  const words: string[] = [];
  let last = at;
  for (; last < parse.words.length; last++) {
    const word = wordAt(parse, last);
    const follows = word === 'and' && words.length > 0 && isNumberWord(wordAt(parse, last + 1)) && words.some(isScale);
    const digits = isDigits(word);
    if (
      !(digits && words.length === 0) &&
      !isNumberWord(word) &&
      !(words.length > 0 && (word === 'bn' || word === 'm')) &&
      !follows
    )
      break;
    words.push(word);
  }
  return [last, words.length ? numberOf(words) : null];
}

/** Leaves out years, days of a month, clock times, ages and numbers in names ("World War Two", "Article 5"). */
function isCount(parse: Parse, { first, last }: Numeral): boolean {
  const word = wordAt(parse, first);
  const before = wordAt(parse, first - 1);
  const after = wordAt(parse, last);
  if (
    MONTH.test(before) ||
    (MONTH.test(after) && after !== 'may') ||
    CALENDAR.test(after) ||
    /^(?:year|month|week|day|hour|minute)s?-/.test(after)
  )
    return false;
  if (last === first + 1 && /^(?:1[5-9]|20)\d\d$/.test(word) && !/^(?:NNS?|JJ)$/.test(parse.words[last]?.tag ?? ''))
    return false;
  if (word === 'one' && last === first + 1 && !(BOUND_BEFORE.test(before) || after === 'of')) return false;
  if (
    /^(?:no|article|section|chapter|page|part|phase|group|war|war ii|level|type|model|channel|flight|route|highway|floor|bill|proposition|room|aged|age)\.?$/.test(
      before,
    )
  )
    return false;
  const previous = parse.words[first - 1];
  return !(
    previous &&
    /^NNPS?$/.test(previous.tag) &&
    previous.end + 1 === parse.words[first]!.start &&
    !/^(?:NN|JJ)/.test(parse.words[last]?.tag ?? '')
  );
}

const BOUND_BEFORE = /^(?:least|than|to|only|about|most)$/;

function figureOf(parse: Parse, number: Numeral): Figure | null {
  let { first, last } = number;
  const money = MONEY.get(wordAt(parse, first - 1).replace(/^us(?=\$)/, ''));
  if (money) first--;
  const front = boundBefore(parse, first);
  let unit = money ?? null;
  const sign = unitAt(parse, last);
  if (sign && !unit) {
    unit = sign.unit;
    last = sign.last;
  }
  const back = boundAfter(parse, last);
  if (back) last = back.last;
  const counted = countedBy(parse, last, unit);
  const bound = front?.bound ?? back?.bound ?? (counted ? boundAfter(parse, counted[1])?.bound : undefined);
  const span = spanOf(parse, [front ? front.at : first, last]);
  return span && { span, ...bounded(number, bound), of: counted ? spanOf(parse, counted) : null, unit };
}

function bounded({ min, max, range }: Numeral, bound: Bound | undefined): { min: number | null; max: number | null } {
  if (range || bound === undefined || bound === 'about') return { min, max };
  return bound === 'least' ? { min, max: null } : { min: null, max: max ?? min };
}

function boundBefore(parse: Parse, first: number): { at: number; bound: Bound } | null {
  for (const [words, bound] of WORDS_BEFORE) {
    const at = first - words.length;
    if (at >= 0 && words.every((word, k) => wordAt(parse, at + k) === word)) return { at, bound };
  }
  return null;
}

function boundAfter(parse: Parse, from: number): { last: number; bound: Bound } | null {
  for (const [words, bound] of WORDS_AFTER) {
    if (words.every((word, k) => wordAt(parse, from + k) === word)) return { last: from + words.length, bound };
  }
  return null;
}

function unitAt(parse: Parse, at: number): { unit: string; last: number } | null {
  const word = wordAt(parse, at);
  if (word === '%' || word === 'percent') return { unit: '%', last: at + 1 };
  if (word === 'per' && wordAt(parse, at + 1) === 'cent') return { unit: '%', last: at + 2 };
  if (word === 'percentage' && /^points?$/.test(wordAt(parse, at + 1)))
    return { unit: 'percentage points', last: at + 2 };
  const coin = COINS.get(word);
  if (coin) return { unit: coin, last: at + 1 };
  return MEASURES.has(word) ? { unit: word, last: at + 1 } : null;
}

/** "10,000 [North Korean troops]", "dozens of [soldiers]" */
function countedBy(parse: Parse, from: number, unit: string | null): [number, number] | null {
  let first = from;
  if (/^(?:of|more)$/.test(wordAt(parse, first))) first++;
  if (unit && first === from) return null;
  if (/^(?:the|his|her|its|their|these|those)$/.test(wordAt(parse, first))) first++;
  let last = first;
  let noun = -1;
  for (; last < parse.words.length && last < first + 8; last++) {
    const { tag } = parse.words[last]!;
    if (/^NN/.test(tag)) noun = last;
    else if (noun >= 0 || !/^(?:JJ|VBN|VBG|CC|,|POS|HYPH|RB)/.test(tag)) break;
  }
  return noun >= first ? [first, noun + 1] : null;
}
