// Frozen: what this file makes is in people's files. Changes go into a new migration.

/** The words of a claim as they are searched, without capitals and accents: folded once, not at every search. */
export const claimSearch = `
ALTER TABLE claims ADD COLUMN folded TEXT NOT NULL DEFAULT '';
`;
