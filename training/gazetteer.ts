/**
 * Writes the gazetteer that ships with Hearsay from the shared data:
 *
 *     node training/gazetteer.ts [--shared ../shared]
 *
 * lexicons/geo/names.gz   what a text may call a place: `key, ids`, sorted by key
 * lexicons/geo/places.gz  the places: `id, precision, name, country, region, lat, lon, people, feature`, sorted by id
 *
 * GeoNames (CC BY 4.0) tells no coordinates of countries and regions: each gets the mean of its towns' (as points on
 * a globe, each town counting once), never its capital's. Its people, where a region has none, are its towns'.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { keyOf } from '../src/meaning/gazetteer.ts';

const { values: opt } = parseArgs({
  options: { shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' } },
});
const data = (...path: string[]): string => {
  const bytes = readFileSync(join(opt.shared, 'data', ...path));
  return (path.at(-1)!.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const table = (name: string): string[][] =>
  data('geo', name)
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));

/** A name that is so often a word of English that it must stand where only a place can: "in Reading", "Nice, France". */
const COMMON = 4;
/** Other names of towns smaller than this are hardly used in English reports and often mistaken for something else. */
const OTHER_NAMES_FROM = 50_000;

/** GeoNames' countries of the past. */
const GONE = new Set(['CS', 'AN']);
// biome-ignore format: a table
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  US: 'U.S.|US|U.S.A.|USA|United States of America|America', GB: 'Britain|Great Britain|UK|U.K.', KR: 'ROK|Republic of Korea|Korea',
  KP: 'DPRK|Korea', CD: 'DR Congo|DRC|Congo|Congo-Kinshasa|Democratic Republic of Congo', CG: 'Congo|Congo-Brazzaville|Republic of Congo', AE: 'UAE|U.A.E.|Emirates',
  CZ: 'Czech Republic', MM: 'Burma', CI: "Cote d'Ivoire", CV: 'Cape Verde', TL: 'East Timor|Timor-Leste', SZ: 'Swaziland', MK: 'Macedonia',
  NL: 'Netherlands|Holland', PS: 'Palestine|Palestinian Territories', VA: 'Vatican City|Holy See', TR: 'Turkiye', BA: 'Bosnia|Bosnia-Herzegovina', MO: 'Macau',
  TT: 'Trinidad', GM: 'The Gambia', BS: 'The Bahamas', SA: 'KSA', CN: "People's Republic of China|PRC", AX: 'Åland', RU: 'Russian Federation', FK: 'Falklands',
  VI: 'US Virgin Islands', KN: 'St. Kitts and Nevis', BY: 'Belorussia', KG: 'Kirghizia', SY: 'Syrian Arab Republic', NZ: 'Aotearoa',
};
/** Usual names of regions that GeoNames' table does not have, by id. */
// biome-ignore format: a table
const REGION_NAMES: Readonly<Record<string, string>> = {
  281132: 'Gaza', 703446: 'Kyiv Oblast', 706482: 'Kharkiv Oblast|Kharkov Oblast', 698738: 'Odesa Oblast', 702657: 'Lugansk Oblast', 524894: '', 703447: '', 694422: 'Sevastopol',
  709929: 'Dnipro Oblast|Dnipropetrovsk', 687699: 'Zaporizhia|Zaporozhye', 687869: 'Transcarpathia', 536199: 'Leningrad Oblast', 2847618: 'Rhineland-Palatinate', 2944387: 'Bremen',
  2950157: '', 2911297: '', 581043: 'Arkhangelsk Oblast', 2017623: 'Primorsky Krai|Primorye Territory', 485239: 'Tatarstan', 1269320: 'Kashmir', 1184196: 'Kashmir', 6115047: 'Quebec', 170792: 'Deir al-Zor|Deir Ezzor', 1508290: 'Chelyabinsk Oblast',
};
/** Names that English reports use now, where GeoNames' table has an older or a Russian one. */
// biome-ignore format: a table
const NOW: Readonly<Record<string, string>> = {
  703446: 'Kyiv Oblast', 706482: 'Kharkiv Oblast', 698738: 'Odesa Oblast', 536199: 'Leningrad Oblast', 581043: 'Arkhangelsk Oblast',
};
/** Usual spellings that GeoNames' other names lack. */
// biome-ignore format: a table
const SPELLINGS: readonly (readonly [id: string, names: string])[] = [
  ['5128581', 'NYC|New York'], ['5368361', 'L.A.'], ['173811', 'Hasakah|Hasaka'], ['170794', 'Deir al-Zor|Deir Ezzor|Deir al-Zour'], ['281124', 'Khan Younis'], ['687700', 'Zaporizhzhia'], ['79415', 'Hodeidah'], ['283506', 'Jenin'], ['281141', 'Deir al-Balah'], ['72968', 'Marib'],
];
/** A region whose plain name is its own and no town's: Gaza is the strip; its town is Gaza City. */
const TOWN_NAMES: Readonly<Record<string, string>> = { 281133: 'Gaza City', 6325494: 'Quebec City' };
const BARE = new Set(['Gaza', 'Quebec']);
/** English reports leave the Arabic article out: "Qamishli". */
const ARTICLE = /^(?:A[dlnrstz]|Ash|El)[ -](?=\p{Lu}\p{L}{4})/u;
/** Bodies and things that other names of towns would be taken for. */
const NEVER = new Set(
  (
    'federal city|federal capital|federal town|the city|capital|centre|center|islamic state|union|republic|asia|europe|africa|america|antarctica|oceania|obama|trump|pope|lion|' +
    'capitol hill|whitehall|kremlin|white house|pentagon|foggy bottom|downing street|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|' +
    'christmas|easter|sharif|ali|hassan|mohammed|muhammad|putin|biden|bush|kim|lee|park|king|modi|khan|nasa|nato'
  ).split('|'),
);

