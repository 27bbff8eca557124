import type { Reading } from '../read.ts';
import type { Assertion } from './assertion.ts';
import type { Claim } from './claims.ts';
import { publishedAt, versionAt } from './published-at.ts';
import type { Evidence, Relation } from './relation.ts';

export type Turn =
  | 'first said'
  | 'said again'
  | 'hardened'
  | 'softened'
  | 'figure moved'
  | 'attribution dropped'
  | 'attribution added'
  | 'denied'
  | 'left open';

/** One moment in a claim's life: a report says it, says it otherwise, or denies it. */
export interface Moment {
  /** when this version of the report was published; null where that is not told */
  readonly at: string | null;
  readonly document: string;
  readonly assertion: string;
  readonly turns: readonly Turn[];
  /** the assertion before it that it is set beside */
  readonly beside: string | null;
  readonly evidence: readonly Evidence[];
}

/** How a claim fared, in the order of publication: what has no date comes first and is first said by nobody. */
export function lifeOf(
  claim: Claim,
  assertions: ReadonlyMap<string, Assertion>,
  readings: ReadonlyMap<string, Reading>,
): Moment[] {
  const atOf = ({ document }: Assertion): string | null => versionAt(readings.get(document)!);
  const timeOf = (assertion: Assertion): number => publishedAt(atOf(assertion));
  const members = claim.members.map((id) => assertions.get(id)!);
  const headline = assertions.get(claim.headline)!;
  const ordered = members.toSorted((a, b) => timeOf(a) - timeOf(b) || inText(a, b));
  const between = relationsBetween(claim.relations);
  const first = ordered.find(({ stance, published }) => stance === headline.stance && published !== null);
  return ordered.map((member, i) => {
    const before = ordered.slice(0, i).filter(({ document }) => document !== member.document);
    const relation = closest(member, before, between);
    const other = relation && assertions.get(relation.a === member.id ? relation.b : relation.a)!;
    return {
      at: atOf(member),
      document: member.document,
      assertion: member.id,
      turns: member === first ? ['first said'] : turnsOf(member, headline, other, relation),
      beside: other?.id ?? null,
      evidence: relation?.evidence ?? [],
    };
  });
}

/** Of one report as it is told; of two of one moment in any fixed order. */
const inText = (a: Assertion, b: Assertion): number =>
  a.document === b.document ? a.span[0] - b.span[0] || (a.id < b.id ? -1 : 1) : a.document < b.document ? -1 : 1;

const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const relationsBetween = (relations: readonly Relation[]): ReadonlyMap<string, Relation> =>
  new Map(relations.map((relation) => [pair(relation.a, relation.b), relation]));

/** Of those before it the one that it is most like; of two the later. */
function closest(
  member: Assertion,
  before: readonly Assertion[],
  between: ReadonlyMap<string, Relation>,
): Relation | null {
  let best: Relation | null = null;
  for (const other of before) {
    const relation = between.get(pair(member.id, other.id));
    if (relation && relation.score >= (best?.score ?? 0)) best = relation;
  }
  return best;
}

/** How a statement turns what another said before it; `headline` tells which side the claim is of. */
export function turnsOf(
  member: Assertion,
  headline: Assertion,
  other: Assertion | null,
  relation: Relation | null,
): Turn[] {
  if (member.stance === 0) return ['left open'];
  if (member.stance !== headline.stance) return ['denied'];
  const later = relation?.a === member.id; // "a is firmer than b"
  const turns: Turn[] = [];
  if (relation?.relation === (later ? 'firmer' : 'weaker')) turns.push('hardened');
  if (relation?.relation === (later ? 'weaker' : 'firmer')) turns.push('softened');
  if (relation?.relation === 'differs in figure') turns.push('figure moved');
  if (other?.kind === 'attribution' && member.kind === 'voice') turns.push('attribution dropped');
  if (other?.kind === 'voice' && member.kind === 'attribution') turns.push('attribution added');
  return turns.length > 0 ? turns : ['said again'];
}
