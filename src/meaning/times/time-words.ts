import { wordList } from '../../text/word-list.ts';
import { isDigits, isNumberWord, numberOf } from '../numbers.ts';

type Words<Value = string> = ReadonlyMap<string, Value>;

const LIST = wordList('times');
const ofKind = (kind: string): Words =>
  new Map(LIST.filter((row) => row[1] === kind).map(([word, , value]) => [word!, value ?? '']));
const numbered = (kind: string): Words<number> =>
  new Map([...ofKind(kind)].map(([word, value]) => [word, Number(value)]));

export const MONTHS = numbered('month');
export const WEEKDAYS = numbered('weekday');
export const SEASONS = ofKind('season');
export const UNITS = ofKind('unit');
export const DAY_PARTS = ofKind('part');
export const ZONES = ofKind('zone');
export const SETS = ofKind('set');

/** Phrases by their first word, the longest first: "now", "the near future", "christmas eve" */
export type Phrases = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: string }[]>;
export const REFERENCES = phrasesOf(ofKind('reference'));
export const FEASTS = phrasesOf(ofKind('feast'), (phrase) => phrase.replace("'s", " 's"));

function phrasesOf(list: Words, asTokens = (phrase: string) => phrase): Phrases {
  const found = new Map<string, { words: string[]; value: string }[]>();
  for (const [phrase, value] of list) {
    const words = asTokens(phrase).split(' ');
    found.set(words[0]!, [...(found.get(words[0]!) ?? []), { words, value }]);
  }
  for (const phrases of found.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** "first" → 1, "3rd" → 3; of quarters, halves, weeks and centuries */
// biome-ignore format: a table
const ORDINALS: Words<number> = new Map(Object.entries({
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12, thirteenth: 13,
  fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20, 'twenty-first': 21,
}));

export function ordinalOf(word: string): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : (ORDINALS.get(word) ?? null);
}

/** How many of a unit: a number, or X where the word says no number ("several") */
export type Count = number | 'X';

const VAGUELY = new Set('several few many some numerous countless multiple'.split(' '));

/** "four" → 4, "a" → 1, "several" → X */
export function countOf(word: string): Count | null {
  if (word === 'a' || word === 'an') return 1;
  if (VAGUELY.has(word)) return 'X';
  return isDigits(word) || isNumberWord(word) ? numberOf([word]) : null;
}

/** A longer stretch would be written as a power of ten, which ISO 8601 has not. */
const LONGEST = 1e9;

/** "P1W" four times → "P4W"; half a "P100Y" → "P50Y"; "PT1H" an unknown number of times → "PTXH" */
export function periodOf(unit: string, count: Count): string {
  const [, prefix, size, letter] = /^(PT?)(\d+)(\w+)$/.exec(unit)!;
  if (count === 'X') return `${prefix}X${letter}`;
  const whole = Number(size) * count;
  if (whole > LONGEST) return `${prefix}X${letter}`;
  if (Number.isInteger(whole)) return `${prefix}${whole}${letter}`;
  if (unit === 'P1Y' && Number.isInteger(whole * 12)) return `P${whole * 12}M`;
  if (unit === 'PT1H' && Number.isInteger(whole * 60)) return `PT${whole * 60}M`;
  return `${prefix}${whole}${letter}`;
}

const GRAMMAR = new Set(
  (
    'the these those a an per every each once twice half last this next past current previous prior preceding following coming that same ' +
    'first final opening initial intervening early earlier late later mid end beginning start middle close turn rest remainder recent fiscal ' +
    'today yesterday tomorrow tonight overnight year several few many some numerous countless multiple dozens hundreds thousands scores couple ' +
    'year-end'
  ).split(' '),
);
const LISTED = [MONTHS, WEEKDAYS, SEASONS, UNITS, DAY_PARTS, SETS, REFERENCES, FEASTS, ORDINALS];
const OPENERS = new Set([...GRAMMAR, ...LISTED.flatMap((list) => [...list.keys()])]);

/** Could a time begin with this word? Of nearly all words no more is asked. */
export function opensTime(form: string): boolean {
  if (OPENERS.has(form) || isNumberWord(form)) return true;
  return (
    /[\d‐‑-]/.test(form) ||
    /^(?:q[1-4]|.+days|(?:multi|year|month|week|day|decade|hour|century)(?:year|month|week|day|long))$/.test(form)
  );
}
