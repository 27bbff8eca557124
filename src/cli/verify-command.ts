import { openLedger } from '../ledger/open-ledger.ts';
import { plural } from './document-lines.ts';
import { plain } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface VerifyOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

/** Checks the whole ledger and names what is broken. */
export async function verifyCommand({ ledger: path, json }: VerifyOptions, terminal: Terminal): Promise<number> {
  const ledger = openLedger(path, { create: false });
  try {
    let broken = 0;
    for await (const problem of ledger.verify()) {
      broken++;
      const { kind, document, what } = problem;
      const where = document && !what.includes(document) ? `document ${document}: ` : '';
      await terminal.out(
        json ? `${JSON.stringify(problem)}\n` : `${terminal.style('red', kind)} · ${where}${plain(what)}\n`,
      );
    }
    if (broken > 0) {
      terminal.err(
        `error: ${plain(path)}: ${plural(broken, 'problem')}. Keep the file, and go back to a copy that verifies.\n`,
      );
      return 1;
    }
    const counts = await ledger.counts();
    const { documents, statements, entries, head } = counts;
    await terminal.out(
      json
        ? `${JSON.stringify({ whole: true, ...counts })}\n`
        : `${path} is whole: ${plural(documents, 'document')}, ${plural(statements, 'statement')}, ${entries} log entries, every slice exact.\n` +
            `${terminal.style('dim', `Last entry ${head}`)}\n`,
    );
    return 0;
  } finally {
    await ledger.close();
  }
}
