import type { Reading } from '../read.ts';
import { overlaps } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import type { Claim } from './claims.ts';
import type { Copy } from './copy.ts';
import { correctionsIn } from './corrections.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { LineageState } from './lineage-state.ts';
import type { Links } from './links.ts';
import { distinctOrigins, firstHand, fullerInReport, joined, type Mention, type Origin, uncaptured } from './origin.ts';
import { outletKey } from './outlet-key.ts';
import { recent } from './recent.ts';
import { type Reports, reportsOf } from './reports.ts';
import { type Citation, citedFor, copiedFrom, covers, type Edge, type LineageEvidence } from './taken-from.ts';

export interface Lineage {
  readonly claim: string;
  /** reports that say it, the earliest first; versions of one page are one report, under the id of the first of them */
  readonly reports: readonly string[];
  /** by report, the documents that are versions of it, the earliest first; only of reports with more than one */
  readonly versions: Readonly<Record<string, readonly string[]>>;
  readonly edges: readonly Edge[];
  readonly origins: readonly Origin[];
  /** by report, the keys of the origins that it leads back to, by whatever path */
  readonly reaches: Readonly<Record<string, readonly string[]>>;
  /** reports that lead back to nobody */
  readonly notRecorded: readonly string[];
  /** each pair of origins, and whether they are shown to be independent */
  readonly independence: readonly { readonly a: string; readonly b: string; readonly state: LineageState }[];
  /** "14 reports · 2 origins · 1 named · 3 lineage not recorded" */
  readonly headline: string;
}

/** What the reports of a claim rest on: through copies and stated chains back to who said it first. */
export function lineages(
  links: Pick<Links, 'assertions' | 'readings' | 'copies'>,
  own: Parameters<typeof coverageOf>[1] = {},
): (claim: Claim) => Lineage {
  const coverage = coverageOf(links, own);
  return (claim) => lineageOf(claim, coverage);
}

export function lineageOf(claim: Claim, asked: Coverage): Lineage {
  const copies = recent<readonly Copy[]>(MOST_REPORTS);
  const coverage: Coverage = { ...asked, copiesOf: (id) => copies(id, () => asked.copiesOf(id)) };
  const sayers = sayersOf(claim, coverage);
  const reports = reportsOf(
    sayers.map(({ document }) => document),
    coverage.readings,
  );
  const taken = sayers.map((assertion) => takenBy(assertion, reports, coverage));
  const edges = distinctEdges(taken.flatMap(({ copied, cited }) => [...copied, ...cited.map(asEdge)]));
  const mentions = inOneWording(fullerInReport(mentionsIn(taken, edges, coverage)), taken, coverage);
  const origins = distinctOrigins(mentions);
  const reaches = reached(reports.ids, mentions, edges);
  const notRecorded = reports.ids.filter((id) => reaches[id]!.length === 0);
  return {
    claim: claim.id,
    reports: reports.ids,
    versions: reports.versions,
    edges,
    origins,
    reaches,
    notRecorded,
    independence: pairsOf(origins),
    headline: headlineOf(reports.ids.length, origins, notRecorded.length),
  };
}

/** A report says a claim several times: what it copied is asked for once. More reports than this are asked for again. */
const MOST_REPORTS = 1000;

/** Those of the side of the headline: who denies it has an origin of its own, and a notice of an error says it no more. */
function sayersOf({ members, headline }: Claim, { assertions, readings }: Coverage): Assertion[] {
  const side = assertions.get(headline)!.stance;
  return members
    .map((id) => assertions.get(id)!)
    .filter((member) => member.stance === side && member.about === null)
    .filter((member) => !isTakenBack(member, readings.get(member.document)!));
}

/** "An earlier version of this report said that …" */
function isTakenBack({ span }: Assertion, { document }: Reading): boolean {
  const notices = correctionsIn(document).filter(({ kind }) => kind === 'corrected' || kind === 'withdrawn');
  return notices.some((notice) => overlaps(notice.span, span));
}

/** What one statement rests on. */
interface Taken {
  readonly assertion: Assertion;
  readonly report: string;
  readonly copied: readonly Edge[];
  readonly cited: readonly Citation[];
  readonly first: Mention | null;
}

function takenBy(assertion: Assertion, reports: Reports, coverage: Coverage): Taken {
  const report = reports.of(assertion.document)!;
  return {
    assertion,
    report,
    copied: copiedFrom(assertion, reports, coverage),
    cited: citedFor(assertion, reports, coverage),
    first: firstHand(assertion, report, coverage.readings.get(assertion.document)!, coverage.keyOf),
  };
}

const asEdge = ({ hop: _hop, ...edge }: Citation): Edge => edge;

