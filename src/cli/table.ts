import stringWidth from 'string-width';
import { shorten } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface Column {
  readonly head: string;
  /** numbers stand at the right */
  readonly right?: boolean;
  /** gives way where the table is wider than the terminal */
  readonly gives?: boolean;
}

const gap = '  ';

/** Rows of plain words as lines that fit the terminal; columns that give way are cut with "…". */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], terminal: Terminal): string[] {
  const widths = fitted(columns, rows, terminal.width);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => pad(shorten(cell, widths[i]!), widths[i]!, columns[i]!.right))
      .join(gap)
      .trimEnd();
  const head = terminal.style('dim', line(columns.map((column) => column.head)));
  return [head, ...rows.map(line)];
}

function fitted(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map(({ head }, i) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[i]!)), stringWidth(head)),
  );
  let over = widths.reduce((sum, one) => sum + one, gap.length * (columns.length - 1)) - width;
  for (const [i, { head, gives }] of columns.entries()) {
    if (!gives || over <= 0) continue;
    const least = Math.max(stringWidth(head), 12);
    const less = Math.min(over, Math.max(0, widths[i]! - least));
    widths[i]! -= less;
    over -= less;
  }
  return widths;
}

export function pad(words: string, width: number, right = false): string {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(words)));
  return right ? blank + words : words + blank;
}
