// Frozen: what this file makes is in people's files. Changes go into a new migration.

/** What people decided on a report's title, outlet, byline and date, as it stood when the report was read so. */
export const facts = `
ALTER TABLE readings ADD COLUMN decided TEXT NOT NULL DEFAULT '{}';
`;
