import { type Lineage, lineageOf } from '../claims/lineage.ts';
import { type LineageState, reportPairs } from '../claims/lineage-state.ts';
import type { Origin } from '../claims/origin.ts';
import { versionAt } from '../claims/published-at.ts';
import type { Edge } from '../claims/taken-from.ts';
import { claimBy, claiming, inLinked, type Known, reportName } from './linked.ts';
import { plain, shorten, wrap } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface ClaimOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

/** What the reports of a claim rest on, back to who said it first. */
export const originsCommand = (
  prefix: string,
  { ledger: path, json }: ClaimOptions,
  terminal: Terminal,
): Promise<number> =>
  inLinked(path, terminal, async (ledger) => {
    const { claim, coverage: links } = await claimBy(ledger, prefix);
    const lineage = lineageOf(claim, links);
    const lines = json
      ? [JSON.stringify({ ...lineage, pairs: reportPairs(lineage), words: claiming(links, claim.headline) })]
      : linesOf(links, claim.headline, lineage, terminal);
    await terminal.out(`${lines.join('\n')}\n`);
    return 0;
  });

function linesOf(links: Known, headline: string, lineage: Lineage, terminal: Terminal): string[] {
  const { style, width } = terminal;
  return [
    ...wrap(claiming(links, headline), width).map((line) => style('bold', line)),
    lineage.headline,
    '',
    ...lineage.reports.flatMap((report) => reportTold(links, lineage, report, terminal)),
    '',
    ...sameOrigin(links, lineage).flatMap((told) =>
      wrap(told, width - 2).map((line, i) => (i === 0 ? line : `  ${line}`)),
    ),
    ...independence(lineage),
  ];
}

function reportTold(links: Known, lineage: Lineage, report: string, { style }: Terminal): string[] {
  const { edges, origins, notRecorded, versions } = lineage;
  const quote = ({ words }: { words: string }) => style('dim', `“${shorten(plain(words), 60)}”`);
  const taken = edges.filter(({ from }) => from === report);
  const isCopy = taken.some(({ state }) => state === 'copy');
  const own = origins.filter(({ documents, uncaptured }) => documents.includes(report) && !uncaptured && !isCopy);
  const later = versions[report]?.length ?? 1;
  return [
    `  ${style('bold', reportName(links, report))} ${style('cyan', report)}${later > 1 ? ` · ${later} versions` : ''}`,
    ...taken.map(
      (edge) => `    ${edgeTold(links, edge)}${inVersion(links, edge)}: ${edge.evidence.map(quote).join(' ')}`,
    ),
    ...own.map((origin) => `    ${originTold(origin)}`),
    ...(notRecorded.includes(report) ? [`    ${style('yellow', 'lineage not recorded')}`] : []),
  ];
}

const originTold = ({ name, kind, named }: Origin): string =>
  `on the word of ${plain(name)} (${kind ?? 'kind not told'}${named ? '' : ', not named'})`;

function edgeTold(links: Known, { state, to, name, cited, looked }: Edge): string {
  const whom = to ? reportName(links, to) : plain(name);
  const holds = {
    contains: '',
    'does not contain': to
      ? ', which does not say it'
      : `, of which ${looked.length} reports could be meant; none says it`,
    'not captured': ', which was not captured',
  };
  return `${state === 'copy' ? 'copy of' : 'relies on'} ${whom}${holds[cited]}`;
}

/** Where the first version does not tell it: ", in its version of 2024-11-26" */
function inVersion({ readings }: Known, { from, evidence }: Edge): string {
  const [{ document }] = evidence as readonly [Edge['evidence'][0]];
  const at = evidence.every((one) => one.document !== from) ? versionAt(readings.get(document)!) : null;
  return at ? `, in its version of ${at.slice(0, 10)}` : '';
}

/** "same origin: The Post, The Herald (Mayor Ana Torv)" */
function sameOrigin(links: Known, { origins, reaches, reports }: Lineage): string[] {
  return origins.flatMap(({ key, name }) => {
    const reached = reports.filter((report) => reaches[report]!.includes(key));
    const outlets = reached.map((report) =>
      plain(links.readings.get(report)!.document.outlet ?? reportName(links, report)),
    );
    return reached.length > 1 ? [`same origin: ${outlets.join(', ')} (${plain(name)})`] : [];
  });
}

const TOLD: readonly LineageState[] = ['independent', 'independence not established'];

function independence(lineage: Lineage): string[] {
  const { origins, independence: pairs } = lineage;
  if (origins.length < 2) return [];
  const open = pairs.filter(({ state }) => state === 'independence not established').length;
  const between = reportPairs(lineage) ?? [];
  const counts = TOLD.map((told) => [told, between.filter(({ state }) => state === told).length] as const);
  const told = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state}`);
  return [
    `Pairs of origins: ${pairs.length - open} named apart, ${open} whose independence is not established.`,
    ...(told.length > 0 ? [`Pairs of reports: ${told.join(' · ')}.`] : []),
  ];
}
