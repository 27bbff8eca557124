// Frozen: what this file makes is in people's files. Changes go into a new migration.

/** People's decisions are few among the entries: found without reading through every arrival. */
export const decisions = `
CREATE INDEX entries_decided ON entries (seq)
  WHERE verb IN ('confirm', 'reject', 'correct', 'merge', 'split', 'undo');
`;
