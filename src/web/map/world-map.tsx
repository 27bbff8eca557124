import { geoCircle, geoContains, geoMercator, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { useEffect, useMemo, useState } from 'react';
import { feature } from 'topojson-client';
import { type Placed, placeKey } from './places.tsx';

const WIDTH = 900;
const HEIGHT = 560;
/** About as wide as a region: half of it in degrees. It is drawn dashed, since its true border is not known here. */
const REGION = 1.1;
/** Around what is named, so that one town is not the whole map; in degrees. */
const ROOM = 5;

interface Drawn {
  readonly places: readonly Placed[];
  readonly chosen: string | null;
  readonly isWorld: boolean;
  readonly choose: (place: string | null) => void;
}

/** Coasts and borders of Natural Earth, from the package: no tile is asked of anybody. */
export function WorldMap({ places, chosen, isWorld, choose }: Drawn) {
  const countries = useCountries();
  const path = useMemo(() => geoPath(projectionFor(places, chosen, isWorld)), [places, chosen, isWorld]);
  const named = useMemo(() => countriesNamed(countries, places), [countries, places]);
  const marks = useMemo(() => labelled(places, path), [places, path]);
  return (
    <svg
      className="world"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Map of the places named; the list beside it has the same"
    >
      <g>
        {countries.map((country, i) => {
          const key = named.get(country);
          return (
            <path
              key={i}
              d={path(country) ?? ''}
              className={['country', key !== undefined && 'named', key === chosen && key !== undefined && 'chosen']
                .filter(Boolean)
                .join(' ')}
            />
          );
        })}
      </g>
      {marks.map(({ place, at, label }) => (
        <Mark
          key={placeKey(place)}
          place={place}
          at={at}
          label={label}
          path={path}
          isChosen={placeKey(place) === chosen}
          choose={choose}
        />
      ))}
    </svg>
  );
}

interface Labelled {
  readonly place: Placed;
  readonly at: readonly [x: number, y: number];
  /** on which side its name has room; null where it has none: the list has it */
  readonly label: 'right' | 'left' | null;
}

function Mark({
  place,
  at: [x, y],
  label,
  path,
  isChosen,
  choose,
}: Labelled & {
  readonly path: ReturnType<typeof geoPath>;
  readonly isChosen: boolean;
  readonly choose: (place: string | null) => void;
}) {
  const circle = geoCircle().center([place.lon, place.lat]).radius(REGION)();
  const side = label ?? (isChosen ? 'right' : null);
  return (
    <g
      className={isChosen ? 'place-mark chosen' : 'place-mark'}
      onClick={() => choose(isChosen ? null : placeKey(place))}
    >
      {place.precision === 'city' ? (
        <circle cx={x} cy={y} r={isChosen ? 7 : 5} className="point" />
      ) : (
        <path d={path(circle) ?? ''} className="area" />
      )}
      {side && (
        <text x={side === 'right' ? x + GAP : x - GAP} y={y + 5} textAnchor={side === 'right' ? 'start' : 'end'}>
          {place.name}
        </text>
      )}
    </g>
  );
}

const GAP = 9;
/** A letter of a name is about so wide, and a line so high, in units of the drawing. */
const LETTER = 8.5;
const LINE = 18;

/** Names where they have room, those in the most statements first: two names over one another are no names. */
function labelled(places: readonly Placed[], path: ReturnType<typeof geoPath>): Labelled[] {
  const taken: (readonly [left: number, right: number, y: number])[] = [];
  const isFree = (left: number, right: number, y: number) =>
    left > 0 && right < WIDTH && taken.every((one) => right < one[0] || left > one[1] || Math.abs(y - one[2]) > LINE);
  return places
    .filter(({ precision }) => precision !== 'country')
    .toSorted((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .map((place) => {
      const [x, y] = path.centroid({ type: 'Point', coordinates: [place.lon, place.lat] });
      const width = place.name.length * LETTER + GAP;
      const side = isFree(x - GAP, x + width, y) ? 'right' : isFree(x - width, x + GAP, y) ? 'left' : null;
      if (side === 'right') taken.push([x - GAP, x + width, y]);
      if (side === 'left') taken.push([x - width, x + GAP, y]);
      return { place, at: [x, y], label: side };
    });
}

/** The countries of the world; none until they are there. */
function useCountries(): readonly Feature[] {
  const [found, setFound] = useState<readonly Feature[]>([]);
  useEffect(() => {
    let isShown = true;
    void import('world-atlas/countries-50m.json', { with: { type: 'json' } }).then((world) => {
      const topology = world.default;
      const all = feature(topology, topology.objects.countries!) as FeatureCollection;
      if (isShown) setFound(all.features);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return found;
}

/** Which country a place of its precision is: the one its point stands in. */
function countriesNamed(countries: readonly Feature[], places: readonly Placed[]): ReadonlyMap<Feature, string> {
  const found = new Map<Feature, string>();
  for (const place of places.filter(({ precision }) => precision === 'country')) {
    const country = countries.find((one) => geoContains(one, [place.lon, place.lat]));
    if (country) found.set(country, placeKey(place));
  }
  return found;
}

/** What is chosen fills the map, else what is named more precisely than by its country; where nothing is, or it is asked for, the world does. */
function projectionFor(places: readonly Placed[], chosen: string | null, isWorld: boolean) {
  const named = places.filter(({ precision }) => precision !== 'country');
  const near = named.filter((place) => placeKey(place) === chosen);
  const precise = near.length > 0 ? near : named;
  if (isWorld || precise.length === 0) return geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  const around = precise.flatMap(({ lon, lat }) => [
    [lon - ROOM, lat - ROOM],
    [lon + ROOM, lat + ROOM],
  ]);
  return geoMercator().fitSize([WIDTH, HEIGHT], { type: 'MultiPoint', coordinates: around });
}
