// Frozen: what this file makes is in people's files. Changes go into a new migration.

/** A grade is a decision too: the index that leads to decisions takes it in. */
export const grades = `
DROP INDEX entries_decided;
CREATE INDEX entries_decided ON entries (seq)
  WHERE verb IN ('confirm', 'reject', 'correct', 'merge', 'split', 'grade', 'undo');
`;
