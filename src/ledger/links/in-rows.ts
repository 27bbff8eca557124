import type { StatementSync } from 'node:sqlite';

/** Each row as an array of its columns, in their order. */
export function inRows(statement: StatementSync): StatementSync {
  statement.setReturnArrays(true);
  return statement;
}
