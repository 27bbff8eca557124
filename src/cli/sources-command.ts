import { openLedger } from '../ledger/open-ledger.ts';
import { plain } from './shorten.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface SourcesOptions {
  readonly ledger: string;
  readonly limit: number;
  readonly json?: boolean;
}

const columns = [
  { head: 'SOURCE', gives: true },
  { head: 'KIND', optional: true },
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
  { ledger: path, limit, json }: SourcesOptions,
  terminal: Terminal,
): Promise<number> {
  const ledger = openLedger(path, { create: false });
  try {
    const all = await ledger.sources();
    const shown = limit === 0 ? all : all.slice(0, limit);
    if (json) {
      for (const source of shown) await terminal.out(`${JSON.stringify(source)}\n`);
      return 0;
    }
    const rows = shown.map(({ name, kind, says, denies, passesOn, documents, outlets }) => {
      return [
        plain(name),
        kind ?? '',
        ...[says, denies, passesOn, documents, outlets].map((n) => (n ? String(n) : '·')),
      ];
    });
    const told =
      shown.length < all.length ? `${shown.length} of ${all.length}; --limit 0 for all.` : `${all.length} sources.`;
    await terminal.out(`${[...table(columns, rows, terminal), '', terminal.style('dim', told)].join('\n')}\n`);
    return 0;
  } finally {
    await ledger.close();
  }
}
