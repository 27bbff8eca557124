import type { Facets as Counts, StatementFilter } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import type { Asked } from '../shell/query.ts';
import { CERTAINTY, number } from '../wording.ts';
import { FACETS, type Facet } from './filter.ts';

const NAMES = {
  state: 'State',
  polarity: 'Denial',
  certainty: 'Firmness',
  kind: 'Who speaks',
  outlet: 'Outlet',
} as const satisfies Record<Facet, string>;

const VALUES: Readonly<Record<string, string>> = {
  ...CERTAINTY,
  attribution: 'somebody else',
  voice: 'the report itself',
};

/** As many outlets as can be looked over; the search finds the others. */
const MOST = 14;

/** What can be narrowed by, with how many there would be. */
export function Facets({
  filter,
  asked,
  set,
  isAsked,
}: {
  readonly filter: StatementFilter;
  readonly asked: Asked;
  readonly set: (change: Readonly<Record<string, string | null>>) => void;
  /** once the rows are there: counting all of a large ledger takes longer than its first page */
  readonly isAsked: boolean;
}) {
  const { data } = useAnswer(['facets', filter], (init) => api.facets(filter, init), isAsked);
  return (
    <div className="facets">
      {FACETS.map((facet) => {
        const values = valuesOf(data, facet, asked[facet]);
        if (values.length === 0) return null;
        return (
          <fieldset key={facet}>
            <legend>{NAMES[facet]}</legend>
            {values.map(([value, n]) => {
              const isOn = asked[facet] === value;
              return (
                <button
                  key={value}
                  type="button"
                  className="facet"
                  aria-pressed={isOn}
                  onClick={() => set({ [facet]: isOn ? null : value })}
                >
                  <span>{VALUES[value] ?? value}</span> <span className="n">{number(n)}</span>
                </button>
              );
            })}
          </fieldset>
        );
      })}
    </div>
  );
}

/** Where the report does not tell: nothing to narrow by. */
const UNTOLD = new Set(['', 'not told']);

/** The most first; what is asked for stays, though nothing fits it. */
function valuesOf(counts: Counts | undefined, facet: Facet, asked: string | undefined): [string, number][] {
  const all = Object.entries(counts?.[facet] ?? {}).filter(
    ([value, n]) => !UNTOLD.has(value) && (n > 0 || value === asked),
  );
  if (asked && !all.some(([value]) => value === asked)) all.push([asked, 0]);
  return all.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
}
