import type { Copy } from '../claims/copy.ts';
import type { Reading } from '../read.ts';
import { inLinked, reportName } from './linked.ts';
import type { ClaimOptions } from './origins-command.ts';
import { plain, shorten } from './shorten.ts';
import type { Terminal } from './terminal.ts';

/** Which reports hold words of which, how much of them, and what tells who had them first. */
export const copiesCommand = ({ ledger: path, json }: ClaimOptions, terminal: Terminal): Promise<number> =>
  inLinked(path, terminal, async (ledger) => {
    const copies = await ledger.links.copies();
    for (const copy of copies) {
      const pair = await Promise.all([copy.a, copy.b].map(ledger.links.reading));
      const readings = new Map(pair.map((reading) => [reading.document.id, reading]));
      await terminal.out(json ? `${JSON.stringify(copy)}\n` : `${linesOf({ readings }, copy, terminal).join('\n')}\n`);
    }
    if (!json && copies.length === 0) await terminal.out('no report holds the words of another\n');
    return 0;
  });

interface Readings {
  readonly readings: ReadonlyMap<string, Reading>;
}

function linesOf(
  among: Readings,
  { a, b, kind, from, containment, shared, evidence }: Copy,
  terminal: Terminal,
): string[] {
  const { style, width } = terminal;
  const taker = from === a ? b : a;
  const giver = from === a ? a : b;
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const how = from ? `${kind} of` : `${kind}, direction not established, beside`;
  const text = among.readings.get(taker)!.document.text;
  const [passage] = shared;
  const own = passage?.[taker === a ? 0 : 1];
  return [
    `  ${style('bold', reportName(among, taker))} ${style('cyan', taker)}`,
    `    ${how} ${reportName(among, giver)} ${style('cyan', giver)}`,
    `    ${percent(containment[taker === a ? 0 : 1])} of it in the other, ${percent(containment[taker === a ? 1 : 0])} the other way`,
    ...(own ? [`    ${style('dim', `“${shorten(plain(text.slice(...own)), width - 8)}”`)}`] : []),
    ...evidence.map(({ kind: what, words }) => `    ${what}: ${shorten(plain(words), width - 20)}`),
  ];
}
