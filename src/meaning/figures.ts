import { isHeldSo } from '../attributions/held-to-be.ts';
import { spanOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Counted } from './meaning.ts';
import { type Numeral, numeralAt, wordAt } from './numeral.ts';
import { currencyBefore, isMoney, unitAt } from './units.ts';

type Bound = 'least' | 'most' | 'about';

/** Words in front of a number that bound it, the longest first. */
// biome-ignore format: a table
const BEFORE: readonly (readonly [string, Bound])[] = [
  ['no fewer than', 'least'], ['no less than', 'least'], ['not less than', 'least'], ['not fewer than', 'least'], ['no more than', 'most'], ['not more than', 'most'],
  ['as many as', 'most'], ['as much as', 'most'], ['as few as', 'least'], ['at least', 'least'], ['at most', 'most'], ['more than', 'least'], ['greater than', 'least'],
  ['fewer than', 'most'], ['less than', 'most'], ['up to', 'most'], ['upwards of', 'least'], ['upward of', 'least'], ['in excess of', 'least'], ['a minimum of', 'least'],
  ['a maximum of', 'most'], ['close to', 'about'], ['nearer to', 'about'], ['over', 'least'], ['above', 'least'], ['exceeding', 'least'], ['under', 'most'], ['below', 'most'], ['nearly', 'most'],
  ['almost', 'most'], ['about', 'about'], ['around', 'about'], ['some', 'about'], ['roughly', 'about'], ['approximately', 'about'], ['an estimated', 'about'],
  ['estimated', 'about'], ['maybe', 'about'], ['perhaps', 'about'], ['just over', 'least'], ['just under', 'most'], ['well over', 'least'], ['circa', 'about'], ['~', 'about'],
  ['as high as', 'most'], ['not quite', 'most'],
];
/** Words behind it: "10,000 or more" */
// biome-ignore format: a table
const AFTER: readonly (readonly [string, Bound])[] = [
  ['or more', 'least'], ['or so', 'about'], ['or fewer', 'most'], ['or less', 'most'], ['at least', 'least'], ['at most', 'most'], ['and counting', 'least'], ['plus', 'least'],
];

const inWords = ([phrase, bound]: readonly [string, Bound]) => [phrase.split(' '), bound] as const;
const WORDS_BEFORE = BEFORE.map(inWords);
const WORDS_AFTER = AFTER.map(inWords);

const MONTH =
  /^(?:jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december)\.?$/;
