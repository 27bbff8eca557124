import { useMemo } from 'react';
import { Link } from 'wouter';
import type { PlaceCount } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Empty } from '../shell/empty.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { count, datesOf, number, outletOf } from '../wording.ts';
import { WorldMap } from './world-map.tsx';

const MOST = 1000;

export type Placed = PlaceCount & { readonly lat: number; readonly lon: number };

/** What a place goes by in the address: its item, else its name. */
export const placeKey = ({ geonames, name }: Pick<PlaceCount, 'geonames' | 'name'>): string => String(geonames ?? name);

/** Places of what was read, no more precisely than they are named. */
export default function Places() {
  const answer = useAnswer(['places'], (init) => api.places({ limit: MOST }, init));
  const [asked, set] = useAsked();
  const all = answer.data?.rows;
  const rows = useMemo(() => (all ?? []).filter(({ statements }) => statements > 0), [all]);
  const total = answer.data?.total ?? 0;
  // those in no statement come last
  const beside = rows.length < (all?.length ?? 0) ? total - rows.length : 0;
  return (
    <Shown answer={answer} lines={8}>
      {() => (
        <>
          <header className="screen-head">
            <h1>Map</h1>
            <p className="lede">
              {count(total - beside, 'place')}
              {rows.length < total - beside && `, the first ${number(MOST)} of them`}: a point for a town, an area for a
              region, the whole country for a country
            </p>
            <div className="tools">
              <button
                type="button"
                className="toggle"
                aria-pressed={asked.view === 'world'}
                onClick={() => set({ view: asked.view === 'world' ? null : 'world' })}
              >
                Whole world
              </button>
              <a className="button" href={api.csv('places')} download="places.csv">
                CSV
              </a>
            </div>
          </header>
          {rows.length === 0 ? (
            <Empty title="No statement names a place">Places stand here as soon as one does.</Empty>
          ) : (
            <Charted
              rows={rows}
              beside={beside}
              chosen={asked.place ?? null}
              isWorld={asked.view === 'world'}
              choose={(place) => set({ place })}
            />
          )}
        </>
      )}
    </Shown>
  );
}

function Charted({
  rows,
  beside,
  chosen,
  isWorld,
  choose,
}: {
  readonly rows: readonly PlaceCount[];
  /** how many more are named, but in no statement: in a dateline, a caption, the post of a source */
  readonly beside: number;
  readonly chosen: string | null;
  readonly isWorld: boolean;
  readonly choose: (place: string | null) => void;
}) {
  const placed = useMemo(() => rows.filter((row): row is Placed => row.lat !== null && row.lon !== null), [rows]);
  return (
    <div className="map-screen">
      <WorldMap places={placed} chosen={chosen} isWorld={isWorld} choose={choose} />
      <div className="place-list">
        <ol>
          {rows.map((row) => {
            const key = placeKey(row);
            const isChosen = key === chosen;
            return (
              <li key={key} className={isChosen ? 'chosen' : undefined}>
                <button
                  type="button"
                  className="facet"
                  aria-expanded={isChosen}
                  onClick={() => choose(isChosen ? null : key)}
                >
                  <span>
                    {row.name} <small>{row.lat === null ? 'not on the map' : (row.precision ?? 'left open')}</small>
                  </span>
                  <span className="n">{number(row.statements)}</span>
                </button>
                {isChosen && <EventsAt place={key} />}
              </li>
            );
          })}
        </ol>
        {beside > 0 && (
          <p className="note">
            {number(beside)} more named, but in no statement: in a dateline, a caption, a source’s post.
          </p>
        )}
      </div>
    </div>
  );
}

function EventsAt({ place }: { readonly place: string }) {
  const { data } = useAnswer(['events', place], (init) => api.events({ place, limit: 50 }, init));
  if (!data) return null;
  if (data.rows.length === 0) return <p className="note">Named, but nothing is told to have happened there.</p>;
  return (
    <ol className="events-at">
      {data.rows.map((event) => (
        <li key={`${event.document.id} ${event.span[0]}`}>
          <Link
            href={`/documents/${event.document.id}${event.statement ? `#s=${event.statement}` : ''}`}
            className="words"
          >
            <bdi>{event.words}</bdi>
          </Link>{' '}
          <small>
            {outletOf(event.document)}, {datesOf(event.document)}
          </small>
        </li>
      ))}
    </ol>
  );
}
