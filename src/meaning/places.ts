import type { Parse } from '../language/parse.ts';
import type { Document } from '../text/document.ts';
import { type Span, slice } from '../text/span.ts';
import { candidatesOf, keyOf, type Precision, type Site } from './gazetteer.ts';
import type { Place } from './meaning.ts';
import { actsAsSomebody } from './metonym.ts';
import { isListed, type PlaceName, peopleNames, placeNames } from './place-names.ts';
import { type Context, contextOf, dominant, isSpokenOf, outerOf, senseOf } from './place-sense.ts';
import { isIn, sitesOf } from './place-sites.ts';

/** A town of this size is a place wherever its name stands alone; a smaller one needs "in", its country or the like. */
const KNOWN_TOWN = 500_000;
/** So for regions. */
const KNOWN_REGION = 1_000_000;
/** Countries and regions that are names of people too; the others are no name of a person. */
const GIVEN = new Set('jordan chad georgia virginia washington victoria montana dakota'.split(' '));

/**
 * The places that the text names, each with the one entry of the gazetteer that it means; without id and point where
 * two are left. A name that stands for a government or a team is no place, nor is a part of a longer name.
 */
export function places(document: Document, parse: Parse): Place[] {
  const names = [...datelineNames(document), ...placeNames(parse)];
  const told = toldSites(parse, names);
  const context = contextOf(parse, names);
  const people = peopleNames(parse, names);
  const sensed = names.map((name, i) =>
    sensedOf(name, told.at.get(i) ?? null, told.by.get(name.key) ?? listed(parse, names, i), context),
  );
  const mayBe = sensed.map((each) => mayBePlace(parse, each, people));
  const known = new Set(sensed.filter((each, i) => mayBe[i] && isSure(each, context)).map(({ name }) => name.key));
  return sensed.filter(({ name }, i) => mayBe[i] && known.has(name.key)).map((each) => placeOf(document, each));
}

/** "KYIV, Ukraine": outside the words of the sentences, so without a place among them. */
function datelineNames({ text, dateline }: Document): PlaceName[] {
  if (!dateline) return [];
  return [...slice(text, dateline).matchAll(/[^,/()]+/g)].flatMap((part) => {
    const name = part[0].trim();
    const start = dateline[0] + part.index + part[0].indexOf(name);
    const candidates = candidatesOf(keyOf(name));
    const found = {
      first: NOWHERE,
      last: NOWHERE,
      span: [start, start + name.length] as Span,
      key: keyOf(name),
      candidates,
    };
    const sites = sitesOf(candidates, null);
    return sites.length > 0 ? [{ ...found, sites, kind: null, isWhere: true, isAlone: true }] : [];
  });
}

const NOWHERE = -9;

interface Told {
  /** the sites that the words beside a name leave, by the name's index: "Paris, Texas" */
  readonly at: ReadonlyMap<number, readonly Site[]>;
  /** by name: one sense a document (Gale, Church and Yarowsky 1992) */
  readonly by: ReadonlyMap<string, readonly Site[]>;
}

function toldSites(parse: Parse, names: readonly PlaceName[]): Told {
  const at = new Map<number, readonly Site[]>();
  const by = new Map<string, readonly Site[]>();
  names.forEach((name, i) => {
    const next = names[i + 1];
    if (next && isOwnedBy(parse, name, next)) tell(at, i + 1, insideOf(next.sites, name.sites));
    if (next?.first === NOWHERE) tell(at, i, insideOf(name.sites, next.sites));
    const outer = outerOf(parse, name, next);
    const inner = insideOf(name.sites, outer);
    if (inner.length > 0) {
      at.set(i, inner);
      by.set(name.key, inner);
      if (next?.first === name.last + 1) at.set(i + 1, aroundAll(next.sites, inner));
    } else if (outer.length > 0 && isElsewhere(parse, name)) by.set(name.key, []);
  });
  for (const [key, region] of regionsBeside(names)) if (!by.has(key)) by.set(key, region);
  return { at, by };
}

/** Of this size a town is meant by its name alone, whatever is said of the region around it: Kyiv. */
const OWN_TOWN = 1_000_000;

/** "in Kursk" where the document also says "the Kursk region": the town or the region. */
function regionsBeside(names: readonly PlaceName[]): Map<string, readonly Site[]> {
  const named = names.filter(({ kind, sites }) => kind === 'region' && sites.length === 1);
  const regions = new Map(named.map(({ key, sites }) => [key, sites[0]!]));
  return new Map(
    names
      .filter(({ key, kind }) => kind === null && regions.has(key))
      .filter(({ sites }) => sites.every(({ people, feature }) => people < OWN_TOWN && feature !== 'PPLC'))
      .map(({ key, sites }) => [key, [...sites, regions.get(key)!]]),
  );
}

