import { createHash } from 'node:crypto';
import type { Assertion } from './assertion.ts';
import { type Decided, type DecidedPair, decidedPairs, JOINS } from './decided-pairs.ts';
import { memoryStars } from './memory-stars.ts';
import { isOneEvent } from './one-event.ts';
import { beganAt } from './published-at.ts';
import type { Relation } from './relation.ts';
import { claimAround, renewStars } from './stars.ts';

/** The same thing said in several statements, across documents. Suggested: only a person confirms it. */
export interface Claim {
  /** 12 hex digits, from its members: the same statements are the same claim */
  readonly id: string;
  /** the clearest wording of what is said: its assertion's id */
  readonly headline: string;
  /** ids of assertions, the earliest first */
  readonly members: readonly string[];
  readonly relations: readonly Relation[];
}

/**
 * Statements that say the same, more or less firmly, or give another figure; those that deny stand with each claim that
 * they deny. What stands alone is no claim yet. People's decisions go before: what they joined is one claim, what they
 * parted are two, whatever else speaks for it.
 */
export function claims(
  assertions: readonly Assertion[],
  relations: readonly Relation[],
  decided: readonly DecidedPair[] = [],
): Claim[] {
  const known = new Map(assertions.map((assertion) => [assertion.id, assertion]));
  const told = toldBy(assertions, decided);
  const confirmed = [...known.keys()].flatMap((id) => told.confirmed(id).filter(({ a }) => a === id));
  const found = relations.filter((one) => known.has(one.a) && known.has(one.b) && told.stands(one));
  const all = [...confirmed, ...found].sort(byScore);
  const store = memoryStars(
    known,
    all.filter((one) => joins(one, known.get(one.a)!, known.get(one.b)!)),
    told,
  );
  renewStars(store, store.ids());
  const byEnd = Map.groupBy(
    all.flatMap((relation) => [relation.a, relation.b].map((id) => ({ id, relation }))),
    ({ id }) => id,
  );
  const relationsOf = (id: string) => (byEnd.get(id) ?? []).map(({ relation }) => relation);
  const claimed = new Map<string, Claim>();
  const done = new Set<string>();
  for (const id of byEnd.keys()) {
    if (done.has(id)) continue;
    const own = claimAround(store, id);
    for (const each of own) done.add(each);
    const claim = claimOf(own, relationsOf, (one) => known.get(one)!);
    // two that contradict each other are one claim, from whichever side
    if (claim) claimed.set(claim.id, claim);
  }
  return [...claimed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toldBy(assertions: readonly Assertion[], decided: readonly DecidedPair[]): Decided {
  const byStatement = Map.groupBy(assertions, ({ statement }) => statement);
  const stances = new Map(assertions.map(({ id, stance }) => [id, stance]));
  const of = (statement: string) => (byStatement.get(statement) ?? []).map(({ id }) => id).sort(inParts);
  return decidedPairs(decided, of, (id) => stances.get(id)!);
}

/** "x", "x.2", "x.10" */
const inParts = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** The claim of those who say it (`own`), with those who deny it; null where one says it alone. */
export function claimOf(
  own: ReadonlySet<string>,
  relationsOf: (id: string) => readonly Relation[],
  get: (id: string) => Assertion,
): Claim | null {
  const denials = [...own]
    .flatMap(relationsOf)
    .filter((one) => DENIES.has(one.relation) && own.has(one.b) && isToldOf(one, get));
  const members = new Set([...own, ...denials.map(({ a }) => a)]);
  if (members.size < 2) return null;
  const within = [...members].flatMap((id) =>
    relationsOf(id).filter((one) => one.a === id && members.has(one.b) && isToldOf(one, get)),
  );
  return claimWith([...members].map(get), within.sort(byScore));
}

/** Of two events, days or towns apart, nothing is told that one thing told twice would be told of. */
export const isToldOf = (relation: Relation, get: (id: string) => Assertion): boolean =>
  relation.confirmed === true || isOneEvent(relation.relation, get(relation.a), get(relation.b));

/** Does it make two assertions one claim, as far as the two tell? What people told always does. */
export const joins = (relation: Relation, a: Assertion, b: Assertion): boolean =>
  JOINS.has(relation.relation) && (relation.confirmed === true || isOneEvent(relation.relation, a, b));

/** Is who says the one set against who says the other? */
export const isDenial = ({ relation }: Pick<Relation, 'relation'>): boolean => DENIES.has(relation);

const DENIES = new Set(['denies', 'contradicts']);

/** The most alike first, so that the order in which relations were found changes nothing. */
export const byScore = (x: Relation, y: Relation): number =>
  y.score - x.score || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1);

function claimWith(assertions: readonly Assertion[], relations: readonly Relation[]): Claim {
  const members = [...assertions].sort(inTime);
  const ids = members.map(({ id }) => id);
  return {
    id: createHash('sha256')
      .update([...ids].sort().join(' '))
      .digest('hex')
      .slice(0, 12),
    headline: clearest(members, relations).id,
    members: ids,
    relations,
  };
}

const timeOf = ({ published }: Assertion): number => beganAt(published);
const inTime = (a: Assertion, b: Assertion): number => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1);

/** "The general was hurt" says less by itself than "A Ukrainian strike wounded a senior North Korean general". */
const fullness = ({ terms }: Assertion): number => terms.length / (terms.length + 4);

/**
 * What most others say, affirmed, in full, without pointing back; of two the earlier. Where figures differ, one that most
 * give: a toll is not called after the one report that has it higher.
 */
function clearest(members: readonly Assertion[], relations: readonly Relation[]): Assertion {
  const likeness = new Map<string, number>();
  for (const { a, b, score } of relations) {
    likeness.set(a, (likeness.get(a) ?? 0) + score);
    likeness.set(b, (likeness.get(b) ?? 0) + score);
  }
  const rank = (each: Assertion): number =>
    (likeness.get(each.id) ?? 0) * fullness(each) - (each.about === null ? 0 : 1e3) - (each.stance === 1 ? 0 : 1e2);
  const usual = withUsualFigures(members);
  let best = usual[0]!;
  for (const each of usual) if (rank(each) > rank(best) + 1e-9) best = each;
  return best;
}

/** Those that give what the most reports give, of those who say it; all where nobody gives a figure. */
function withUsualFigures(members: readonly Assertion[]): readonly Assertion[] {
  const giving = members.filter(({ stance, about, figures }) => stance === 1 && about === null && figures.length > 0);
  const byFigures = Map.groupBy(giving, ({ figures }) => figures.map(({ min, max }) => `${min} ${max}`).join(' '));
  if (byFigures.size < 2) return members;
  const reports = [...byFigures.values()].map((some) => new Set(some.map(({ document }) => document)).size);
  const most = Math.max(...reports);
  if (most === 1) return members;
  return [...byFigures.values()]
    .filter((_, i) => reports[i] === most)
    .flat()
    .sort(inTime);
}
