import { createHash } from 'node:crypto';
import type { Assertion } from './assertion.ts';
import { beganAt } from './published-at.ts';
import { oneWriting, type Relation, type RelationKind } from './relation.ts';

/** What a person told of two statements: that they stand so to one another, or that they do not. */
export interface DecidedPair {
  /** ids of statements */
  readonly a: string;
  readonly b: string;
  readonly relation: RelationKind;
  readonly holds: boolean;
}

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
  return claimsAround(new Set(assertions.map(({ id }) => id)), assertions, relations, decided);
}

/**
 * The claims of some of the assertions: of all that hang together by relations that join (`joins`). The others are there
 * as those who deny them, with what they are related by.
 */
export function claimsAround(
  own: ReadonlySet<string>,
  assertions: readonly Assertion[],
  relations: readonly Relation[],
  decided: readonly DecidedPair[] = [],
): Claim[] {
  const known = new Map(assertions.map((assertion) => [assertion.id, assertion]));
  const found = relations.filter(({ a, b }) => known.has(a) && known.has(b));
  const all = relationsAsDecided(found, decided, known).sort(byScore);
  const apart = decided.filter(({ relation, holds }) => relation === 'same' && !holds);
  const groupOf = grouped(
    all.filter((one) => own.has(one.a) && own.has(one.b) && joins(one, known.get(one.a)!, known.get(one.b)!)),
    apart.map(({ a, b }) => [a, b]),
  );
  const group = (id: string): string => groupOf.get(id) ?? id;
  const denials = all.filter(({ relation, b }) => DENIES.has(relation) && own.has(b));
  const members = new Map<string, Set<string>>();
  const put = (key: string, id: string) => members.set(key, (members.get(key) ?? new Set()).add(id));
  for (const [id, key] of groupOf) put(key, id);
  for (const { a, b } of denials) {
    put(group(b), b);
    put(group(b), a);
  }
  const within = relationsWithin(members, all);
  const told = [...members]
    .filter(([, ids]) => ids.size > 1)
    .map(([key, ids]) =>
      claimOf(
        [...ids].map((id) => known.get(id)!),
        within.get(key) ?? [],
      ),
    );
  // two that contradict each other are one claim, from whichever side
  return [...new Map(told.map((claim) => [claim.id, claim])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Does it make two assertions one claim, as far as the two tell? What people told always does. */
export const joins = (relation: Relation, a: Assertion, b: Assertion): boolean =>
  JOINS.has(relation.relation) && (relation.confirmed === true || ofOneTime(relation.relation, a, b));

/** Does who denies stand with what is denied? */
export const isDenial = ({ relation }: Pick<Relation, 'relation'>): boolean => DENIES.has(relation);

/** Strikes kill civilians year after year in the same words: days apart, another figure is that of another strike. */
const MOST_DAYS = { figure: 7, words: 30 };

/** Could the two be of one event by when they were told? Where both name the day they are: another day is no join already. */
function ofOneTime(relation: Relation['relation'], one: Assertion, two: Assertion): boolean {
  if (one.published === null || two.published === null) return true;
  const days = Math.abs(timeOf(one) - timeOf(two)) / 86_400_000;
  if (days <= (relation === 'differs in figure' ? MOST_DAYS.figure : MOST_DAYS.words)) return true;
  const dayOf = ({ value }: { readonly value: string }) => (/^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : null);
  const told = new Set(one.times.map(dayOf));
  return two.times.some((time) => dayOf(time) !== null && told.has(dayOf(time)));
}

/** A relation that people told has score 1 and comes first; one that they rejected is none. */
export function relationsAsDecided(
  relations: readonly Relation[],
  decided: readonly DecidedPair[],
  known: ReadonlyMap<string, Assertion>,
): Relation[] {
  const keyOf = (pair: Pick<Relation, 'a' | 'b' | 'relation'>): string => {
    const { a, b, relation } = oneWriting(pair);
    return `${a} ${b} ${relation}`;
  };
  const told = new Map(decided.map((pair) => [keyOf(pair), pair]));
  const statements = ({ a, b, relation }: Relation) => {
    return { a: known.get(a)!.statement, b: known.get(b)!.statement, relation };
  };
  const confirmed = [...told.values()]
    .filter(({ a, b, holds }) => holds && known.has(a) && known.has(b))
    .map(({ a, b, relation }): Relation => ({ a, b, relation, score: 1, evidence: [], confirmed: true }));
  return [...confirmed, ...relations.filter((one) => !told.has(keyOf(statements(one))))];
}

/** By group, the relations between two of its members; who denies stands in several groups. */
function relationsWithin(
  members: ReadonlyMap<string, ReadonlySet<string>>,
  relations: readonly Relation[],
): ReadonlyMap<string, Relation[]> {
  const groupsOf = new Map<string, string[]>();
  for (const [key, ids] of members) for (const id of ids) groupsOf.set(id, [...(groupsOf.get(id) ?? []), key]);
  const found = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const key of groupsOf.get(relation.a) ?? []) {
      if (!members.get(key)!.has(relation.b)) continue;
      const own = found.get(key);
      if (own) own.push(relation);
      else found.set(key, [relation]);
    }
  }
  return found;
}

const JOINS = new Set(['same', 'firmer', 'weaker', 'differs in figure']);
const DENIES = new Set(['denies', 'contradicts']);

/** The most alike first, so that the order in which relations were found changes nothing. */
export const byScore = (x: Relation, y: Relation): number =>
  y.score - x.score || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1);