const tell = (at: Map<number, readonly Site[]>, i: number, sites: readonly Site[]): void => {
  if (sites.length > 0) at.set(i, sites);
};

/** "Ukraine's Kharkiv" */
const isOwnedBy = (parse: Parse, { last }: PlaceName, next: PlaceName): boolean =>
  next.first === last + 1 && /^['’]s?$/.test(parse.words[last]!.text);

/** "Ringsted, Iowa," is none of the gazetteer's: a list ("Paris, Germany and Spain") says nothing. */
const isElsewhere = (parse: Parse, { last, candidates }: PlaceName): boolean =>
  parse.words[last]!.text === ',' &&
  candidates.every(({ site }) => site.precision === 'city') &&
  [1, 2].some((k) => /^[,.;]$/.test(parse.words[last + 1 + k]?.text ?? ''));

/** "Ukraine, GEORGIA and Moldova" are countries, "Alabama, GEORGIA and Florida" regions. */
function listed(parse: Parse, names: readonly PlaceName[], i: number): readonly Site[] | undefined {
  const sites = names[i]!.sites;
  if (sites.length < 2) return undefined;
  const levels = [i - 1, i + 1]
    .filter((k) => names[k] && isListed(parse, names[Math.min(i, k)]!, names[Math.max(i, k)]!))
    .map((k) => levelOf(names[k]!.sites));
  const alike = sites.filter(({ precision }) => precision !== 'city' && levels.every((level) => level === precision));
  return levels.length > 0 && alike.length > 0 ? alike : undefined;
}

const levelOf = (sites: readonly Site[]): Precision | null =>
  (sites.length === 1 ? sites[0]! : dominant(sites))?.precision ?? null;

const insideOf = (sites: readonly Site[], outer: readonly Pick<Site, 'country' | 'region'>[]): Site[] =>
  sites.filter((site) => outer.some((around) => isIn(site, around)));
const aroundAll = (sites: readonly Site[], inner: readonly Site[]): Site[] =>
  sites.filter((around) => around.precision !== 'city' && inner.some((site) => isIn(site, around)));

interface Sensed {
  readonly name: PlaceName;
  readonly sites: readonly Site[];
  readonly site: Site | null;
  readonly isTold: boolean;
}

function sensedOf(
  name: PlaceName,
  here: readonly Site[] | null,
  elsewhere: readonly Site[] | undefined,
  context: Context,
): Sensed {
  const told = here ?? (name.kind === null ? elsewhere : undefined);
  const sites = told ?? name.sites;
  const site = told?.length === 1 ? told[0]! : senseOf(sites, name.key, context);
  return { name, sites, site, isTold: here !== null };
}

/** Not somebody's name, nor a common word, nor a name that acts. */
function mayBePlace(parse: Parse, each: Sensed, people: ReadonlySet<string>): boolean {
  const { name, isTold } = each;
  if (isTold || name.first === NOWHERE) return true;
  if (name.candidates.some(({ common }) => common) && !name.isWhere) return false;
  if (people.has(name.key) && isPersonal(each)) return false;
  return name.kind !== null || !actsAsSomebody(parse, name.first, name.last);
}

/** "Clinton" where somebody is called so; but "in Sydney" where Sydney Lee speaks. */
function isPersonal({ name, sites, site }: Sensed): boolean {
  if (name.isWhere) return (site?.people ?? 0) < KNOWN_TOWN;
  return GIVEN.has(name.key) || sites.every(({ precision }) => precision === 'city');
}

/** Is it beyond doubt that the name is a place's, whichever it is? */
function isSure({ name, sites, site, isTold }: Sensed, { countries }: Context): boolean {
  if (isTold || name.isWhere || name.kind) return true;
  if (sites.some(({ precision }) => precision === 'country')) return true;
  if (!site) return false;
  if (site.people >= (site.precision === 'region' ? KNOWN_REGION : KNOWN_TOWN)) return true;
  return name.isAlone && sites.length === 1 && isSpokenOf(countries, site.country, name.key);
}

function placeOf({ text }: Document, { name, sites, site }: Sensed): Place {
  if (!site)
    return {
      span: name.span,
      name: slice(text, name.span),
      geonames: null,
      lat: null,
      lon: null,
      precision: shared(sites),
    };
  const { geonames, lat, lon, precision } = site;
  return { span: name.span, name: site.name, geonames, lat, lon, precision };
}

const shared = ([first, ...others]: readonly Site[]): Precision | null =>
  first && others.every(({ precision }) => precision === first.precision) ? first.precision : null;