const CALENDAR =
  /^(?:years?|months?|quarters|fortnights?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|century|a\.m\.?|p\.m\.?|gmt|est|kst|o'clock)$/;

/** Quantities with their bounds and what they count; not dates, times, ages or numbers in names. */
export function figures(parse: Parse): Counted[] {
  const found: Counted[] = [];
  for (let at = 0; at < parse.words.length; ) {
    const number = numeralAt(parse, at);
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

/** Leaves out years, days of a month, clock times, ages and numbers in names ("World War Two", "Article 5", "Boeing 787"). */
function isCount(parse: Parse, { first, last, unit, range }: Numeral): boolean {
  if (unit) return true;
  const word = wordAt(parse, first);
  const before = wordAt(parse, first - 1);
  const after = wordAt(parse, last);
  if (isDate(before, after) || isSpell(parse, last) || isCut(parse, first)) return false;
  const alone = last === first + 1;
  if (
    /^0\d/.test(word) ||
    word === '9/11' ||
    (word === '911' && /^(?:call|called|calls|calling|dial|dialed|dialled)$/.test(before))
  )
    return false; // "flight 001"
  if (isAddress(parse, last) || (before === 'of' && wordAt(parse, first - 2) === 'group')) return false;
  const money = currencyBefore(parse.words, first) !== null;
  if (money || (range && !isModel(parse, first))) return true;
  if (alone && isYear(parse, first)) return false;
  if (alone && word === 'one' && !(BOUND_BEFORE.test(before) || after === 'of')) return false;
  if (NAMED.test(before) || (alone && (isAge(parse, first) || isModel(parse, first)))) return false;
  return !isOfName(parse, first, last);
}

const NAMED =
  /^(?:no|nos|number|article|section|chapter|page|part|phase|group|war|war ii|level|type|model|channel|flight|pier|berth|terminal|hangar|reactor|checkpoint|silo|route|highway|floor|bill|proposition|room|aged|age|gate|line|version|apollo|soyuz|unit|platform|act|magnitude|boeing|airbus|iphone|windows|nikkei|ftse|cac|dax|ibex|dow|euronext|s&p|poor's|russell|fortune|stoxx|formula|interstate|agenda|catch|xbox|playstation|mig|f|b|su)\.?$/;

const isDate = (before: string, after: string): boolean =>
  MONTH.test(before) ||
  (MONTH.test(after) && after !== 'may') ||
  CALENDAR.test(after) ||
  /^(?:year|month|week|day|hour|minute)s?-/.test(after);

/** "10 Downing Street" */
const isAddress = (parse: Parse, last: number): boolean =>
  /^NNP/.test(parse.words[last]?.tag ?? '') &&
  /^(?:street|road|avenue|lane|square|boulevard|drive)$/.test(wordAt(parse, last + 1));

/** "2011", "the 2008 elections"; of "2000 soldiers" alone it is sure that they are counted */
function isYear(parse: Parse, at: number): boolean {
  const word = wordAt(parse, at);
  if (!/^(?:1[5-9]|20)\d\d$/.test(word) || unitAt(parse.words, at + 1)) return false;
  const counted = /^(?:NNS|JJ)$/.test(parse.words[at + 1]?.tag ?? '');
  return !counted || !word.endsWith('00') || /^(?:the|in|since|by|of)$/.test(wordAt(parse, at - 1));
}

/** "two consecutive quarters" is a time */
const isSpell = (parse: Parse, last: number): boolean =>
  /^(?:JJ|JJR)$/.test(parse.words[last]?.tag ?? '') && CALENDAR.test(wordAt(parse, last + 1));

/** "iLife '11", "3.7/10" */
const isCut = (parse: Parse, first: number): boolean =>
  /^['’#/]$/.test(wordAt(parse, first - 1)) && parse.words[first - 1]!.end === parse.words[first]!.start;

/** "Barra, 51, will lead" */
function isAge(parse: Parse, at: number): boolean {
  if (!/^\d{1,3}$/.test(wordAt(parse, at)) || Number(wordAt(parse, at)) > OLDEST) return false;
  if (wordAt(parse, at - 1) !== ',' || !/^(?:[,.;)]|who|was|is|and)$/.test(wordAt(parse, at + 1))) return false;
  return /^NNPS?$/.test(parse.words[at - 2]?.tag ?? '');
}
const OLDEST = 115;

/** "the 787 fleet": Boeing's numbers, where the text is of them */
const isModel = (parse: Parse, at: number): boolean =>
  /^7[0-8]7(?:-\d+)?$/.test(wordAt(parse, at)) && isOfBoeing(parse);

const ofBoeing = new WeakMap<Parse, boolean>();
function isOfBoeing(parse: Parse): boolean {
  const known = ofBoeing.get(parse) ?? parse.text.includes('Boeing');
  ofBoeing.set(parse, known);
  return known;
}

/** "Falcon 9", "Apollo 11": a number behind a name, with nothing that it could count */
function isOfName(parse: Parse, first: number, last: number): boolean {
  const previous = parse.words[first - 1];
  return (
    previous !== undefined &&
    (/^NNPS?$/.test(previous.tag) || /\p{Ll}\p{Lu}/u.test(previous.text)) &&
    previous.end + 1 === parse.words[first]!.start &&
    !/^(?:NN|JJ|IN)/.test(parse.words[last]?.tag ?? '') &&
    !unitAt(parse.words, last)
  );
}

const BOUND_BEFORE = /^(?:least|than|to|only|about|most)$/;

function figureOf(parse: Parse, number: Numeral): Counted | null {
  const money = currencyBefore(parse.words, number.range ? firstDigit(parse, number) : number.first);
  const minus = money ? 0 : minusBefore(parse, number.first);
  const first = Math.min(number.first - minus, money?.first ?? number.first);
  const sign = number.glued ? null : unitAfter(parse, number);
  const same = sign && (!money || isMoney(sign.unit));
  const unit = money?.unit ?? sign?.unit ?? number.unit;
  let last = same ? sign.last : number.last;
  const front = boundBefore(parse, first, unit === null && (number.max ?? 0) <= FEW);
  const back = boundAfter(parse, last);
  if (back) last = back.last;
  const counted = number.glued ? null : countedBy(parse, last, unit);
  const bound = front?.bound ?? back?.bound ?? (counted ? boundAfter(parse, counted[1])?.bound : undefined);
  const words = spanOf(parse, [front ? front.at : first, last]);
  // a minus sign at the edge of a phrase is taken for a dash
  const span: Span | null = words && minus && !front ? [parse.words[first]!.start, words[1]] : words;
  const approximate = number.vague || bound === 'about' || (front !== null && NEARLY.test(wordAt(parse, first - 1)));
  return (
    span && {
      span,
      ...bounded(minus ? negative(number) : number, bound),
      of: counted ? spanOf(parse, counted) : null,
      unit,
      approximate,
    }
  );
}

/** "to -36", "minus 5 degrees": the words of the sign; a dash after a word is none */
function minusBefore(parse: Parse, first: number): number {
  const sign = parse.words[first - 1];
  if (!sign || !/^\d/.test(wordAt(parse, first))) return 0;
  if (sign.form === 'minus') return 1;
  const glued = sign.end === parse.words[first]!.start;
  const apart = parse.words[first - 2] === undefined || parse.words[first - 2]!.end < sign.start;
  return /^[-−]$/.test(sign.text) && glued && apart ? 1 : 0;
}

const negative = (number: Numeral): Numeral => ({
  ...number,
  min: number.max === null ? null : -number.max,
  max: number.min === null ? null : -number.min,
});

const NEARLY = /^(?:nearly|almost)$/;

/** "between $5 and $7": the sign stands behind "between". */
const firstDigit = (parse: Parse, { first }: Numeral): number => {
  let at = first;
  while (at < first + 4 && !/^\d/.test(wordAt(parse, at))) at++;
  return at < first + 4 ? at : first;
};

/** "3.5 percent", "billions of dollars" */
function unitAfter(parse: Parse, { last, vague }: Numeral): { unit: string; last: number } | null {
  const direct = unitAt(parse.words, last);
  if (direct || !vague || wordAt(parse, last) !== 'of') return direct;
  return unitAt(parse.words, last + 1);
}

function bounded({ min, max, range }: Numeral, bound: Bound | undefined): { min: number | null; max: number | null } {
  if (range || bound === undefined || bound === 'about') return { min, max };
  return bound === 'least' ? { min, max: null } : { min: null, max: max ?? min };
}

function boundBefore(parse: Parse, first: number, isFew: boolean): { at: number; bound: Bound } | null {
  for (const [words, bound] of WORDS_BEFORE) {
    const at = first - words.length;
    if (at >= 0 && words.every((word, k) => wordAt(parse, at + k) === word) && !isOfVerb(parse, at, isFew))
      return { at, bound };
  }
  return null;
}

/** "TOOK OVER two oil fields", "handed over 12 prisoners": how it was done, not how many; "took over 100 prisoners" is how many. */
const isOfVerb = (parse: Parse, at: number, isFew: boolean): boolean =>
  wordAt(parse, at) === 'over' && (HANDED.test(wordAt(parse, at - 1)) || (isFew && TOOK.test(wordAt(parse, at - 1))));
const HANDED =
  /^(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|pull(?:s|ed|ing)?|look(?:s|ed|ing)?|presid(?:e|es|ed|ing)|argu(?:e|es|ed|ing))$/;
/** What is also done at length: over few things it is done to them, over many or so much it is counted. */
const TOOK = /^(?:tak(?:e|es|ing|en)|took|ran|run(?:s|ning)?|fl(?:y|ies|ew|own|ying)|fought|fight(?:s|ing)?)$/;
const FEW = 10;

function boundAfter(parse: Parse, from: number): { last: number; bound: Bound } | null {
  for (const [words, bound] of WORDS_AFTER) {
    if (words.every((word, k) => wordAt(parse, from + k) === word)) return { last: from + words.length, bound };
  }
  return null;
}

/** "14, mostly young, soldiers" goes on behind the comma; "kills 14, officials say" does not. */
const isAside = (parse: Parse, comma: number): boolean => parse.words[comma + 1]?.tag === 'RB';

/** "nine dead, POLICE SAID" */
function isSaid({ words }: Parse, comma: number): boolean {
  let at = comma + 1;
  while (at < comma + LONGEST_SPEAKER && /^(?:DT|NN|JJ|POS|IN|PRP\$)/.test(words[at]?.tag ?? '')) at++;
  return /^(?:say|says|said|reports?|reported|confirms?|confirmed|announced?)$/.test(words[at]?.form ?? '');
}
/** In words: "the interior ministry of the region" */
const LONGEST_SPEAKER = 9;

/** "four OF THEM children" */
const OF_THEM = /^of (?:them|these|those)$/;

/** "10,000 [North Korean troops]", "dozens of [soldiers]" */
function countedBy(parse: Parse, from: number, unit: string | null): [number, number] | null {
  let first = from;
  const ofThem = OF_THEM.test(`${wordAt(parse, first)} ${wordAt(parse, first + 1)}`);
  if (ofThem) first++;
  if (ofThem || /^(?:of|more)$/.test(wordAt(parse, first))) first++;
  if (unit && unit !== 'share' && first === from) return null;
  if (/^(?:the|his|her|its|their|these|those)$/.test(wordAt(parse, first))) first++;
  if (wordAt(parse, first) === ',' && !isAside(parse, first)) return null;
  let last = first;
  let noun = -1;
  for (; last < parse.words.length && last < first + 8; last++) {
    const { tag } = parse.words[last]!;
    if (isHeldSo(parse, last)) break;
    if (/^NN/.test(tag)) noun = last;
    else if (noun >= 0 || !/^(?:JJ|VBN|VBG|CC|,|POS|HYPH|RB)/.test(tag)) break;
    else if (tag === ',' && last > first && (ofThem || /^RB/.test(parse.words[last - 1]!.tag) || isSaid(parse, last)))
      break;
  }
  return noun >= first ? [first, noun + 1] : null;
}
