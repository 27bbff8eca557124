import type { Word } from '../language/parse.ts';

/** Currencies and measures: how texts write them, and the one name each has here. */

const pairs = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)));

/** Signs in front of a number. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '₩': 'KRW',
    '₽': 'RUB',
    '₴': 'UAH',
    '₹': 'INR',
    '₪': 'ILS',
    '₺': 'TRY',
  }),
);

/** "C$", "AU$": letters before a dollar sign. */
const DOLLARS = pairs({
  USD: 'us u.s. usd',
  AUD: 'a au aud',
  CAD: 'c ca can cad',
  NZD: 'nz nzd',
  HKD: 'hk hkd',
  SGD: 's sg sgd',
  TWD: 'nt twd',
  BRL: 'r brl',
});

/** "EUR 5 billion" */
const CODES = new Set(
  'usd eur gbp jpy cny rmb chf aud cad nzd hkd sgd inr krw rub uah sek nok dkk pln huf czk try ils zar brl mxn twd thb'.split(
    ' ',
  ),
);

/** Words behind a number. Where several countries have one of that name ("pesos"), the word itself is the unit. */
const COINS = pairs({
  USD: 'dollar dollars usd',
  EUR: 'euro euros eur',
  GBP: 'pound pounds sterling gbp quid',
  JPY: 'yen jpy',
  KRW: 'won krw',
  RUB: 'ruble rubles rouble roubles rub',
  UAH: 'hryvnia hryvnias uah',
  CNY: 'yuan renminbi cny rmb',
  ILS: 'shekel shekels',
  TRY: 'lira liras',
  ZAR: 'rand',
  BRL: 'reais',
  THB: 'baht',
  PLN: 'zloty zlotys',
  CHF: 'chf',
  cents: 'cent cents',
  pence: 'penny pence',
  rupees: 'rupee rupees',
  pesos: 'peso pesos',
  francs: 'franc francs',
  kroner: 'kroner krone',
  kronor: 'kronor krona',
  dinars: 'dinar dinars',
  riyals: 'riyal riyals rial rials',
  dirhams: 'dirham dirhams',
  shillings: 'shilling shillings',
});

const WORDS = new Set(COINS.values());
export const isMoney = (unit: string | null): boolean =>
  (unit !== null && WORDS.has(unit)) || /^[A-Z]{3}$/.test(unit ?? '');

const MEASURES = pairs({
  km: 'km kms kilometers kilometres kilometer kilometre',
  miles: 'mile miles mi',
  m: 'meters metres meter metre m',
  cm: 'cm centimeters centimetres centimeter centimetre',
  mm: 'mm millimeters millimetres millimeter millimetre',
  feet: 'feet foot ft',
  inches: 'inches inch',
  yards: 'yards yard',
  tons: 'tons ton',
  tonnes: 'tonnes tonne',
  kg: 'kg kgs kilograms kilogram kilos kilo',
  g: 'grams gram grammes gramme',
  lb: 'lb lbs',
  ounces: 'ounces ounce',
  hectares: 'hectares hectare',
  acres: 'acres acre',
  degrees: 'degrees degree',
  litres: 'litres liters litre liter',
  gallons: 'gallons gallon',
  barrels: 'barrels barrel',
  knots: 'knots knot',
  mph: 'mph',
  'km/h': 'km/h kph kmh',
  kW: 'kilowatts kilowatt kw',
  MW: 'megawatts megawatt mw',
  GW: 'gigawatts gigawatt gw',
  MB: 'megabytes mb',
  GB: 'gigabytes gb',
  TB: 'terabytes tb',
  points: 'points point pts',
  kilotons: 'kilotons kilotonnes',
});

