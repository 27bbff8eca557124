import type { Attribution, Hop } from '../attributions/attribution.ts';
import { innermost, sizeOf } from '../attributions/innermost.ts';
import { sourceKind } from '../attributions/source-kind.ts';
import type { Entity } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import { registered } from '../sources/register.ts';
import type { Span } from '../text/span.ts';
import { type Thing, thingOf } from './correctable.ts';
import { addedBy } from './decision.ts';
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
  const added = new Map<string, Entity>();
  const whoIs = (name: string): Entity => {
    const entity = entityCalled(reading, name) ?? added.get(name) ?? entityOf(name);
    if (!reading.entities.includes(entity)) added.set(name, entity);
    return entity;
  };
  const attributions = kept.map((attribution) => {
    const own = standings.get(attribution.id)?.corrections.filter(({ fits }) => fits) ?? [];
    const corrected = correctStatement(reading, attribution, own, whoIs);
    return { ...corrected, within: holder(corrected.within) };
  });
  return {
    ...reading,
    attributions: inAdded(attributions, standings),
    entities: [...reading.entities, ...added.values()],
    figures: things('figure', reading.figures).map(given),
    times: things('time', reading.times),
    places: things('place', reading.places),
    events: things('event', reading.events).map(given),
  };
}

/** What was found in the words of a statement that people added around it stands in that one, unless they put it elsewhere. */
function inAdded(
  attributions: readonly Attribution[],
  standings: ReadonlyMap<string, Standing>,
): readonly Attribution[] {
  const added = attributions.filter(({ id }) => standings.has(id) && addedBy(standings.get(id)!) !== null);
  if (added.length === 0) return attributions;
  const byId = new Map(attributions.map((one) => [one.id, one]));
  return attributions.map((one) => {
    const isPut = standings.get(one.id)?.corrections.some(({ field }) => field === 'within');
    if (one.kind === 'voice' || isPut) return one;
    const around = innermost(
      added.filter((other) => sizeOf(other) > sizeOf(one)),
      one.content,
    );
    const found = byId.get(one.within ?? '');
    return around && !(found && sizeOf(found) <= sizeOf(around)) ? { ...one, within: around.id } : one;
  });
}

/** The earlier first, so that of a chain and of a name in it the later stands. */
const inOrder = (corrections: readonly Corrected[]): readonly Corrected[] =>
  corrections.toSorted((a, b) => a.seq - b.seq);

/** Who goes by a name that a person gave; null where that is not looked up. */
type WhoIs = (name: string) => Entity | null;

/** One statement with people's values in their places. */
export function correctStatement(
  reading: Reading,
  attribution: Attribution,
  corrections: readonly Corrected[],
  whoIs?: WhoIs,
): Attribution {
  const ordered = inOrder(corrections);
  let corrected: Attribution = { ...attribution, chain: correctChain(attribution.chain, ordered, whoIs) };
  for (const { field, to } of ordered) {
    const [head, ...path] = field.split('.');
    if (thingOf(field) || head === 'chain') continue;
    if (field === 'said') corrected = { ...corrected, said: timeAt(reading, to as Span | null) };
    else if (head === 'author') corrected = { ...corrected, author: { ...corrected.author, [path[0]!]: to } };
    else corrected = { ...corrected, [field]: to };
  }
  return corrected;
}

/** A chain with people's values in their places, the earlier first; corrections of other fields are passed over. */
export function correctChain(
  chain: readonly Hop[],
  corrections: readonly Pick<Corrected, 'field' | 'to'>[],
  whoIs: WhoIs = () => null,
): readonly Hop[] {
  const isGiven = (field: string) => corrections.some((one) => one.field === field);
  let corrected = chain;
  for (const { field, to } of corrections) {
    const [head, n, part] = field.split('.');
    if (field === 'chain') corrected = chainOf(corrected, to as string[], whoIs);
    else if (part === 'name')
      corrected = corrected.map((hop, i) => {
        if (i !== Number(n) || hop.name === to) return hop;
        const { kind, source } = renamed(String(to), whoIs);
        return {
          ...hop,
          name: String(to),
          kind: isGiven(`chain.${n}.kind`) ? hop.kind : kind,
          source: isGiven(`chain.${n}.source`) ? hop.source : source,
        };
      });
    else if (head === 'chain') corrected = corrected.map((hop, i) => (i === Number(n) ? { ...hop, [part!]: to } : hop));
  }
  return corrected;
}

/** Links that stay keep what is known of them. */
const chainOf = (chain: readonly Hop[], names: readonly string[], whoIs: WhoIs): Hop[] =>
  names.map(
    (name) => chain.find((hop) => hop.name === name) ?? { name, span: null, basis: null, ...renamed(name, whoIs) },
  );

/** The machine's entity is that of the name before. */
function renamed(name: string, whoIs: WhoIs): Pick<Hop, 'kind' | 'source'> {
  const entity = whoIs(name);
  return { kind: entity ? entity.kind : sourceKind(name), source: entity?.id ?? null };
}

/** The one of the reading that goes by this name; null where none does, or several do. */
export function entityCalled(
  { entities, document }: Pick<Reading, 'entities' | 'document'>,
  name: string,
): Entity | null {
  const isCalled = (words: string) => words.toLowerCase() === name.toLowerCase();
  const found = entities.filter(
    (entity) => isCalled(entity.name) || entity.mentions.some((span) => isCalled(document.text.slice(...span))),
  );
  return found.length === 1 ? found[0]! : null;
}

/** One whom the machine found nowhere in the text. */
const entityOf = (name: string): Entity => ({
  ...{ id: `corrected: ${name}`, name, kind: sourceKind(name), mentions: [] },
  ...{ office: null, affiliation: null, state: null, wikidata: registered(name)?.wikidata ?? null },
});

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
