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
  hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, m: 1e6, bn: 1e9,
}));

/**
 * "dozens" says no number: each vague word stands for a least, declared here, and for no most. Twice the unit, since
 * the plural asks for more than one of it.
 */
// biome-ignore format: a table
export const VAGUE: ReadonlyMap<string, number> = new Map(Object.entries({
  dozens: 24, scores: 40, hundreds: 200, thousands: 2000, millions: 2e6, billions: 2e9,
}));

export const isScale = (word: string): boolean => word.length > 2 && SCALES.has(word);
export const isDigits = (word: string): boolean => /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(word);
export const isNumberWord = (word: string): boolean =>
  UNITS.has(word) || isScale(word) || (word.includes('-') && /^[a-z]+-[a-z]+$/.test(word) && compound(word) !== null);

/** Could a number begin with this word? Of nearly all words no more is asked. */
export const opensNumber = (word: string): boolean =>
  isNumberWord(word) || VAGUE.has(word) || word === 'a' || word === 'half' || startsWithDigit(word);

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
    const value = isDigits(word) ? Number(word.replaceAll(',', '')) : (UNITS.get(word) ?? compound(word));
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
