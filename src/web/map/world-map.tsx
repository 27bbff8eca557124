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
  const path = useMemo(() => geoPath(projectionFor(places, isWorld)), [places, isWorld]);
  const named = useMemo(() => countriesNamed(countries, places), [countries, places]);
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
      {places
        .filter(({ precision }) => precision !== 'country')
        .map((place) => (
          <Mark key={placeKey(place)} place={place} path={path} isChosen={placeKey(place) === chosen} choose={choose} />
        ))}
    </svg>
  );
}

function Mark({
  place,
  path,
  isChosen,
  choose,
}: {
  readonly place: Placed;
  readonly path: ReturnType<typeof geoPath>;
  readonly isChosen: boolean;
  readonly choose: (place: string | null) => void;
}) {
  const at: [number, number] = [place.lon, place.lat];
  const [x, y] = path.centroid({ type: 'Point', coordinates: at });
  const circle = geoCircle().center(at).radius(REGION)();
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
      <text x={x + 9} y={y + 4}>
        {place.name}
      </text>
    </g>
  );
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

/** What is named more precisely than by its country fills the map; where nothing is, or it is asked for, the world does. */
function projectionFor(places: readonly Placed[], isWorld: boolean) {
  const precise = places.filter(({ precision }) => precision !== 'country');
  if (isWorld || precise.length === 0) return geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  const around = precise.flatMap(({ lon, lat }) => [
    [lon - ROOM, lat - ROOM],
    [lon + ROOM, lat + ROOM],
  ]);
  return geoMercator().fitSize([WIDTH, HEIGHT], { type: 'MultiPoint', coordinates: around });
}
