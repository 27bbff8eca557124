import { type Letter, letterTold, NOT_GRADED } from '../ledger/grade.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { plain } from './shorten.ts';
import { type Column, table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface SourcesOptions {
  readonly ledger: string;
  readonly limit: number;
  readonly grade?: Letter | typeof NOT_GRADED;
  readonly json?: boolean;
}

const columnsWith = (isGraded: boolean): Column[] => [
  { head: 'SOURCE', gives: true },
  { head: 'KIND', optional: true },
  ...(isGraded ? [{ head: 'GRADE', optional: true }] : []),
  { head: 'SAYS', right: true },
  { head: 'DENIES', right: true, optional: true },
  { head: 'PASSES ON', right: true, optional: true },
  { head: 'DOCUMENTS', right: true, optional: true },
  { head: 'OUTLETS', right: true, optional: true },
];

/**
 * Who speaks how often: those of the register under one name, the rest by the fullest name that each text has for them.
 * That two texts use the same words does not make it the same source.
 */
export async function sourcesCommand(
  { ledger: path, limit, grade: asked, json }: SourcesOptions,
  terminal: Terminal,
): Promise<number> {
  const ledger = openLedger(path, { create: false });
  try {
    const all = (await ledger.sources()).filter(({ grade }) => !asked || (grade?.letter ?? NOT_GRADED) === asked);
    const shown = limit === 0 ? all : all.slice(0, limit);
    if (json) {
      for (const source of shown) await terminal.out(`${JSON.stringify(source)}\n`);
      return 0;
    }
    const isGraded = shown.some(({ grade }) => grade !== null);
    const rows = shown.map(({ name, kind, grade, says, denies, passesOn, documents, outlets }) => {
      return [
        plain(name),
        kind ?? '',
        ...(isGraded ? [grade ? letterTold(grade.letter) : '·'] : []),
        ...[says, denies, passesOn, documents, outlets].map((n) => (n ? String(n) : '·')),
      ];
    });
    const told =
      shown.length < all.length
        ? `${shown.length} of ${all.length}; --limit 0 for all.`
        : `${all.length} source${all.length === 1 ? '' : 's'}.`;
    await terminal.out(
      `${[...table(columnsWith(isGraded), rows, terminal), '', terminal.style('dim', told)].join('\n')}\n`,
    );
    return 0;
  } finally {
    await ledger.close();
  }
}