/**
 * Whom the reports name. Who is named stands for himself, over whatever paper he is cited; "officials" of a report that
 * takes the claim from another may be the officials of that. A paper stands for whoever told it, unless somebody is named.
 */
function mentionsIn(taken: readonly Taken[], edges: readonly Edge[], { readings, keyOf }: Coverage): Mention[] {
  const takers = new Set(edges.map(({ from }) => from));
  const through = ({ report }: Taken, { hop }: Citation) => `${report} ${outletKey(hop.name)}`;
  const told = new Set(
    taken.filter(({ first }) => first?.named).flatMap((one) => one.cited.map((c) => through(one, c))),
  );
  return taken.flatMap((one) => {
    const own = one.first && (one.first.named || !takers.has(one.report)) ? [one.first] : [];
    const outside = one.cited.filter((citation) => citation.cited !== 'contains' && !told.has(through(one, citation)));
    return [
      ...own,
      ...outside.map(({ hop }) => uncaptured(hop, one.report, readings.get(one.assertion.document)!, keyOf)),
    ];
  });
}

/**
 * "A senior official" of a passage that two reports share is one, whichever of the two had it first: where that is told, the
 * one rests on the other already. Two who write anew what they were told may have asked two.
 */
function inOneWording(mentions: readonly Mention[], taken: readonly Taken[], coverage: Coverage): Mention[] {
  const unnamed = taken.filter(({ first }) => first !== null && !first.named);
  const byDocument = Map.groupBy(unnamed, ({ assertion }) => assertion.document);
  const heads = new Map<string, string>();
  const headOf = (key: string): string => (heads.has(key) ? headOf(heads.get(key)!) : key);
  for (const [document, own] of byDocument) {
    const open = coverage
      .copiesOf(document)
      .filter(({ a, from, kind }) => a === document && !from && kind !== 'rewrite');
    for (const { b, shared } of open)
      for (const [one, other] of own.flatMap((one) =>
        (byDocument.get(b) ?? []).map((other) => [one, other] as const),
      )) {
        const [x, y] = [headOf(one.first!.key), headOf(other.first!.key)];
        if (x !== y && isSameOfBoth(shared, one, other)) heads.set(x < y ? y : x, x < y ? x : y);
      }
  }
  return heads.size === 0 ? [...mentions] : mentions.map((mention) => ({ ...mention, key: headOf(mention.key) }));
}

/** Do both have the statement, on the word of whoever is called the same, in a passage that they share? */
const isSameOfBoth = (shared: Copy['shared'], one: Taken, other: Taken): boolean =>
  one.first!.name.toLowerCase() === other.first!.name.toLowerCase() &&
  shared.some(([first, second]) => covers(first, one.assertion.span) && covers(second, other.assertion.span));

/** Origins by report, through all that it takes from others; two that only cite one another lead to nobody. */
function reached(reports: readonly string[], mentions: readonly Mention[], edges: readonly Edge[]): Lineage['reaches'] {
  const keyOf = joined(mentions);
  const found = new Map(reports.map((id) => [id, new Set<string>()]));
  for (const mention of mentions) found.get(mention.report)!.add(keyOf(mention));
  const within = edges.filter(({ cited }) => cited === 'contains');
  const size = () => [...found.values()].reduce((sum, keys) => sum + keys.size, 0);
  for (let before = -1; size() > before; ) {
    before = size();
    for (const { from, to } of within) for (const key of found.get(to!)!) found.get(from)!.add(key);
  }
  return Object.fromEntries([...found].map(([id, keys]) => [id, [...keys].sort()]));
}

function distinctEdges(edges: readonly Edge[]): Edge[] {
  const found = new Map<string, Edge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to ?? outletKey(edge.name)} ${edge.state}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, evidence: distinct([...before.evidence, ...edge.evidence]) } : edge);
  }
  return [...found.values()].sort((a, b) => (a.from + a.name < b.from + b.name ? -1 : 1));
}

const distinct = (evidence: readonly LineageEvidence[]): LineageEvidence[] => [
  ...new Map(evidence.map((one) => [`${one.kind} ${one.document} ${one.span}`, one])).values(),
];

/** Two who are named are two; "officials" here and there are not shown to be, nor is who told a paper that was not captured. */
const pairsOf = (origins: readonly Origin[]): Lineage['independence'] =>
  origins.flatMap((a, i) =>
    origins.slice(i + 1).map((b) => {
      const known = [a, b].every(({ named, uncaptured }) => named && !uncaptured);
      return {
        a: a.key,
        b: b.key,
        state: known ? ('independent' as const) : ('independence not established' as const),
      };
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
