import type { Hop } from '../attributions/attribution.ts';
import { countryOfPeople } from '../meaning/place-names.ts';
import type { Reading } from '../read.ts';
import { contains, type Span, slice } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import type { Copy } from './copy.ts';
import type { Coverage } from './coverage.ts';
import { isPress } from './origin.ts';
import { outletKey } from './outlet-key.ts';
import { dayOf, daysLater, daysOf } from './published-at.ts';
import { type Reports, reportsOf } from './reports.ts';

/** A report takes a claim from another, or from somebody who was not captured. */
export interface Edge {
  /** report that takes it */
  readonly from: string;
  /** report that it is taken from; null where that was not captured, or could be one of several */
  readonly to: string | null;
  /** the outlet as the taker calls it, or the other's outlet */
  readonly name: string;
  readonly state: 'copy' | 'relies on';
  /** does the cited report say it? */
  readonly cited: 'contains' | 'does not contain' | 'not captured';
  /** for "does not contain": the captured reports of the cited outlet that could be meant, none of which says it */
  readonly looked: readonly string[];
  readonly evidence: readonly LineageEvidence[];
}

export interface LineageEvidence {
  readonly kind: 'shared passage' | 'cited' | 'credit';
  /** the version of the report that has the words */
  readonly document: string;
  readonly span: Span | null;
  readonly words: string;
}

/** An edge by citation, with the link of the chain that it rests on. */
export interface Citation extends Edge {
  readonly hop: Hop;
}

/** The copies behind a statement: who had its passage first. */
export function copiedFrom({ document, span }: Assertion, reports: Reports, coverage: Coverage): Edge[] {
  const own = reports.of(document)!;
  return coverage.copiesOf(document).flatMap((copy): Edge[] => {
    const { a, from, shared } = copy;
    const to = from === null || from === document ? null : reports.of(from);
    if (to === null || to === own) return [];
    const mine = a === document ? 0 : 1;
    const { text } = coverage.readings.get(document)!.document;
    const passage =
      shared.map((pair) => pair[mine]).find((one) => covers(one, span)) ?? keptIn(copy, text, span, coverage);
    if (!passage) return [];
    const evidence: LineageEvidence[] = [
      { kind: 'shared passage', document, span: passage, words: slice(text, passage) },
      ...copy.evidence
        .filter(({ kind }) => kind !== 'time')
        .map((one) => ({ kind: 'credit' as const, document: one.document, span: one.span, words: one.words })),
    ];
    const name = coverage.readings.get(from!)?.document.outlet ?? from!;
    return [{ from: own, to, name, state: 'copy', cited: 'contains', looked: [], evidence }];
  });
}

/** Fewer words than this stand by chance in two reports of one thing, though one is a copy of the other. */
const LEAST_KEPT = 4;

/** A short sentence is no passage where what stood around it was cut; word for word in what was copied, it is taken over. */
function keptIn({ kind, from }: Copy, text: string, span: Span, { readings }: Coverage): Span | null {
  if (kind === 'excerpt') return null; // of a report of its own, the rest is its own
  const words = slice(text, span);
  const isLong = words.trim().split(/\s+/u).length >= LEAST_KEPT;
  return isLong && from !== null && readings.get(from)?.document.text.includes(words) ? span : null;
}

/** Is most of a statement inside a passage that was taken over, or the passage inside the statement? */
export const covers = (passage: Span, said: Span): boolean =>
  contains(said, passage) || 2 * (Math.min(passage[1], said[1]) - Math.max(passage[0], said[0])) >= said[1] - said[0];

/** "according to The Wexley Courier": the papers cited for a statement, and whether what was captured of them says so. */
export function citedFor({ document, statement }: Assertion, reports: Reports, coverage: Coverage): Citation[] {
  const reading = coverage.readings.get(document)!;
  const chain = reading.attributions.find(({ id }) => id === statement)?.chain.slice(0, -1) ?? [];
  const own = outletKey(reading.document.outlet ?? '');
  return chain.filter(isPress).flatMap((hop): Citation[] => {
    const outlet = outletKey(nameOf(reading, hop));
    if (outlet === own) return [];
    const words = slice(reading.document.text, hop.span!);
    const evidence: LineageEvidence = { kind: 'cited', document, span: hop.span, words };
    const found = citedReport(outlet, reading, reports, coverage);
    return [{ from: reports.of(document)!, name: hop.name, state: 'relies on', ...found, evidence: [evidence], hop }];
  });
}

/** "The American newspaper" is the one paper that the report names beside itself. */
function nameOf({ entities, attributions, document }: Reading, { source, name }: Hop): string {
  const own = entities.find(({ id }) => id === source)?.name ?? name;
  if (!namesNone(own)) return own;
  const cited = attributions.flatMap(({ chain }) => chain.slice(0, -1).filter(isPress));
  const papers = cited.map((hop) => hop.name).filter((paper) => !namesNone(paper));
  const others = new Map(papers.map((paper) => [outletKey(paper), paper]));
  others.delete(outletKey(document.outlet ?? ''));
  return others.size === 1 ? [...others.values()][0]! : own;
}

/** "The American newspaper", "It"; not "The Harbour newspaper" */
function namesNone(name: string): boolean {
  const [first = '', ...rest] = name.split(' ');
  const isPlain = (word: string) => !/^\p{Lu}/u.test(word) || countryOfPeople(word) !== undefined;
  return /^(?:the|an?|it|that|this)$/i.test(first) && rest.every(isPlain);
}

/**
 * A report is cited within days: of so many before the citing one, any may be meant. More takes reports of something else
 * for the one that is cited, fewer takes a weekly for one that was not captured.
 */
const DAYS_BEFORE = 3;

type Found = Pick<Edge, 'to' | 'cited' | 'looked'>;

/** What says it is what is cited: the first within the days, else the last before them. Else any within the days may be. */
function citedReport(outlet: string, { document }: Reading, reports: Reports, coverage: Coverage): Found {
  const own = reports.of(document.id);
  const days = daysOf(document);
  const since = days && daysLater(days[0], -DAYS_BEFORE);
  const of = (id: string) => coverage.readings.get(id)!.document;
  const says = reports
    .ofOutlet(outlet)
    .filter((id) => id !== own)
    .map((id) => ({ id, day: dayOf(of(id).published) }))
    .filter(({ day }) => days === null || day === null || day <= days[1]);
  const to = says.find(({ day }) => since !== null && day !== null && day >= since) ?? says.at(-1);
  if (to) return { to: to.id, cited: 'contains', looked: [] };
  const near = days ? coverage.documentsOf(outlet, [since!, days[1]]) : [];
  const others = near.filter((id) => reports.of(id) === null);
  const looked = reportsOf(others, coverage.readings).ids;
  if (looked.length === 0) return { to: null, cited: 'not captured', looked };
  return { to: looked.length === 1 ? looked[0]! : null, cited: 'does not contain', looked };
}
