import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Precision = 'country' | 'region' | 'city';

/** A place of GeoNames. A country's and a region's point is the mean of its towns', never its capital's. */
export interface Site {
  readonly geonames: number;
  readonly precision: Precision;
  readonly name: string;
  /** ISO 3166-1 */
  readonly country: string;
  /** GeoNames' code of the first-level region, "" for a country */
  readonly region: string;
  /** null for a country or region without a town in the gazetteer */
  readonly lat: number | null;
  readonly lon: number | null;
  /** a region's are those of its towns */
  readonly people: number;
  /** PPLC is a national capital, PPLA the seat of a region; "" for countries and regions */
  readonly feature: string;
}

/** A site that goes by a name. */
export interface Candidate {
  readonly site: Site;
  /** the name is this region's only beside a word that says so: "Kursk region" */
  readonly needsKind: boolean;
  /** the name is a word of English too: "Reading", "Nice" */
  readonly common: boolean;
  /** an older or foreign name of a town: "Lvov" */
  readonly other: boolean;
}

/** "Saint-Denis" and "St. Petersburg" as the gazetteer has them: small letters without marks, "saint" in full. */
export function keyOf(name: string): string {
  const small = name.toLowerCase().replace(/[’‘ʼʻ`]/g, "'");
  const plain = /^[\x20-\x7e]*$/.test(small) ? small : unmarked(small);
  return plain.startsWith('st') || plain.includes(' st') ? plain.replace(/(^| )(?:st\.|st(?= ))/g, '$1saint') : plain;
}

const unmarked = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae');

/** Both files are sorted lines: one is found by halving, so that nothing has to be built when they load. */
let files: { readonly names: string; readonly places: string } | undefined;

const unpacked = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../../lexicons/geo/${name}.gz`, import.meta.url))).toString('utf8');

const loaded = () => {
  files ??= { names: unpacked('names'), places: unpacked('places') };
  return files;
};

/** What follows `key` and a tab in its line; null where no line opens with it. */
function lineOf(lines: string, key: string): string | null {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : lines.lastIndexOf('\n', middle - 1) + 1;
    const tab = lines.indexOf('\t', start);
    const own = lines.slice(start, tab);
    if (own === key) return lines.slice(tab + 1, lines.indexOf('\n', tab));
    if (own < key) low = lines.indexOf('\n', tab) + 1;
    else high = start;
  }
  return null;
}

/** The place with a GeoNames id; throws for one that the gazetteer lacks. */
export function siteOf(id: string): Site {
  const line = lineOf(loaded().places, id);
  if (line === null)
    throw new Error(`lexicons/geo has no place ${id}: write both files again with training/gazetteer.ts`);
  const [precision, name, country, region, lat, lon, people, feature] = line.split('\t');
  return {
    geonames: Number(id),
    precision: precision as Precision,
    name: name!,
    country: country!,
    region: region!,
    lat: lat ? Number(lat) : null,
    lon: lon ? Number(lon) : null,
    people: Number(people),
    feature: feature!,
  };
}

/** Names that reports use again and again are kept; then all are forgotten. */
const MOST_KNOWN = 20_000;
const known = new Map<string, readonly Candidate[]>();
const NONE: readonly Candidate[] = [];

/** What goes by a name, as `keyOf` has it; none for a name that the gazetteer lacks. */
export function candidatesOf(key: string): readonly Candidate[] {
  const before = known.get(key);
  if (before) return before;
  const ids = lineOf(loaded().names, key)?.split(' ') ?? [];
  const found = ids.length ? ids.map(candidateOf) : NONE;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

const candidateOf = (id: string): Candidate => ({
  site: siteOf(id.replace(/[-~*]$/, '')),
  needsKind: id.endsWith('-'),
  common: id.endsWith('~'),
  other: id.endsWith('*'),
});
