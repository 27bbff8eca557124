import type { Certainty } from './attribution.ts';

const FIRMNESS: readonly Certainty[] = ['certain', 'probable', 'possible', 'underspecified'];

export const weaker = (a: Certainty, b: Certainty): Certainty => (FIRMNESS.indexOf(a) >= FIRMNESS.indexOf(b) ? a : b);
