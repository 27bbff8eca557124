import type { StatementFilter } from '../../api/client.ts';
import { CERTAINTIES, POLARITIES } from '../../attributions/attribution.ts';
import { STATES } from '../../ledger/decision.ts';
import type { Asked } from '../shell/query.ts';

export const FACETS = ['state', 'polarity', 'certainty', 'kind', 'outlet'] as const;
export type Facet = (typeof FACETS)[number];

/** The filters of the address that the API knows; what is none is left out, so that an old address still opens. */
export function filterOf({
  source,
  speaker,
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
