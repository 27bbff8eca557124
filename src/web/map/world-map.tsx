import { geoCircle, geoContains, geoMercator, geoNaturalEarth1, geoPath } from 'd3-geo';
import { type ZoomTransform, zoomIdentity } from 'd3-zoom';
import type { Feature, FeatureCollection } from 'geojson';
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { feature } from 'topojson-client';
import { labelPlaces, type Side } from '../parts/label-places.ts';
import { type Placed, placeKey } from './places.tsx';
import { filling, useZoom } from './use-zoom.ts';

const WIDTH = 900;
const HEIGHT = 660;
const SIZE = [WIDTH, HEIGHT] as const;
/** About as wide as a region: half of it in degrees. It is drawn dashed, since its true border is not known here. */
const REGION = 1.1;
/** Around what is named, so that one town is not the whole map; in degrees. */
const ROOM = 5;

type Path = ReturnType<typeof geoPath>;

interface Drawn {
  readonly places: readonly Placed[];
  readonly chosen: string | null;
  readonly isWorld: boolean;
  readonly choose: (place: string | null) => void;
}

/** Coasts and borders of Natural Earth, from the package: no tile is asked of anybody. */
export function WorldMap({ places, chosen, isWorld, choose }: Drawn) {
  const drawing = useRef<SVGSVGElement>(null);
  const countries = useCountries();
  const path = useMemo(() => pathOf(isWorld), [isWorld]);
  const named = useMemo(() => countriesNamed(countries, places), [countries, places]);
  const start = useStart(path, places, chosen, isWorld);
  const { at, move, onKeyDown, nearer, farther } = useZoom(drawing, SIZE, start.transform);
  const unit = useUnit(drawing);
  const marks = useMemo(() => marksOf(places, path, at, unit), [places, path, at, unit]);
  const choosing = (place: string | null) => {
    start.stay(place);
    choose(place);
  };
  return (
    <div
      className="world-place"
      role="group"
      aria-label="Map: arrows move it, + and − come closer and go back"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <svg
        ref={drawing}
        className="world"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="Map of the places named; the list beside it has the same"
      >
        <g transform={at.toString()}>
          <Land countries={countries} path={path} named={named} chosen={chosen} />
          {marks.map(
            ({ place }) =>
              place.precision !== 'city' && (
                <Area
                  key={placeKey(place)}
                  {...{ place, path }}
                  isChosen={placeKey(place) === chosen}
                  choose={choosing}
                />
              ),
          )}
        </g>
        {marks.map((mark) => (
          <Mark
            key={placeKey(mark.place)}
            {...mark}
            unit={unit}
            isChosen={placeKey(mark.place) === chosen}
            choose={choosing}
          />
        ))}
      </svg>
      <div className="zoom">
        <button type="button" aria-label="Closer" onClick={nearer}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={farther}>
          −
        </button>
        <button type="button" onClick={() => move.to(aroundAll(path, places))}>
          Fit
        </button>
      </div>
    </div>
  );
}

const pathOf = (isWorld: boolean): Path =>
  geoPath((isWorld ? geoNaturalEarth1() : geoMercator()).precision(FINE).fitSize([WIDTH, HEIGHT], { type: 'Sphere' }));

/** In units of the whole world: what is a fine line there is a broken one where a town fills the map. */
const FINE = 0.02;

/** Drawn once; it is moved whole. */
const Land = memo(function Land({
  countries,
  path,
  named,
  chosen,
}: {
  readonly countries: readonly Feature[];
  readonly path: Path;
  readonly named: ReadonlyMap<Feature, string>;
  readonly chosen: string | null;
}) {
  return countries.map((country, i) => {
    const key = named.get(country);
    const looks = ['country', key !== undefined && 'named', key !== undefined && key === chosen && 'chosen'];
    return <path key={i} d={path(country) ?? ''} className={looks.filter(Boolean).join(' ')} />;
  });
});

interface Choosing {
  readonly place: Placed;
  readonly isChosen: boolean;
  readonly choose: (place: string | null) => void;
}

function Area({ place, path, isChosen, choose }: Choosing & { readonly path: Path }) {
  const circle = geoCircle().center([place.lon, place.lat]).radius(REGION)();
  return (
    <path
      d={path(circle) ?? ''}
      className={isChosen ? 'place-mark area chosen' : 'place-mark area'}
      onClick={() => choose(isChosen ? null : placeKey(place))}
    />
  );
}

interface Labelled {
  readonly place: Placed;
  readonly at: readonly [x: number, y: number];
  /** on which side its name has room, or that it stands in its area; null where it has none: the list has it */
  readonly label: Side | 'within' | null;
}

