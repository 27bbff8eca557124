import type { StatementFilter } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import type { Asked, useAsked } from '../shell/query.ts';
import { Facets } from './facets.tsx';
import { ELSEWHERE } from './filter.ts';

export interface Asking {
  readonly asked: Asked;
  readonly set: ReturnType<typeof useAsked>[1];
}

/** What the list is narrowed by; on small screens it is folded. */
export function Narrow({
  filter,
  asked,
  set,
  isAsked,
}: Asking & { readonly filter: StatementFilter; readonly isAsked: boolean }) {
  const chosen = Object.keys(filter).length;
  const none = () => Object.fromEntries(Object.keys(asked).map((key) => [key, null]));
  return (
    <details className="facet-fold" open={!matchMedia('(max-width: 63.99rem)').matches}>
      <summary>Narrow{chosen > 0 ? ` · ${chosen} chosen` : ''}</summary>
      <SourceFilter value={asked.source ?? ''} set={(source) => set({ source }, true)} />
      {filter.speaker && <Speaker id={filter.speaker} leave={() => set({ speaker: null })} />}
      <label className="source-filter">
        <span>In other reports</span>
        <select value={filter.told ?? ''} onChange={({ target }) => set({ told: target.value || null })}>
          <option value="">all</option>
          {Object.entries(ELSEWHERE).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Facets filter={filter} asked={asked} set={set} isAsked={isAsked} />
      {chosen > 0 && (
        <button type="button" className="quiet" onClick={() => set(none())}>
          Show all again
        </button>
      )}
    </details>
  );
}

function SourceFilter({ value, set }: { readonly value: string; readonly set: (value: string) => void }) {
  return (
    <label className="source-filter">
      <span>Source</span>
      <input
        type="text"
        defaultValue={value}
        key={value}
        placeholder="any name in the chain"
        onBlur={(event) => set(event.target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && set(event.currentTarget.value.trim())}
      />
    </label>
  );
}

/** A list that was opened from a source says whose it is. */
function Speaker({ id, leave }: { readonly id: string; readonly leave: () => void }) {
  const { data } = useAnswer(['source', id], (init) => api.source(id, init));
  return (
    <fieldset className="facets">
      <legend>First said by</legend>
      <button type="button" className="facet" aria-pressed="true" onClick={leave}>
        <bdi>{data?.source.name ?? id}</bdi>
      </button>
    </fieldset>
  );
}
