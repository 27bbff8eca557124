import type { Reading } from '../read.ts';
import { overlaps } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import type { Relation } from './relation.ts';

/**
 * How a statement turns what was said before it. `hardened` and `softened` are told by the doubt alone, of the source or of
 * the writer; that a source was dropped or added has a name of its own. `undated` turns nothing: nobody knows what was
 * said before it.
 */
export type Turn =
  | 'first said'
  | 'said again'
  | 'hardened'
  | 'softened'
  | 'figure moved'
  | 'attribution dropped'
  | 'attribution added'
  | 'denied'
  | 'left open'
  | 'corrected'
  | 'withdrawn'
  | 'undated';

/** `headline` tells which side the claim is of; `other` is what was said before, with how much less doubt than now. */
export function turnsOf(
  member: Assertion,
  headline: Assertion,
  other: Assertion | null,
  relation: Relation | null,
  doubt: number,
): Turn[] {
  const side = sideOf(member, headline);
  if (side) return [side];
  const turns: Turn[] = [];
  if (doubt !== 0 && other?.stance === member.stance) turns.push(doubt > 0 ? 'softened' : 'hardened');
  if (relation?.relation === 'differs in figure') turns.push('figure moved');
  if (other?.kind === 'attribution' && member.kind === 'voice') turns.push('attribution dropped');
  if (other?.kind === 'voice' && member.kind === 'attribution') turns.push('attribution added');
  return turns.length > 0 ? turns : ['said again'];
}

/** What it is set against the claim, whenever it was said; null where it holds it. */
export function sideOf(member: Assertion, headline: Assertion): 'left open' | 'denied' | null {
  if (member.stance === 0) return 'left open';
  return member.stance === headline.stance ? null : 'denied';
}

const DOUBT = { certain: 0, probable: 1, possible: 2, underspecified: 3 } as const;

/** The writer's distance, or that of whom it quotes: he "allegedly" fell. Else how certain the source is. */
export function doubtIn({ statement, span, certainty, distance }: Assertion, { attributions }: Reading): number {
  if (distance.length > 0) return DOUBT.underspecified;
  const hedges = attributions.find(({ id }) => id === statement)?.hedges ?? [];
  const isQuoted = certainty === 'certain' && hedges.some((hedge) => overlaps(hedge, span));
  return isQuoted ? DOUBT.underspecified : DOUBT[certainty];
}
