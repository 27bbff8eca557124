import { CERTAINTIES, type Certainty } from './attribution.ts';

export const weaker = (a: Certainty, b: Certainty): Certainty =>
  CERTAINTIES.indexOf(a) >= CERTAINTIES.indexOf(b) ? a : b;
