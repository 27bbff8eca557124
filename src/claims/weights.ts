import { wordList } from '../text/word-list.ts';

/** How much it tells that two statements share a key: high for what few reports have. */
export type Weights = (key: string) => number;

/** Of a stem that is not listed: as if 8 reports of a thousand had it. */
const RARE = Math.log(1000 / 8);
/** No word that stands for something tells nothing at all. */
const LEAST = 0.4;
/** A name tells much, however often it is in the news; a state less than a person. */
const NAME = 4;
const STATE = 3;

const listed = new Map(
  wordList('commonness').map(([stem, share]) => [stem!, Math.max(LEAST, Math.log(1000 / Number(share)))]),
);

/** The same whatever was read before: what a pair weighs must not hang on the order in which reports come in. */
export const usualWeights: Weights = (key) => {
  if (key.startsWith('@')) return STATE;
  if (key.startsWith('~')) return NAME;
  return listed.get(key) ?? RARE;
};
