import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { FREE, ownerIn, ownersOf } from './model/owners.ts';
import type { Chosen } from './select.ts';

/** Confidence in what a rule gives that no model has weighed: not calibrated. */
export const UNWEIGHED = 0.8;

/** These too, where no statement has a word of theirs: of what is said and of the cue, unless told of what else. */
export function withUnowned(
  parse: Parse,
  chosen: readonly Chosen[],
  found: readonly Candidate[],
  own: (candidate: Candidate) => readonly Span[] = ({ content, cue }) => [...content, ...cue],
): readonly Chosen[] {
  if (found.length === 0) return chosen;
  const owners = ownersOf(parse, chosen);
  const free = found.filter((one) => own(one).every((span) => ownerIn(parse, owners, span) === FREE));
  return [...chosen, ...free.map((candidate) => ({ candidate, within: null }))];
}
