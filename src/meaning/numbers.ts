/** English numbers in words and digits. */

// Maps, since "constructor" is in every object.
// biome-ignore format: a table
const UNITS: ReadonlyMap<string, number> = new Map(Object.entries({
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60,
  seventy: 70, eighty: 80, ninety: 90,
}));
// biome-ignore format: a table
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({
  hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, m: 1e6, bn: 1e9, mn: 1e6, tn: 1e12, k: 1e3, b: 1e9,
}));

/**
 * "dozens" says no number: each vague word stands for a least, declared here, and for no most. Twice the unit, since
 * the plural asks for more than one of it.
 */
// biome-ignore format: a table
export const VAGUE: ReadonlyMap<string, number> = new Map(Object.entries({
  tens: 20, dozens: 24, scores: 40, hundreds: 200, thousands: 2000, millions: 2e6, billions: 2e9, trillions: 2e12,
}));

/** "7.2 bn", "$43 m": short for a scale behind digits only. */
export const isShortScale = (word: string): boolean => word.length <= 2 && SCALES.has(word);

/** "half", "two-thirds", "a quarter" */
const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 2,
    halves: 2,
    third: 3,
    thirds: 3,
    quarter: 4,
    quarters: 4,
    fourth: 4,
    fourths: 4,
    fifth: 5,
    fifths: 5,
    sixth: 6,
    sixths: 6,
  }).concat(Object.entries({ eighth: 8, eighths: 8, tenth: 10, tenths: 10 })),
);

/** "one-third" → 0.3333, "1/2" → 0.5; null for no fraction */
export function fractionOf(word: string): number | null {
  const digits = /^(\d{1,2})\/(\d{1,2})$/.exec(word);
  if (digits) return Number(digits[1]) < Number(digits[2]) ? rounded(Number(digits[1]) / Number(digits[2])) : null;
  const sign = SIGNS.get(word);
  if (sign !== undefined) return sign;
  const [count, part, more] = word.split('-');
  const whole = UNITS.get(count!);
  const parts = part === undefined || more !== undefined ? undefined : PARTS.get(part);
  return whole !== undefined && parts !== undefined && whole > 0 && whole < parts ? rounded(whole / parts) : null;
}

/** The parts that a word names: "third" → 3 */
export const partsOf = (word: string): number | null => PARTS.get(word) ?? null;

const SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
]);
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** "1½" → 1.5 */
function mixed(word: string): number | null {
  const found = /^(\d+)([½¼¾])$/.exec(word);
  return found ? Number(found[1]) + SIGNS.get(found[2]!)! : null;
}

export const scaleOf = (word: string): number | null => SCALES.get(word) ?? null;
export const isScale = (word: string): boolean => word.length > 2 && SCALES.has(word);
export const isDigits = (word: string): boolean => /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(word);
export const isNumberWord = (word: string): boolean =>
  UNITS.has(word) || isScale(word) || (word.includes('-') && /^[a-z]+-[a-z]+$/.test(word) && compound(word) !== null);

/** Could a number begin with this word? Of nearly all words no more is asked. */
export const opensNumber = (word: string): boolean =>
  isNumberWord(word) ||
  VAGUE.has(word) ||
  /^(?:a|half|several)$/.test(word) ||
  startsWithDigit(word) ||
  SIGNS.has(word) ||
  fractionOf(word) !== null ||
  /^[a-z]+-[a-z]/.test(word);

const startsWithDigit = (word: string): boolean => word >= '0' && word < ':';

function compound(word: string): number | null {
  const [tens, ones] = word.split('-');
  const a = UNITS.get(tens!);
  const b = UNITS.get(ones!);
  return a !== undefined && b !== undefined && a >= 20 && b < 10 ? a + b : null;
}

/** "two hundred thousand" → 200000, "10,000" → 10000, "2.5 million" → 2500000; null for no number */
export function numberOf(words: readonly string[]): number | null {
  let total = 0;
  let part: number | null = null;
  for (const word of words) {
    const value = isDigits(word)
      ? Number(word.replaceAll(',', ''))
      : (UNITS.get(word) ?? compound(word) ?? mixed(word));
    const scale = SCALES.get(word);
    if (value !== null && value !== undefined) part = (part ?? 0) + value;
    else if (scale !== undefined) {
      part = (part ?? 1) * scale;
      if (scale >= 1000) {
        total += part;
        part = null;
      }
    } else if (word !== 'and') return null;
  }
  if (part === null && total === 0) return words.includes('zero') ? 0 : null;
  return Math.round((total + (part ?? 0)) * 1e6) / 1e6;
}
