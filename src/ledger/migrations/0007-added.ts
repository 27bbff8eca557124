// Frozen: what this file makes is in people's files. Changes go into a new migration.

/** Statements that people added are items of the kind "added"; those that they took back again are in no list. */
export const added = `
CREATE TABLE withdrawn (item INTEGER PRIMARY KEY REFERENCES attributions) STRICT;

CREATE VIEW statements AS SELECT * FROM attributions WHERE item NOT IN (SELECT item FROM withdrawn);

DROP INDEX entries_decided;
CREATE INDEX entries_decided ON entries (seq)
  WHERE verb IN ('confirm', 'reject', 'correct', 'merge', 'split', 'grade', 'add', 'undo');
`;
