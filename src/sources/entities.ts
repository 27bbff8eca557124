import { hash } from 'node:crypto';
import type { Attribution, Hop } from '../attributions/attribution.ts';
import type { Parse } from '../language/parse.ts';
import type { Deed, Entity } from '../meaning/meaning.ts';
import type { Document } from '../text/document.ts';
import { type Span, slice } from '../text/span.ts';
import { carryOn } from './carry-on.ts';
import type { Cluster } from './cluster.ts';
import { bareName } from './mentions.ts';
import { governmentOfPeople } from './named.ts';
import { officeOfCluster } from './office-of-cluster.ts';
import { type Registered, registered, registeredState, stateMedia } from './register.ts';
import { type Resolved, resolve } from './resolve.ts';

export interface Named {
  readonly entities: readonly Entity[];
  /** with each link of a chain tied to its entity */
  readonly attributions: readonly Attribution[];
  /** the entity that a span of a deed stands for */
  readonly partyAt: (span: Span | null) => string | null;
}

/** Everybody who speaks, passes on, acts, is acted upon or is called by name, each once, with all their mentions. */
export function entities(
  document: Document,
  parse: Parse,
  attributions: readonly Attribution[],
  deeds: readonly Deed[],
): Named {
  const parties = deeds.flatMap(({ actor, recipient }) => [actor, recipient].filter((span) => span !== null));
  const resolved = resolve(parse, attributions, parties);
  const roll = rollOf(document, parse);
  const chains = chainsOf(document, parse, attributions, (hop) => tie(document, resolved, hop, roll.entityOf));
  const partyAt = (span: Span | null) => {
    const cluster = span && resolved.clusterAt(span);
    return cluster && isSomebody(cluster) ? roll.entityOf(cluster).id : null;
  };
  for (const span of parties) partyAt(span);
  for (const cluster of resolved.clusters) if (isCalledByName(cluster)) roll.entityOf(cluster);
  return { entities: roll.all(), attributions: chains, partyAt };
}

/** Each cluster's entity, made when first asked for. */
function rollOf(document: Document, parse: Parse) {
  const known = new Map<Cluster, Entity>();
  const named = new Map<string, number>();
  const entityOf = (cluster: Cluster): Entity => {
    const before = known.get(cluster);
    if (before) return before;
    const nth = named.get(cluster.name) ?? 0;
    named.set(cluster.name, nth + 1);
    const entity = entityFrom(document, parse, cluster, nth);
    known.set(cluster, entity);
    return entity;
  };
  const all = () => [...known.values()].sort((a, b) => a.mentions[0]![0] - b.mentions[0]![0]);
  return { entityOf, all };
}

/** "new weapons systems" act for somebody, and are nobody. */
const isSomebody = ({ kind, named }: Cluster): boolean => kind !== null || named;

/** A person, body, outlet or government that the text calls by name; not a name of it knows not what. */
const isCalledByName = ({ kind, named, gender, person, roles }: Cluster): boolean =>
  kind !== null &&
  named &&
  (kind !== 'person' || (person?.given != null && (gender !== null || person.titles.length > 0 || roles.size > 0)));

/** The chains with each link tied to its entity: "I" is the one quoted, and nobody stands in one twice. */
function chainsOf(
  document: Document,
  parse: Parse,
  attributions: readonly Attribution[],
  tied: (hop: Hop) => Hop,
): Attribution[] {
  const speakers = new Set(attributions.flatMap(({ chain }) => chain[0]?.span?.[0] ?? []));
  const mayStay = (hop: Hop) => speakers.has(hop.span?.[0] ?? -1) || mayPassOn(hop);
  const told = carryOn(
    parse,
    attributions.map((a) => ({ ...a, chain: a.chain.map(tied).filter(mayStay) })),
  );
  const byId = new Map(told.map((a) => [a.id, a]));
  return told.map((a) => ({ ...a, chain: withoutTwins(document, withSpeaker(a, byId)) }));
}