const KIND =
  "Oblast[’']?|oblast|Krai|Kray|Republic|Province|Region|District|Governorate|State|County|Department|Prefecture|Territory|Municipality|Voivodeship|Canton|Strip";
const kindless = (name: string): string =>
  name.replace(new RegExp(`^(?:Republic of|State of|City state) |[ ](?:${KIND})$`), '');
/** "Northern District" is no name without its kind. */
const DIRECTION =
  /^(?:(?:north|south|east|west)(?:ern)?|central|center|centre|capital|federal|northwest|northeast|southwest|southeast|inner|outer|upper|lower|metropolitan|national|islands?|eastern visayas)$/;

const common = new Map<string, number>();
const texts = data('ud-english', 'en_ewt-ud-train.conllu.gz') + data('polnear', 'train', 'corenlp.conllu.gz');
for (const [, word] of texts.matchAll(/^\d+\t(\p{Ll}[\p{Ll}'-]*)\t/gmu))
  common.set(word!, (common.get(word!) ?? 0) + 1);
const isCommon = (key: string, least = COMMON): boolean => (common.get(key) ?? 0) >= least;

interface Row {
  readonly id: string;
  readonly precision: 'country' | 'region' | 'city';
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly feature: string;
  readonly at: readonly [lat: number, lon: number] | null;
  readonly people: number;
}

/** The middle of points on a globe: no line of dates runs through it. */
function middle(points: readonly (readonly [number, number])[]): [number, number] | null {
  const sum = [0, 0, 0];
  for (const [lat, lon] of points.map(([a, b]) => [(a * Math.PI) / 180, (b * Math.PI) / 180] as const)) {
    sum[0]! += Math.cos(lat) * Math.cos(lon);
    sum[1]! += Math.cos(lat) * Math.sin(lon);
    sum[2]! += Math.sin(lat);
  }
  if (points.length === 0) return null;
  const [x, y, z] = sum as [number, number, number];
  const degrees = (radians: number): number => Math.round((radians * 18_000) / Math.PI) / 100;
  return [degrees(Math.atan2(z, Math.hypot(x, y))), degrees(Math.atan2(y, x))];
}

const towns: Row[] = table('cities.tsv.gz').map(([name, , country, region, lat, lon, people, id, feature]) => ({
  id: id!,
  precision: 'city',
  name: name!,
  country: country!,
  region: region!,
  feature: feature!,
  at: [Number(lat), Number(lon)],
  people: Number(people),
}));
const townsOf = new Map<string, Row[]>();
for (const town of towns)
  for (const key of [town.country, `${town.country}.${town.region}`])
    townsOf.set(key, [...(townsOf.get(key) ?? []), town]);
const inside = (key: string) => townsOf.get(key) ?? [];
const pointsOf = (key: string) => middle(inside(key).map(({ at }) => at!));

const countries: Row[] = table('countries.tsv')
  .filter(([iso, , , , , , id]) => !GONE.has(iso!) && Number(id) > 0)
  .map(([iso, , name, , , people, id]) => ({
    id: id!,
    precision: 'country',
    name: name!,
    country: iso!,
    region: '',
    feature: '',
    at: pointsOf(iso!),
    people: Number(people),
  }));
const regions: Row[] = table('admin1.tsv.gz').map(([name, , country, region, id]) => ({
  id: id!,
  precision: 'region',
  name: name!,
  country: country!,
  region: region!,
  feature: '',
  at: pointsOf(`${country}.${region}`),
  people: inside(`${country}.${region}`).reduce((sum, { people }) => sum + people, 0),
}));

/** key → ids; `id-` is a region that needs its kind beside it ("Kursk region"), `id~` a common word as well, `id*` one of its other names */
const names = new Map<string, Set<string>>();
function call(name: string, id: string, mark = ''): void {
  const key = keyOf(name.replace(/\s+/g, ' '));
  if (
    key.length < 2 ||
    /\b(?:university|college|country club|airport)\b/.test(key) ||
    (NEVER.has(key) && mark !== ' ') ||
    (mark === '-' && isCommon(key))
  )
    return;
  const ids = names.get(key) ?? new Set();
  names.set(key, ids.add(`${id}${mark || (isCommon(key) ? '~' : '')}`));
}

for (const { id, name, country } of countries) {
  call(name.replace(/^The /, ''), id, ' ');
  for (const other of COUNTRY_NAMES[country]?.split('|') ?? []) call(other.replace(/^The /, ''), id, ' ');
}
const others = new Map(table('city-names.tsv.gz').map(([id, latin]) => [id!, latin!.split('|').filter(isUsable)]));
const seats = new Set(
  towns
    .filter(({ feature }) => /^PPL[AC]$/.test(feature))
    .flatMap(({ id, country, name }) => [name, ...(others.get(id) ?? [])].map((each) => `${country} ${keyOf(each)}`)),
);
for (const { id, name, country, region } of regions) {
  const townsHere = new Set(inside(`${country}.${region}`).map((town) => keyOf(town.name)));
  for (const each of [name, ...(REGION_NAMES[id]?.split('|') ?? [])].filter(Boolean)) {
    const bare = kindless(each);
    if (bare !== each) call(each, id);
    const far = country === 'US';
    const shared = townsHere.has(keyOf(bare)) || seats.has(`${country} ${keyOf(bare)}`);
    if (BARE.has(each)) call(each, id);
    else
      call(
        bare,
        id,
        (shared && !far) || DIRECTION.test(keyOf(bare)) || (bare !== each && !REGION_NAMES[id]) ? '-' : '',
      );
  }
}
/** Not LON (an airport), "lun dui" (a machine's spelling), "Luân Đôn" (no English report's). */
function isUsable(name: string): boolean {
  return (
    /^\p{Lu}[\x20-\x7e]{3,}$/u.test(name) &&
    !/^[A-Z]+$/.test(name) &&
    /^[A-Za-z .'-]+$/.test(name) &&
    !/\b(?:Shi|Shih|Oblast|osh|City of|Kota|Gorad|Lungsod)\b/.test(name)
  );
}
const regionIds = new Map(regions.map(({ country, region, id }) => [`${country}.${region}`, id]));
for (const { id, name, people, country, region } of towns) {
  if (TOWN_NAMES[id]) {
    call(TOWN_NAMES[id], id);
    continue;
  }
  call(name.replace(/^The /, ''), id);
  if (ARTICLE.test(name)) call(name.replace(ARTICLE, ''), id);
  for (const part of name.split(' / ').slice(0, name.includes(' / ') ? undefined : 0)) call(part, id);
  if (people < OTHER_NAMES_FROM) continue;
  for (const other of others.get(id) ?? []) {
    const key = keyOf(other);
    if (
      names.get(key)?.has(regionIds.get(`${country}.${region}`) ?? '') ||
      key.split(/[ -]/).every((word) => isCommon(word, 1)) ||
      names.get(key)?.has(id)
    )
      continue;
    call(other, id, '*');
  }
}
for (const [id, spelt] of SPELLINGS) for (const name of spelt.split('|')) call(name, id);

const sorted = (lines: string[]): string => lines.sort((a, b) => (a < b ? -1 : 1)).join('\n');
const write = (file: string, lines: string[]): number => {
  const bytes = gzipSync(`${sorted(lines)}\n`, { level: 9 });
  writeFileSync(new URL(`../lexicons/geo/${file}`, import.meta.url), bytes);
  return bytes.length;
};
const sizes = [
  write(
    'names.gz',
    [...names].map(
      ([key, ids]) =>
        `${key}\t${[...ids]
          .map((id) => id.trim())
          .sort()
          .join(' ')}`,
    ),
  ),
  write(
    'places.gz',
    [...countries, ...regions, ...towns].map(({ id, precision, name, country, region, at, people, feature }) =>
      [
        id,
        precision,
        NOW[id] ?? (precision === 'country' ? name.replace(/^The /, '') : name),
        country,
        region,
        at?.[0] ?? '',
        at?.[1] ?? '',
        people,
        feature,
      ].join('\t'),
    ),
  ),
];
console.log(
  `${names.size} names of ${countries.length} countries, ${regions.length} regions, ${towns.length} towns: ${sizes.join(' + ')} bytes`,
);