/** A point for a town; for a region only its name: its area is drawn below. In pixels of the screen at every scale. */
function Mark({ place, at: [x, y], label, unit, isChosen, choose }: Labelled & Choosing & { readonly unit: number }) {
  const side = label ?? (isChosen ? 'right' : null);
  return (
    <g
      className={isChosen ? 'place-mark chosen' : 'place-mark'}
      onClick={() => choose(isChosen ? null : placeKey(place))}
    >
      {place.precision === 'city' && <circle cx={x} cy={y} r={(isChosen ? 1.4 : 1) * POINT * unit} className="point" />}
      {side && (
        <text {...textAt(x, y, side, unit)} fontSize={LETTERS * unit}>
          {place.name}
        </text>
      )}
    </g>
  );
}

/** In pixels: of the letters of a name, of the mean of one, of a line, of a point. */
const LETTERS = 13;
const LETTER = 7.4;
const LINE = 16;
const POINT = 5;

function textAt(x: number, y: number, side: NonNullable<Labelled['label']>, unit: number) {
  const away = (POINT + 4) * unit;
  const middle = y + (LETTERS * unit) / 3;
  if (side === 'within') return { x, y: middle, textAnchor: 'middle' } as const;
  if (side === 'right') return { x: x + away, y: middle };
  if (side === 'left') return { x: x - away, y: middle, textAnchor: 'end' } as const;
  const line = side === 'below' ? y + away + LETTERS * unit * 0.8 : y - away;
  return { x, y: line, textAnchor: 'middle' } as const;
}

/** Where each place stands now, those in the most statements first. */
function marksOf(places: readonly Placed[], path: Path, at: ZoomTransform, unit: number): Labelled[] {
  const shown = places
    .filter(({ precision }) => precision !== 'country')
    .toSorted((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .map((place) => ({ place, at: at.apply(pointOf(path, place)) }))
    .filter(({ at: [x, y] }) => x >= 0 && y >= 0 && x <= WIDTH && y <= HEIGHT);
  const marks = shown.map(({ place, at: [x, y] }) => ({
    ...{ x, y, radius: POINT * unit, width: place.name.length * LETTER * unit },
  }));
  const sides = labelPlaces(marks, { width: WIDTH, height: HEIGHT, line: LINE * unit });
  return shown.map((mark, i) => {
    const isWithin = mark.place.precision !== 'city' && marks[i]!.width < 2 * at.k * radiusOf(path, mark.place);
    return { ...mark, label: isWithin ? 'within' : (sides[i] ?? null) };
  });
}

const radiusOf = (path: Path, { lon, lat }: Placed): number =>
  Math.abs(pointOf(path, { lon, lat })[1] - pointOf(path, { lon, lat: lat - REGION })[1]);

const pointOf = (path: Path, { lon, lat }: Pick<Placed, 'lon' | 'lat'>): [number, number] =>
  path.centroid({ type: 'Point', coordinates: [lon, lat] });

/** What is named more precisely than by its country fills the map; where nothing is, the world does. */
function aroundAll(path: Path, places: readonly Placed[]): ZoomTransform {
  const precise = places.filter(({ precision }) => precision !== 'country');
  return precise.length > 0 ? around(path, precise) : zoomIdentity;
}

function around(path: Path, places: readonly Placed[]): ZoomTransform {
  const coordinates = places.flatMap(({ lon, lat }) => [
    [lon - ROOM, lat - ROOM],
    [lon + ROOM, lat + ROOM],
  ]);
  return filling(path.bounds({ type: 'MultiPoint', coordinates }), SIZE);
}

/** Where the map begins: at what is chosen in the list, else at all that is named. What is clicked on it moves nothing. */
function useStart(path: Path, places: readonly Placed[], chosen: string | null, isWorld: boolean) {
  const clicked = useRef<string | null>(null);
  const known = useRef(places);
  known.current = places;
  const [transform, setTransform] = useState(zoomIdentity);
  const hasPlaces = places.length > 0;
  useEffect(() => {
    if (!hasPlaces || (chosen !== null && clicked.current === chosen)) return;
    const near = known.current.filter((place) => placeKey(place) === chosen && place.precision !== 'country');
    if (isWorld) setTransform(zoomIdentity);
    else setTransform(near.length > 0 ? around(path, near) : aroundAll(path, known.current));
  }, [path, chosen, isWorld, hasPlaces]);
  const stay = (place: string | null) => {
    clicked.current = place;
  };
  return { transform, stay };
}

/** How many units of the drawing a pixel of the screen is. */
function useUnit(drawing: RefObject<SVGSVGElement | null>): number {
  const [unit, setUnit] = useState(1);
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) => entry && setUnit(WIDTH / Math.max(1, entry.contentRect.width)));
    watched.observe(drawing.current!);
    return () => watched.disconnect();
  }, [drawing]);
  return unit;
}

/** The countries of the world; none until they are there. */
function useCountries(): readonly Feature[] {
  const [found, setFound] = useState<readonly Feature[]>([]);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    let isShown = true;
    import('world-atlas/countries-50m.json', { with: { type: 'json' } })
      .then((world) => {
        const topology = world.default;
        const all = feature(topology, topology.objects.countries!) as FeatureCollection;
        if (isShown) setFound(all.features);
      })
      .catch(setError);
    return () => {
      isShown = false;
    };
  }, []);
  if (error) throw error;
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