/** Two words and more, the longest first. */
// biome-ignore format: a table
const PHRASES: readonly (readonly [words: readonly string[], unit: string])[] = [
  [['miles', 'per', 'hour'], 'mph'], [['miles', 'an', 'hour'], 'mph'], [['kilometers', 'per', 'hour'], 'km/h'], [['kilometres', 'per', 'hour'], 'km/h'],
  [['kilometers', 'an', 'hour'], 'km/h'], [['kilometres', 'an', 'hour'], 'km/h'],
  [['percentage', 'points'], 'percentage points'], [['percentage', 'point'], 'percentage points'],
  [['basis', 'points'], 'basis points'], [['basis', 'point'], 'basis points'], [['per', 'cent'], '%'],
  [['nautical', 'miles'], 'nautical miles'], [['nautical', 'mile'], 'nautical miles'],
  [['square', 'kilometers'], 'km²'], [['square', 'kilometres'], 'km²'], [['square', 'miles'], 'square miles'], [['square', 'meters'], 'm²'],
  [['square', 'metres'], 'm²'], [['square', 'feet'], 'square feet'], [['cubic', 'meters'], 'm³'], [['cubic', 'metres'], 'm³'],
  [['metric', 'tons'], 'tonnes'], [['degrees', 'celsius'], '°C'], [['degrees', 'fahrenheit'], '°F'],
  [['pounds', 'of'], 'lb'], [['us', 'dollars'], 'USD'], [['u.s.', 'dollars'], 'USD'], [['american', 'dollars'], 'USD'], [['canadian', 'dollars'], 'CAD'],
  [['australian', 'dollars'], 'AUD'], [['hong', 'kong', 'dollars'], 'HKD'], [['new', 'zealand', 'dollars'], 'NZD'], [['singapore', 'dollars'], 'SGD'],
  [['pounds', 'sterling'], 'GBP'], [['swiss', 'francs'], 'CHF'], [['swedish', 'kronor'], 'SEK'], [['norwegian', 'kroner'], 'NOK'],
  [['danish', 'kroner'], 'DKK'], [['indian', 'rupees'], 'INR'], [['pakistani', 'rupees'], 'PKR'], [['mexican', 'pesos'], 'MXN'], [['philippine', 'pesos'], 'PHP'],
];
const FIRST = new Set(PHRASES.map(([words]) => words[0]!));

const wordAt = (words: readonly Word[], at: number): string => words[at]?.form ?? '';

/** The unit at a word, and the word after it; "pounds of" leaves its "of" for what is weighed. */
export function unitAt(words: readonly Word[], at: number): { unit: string; last: number } | null {
  const word = wordAt(words, at);
  if (word === '%' || word === 'percent' || word === 'pct') return { unit: '%', last: at + 1 };
  if (FIRST.has(word)) {
    for (const [parts, unit] of PHRASES)
      if (parts.every((part, k) => wordAt(words, at + k) === part))
        return { unit, last: at + parts.length - (parts.at(-1) === 'of' ? 1 : 0) };
  }
  const unit = COINS.get(word) ?? MEASURES.get(word);
  return unit ? { unit, last: at + 1 } : null;
}

/** "17-point": the unit that is glued to a number */
export const gluedUnit = (word: string): string | null =>
  MEASURES.get(word) ?? COINS.get(word) ?? (/^(?:percent|per-cent|pct)$/.test(word) ? '%' : null);

/** The currency that ends before a word, and where it begins: "US$ 40" → USD, two words back. */
export function currencyBefore(words: readonly Word[], at: number): { unit: string; first: number } | null {
  const word = wordAt(words, at - 1);
  if (CODES.has(word) && /^\p{Lu}+$/u.test(words[at - 1]!.text))
    return { unit: word === 'rmb' ? 'CNY' : word.toUpperCase(), first: at - 1 };
  const sign = SIGNS.get(word);
  if (!sign) return /^rs\.?$/.test(word) ? { unit: 'rupees', first: at - 1 } : null;
  const dollars = word === '$' ? DOLLARS.get(wordAt(words, at - 2)) : undefined;
  const glued = words[at - 2]?.end === words[at - 1]!.start; // "a $5 note" is no Australian dollar
  return dollars && glued ? { unit: dollars, first: at - 2 } : { unit: sign, first: at - 1 };
}
