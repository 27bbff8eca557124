import { type Edge, type Lineage, lineages } from '../claims/lineage.ts';
import type { Links } from '../claims/links.ts';
import { claimBy, inLinked, reportName, saying } from './linked.ts';
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
    const { claim, ...links } = await claimBy(ledger, prefix);
    const lineage = lineages(links)(claim);
    const lines = json
      ? [JSON.stringify({ ...lineage, words: saying(links, claim.headline) })]
      : linesOf(links, claim.headline, lineage, terminal);
    await terminal.out(`${lines.join('\n')}\n`);
    return 0;
  });

function linesOf(links: Links, headline: string, lineage: Lineage, terminal: Terminal): string[] {
  const { style, width } = terminal;
  const quote = ({ words }: { words: string }) => style('dim', `“${shorten(plain(words), 60)}”`);
  const from = (document: string) => lineage.edges.filter((edge) => edge.from === document);
  return [
    ...wrap(saying(links, headline), width).map((line) => style('bold', line)),
    lineage.headline,
    '',
    ...lineage.reports.flatMap((document) => {
      const edges = from(document);
      const own = lineage.origins.filter((origin) => origin.documents.includes(document) && edges.length === 0);
      const told = [
        ...edges.map((edge) => `    ${edgeTold(links, edge)} ${edge.evidence.map(quote).join(' ')}`),
        ...own.map(
          ({ name, kind, named }) =>
            `    on the word of ${plain(name)} (${kind ?? 'kind not told'}${named ? '' : ', not named'})`,
        ),
        ...(lineage.notRecorded.includes(document) ? [`    ${style('yellow', 'lineage not recorded')}`] : []),
      ];
      return [`  ${style('bold', reportName(links, document))} ${style('cyan', document)}`, ...told];
    }),
    '',
    ...independence(lineage),
  ];
}

function edgeTold(links: Links, { state, to, name, cited }: Edge): string {
  const whom = to ? reportName(links, to) : plain(name);
  const holds = {
    contains: '',
    'does not contain': ', which does not say it',
    'not captured': ', which was not captured',
  };
  return `${state === 'copy' ? 'copy of' : 'relies on'} ${whom}${holds[cited]}:`;
}

function independence({ origins, independence: pairs }: Lineage): string[] {
  if (origins.length < 2) return [];
  const open = pairs.filter(({ state }) => state === 'independence not established').length;
  return [`Pairs of origins: ${pairs.length - open} named apart, ${open} whose independence is not established.`];
}
