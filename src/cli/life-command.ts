import { lifeOf, type Moment } from '../claims/life.ts';
import type { Links } from '../claims/links.ts';
import { claimBy, inLinked, reportName, saying } from './linked.ts';
import type { ClaimOptions } from './origins-command.ts';
import { wrapShort } from './shorten.ts';
import type { Terminal } from './terminal.ts';

/** How a claim fared: first said, said again, hardened, softened, moved, denied. */
export const lifeCommand = (
  prefix: string,
  { ledger: path, json }: ClaimOptions,
  terminal: Terminal,
): Promise<number> =>
  inLinked(path, terminal, async (ledger) => {
    const { claim, ...links } = await claimBy(ledger, prefix);
    const life = lifeOf(claim, links.assertions, links.readings);
    for (const moment of json ? life : life.filter(tellsMore)) {
      const words = saying(links, moment.assertion);
      await terminal.out(
        json ? `${JSON.stringify({ ...moment, words })}\n` : `${linesOf(links, moment, words, terminal).join('\n')}\n`,
      );
    }
    return 0;
  });

/** Leaves out what a report says again in the same way that it said it in. */
const tellsMore = ({ document, turns }: Moment, i: number, all: readonly Moment[]): boolean =>
  turns[0] !== 'said again' || !all.slice(0, i).some((before) => before.document === document);

const loud = new Set(['hardened', 'softened', 'figure moved', 'attribution dropped', 'denied']);

function linesOf(links: Links, { at, document, turns }: Moment, words: string, { style, width }: Terminal): string[] {
  const told = turns.map((turn) => (loud.has(turn) ? style('yellow', turn) : turn)).join(' · ');
  const day = at?.slice(0, 10) ?? 'no date   ';
  return [
    `${style('dim', day)}  ${told} · ${reportName(links, document)}`,
    ...wrapShort(words, width - 12, 2).map((line) => ' '.repeat(12) + line),
  ];
}
