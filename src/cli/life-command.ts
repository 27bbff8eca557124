import { lifeOf, type Moment } from '../claims/life.ts';
import { type NeverUpdated, neverUpdated } from '../claims/never-updated.ts';
import { versionAt } from '../claims/published-at.ts';
import { type SaidUnknown, saidUnknown } from '../claims/said-unknown.ts';
import { slice } from '../text/span.ts';
import { claimBy, inLinked, type Known, reportName, saying } from './linked.ts';
import type { ClaimOptions } from './origins-command.ts';
import { plain, shorten, wrap, wrapShort } from './shorten.ts';
import type { Terminal } from './terminal.ts';

/** How a claim fared: first said, said again, hardened, softened, moved, denied, taken back; and who never took it back. */
export const lifeCommand = (
  prefix: string,
  { ledger: path, json }: ClaimOptions,
  terminal: Terminal,
): Promise<number> =>
  inLinked(path, terminal, async (ledger) => {
    const { claim, coverage, ...links } = await claimBy(ledger, prefix);
    const life = lifeOf(claim, links.assertions, links.readings, coverage);
    for (const moment of json ? life : telling(life, coverage)) {
      const words = saying(coverage, moment.assertion);
      await terminal.out(
        json
          ? `${JSON.stringify({ ...moment, words })}\n`
          : `${linesOf(coverage, moment, words, terminal).join('\n')}\n`,
      );
    }
    const left = neverUpdated(claim, coverage);
    const lines = json ? left.map((one) => JSON.stringify({ neverUpdated: one })) : leftTold(coverage, left, terminal);
    const open = saidUnknown(claim, links);
    const asked = json ? open.map((one) => JSON.stringify({ unknown: one })) : openTold(links, open, terminal);
    for (const line of [...lines, ...asked]) await terminal.out(`${line}\n`);
    return 0;
  });

/** "no correction captured of what The Post took back …: The Herald, 2024-11-22"; "what the ministry took back (The Post, …)" */
function leftTold(links: Known, left: readonly NeverUpdated[], { style, width }: Terminal): string[] {
  return [...Map.groupBy(left, ({ correction, by }) => `${correction} ${by}`).values()].flatMap((reports) => {
    const { correction, by } = reports[0]!;
    const names = reports.map(({ report }) => reportName(links, report)).join(' · ');
    const at = versionAt(links.readings.get(correction)!)?.slice(0, 10);
    const paper = reportName(links, correction);
    const what = by ? `what ${plain(by)} took back (${paper})` : `what ${paper} took back${at ? ` on ${at}` : ''}`;
    return [
      '',
      ...wrap(`no correction captured of ${what}, where it is said as well:`, width).map((line) =>
        style('yellow', line),
      ),
      ...wrap(names, width - 2).map((line) => `  ${line}`),
    ];
  });
}

/** "said not to be known:", then each in the words of the reports, once for all that say it so. */
function openTold(links: Known, open: readonly SaidUnknown[], { style, width }: Terminal): string[] {
  const wordsOf = ({ document, span }: SaidUnknown) => slice(links.readings.get(document)!.document.text, span);
  const told = [...Map.groupBy(open, (one) => `${one.kind} ${wordsOf(one)}`).values()].flatMap((same) => {
    const [first] = same;
    const reports = [...new Set(same.map(({ document }) => reportName(links, document)))].join(' · ');
    return [
      ...wrap(`${first!.kind} · ${reports}`, width - 12).map((line, i) =>
        i === 0 ? `${style('dim', first!.at?.slice(0, 10) ?? 'no date   ')}  ${line}` : ' '.repeat(12) + line,
      ),
      ...wrapShort(plain(wordsOf(first!)), width - 12, 2).map((line) => ' '.repeat(12) + line),
    ];
  });
  return told.length > 0 ? ['', 'said not to be known:', ...told] : [];
}

/** Of a report that only says it again, or tells no date, its fullest words; what says again what the report has turned already is left out. */
function telling(life: readonly Moment[], { assertions }: Known): Moment[] {
  const lengthOf = ({ assertion }: Moment): number => {
    const [start, end] = assertions.get(assertion)!.span;
    return end - start;
  };
  return life.filter((moment, i) => {
    if (!isAgain(moment)) return true;
    const own = life.map((one, n) => ({ one, n })).filter(({ one }) => one.document === moment.document);
    if (own.some(({ one, n }) => n < i && !isAgain(one))) return false;
    const again = own.filter(({ one }) => isAgain(one));
    const longest = Math.max(...again.map(({ one }) => lengthOf(one)));
    return again.find(({ one }) => lengthOf(one) === longest)!.n === i;
  });
}

const isAgain = ({ turns }: Moment): boolean => /^(?:said again|undated)$/.test(turns.join());

const loud = new Set([
  'hardened',
  'softened',
  'figure moved',
  'attribution dropped',
  'denied',
  'corrected',
  'withdrawn',
]);

function linesOf(
  links: Known,
  { at, document, who, turns, assertion }: Moment,
  words: string,
  { style, width }: Terminal,
): string[] {
  const told = turns.map((turn) => (loud.has(turn) ? style('yellow', turn) : turn)).join(' · ');
  const day = at?.slice(0, 10) ?? 'no date   ';
  const by = who === null ? '' : `${shorten(plain(who), 40)} · `;
  const { statement } = links.assertions.get(assertion)!;
  const [first = '', ...rest] = wrap(`${told} · ${by}${reportName(links, document)}`, width - 26);
  return [
    `${style('dim', day)}  ${style('cyan', statement)}  ${first}`,
    ...rest.map((line) => ' '.repeat(26) + line),
    ...wrapShort(words, width - 12, 2).map((line) => ' '.repeat(12) + line),
  ];
}
