// Frozen: what this file makes is in people's files. Changes go into a new migration.

/** What each statement means: the author's stance, the basis of each link, modes, kinds. Older readings have none of it. */
export const meaning = `
ALTER TABLE readings ADD COLUMN contract INTEGER NOT NULL DEFAULT 1;
ALTER TABLE entities ADD COLUMN state TEXT;
ALTER TABLE attributions ADD COLUMN author_polarity TEXT;
ALTER TABLE attributions ADD COLUMN author_certainty TEXT;
ALTER TABLE attributions ADD COLUMN said INTEGER;
ALTER TABLE hops ADD COLUMN basis TEXT;
ALTER TABLE figures ADD COLUMN approximate INTEGER;
ALTER TABLE figures ADD COLUMN attribution TEXT;
ALTER TABLE events ADD COLUMN mode TEXT;
ALTER TABLE events ADD COLUMN polarity TEXT;
ALTER TABLE events ADD COLUMN certainty TEXT;
ALTER TABLE unknowns ADD COLUMN kind TEXT;
`;
