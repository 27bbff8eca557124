import type { Reading } from '../read.ts';

/** Which output contract a reading was stored under: 1 told no author's stance, basis, office, mode or kind. */
export type Contract = 1 | 2;

export const newestContract: Contract = 2;

/**
 * A loaded reading as it was when it was written: what its contract did not have is taken away again, since its
 * digests were made without.
 */
export function asWritten(reading: Reading, contract: Contract): Reading {
  if (contract === 2) return reading;
  const lists = {
    attributions: reading.attributions.map(({ author: _, said: _s, chain, ...a }) => {
      return { ...a, chain: chain.map(({ basis: _b, ...hop }) => hop) };
    }),
    entities: reading.entities.map(({ office: _, affiliation: _a, state: _s, ...entity }) => entity),
    figures: reading.figures.map(({ approximate: _, attribution: _a, ...figure }) => figure),
    events: reading.events.map(({ mode: _, polarity: _p, certainty: _c, ...event }) => event),
    unknowns: reading.unknowns.map(({ kind: _, who: _w, ...unknown }) => unknown),
  };
  return { ...reading, ...lists } as unknown as Reading;
}
