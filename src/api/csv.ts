import { Readable } from 'node:stream';

export type Cell = string | number | boolean | null;
/** A column's name, and what it says of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** Rows as RFC 4180 has them, under a line of names. */
export function csv<Row>(columns: Columns<Row>, rows: AsyncIterable<Row>): Readable {
  async function* lines() {
    yield lineOf(Object.keys(columns));
    for await (const row of rows) yield lineOf(Object.values(columns).map((cell) => cell(row)));
  }
  return Readable.from(lines(), { objectMode: false });
}

const lineOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** Words of a report that open with =, +, - or @ would run as a formula in a spreadsheet: they get an apostrophe before. */
function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
