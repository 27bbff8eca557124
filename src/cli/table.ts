import stringWidth from 'string-width';
import { shorten } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface Column {
  readonly head: string;
  /** numbers stand at the right */
  readonly right?: boolean;
  /** gives way where the table is wider than the terminal */
  readonly gives?: boolean;
  /** left out, the last first, where even that is too wide */
  readonly optional?: boolean;
}

const gap = '  ';

/** Rows of plain words as lines that fit the terminal; columns that give way are cut with "…". */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], terminal: Terminal): string[] {
  const widths = fitted(columns, rows, terminal.width);
  const dropped = columns.findLastIndex((column) => column.optional);
  if (sum(widths) > terminal.width && dropped >= 0) {
    const without = <T>(cells: readonly T[]) => cells.toSpliced(dropped, 1);
    return table(without(columns), rows.map(without), terminal);
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => pad(shorten(cell, widths[i]!), widths[i]!, columns[i]!.right))
      .join(gap)
      .trimEnd();
  const head = terminal.style('dim', line(columns.map((column) => column.head)));
  return [head, ...rows.map(line)];
}

const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, gap.length * (widths.length - 1));

// Narrower than this, a name is no name any more.
const least = 18;

function fitted(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map(({ head }, i) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[i]!)), stringWidth(head)),
  );
  for (const [i, { gives }] of columns.entries()) {
    const over = sum(widths) - width;
    if (gives && over > 0) widths[i]! -= Math.min(over, Math.max(0, widths[i]! - least));
  }
  return widths;
}

export function pad(words: string, width: number, right = false): string {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(words)));
  return right ? blank + words : words + blank;
}
