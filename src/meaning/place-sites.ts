import type { Candidate, Site } from './gazetteer.ts';

/**
 * A name is taken for its largest place when that has this many times the people of the next: at 5 Birmingham and
 * Athens are the old ones and London is never Ontario's; San Jose, Hyderabad and Cambridge stay open. A lower ratio
 * answers more and is wrong more often.
 */
export const DOMINANT = 5;
/** The smallest town that dominance alone may choose. */
export const LARGE = 100_000;
/** The smallest town that goes by its older or foreign names: Lvov, Danzig. */
const KNOWN_BY_OTHER = 400_000;

export const isIn = (inner: Site, outer: Pick<Site, 'country' | 'region'>): boolean =>
  inner.country === outer.country &&
  (outer.region === '' || (inner.region === outer.region && inner.precision === 'city'));

/** What the kind beside the name leaves of its candidates. */
export function sitesOf(candidates: readonly Candidate[], kind: 'region' | 'city' | null): readonly Site[] {
  const regions = candidates.filter(({ site }) => site.precision === 'region');
  if (kind === 'region' && regions.length > 0) return unique(regions);
  const called = candidates.filter(({ other }) => !other);
  const own = called.filter(({ needsKind }) => !needsKind);
  const others = candidates.filter(({ other, site }) => other && isKnownBy(site, called));
  const bare = [...own, ...others];
  const cities = bare.filter(({ site }) => site.precision === 'city');
  return kind === 'city' && cities.length > 0 ? unique(cities) : withoutOwn(unique(bare));
}

/**
 * Odesa as "Odessa", since it is far larger than the one in Texas; Genève as "Geneva", since its canton is called so; not
 * Hong Kong as "Victoria".
 */
const isKnownBy = ({ people, country, region }: Site, own: readonly Candidate[]): boolean => {
  const namesRegion = own.some(
    ({ site }) => site.precision === 'region' && site.country === country && site.region === region,
  );
  const others = own.filter(({ site }) => site.country !== country);
  return (
    (people >= KNOWN_BY_OTHER || (namesRegion && people >= LARGE)) &&
    others.every(({ site }) => people >= DOMINANT * site.people)
  );
};

const unique = (candidates: readonly Candidate[]): Site[] => [
  ...new Map(candidates.map(({ site }) => [site.geonames, site])).values(),
];

/** Singapore is the country, not its town; New York the town, not its state. */
function withoutOwn(sites: readonly Site[]): readonly Site[] {
  const country = sites.find(({ precision }) => precision === 'country');
  if (country) return sites.filter((site) => site === country || site.country !== country.country);
  const towns = sites.filter(({ precision }) => precision === 'city');
  return sites.filter(
    (site) => site.precision !== 'region' || !towns.some((town) => isIn(town, site) && town.people >= LARGE),
  );
}
