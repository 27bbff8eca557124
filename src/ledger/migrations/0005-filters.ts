// Frozen: what this file makes is in people's files. Changes go into a new migration.

/** Lists of statements: the most doubtful first, and by whose words they are. */
export const filters = `
CREATE INDEX attributions_by_confidence ON attributions (confidence, item);
CREATE INDEX hops_by_name ON hops (name);
CREATE INDEX spans_of_sources ON spans (words) WHERE role = 'source';
`;
