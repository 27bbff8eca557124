import { wordList } from '../text/word-list.ts';
import type { Certainty, Polarity } from './attribution.ts';

/** How a cue stands to what it reports: "denied", "believes", "claimed". */
export interface Stance {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** the writer steps back from it: "claimed" */
  readonly distance: boolean;
}

export const stances: ReadonlyMap<string, Stance> = new Map(
  wordList('stances').map(([lemma, polarity, certainty, distance]) => [
    lemma!,
    { polarity, certainty, distance: distance === 'distance' } as Stance,
  ]),
);

/** "does not think that he left" is a denial, if a mild one (Horn 1978). */
export const RAISES_NEGATION: ReadonlySet<string> = new Set(
  'think believe expect want intend suppose reckon imagine feel anticipate guess figure seem appear plan'.split(' '),
);
