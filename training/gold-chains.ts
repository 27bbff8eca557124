import type { Attribution } from '../src/attributions/attribution.ts';
import type { Gold } from './polnear.ts';

/** Gold sources as the first links of chains: what resolving them needs to know of an attribution. */
export const chainsOf = (gold: readonly Gold[]): Attribution[] =>
  gold.flatMap(({ source }): Attribution[] =>
    source.length === 0
      ? []
      : [
          {
            id: '',
            kind: 'attribution',
            manner: 'indirect',
            content: [],
            cue: [],
            source,
            chain: [{ name: '', kind: null, span: source[0]!, source: null, basis: null }],
            polarity: 'affirms',
            certainty: 'certain',
            hedges: [],
            author: { polarity: 'undecided', certainty: 'underspecified', distance: [] },
            said: null,
            within: null,
            confidence: 1,
          },
        ],
  );
