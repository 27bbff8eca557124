import type { Hop, SourceKind } from '../attributions/attribution.ts';
import type { Reading } from '../read.ts';
import { contains, type Span, slice } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import type { Claim } from './claims.ts';
import type { Copy } from './copy.ts';
import type { Links } from './links.ts';
import { publishedAt } from './published-at.ts';

/** How two reports of a claim stand to one another, as far as the evidence goes. */
export type LineageState =
  | 'copy'
  | 'relies on'
  | 'same origin'
  | 'independent'
  | 'independence not established'
  | 'lineage not recorded';

/** A report takes a claim from another, or from somebody who was not captured. */
export interface Edge {
  /** document that takes it */
  readonly from: string;
  /** document that it is taken from; null where that was not captured */
  readonly to: string | null;
  /** the outlet as the taker calls it, or the other's outlet */
  readonly name: string;
  readonly state: 'copy' | 'relies on';
  /** does the cited report say it? */
  readonly cited: 'contains' | 'does not contain' | 'not captured';
  readonly evidence: readonly LineageEvidence[];
}

export interface LineageEvidence {
  readonly kind: 'shared passage' | 'cited' | 'credit';
  readonly document: string;
  readonly span: Span | null;
  readonly words: string;
}

/** Where a claim entered the reporting, as far as it can be told. */
export interface Origin {
  /** Wikidata item, name, or document and words: equal for the same origin */
  readonly key: string;
  readonly name: string;
  readonly kind: SourceKind | null;
  /** could it be rung up: a person, a body, a government; not "officials" */
  readonly named: boolean;
  /** documents that have it at first hand */
  readonly documents: readonly string[];
}

export interface Lineage {
  readonly claim: string;
  /** documents that say it, the earliest first */
  readonly reports: readonly string[];
  readonly edges: readonly Edge[];
  readonly origins: readonly Origin[];
  /** documents that say it with nobody named and nothing cited */
  readonly notRecorded: readonly string[];
  /** each pair of origins, and whether they are shown to be independent */
  readonly independence: readonly { readonly a: string; readonly b: string; readonly state: LineageState }[];
  /** "14 reports · 2 origins · 1 named · 3 lineage not recorded" */
  readonly headline: string;
}

/** What the reports of a claim rest on: through copies and stated chains back to who said it first. */
export function lineages(links: Pick<Links, 'assertions' | 'readings' | 'copies'>): (claim: Claim) => Lineage {
  const { assertions, readings } = links;
  const among: Among = { readings, byOutlet: outletsOf(readings), copiesOf: copiesByDocument(links.copies) };
  return (claim) => lineageOf(claim, assertions, among);
}

/** All that was read, made ready once for any number of claims. */
interface Among {
  readonly readings: ReadonlyMap<string, Reading>;
  /** documents, the earliest first */
  readonly byOutlet: ReadonlyMap<string, readonly string[]>;
  readonly copiesOf: ReadonlyMap<string, readonly Copy[]>;
}

function lineageOf(claim: Claim, assertions: ReadonlyMap<string, Assertion>, among: Among): Lineage {
  const { readings } = among;
  const sayers = sayersOf(claim, assertions);
  const reports = inTime([...new Set(sayers.map(({ document }) => document))], readings);
  const edges = distinctEdges(
    sayers.flatMap((assertion) => [...copyEdges(assertion, reports, among), ...citedEdges(assertion, reports, among)]),
  );
  const takers = new Set(edges.map(({ from }) => from));
  const own = sayers.filter(({ document }) => !takers.has(document));
  const firstHand = own.flatMap((assertion) => originsOf(assertion, readings.get(assertion.document)!));
  const origins = [...distinctOrigins(firstHand), ...uncaptured(edges)];
  const known = new Set(firstHand.flatMap(({ documents }) => documents));
  const grounded = groundedIn(known, edges);
  const notRecorded = reports.filter((id) => !grounded.has(id));
  return {
    claim: claim.id,
    reports,
    edges,
    origins,
    notRecorded,
    independence: pairsOf(origins),
    headline: headlineOf(reports.length, origins, notRecorded.length),
  };
}