/** A link with its entity: called by the fullest name, but a government as the text calls it here. */
function tie({ text }: Document, resolved: Resolved, hop: Hop, entityOf: (cluster: Cluster) => Entity): Hop {
  const cluster = hop.span && resolved.clusterAt(hop.span);
  if (!cluster) return hop;
  const entity = entityOf(cluster);
  const keeps = cluster.government !== null && !isPronounLike(hop.name);
  const same = /\p{Lu}/u.test(cluster.name) && bareName(hop.name) === bareName(entity.name);
  const name = keeps || same ? hop.name : calledIn(text, cluster, entity);
  return { ...hop, name, kind: entity.kind ?? hop.kind, source: entity.id };
}

/** "the newspaper" is "The Harbour Post" where the text has the article: under two names it would count as two. */
function calledIn(text: string, { mentions }: Cluster, { name, kind }: Entity): string {
  const [start] = mentions.find((mention) => mention.form === 'name' && mention.name === name)?.span ?? [0];
  return (kind === 'outlet' || kind === 'agency') && text.slice(0, start).endsWith('The ') ? `The ${name}` : name;
}

const isPronounLike = (name: string): boolean =>
  /^(?:it|they|who|which|the (?:country|nation|government))$/i.test(name);

/** "told Trump": a person or a government that was told is nobody who reports. */
const mayPassOn = ({ basis, kind }: Hop): boolean =>
  basis !== 'told' || !(kind === 'person' || kind === 'government' || kind === 'office');

/** "I" in quoted words is the one who is quoted. */
function withSpeaker({ chain, within }: Attribution, all: ReadonlyMap<string, Attribution>): readonly Hop[] {
  const [first, ...rest] = chain;
  if (!first || !/^(?:I|me|my)$/.test(first.name) || within === null) return chain;
  const outer = all.get(within)?.chain[0];
  return outer?.source ? [{ ...first, name: outer.name, kind: outer.kind, source: outer.source }, ...rest] : chain;
}

/** The same source twice in a row, or the outlet that prints it, named in its own report, is one link. */
function withoutTwins({ outlet }: Document, chain: readonly Hop[]): readonly Hop[] {
  return chain.filter((hop, i) => {
    if (i === chain.length - 1) return true;
    if (i > 0 && outlet !== null && bareName(hop.name) === bareName(outlet)) return false;
    return hop.source === null || chain.findIndex(({ source }) => source === hop.source) === i;
  });
}

function entityFrom(document: Document, parse: Parse, cluster: Cluster, nth: number): Entity {
  const { office, affiliation } = officeOfCluster(parse, cluster);
  const known = registeredAs(cluster);
  const state = cluster.kind === 'outlet' || cluster.kind === 'agency' ? stateMedia(cluster.name) : null;
  return {
    id: hash('sha256', JSON.stringify([document.id, 'entity', cluster.name, ...(nth ? [nth] : [])])).slice(0, 12),
    name: printedName(parse, cluster),
    kind: known && cluster.gender === null ? known.kind : cluster.kind,
    mentions: distinct(cluster.mentions.map(({ span }) => span)),
    office,
    affiliation,
    state: state && `${state.country}, ${state.class}`,
    wikidata: known?.wikidata ?? null,
  };
}

/** A name as it is; of somebody only described, the first words for them with their article. */
function printedName({ text }: Parse, { name, mentions, government }: Cluster): string {
  const [first] = mentions;
  if (government !== null && governmentOfPeople(name) !== null) return registeredState(government)?.name ?? name; // "Ukrainian"
  if (!first || first.form === 'name' || first.form === 'pronoun' || bareName(name) !== first.name) return name;
  return slice(text, first.span).replace(/\s+/g, ' ');
}

/** Whoever the register has under the name; of a person only under the whole of it. */
function registeredAs({ name, kind, person, government }: Cluster): Registered | null {
  if (government !== null) return registeredState(government);
  const found = registered(name);
  if (!found || (kind === 'person') !== (found.kind === 'person')) return null;
  if (found.kind === 'person' && !person?.given) return null;
  return found.kind !== 'government' || found.standsFor === null ? found : null;
}

function distinct(mentions: readonly Span[]): Span[] {
  const sorted = [...mentions].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return sorted.filter(([start, end], i) => start !== sorted[i - 1]?.[0] || end !== sorted[i - 1]?.[1]);
}
