import { type Contest, contested, type Denier, type Value, type View, viewOf } from '../claims/contested.ts';
import { inBounds } from '../claims/in-bounds.ts';
import type { Links } from '../claims/links.ts';
import type { ClaimsOptions } from './claims-command.ts';
import { claiming, inLinked, reportName, saying } from './linked.ts';
import { plain, shorten, wrapShort } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface ContestedOptions extends ClaimsOptions {
  readonly view?: View;
}

/** What is denied and by whom, and which figures stand side by side. */
export const contestedCommand = (
  { ledger: path, limit, json, view }: ContestedOptions,
  terminal: Terminal,
): Promise<number> =>
  inLinked(path, terminal, async (ledger) => {
    const { rows, total } = await ledger.links.claims({ contested: true, limit });
    let isAny = false;
    for (const { id } of rows) {
      const links = (await ledger.links.claim(id))!;
      const [contest] = contested([links.claim], links.assertions, links.readings, links.coverage);
      // what is denied only by words that were taken back
      if (!contest) continue;
      isAny = true;
      const words = claiming(links, contest.headline);
      await terminal.out(
        json
          ? `${JSON.stringify({ ...contest, words, ...(view && { [view]: viewOf(contest.values, view) }) })}\n`
          : `${[...linesOf(links, contest, words, terminal), ...viewTold(contest, view), ''].join('\n')}\n`,
      );
    }
    if (!json && !isAny) await terminal.out('nothing is denied, and no figures differ\n');
    if (!json && isAny && rows.length < total) await terminal.out(`${rows.length} of ${total}; --limit 0 for all.\n`);
    return 0;
  });

function linesOf(links: Links, { claim, deniers, values }: Contest, words: string, terminal: Terminal): string[] {
  const { style, width } = terminal;
  const idOf = (assertion: string) => style('cyan', links.assertions.get(assertion)!.statement);
  const said = ({ assertion, document, name }: Denier) => {
    const who = `${name === null ? '' : `${plain(name)} · `}${reportName(links, document)}`;
    const [first = '', ...rest] = wrapShort(`${saying(links, assertion)} (${who})`, width - 28, 2);
    return [
      `  ${style('red', 'denies')}      ${idOf(assertion)}  ${first}`,
      ...rest.map((line) => ' '.repeat(28) + line),
    ];
  };
  return [
    `${style('cyan', claim)}  ${style('bold', shorten(words, width - 14))}`,
    ...deniers.flatMap(said),
    ...values.map(
      (value) =>
        `  ${style('dim', value.published?.slice(0, 10) ?? 'no date')}  ${idOf(value.assertion)}  ${valueTold(links, value)}`,
    ),
  ];
}

/** "lowest of them: 8": never without the name of the rule. */
function viewTold({ values }: Contest, view: View | undefined): string[] {
  const one = view && viewOf(values, view);
  if (!one) return [];
  const { min, max } = one;
  const told =
    min === max ? `${min}` : max === null ? `at least ${min}` : min === null ? `at most ${max}` : `${min} to ${max}`;
  return [`  ${view} of them: ${told}`];
}

function valueTold(links: Links, value: Value): string {
  const { document, span, name, takenBack } = value;
  const { text } = links.readings.get(document)!.document;
  return `${inBounds(plain(text.slice(...span)), value)} · ${plain(name ?? 'nobody named')} · ${reportName(links, document)}${takenBack ? ' · taken back' : ''}`;
}
