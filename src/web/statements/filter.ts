import type { StatementFilter } from '../../api/client.ts';
import { CERTAINTIES, POLARITIES } from '../../attributions/attribution.ts';
import { STATES } from '../../ledger/decision.ts';
import type { Asked } from '../shell/query.ts';

export const FACETS = ['state', 'polarity', 'certainty', 'kind', 'outlet'] as const;
export type Facet = (typeof FACETS)[number];

/** How a statement stands in other reports: by how the API has it, in the words of the screens. */
export const ELSEWHERE = {
  alone: 'in one report alone',
  'by others': 'in other reports too',
  denied: 'denied by somebody',
} as const satisfies Record<NonNullable<StatementFilter['told']>, string>;
const TOLD = Object.keys(ELSEWHERE) as (keyof typeof ELSEWHERE)[];

/** The filters of the address that the API knows; what is none is left out, so that an old address still opens. */
export function filterOf({
  source,
  speaker,
  told: elsewhere,
  polarity,
  certainty,
  kind,
  document,
  outlet,
  state,
  below,
  search,
}: Asked): StatementFilter {
  const told = {
    source,
    speaker,
    document,
    outlet,
    search,
    told: one(TOLD, elsewhere),
    polarity: one(POLARITIES, polarity),
    certainty: one(CERTAINTIES, certainty),
    kind: one(['attribution', 'voice'] as const, kind),
    state: one(STATES, state),
    below: below && Number.isFinite(Number(below)) ? Number(below) : undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as StatementFilter;
}

const one = <Value extends string>(all: readonly Value[], told: string | undefined): Value | undefined =>
  all.find((value) => value === told);
