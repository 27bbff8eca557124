import type { Parse } from '../language/parse.ts';
import { wordList } from '../text/word-list.ts';
import type { Site } from './gazetteer.ts';
import { countryOfPeople, type PlaceName } from './place-names.ts';
import { DOMINANT, LARGE } from './place-sites.ts';

/** A country need be only this much larger than a region of its name: Niger is the country, Georgia stays open. */
const COUNTRY_DOMINANT = 2;
/** A town and a region of one name further apart than this (km) have nothing to do with one another: Washington. */
const FAR = 300;

/** What a document speaks of, as far as its names are beyond doubt: countries "UA", regions "US.TX", each with its names. */
export interface Context {
  readonly countries: ReadonlyMap<string, ReadonlySet<string>>;
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Is it spoken of by another name than the one in question? No name is evidence for itself. */
export const isSpokenOf = (spoken: ReadonlyMap<string, ReadonlySet<string>>, code: string, key: string): boolean => {
  const names = spoken.get(code);
  return names !== undefined && (names.size > 1 || !names.has(key));
};

const abbreviations = new Map(
  wordList('state-abbreviations').map(([short, country, region]) => [short!, { country: country!, region: region! }]),
);

const placeOf = ({ country, region }: Pick<Site, 'country' | 'region'>): string => `${country}.${region}`;
/** Countries, regions and large towns whose names are beyond doubt, and the peoples spoken of. */
export function contextOf(parse: Parse, names: readonly PlaceName[]): Context {
  const countries = new Map<string, Set<string>>();
  const regions = new Map<string, Set<string>>();
  for (const { text } of parse.words) {
    const country = countryOfPeople(text);
    if (country) note(countries, country, text);
  }
  for (const name of names) {
    const sites = name.sites;
    const site = sites.length === 1 ? sites[0]! : dominant(sites);
    if (!site || name.candidates.some(({ common }) => common)) continue;
    if (site.precision === 'city' && site.people < LARGE) continue;
    note(countries, site.country, name.key);
    if (site.precision !== 'country') note(regions, placeOf(site), name.key);
  }
  return { countries, regions };
}

const note = (spoken: Map<string, Set<string>>, code: string, name: string): void => {
  spoken.set(code, (spoken.get(code) ?? new Set()).add(name));
};

/** The one that has many times the people of every other; a capital before the state of its name: Washington. */
export function dominant(sites: readonly Site[]): Site | null {
  const country = sites.find(({ precision }) => precision === 'country');
  if (country) {
    const isLarger = sites.every(
      (site) => site === country || (site.precision !== 'country' && country.people >= COUNTRY_DOMINANT * site.people),
    );
    return isLarger ? country : null;
  }
  return seatOf(sites) ?? largestOf(sites);
}

function seatOf(sites: readonly Site[]): Site | null {
  const capital = largestOf(sites.filter(({ precision }) => precision === 'city'));
  if (capital?.feature !== 'PPLC') return null;
  return sites.every((site) => site.precision === 'city' || site.country === capital.country) ? capital : null;
}

function largestOf(sites: readonly Site[]): Site | null {
  const [first, next] = [...sites].sort((a, b) => b.people - a.people || a.geonames - b.geonames);
  if (!first || first.people < LARGE) return null;
  return !next || first.people >= DOMINANT * next.people ? first : null;
}

/** The words right after a name that say in what it lies: ", Texas", ", Ore.", " in France". */
export function outerOf(
  parse: Parse,
  name: PlaceName,
  next: PlaceName | undefined,
): readonly Pick<Site, 'country' | 'region'>[] {
  const comma = parse.words[name.last]?.text;
  if (comma !== ',' && comma !== 'in') return [];
  const after = parse.words[name.last + 1]?.text ?? '';
  const short = comma === ',' ? (abbreviations.get(after) ?? abbreviations.get(`${after}.`)) : undefined;
  if (short) return [short];
  return next?.first === name.last + 1 ? next.sites.filter(({ precision }) => precision !== 'city') : [];
}

/** Which of the sites a name means in this document; null where two are left. */
export function senseOf(sites: readonly Site[], key: string, { countries, regions }: Context): Site | null {
  if (sites.length < 2) return sites[0] && isLikely(sites[0], key, countries) ? sites[0] : null;
  const largest = dominant(sites);
  const near = sites.filter((site) => isSpokenOf(regions, placeOf(site), key));
  if (largest) {
    const rivals = near.filter((site) => site !== largest && site.people >= LARGE && isApart(site, largest));
    if (rivals.length === 0 || isSpokenOf(regions, placeOf(largest), key)) return largest;
    const abroad = rivals.every(({ country }) => country !== largest.country);
    return abroad && isSpokenOf(countries, largest.country, key) ? largest : null;
  }
  if (near.length === 1) return near[0]!;
  const own = sites.filter(({ country }) => isSpokenOf(countries, country, key));
  const one = own.length > 1 ? dominant(own) : (own[0] ?? null);
  const known = elsewhere(sites, own);
  return known && known.people >= DOMINANT * (one?.people ?? 0) ? known : one;
}

/** "Geneva" in a report on the United States: the old city, with the canton of its name, dwarfs the towns called after it. */
function elsewhere(sites: readonly Site[], own: readonly Site[]): Site | null {
  const cities = sites.filter(({ precision }) => precision === 'city');
  const city = largestOf(cities);
  if (!city || own.length === 0 || own.some(({ country }) => country === city.country)) return null;
  return sites.every((site) => site.precision === 'city' || !isApart(site, city)) ? city : null;
}

/** The gazetteer lacks the small towns: the only one that it has of a name may be another than the text means. */
const isLikely = (site: Site, key: string, countries: Context['countries']): boolean =>
  site.precision !== 'city' || site.people >= LARGE || isSpokenOf(countries, site.country, key);

function isApart(a: Site, b: Site): boolean {
  if (a.country !== b.country || a.lat === null || b.lat === null) return true;
  const north = (a.lat - b.lat) * 111;
  const east = (a.lon! - b.lon!) * 111 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east) > FAR;
}