/** So many of the pairs between two groups must be related for the groups to be one claim: less would chain claims together. */
const LEAST_LINKED = 0.34;

/** Groups of ids, each by the name of its first: joined from the most alike down, as long as most of their members are related. */
function grouped(
  relations: readonly Relation[],
  apart: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  const links = new Map<string, Map<string, number>>();
  const group = (id: string): string => {
    if (!groupOf.has(id)) {
      groupOf.set(id, id);
      members.set(id, [id]);
      links.set(id, new Map());
    }
    return groupOf.get(id)!;
  };
  for (const { a, b } of relations) {
    const [x, y] = [group(a), group(b)];
    links.get(x)!.set(y, (links.get(x)!.get(y) ?? 0) + 1);
    links.get(y)!.set(x, (links.get(y)!.get(x) ?? 0) + 1);
  }
  const parted = (x: string, y: string): boolean =>
    apart.some(
      ([a, b]) => (groupOf.get(a) === x && groupOf.get(b) === y) || (groupOf.get(a) === y && groupOf.get(b) === x),
    );
  for (const { a, b, confirmed } of relations) {
    const [x, y] = [groupOf.get(a)!, groupOf.get(b)!];
    if (x === y || parted(x, y)) continue;
    const pairs = Math.min(members.get(x)!.length, WIDEST) * Math.min(members.get(y)!.length, WIDEST);
    if (confirmed || (links.get(x)!.get(y) ?? 0) >= LEAST_LINKED * pairs) join(x, y, groupOf, members, links);
  }
  return groupOf;
}
/** Of a larger group nobody is set beside all members: no more than this are asked for. */
const WIDEST = 12;

function join(
  x: string,
  y: string,
  groupOf: Map<string, string>,
  members: Map<string, string[]>,
  links: Map<string, Map<string, number>>,
): void {
  const bigger = members.get(x)!.length - members.get(y)!.length || (x < y ? 1 : -1);
  const [into, from] = bigger > 0 ? [x, y] : [y, x];
  for (const id of members.get(from)!) groupOf.set(id, into);
  members.get(into)!.push(...members.get(from)!);
  for (const [other, count] of links.get(from)!) {
    links.get(other)!.delete(from);
    if (other === into) continue;
    const sum = (links.get(into)!.get(other) ?? 0) + count;
    links.get(into)!.set(other, sum);
    links.get(other)!.set(into, sum);
  }
  members.delete(from);
  links.delete(from);
}

function claimOf(assertions: readonly Assertion[], relations: readonly Relation[]): Claim {
  const members = [...assertions].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
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

/** "The general was hurt" says less by itself than "A Ukrainian strike wounded a senior North Korean general". */
const fullness = ({ terms }: Assertion): number => terms.length / (terms.length + 4);

/** What most others say, affirmed, in full, without pointing back; of two the earlier. */
function clearest(members: readonly Assertion[], relations: readonly Relation[]): Assertion {
  const likeness = new Map<string, number>();
  for (const { a, b, score } of relations) {
    likeness.set(a, (likeness.get(a) ?? 0) + score);
    likeness.set(b, (likeness.get(b) ?? 0) + score);
  }
  const rank = (each: Assertion): number =>
    (likeness.get(each.id) ?? 0) * fullness(each) - (each.about === null ? 0 : 1e3) - (each.stance === 1 ? 0 : 1e2);
  let best = members[0]!;
  for (const each of members) if (rank(each) > rank(best) + 1e-9) best = each;
  return best;
}
