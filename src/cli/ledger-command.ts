import type { Statement, StatementFilter } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { documentHead } from './document-lines.ts';
import { resolveId } from './resolve-id.ts';
import { statementLines } from './statement-lines.ts';
import type { Terminal } from './terminal.ts';

export interface LedgerOptions extends Omit<StatementFilter, 'after'> {
  readonly ledger: string;
  readonly limit: number;
  readonly json?: boolean;
}

// Big enough that a query costs little a row, small enough that any ledger can be listed.
const chunk = 500;

/** Lists the statements that fit, under the documents they stand in. */
export async function ledgerCommand(options: LedgerOptions, terminal: Terminal): Promise<number> {
  const ledger = openLedger(options.ledger, { create: false });
  try {
    const { json, limit, ledger: _, ...asked } = options;
    const filter = asked.document ? { ...asked, document: await resolveId(ledger, asked.document, 'document') } : asked;
    let shown = 0;
    let document = '';
    let after = 0;
    for (;;) {
      const page = await ledger.statements({
        ...filter,
        after,
        limit: limit === 0 ? chunk : Math.min(chunk, limit - shown),
      });
      for (const row of page.rows) {
        await terminal.out(json ? `${JSON.stringify(row)}\n` : lines(row, document, terminal));
        document = row.document.id;
      }
      shown += page.rows.length;
      if (page.next === null || (limit > 0 && shown >= limit)) {
        if (!json) await terminal.out(foot(shown, page.total, options, terminal));
        return 0;
      }
      after = page.next;
    }
  } finally {
    await ledger.close();
  }
}

function lines(row: Statement, before: string, terminal: Terminal): string {
  const head = row.document.id === before ? [] : [...(before ? [''] : []), ...documentHead(row.document, terminal)];
  return `${[...head, ...statementLines(row, terminal)].join('\n')}\n`;
}

function foot(shown: number, total: number, { search }: LedgerOptions, { style }: Terminal): string {
  const all = total.toLocaleString('en');
  if (total === 0 && search !== undefined && !/[\p{L}\p{N}]/u.test(search)) {
    return `Nothing to search for in ${JSON.stringify(search)}: give a word.\n`;
  }
  if (total === 0) return 'No statement in what was read fits. That is not to say that nobody said it.\n';
  const told =
    shown === total
      ? `${all} ${total === 1 ? 'statement' : 'statements'}: all that fit.`
      : `${shown} of ${all}; --limit 0 for all.`;
  return `\n${style('dim', told)}\n`;
}
