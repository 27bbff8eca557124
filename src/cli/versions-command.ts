import { type Links, linksOf } from '../claims/links.ts';
import { type ChangedStatement, type Version, versionsOf } from '../claims/versions.ts';
import { slice } from '../text/span.ts';
import { documentBy, inLinked, reportName, saying } from './linked.ts';
import type { ClaimOptions } from './origins-command.ts';
import { plain, wrapShort } from './shorten.ts';
import type { Terminal } from './terminal.ts';

/** What changed from version to version of a page, statement by statement, and what it says of that itself. */
export const versionsCommand = (
  prefix: string,
  { ledger: path, json }: ClaimOptions,
  terminal: Terminal,
): Promise<number> =>
  inLinked(path, terminal, async (ledger) => {
    const document = await documentBy(ledger, prefix);
    const links = linksOf(await ledger.links.page(document));
    for (const [i, version] of versionsOf(document, links).entries()) {
      const told = i === 0 ? 'in the first version that was captured' : 'as before';
      await terminal.out(
        json ? `${JSON.stringify(version)}\n` : `${linesOf(links, version, told, terminal).join('\n')}\n`,
      );
    }
    return 0;
  });

function linesOf(links: Links, version: Version, as: string, { style, width }: Terminal): string[] {
  const { document, at, changed, kept, edits, notices } = version;
  const { text } = links.readings.get(document)!.document;
  const indented = (label: string, words: string) => {
    const [first = '', ...rest] = wrapShort(words, width - 4, 2).map((line) => `    ${line}`);
    return [`  ${label}`, first, ...rest];
  };
  const told = ({ before, after, changes, unknown }: ChangedStatement) => [
    `  ${style('yellow', changes.join(' · '))}`,
    ...(before ? wrapShort(`− ${saying(links, before)}`, width - 4, 2).map((line) => `    ${line}`) : []),
    ...(after ? wrapShort(`+ ${saying(links, after)}`, width - 4, 2).map((line) => `    ${line}`) : []),
    ...(unknown ? wrapShort(`? ${plain(slice(text, unknown))}`, width - 4, 2).map((line) => `    ${line}`) : []),
  ];
  return [
    `${style('bold', reportName(links, document))} · ${at ?? 'no date'} · ${style('cyan', document)}`,
    ...notices.flatMap(({ kind, span }) => indented(`notice: ${kind}`, plain(slice(text, span)))),
    ...changed.flatMap(told),
    `  ${style('dim', `${kept} ${kept === 1 ? 'statement' : 'statements'} ${as}`)}`,
    ...(edits.length > 0 ? [`  ${style('dim', `${edits.length} places in the text changed; --json has them`)}`] : []),
    '',
  ];
}