/** Reports from which an origin is reached; two that only cite one another reach none. */
function groundedIn(known: ReadonlySet<string>, edges: readonly Edge[]): Set<string> {
  const grounded = new Set(known);
  for (let before = -1; grounded.size > before; ) {
    before = grounded.size;
    for (const { from, to, cited } of edges) if (cited !== 'contains' || grounded.has(to!)) grounded.add(from);
  }
  return grounded;
}

/** Those of the side of the headline: who denies it has an origin of its own. */
function sayersOf(claim: Claim, assertions: ReadonlyMap<string, Assertion>): Assertion[] {
  const members = claim.members.map((id) => assertions.get(id)!);
  const side = assertions.get(claim.headline)!.stance;
  return members.filter(({ stance, about }) => stance === side && about === null);
}

const inTime = (ids: readonly string[], readings: ReadonlyMap<string, Reading>): string[] =>
  ids.toSorted((a, b) => timeOf(readings.get(a)) - timeOf(readings.get(b)) || (a < b ? -1 : 1));

const timeOf = (reading: Reading | undefined): number => publishedAt(reading?.document.published ?? null);

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[’']s$/, '');

/** Documents by their outlet, the earliest first. */
function outletsOf(readings: ReadonlyMap<string, Reading>): Map<string, string[]> {
  const named = [...readings].filter(([, { document }]) => document.outlet);
  const byOutlet = Map.groupBy(named, ([, { document }]) => plain(document.outlet!));
  const ids = (same: typeof named) =>
    inTime(
      same.map(([id]) => id),
      readings,
    );
  return new Map([...byOutlet].map(([outlet, same]) => [outlet, ids(same)]));
}

function copiesByDocument(copies: readonly Copy[]): Map<string, Copy[]> {
  const sides = copies.flatMap((copy) => [copy.a, copy.b].map((id) => ({ id, copy })));
  const byDocument = Map.groupBy(sides, ({ id }) => id);
  return new Map([...byDocument].map(([id, own]) => [id, own.map(({ copy }) => copy)]));
}

function copyEdges({ document, span }: Assertion, reports: readonly string[], { readings, copiesOf }: Among): Edge[] {
  return (copiesOf.get(document) ?? []).flatMap((copy): Edge[] => {
    const { a, from, shared } = copy;
    if (from === null || from === document || !reports.includes(from)) return [];
    const mine = a === document ? 0 : 1;
    const passage = shared.find((pair) => covers(pair[mine], span));
    if (!passage) return [];
    const { text } = readings.get(document)!.document;
    const evidence: LineageEvidence[] = [
      { kind: 'shared passage', document, span: passage[mine], words: slice(text, passage[mine]) },
      ...copy.evidence
        .filter(({ kind }) => kind !== 'time')
        .map((one) => ({ kind: 'credit' as const, document: one.document, span: one.span, words: one.words })),
    ];
    const name = readings.get(from)?.document.outlet ?? from;
    return [{ from: document, to: from, name, state: 'copy', cited: 'contains', evidence }];
  });
}

/** Is most of a statement inside a passage that was taken over, or the passage inside the statement? */
const covers = (passage: Span, said: Span): boolean =>
  contains(said, passage) || 2 * (Math.min(passage[1], said[1]) - Math.max(passage[0], said[0])) >= said[1] - said[0];

/** "according to The Wexley Courier": the paper cited for it, and whether what was captured of it says so. */
function citedEdges(
  { document, statement }: Assertion,
  reports: readonly string[],
  { readings, byOutlet }: Among,
): Edge[] {
  const reading = readings.get(document)!;
  const chain = reading.attributions.find(({ id }) => id === statement)?.chain.slice(0, -1) ?? [];
  const own = plain(reading.document.outlet ?? '');
  return chain.filter(isPress).flatMap((hop): Edge[] => {
    const outlet = plain(nameOf(reading, hop));
    if (outlet === own) return [];
    const captured = (byOutlet.get(outlet) ?? []).filter((id) => id !== document);
    const to = captured.find((id) => reports.includes(id)) ?? captured[0] ?? null;
    const cited = to === null ? 'not captured' : reports.includes(to) ? 'contains' : 'does not contain';
    const evidence: LineageEvidence = { kind: 'cited', document, span: hop.span, words: hop.name };
    return [{ from: document, to, name: hop.name, state: 'relies on', cited, evidence: [evidence] }];
  });
}

const isPress = ({ kind, span }: Hop): boolean => (kind === 'outlet' || kind === 'agency') && span !== null;

const nameOf = ({ entities }: Reading, { source, name }: Hop): string =>
  entities.find(({ id }) => id === source)?.name ?? name;

/** Who said it first to the report itself; nobody where it names nobody. */
function originsOf({ document, statement }: Assertion, reading: Reading): Origin[] {
  const hop = reading.attributions.find(({ id }) => id === statement)?.chain[0];
  if (!hop || hop.span === null) return [];
  const entity = reading.entities.find(({ id }) => id === hop.source);
  const kind = entity?.kind ?? hop.kind;
  const name = entity?.name ?? hop.name;
  const named = isNamed(kind, entity?.wikidata ?? null, name);
  const key = entity?.wikidata ?? (named ? plain(name) : `${document} ${coreOf(name)}`);
  return [{ key, name, kind, named, documents: [document] }];
}

const isNamed = (kind: SourceKind | null, wikidata: string | null, name: string): boolean =>
  wikidata !== null ||
  (!/^(?:anonymous|collective|document)$/.test(kind ?? 'anonymous') && /(?:^|\s)(?!The |A |An )\p{Lu}/u.test(name));

/** "Western officials briefed on the attack" and "Western Officials" of one report are not shown to be two. */
const coreOf = (name: string): string =>
  plain(name)
    .replace(/^(?:a|an|two|three|several|some|many|one|two of the|one of the|other) /, '')
    .split(/,|\s(?:briefed|familiar|with|who|for|of|in|at|from|close|on|speaking)\s/)[0]!;

function distinctOrigins(origins: readonly Origin[]): Origin[] {
  const byKey = Map.groupBy(origins, ({ key }) => key);
  return [...byKey.values()]
    .map((same) => ({ ...same[0]!, documents: [...new Set(same.flatMap(({ documents }) => documents))] }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A paper that is cited and was not captured stands for whoever told it. */
function uncaptured(edges: readonly Edge[]): Origin[] {
  const outside = edges.filter(({ to, cited }) => to === null || cited === 'does not contain');
  const byName = Map.groupBy(outside, ({ name }) => plain(name));
  return [...byName].map(([key, same]) => {
    return { key, name: same[0]!.name, kind: 'outlet', named: true, documents: same.map(({ from }) => from) };
  });
}

function distinctEdges(edges: readonly Edge[]): Edge[] {
  const found = new Map<string, Edge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to ?? plain(edge.name)} ${edge.state}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, evidence: distinct([...before.evidence, ...edge.evidence]) } : edge);
  }
  return [...found.values()].sort((a, b) => (a.from + a.name < b.from + b.name ? -1 : 1));
}

const distinct = (evidence: readonly LineageEvidence[]): LineageEvidence[] => [
  ...new Map(evidence.map((one) => [`${one.kind} ${one.document} ${one.span}`, one])).values(),
];

/** Two who are named are two; "officials" here and "officials" there are not shown to be. */
const pairsOf = (origins: readonly Origin[]): Lineage['independence'] =>
  origins.flatMap((a, i) =>
    origins.slice(i + 1).map((b) => {
      const state = a.named && b.named ? ('independent' as const) : ('independence not established' as const);
      return { a: a.key, b: b.key, state };
    }),
  );

function headlineOf(reports: number, origins: readonly Origin[], notRecorded: number): string {
  const named = origins.filter((origin) => origin.named).length;
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  return [
    count(reports, 'report'),
    count(origins.length, 'origin'),
    `${named} named`,
    ...(notRecorded ? [`${notRecorded} lineage not recorded`] : []),
  ].join(' · ');
}
