import type { Attribution, Hop } from '../attributions/attribution.ts';
import type { Reading } from '../read.ts';
import type { Span } from '../text/span.ts';
import { type Thing, thingOf } from './correctable.ts';
import { type Corrected, fieldKey, type Standing } from './standing.ts';

/**
 * A view of a reading: as people decided, where they did. Rejected statements are left out and corrected values stand in
 * their places; what the machine has is in the reading it is made from. Corrections that do not fit it are left out.
 */
export function asDecided(reading: Reading, decided: readonly Standing[]): Reading {
  const standings = new Map(decided.filter(({ found }) => found).map((one) => [one.statement, one]));
  if (standings.size === 0) return reading;
  const rejected = new Map(
    reading.attributions
      .filter(({ id }) => standings.get(id)?.state === 'rejected')
      .map(({ id, within }) => [id, within] as const),
  );
  const holder = (id: string | null): string | null =>
    id !== null && rejected.has(id) ? holder(rejected.get(id)!) : id;
  const kept = reading.attributions.filter(({ id }) => !rejected.has(id));
  const corrections = kept.flatMap(({ id }) => standings.get(id)?.corrections ?? []).filter(({ fits }) => fits);
  const things = <T extends { readonly span: Span }>(thing: Thing, all: readonly T[]) =>
    correctThings(thing, all, corrections);
  const given = <T extends { readonly attribution: string | null }>(one: T): T => ({
    ...one,
    attribution: holder(one.attribution),
  });
  return {
    ...reading,
    attributions: kept.map((attribution) => {
      const own = standings.get(attribution.id)?.corrections.filter(({ fits }) => fits) ?? [];
      const corrected = correctStatement(reading, attribution, own);
      return { ...corrected, within: holder(corrected.within) };
    }),
    figures: things('figure', reading.figures).map(given),
    times: things('time', reading.times),
    places: things('place', reading.places),
    events: things('event', reading.events).map(given),
  };
}

/** The earlier first, so that of a chain and of a name in it the later stands. */
const inOrder = (corrections: readonly Corrected[]): readonly Corrected[] =>
  corrections.toSorted((a, b) => a.seq - b.seq);

/** One statement with people's values in their places. */
export function correctStatement(
  reading: Reading,
  attribution: Attribution,
  corrections: readonly Corrected[],
): Attribution {
  let corrected = attribution;
  for (const { field, to } of inOrder(corrections)) {
    if (thingOf(field)) continue;
    const [head, ...path] = field.split('.');
    if (field === 'said') corrected = { ...corrected, said: timeAt(reading, to as Span | null) };
    else if (head === 'chain') corrected = { ...corrected, chain: correctChain(corrected.chain, [{ field, to }]) };
    else if (head === 'author') corrected = { ...corrected, author: { ...corrected.author, [path[0]!]: to } };
    else corrected = { ...corrected, [field]: to };
  }
  return corrected;
}

/** A chain with people's values in their places, the earlier first; corrections of other fields are passed over. */
export function correctChain(chain: readonly Hop[], corrections: readonly Pick<Corrected, 'field' | 'to'>[]): Hop[] {
  let corrected = [...chain];
  for (const { field, to } of corrections) {
    const [head, n, name] = field.split('.');
    if (field === 'chain') corrected = chainOf(corrected, to as string[]);
    else if (head === 'chain') corrected = withHop(corrected, Number(n), name!, to);
  }
  return corrected;
}

/** Links that stay keep what is known of them. */
const chainOf = (chain: readonly Hop[], names: readonly string[]): Hop[] =>
  names.map((name) => {
    const known = chain.find((hop) => hop.name === name);
    return known ?? { name, kind: null, span: null, source: null, basis: null };
  });

const withHop = (chain: readonly Hop[], n: number, name: string, to: unknown): Hop[] =>
  chain.map((hop, i) => (i === n ? { ...hop, [name]: to } : hop));

function timeAt({ times }: Reading, span: Span | null): number | null {
  const n = times.findIndex((time) => span !== null && time.span[0] === span[0] && time.span[1] === span[1]);
  return n < 0 ? null : n;
}

function correctThings<T extends { readonly span: Span }>(
  thing: Thing,
  all: readonly T[],
  corrections: readonly Corrected[],
): readonly T[] {
  const at = Map.groupBy(
    inOrder(corrections).filter(({ field }) => thingOf(field) === thing),
    (one) => fieldKey({ field: thing, at: one.at }),
  );
  if (at.size === 0) return all;
  return all.map((one) => {
    const own = at.get(fieldKey({ field: thing, at: one.span })) ?? [];
    return own.length === 0
      ? one
      : { ...one, ...Object.fromEntries(own.map(({ field, to }) => [field.split('.')[1], to])) };
  });
}
