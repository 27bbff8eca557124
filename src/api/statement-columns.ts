import type { Columns } from './csv.ts';
import type { Of } from './schemas/same.ts';
import type { StatementRowSchema } from './schemas/statement.ts';

/** Statements as a table: who, on whose word, said what, how firmly, where it stands. */
export const statementColumns: Columns<Of<typeof StatementRowSchema>> = {
  id: ({ attribution }) => attribution.id,
  source: ({ attribution, words }) => words.source || attribution.chain[0]?.name || null,
  chain: ({ attribution }) => attribution.chain.map(({ name }) => name).join(' → '),
  said: ({ words }) => words.content,
  cue: ({ words }) => words.cue || null,
  kind: ({ attribution }) => attribution.kind,
  manner: ({ attribution }) => attribution.manner,
  polarity: ({ attribution }) => attribution.polarity,
  certainty: ({ attribution }) => attribution.certainty,
  hedges: ({ words }) => words.hedges.join(' · ') || null,
  figures: ({ mentioned }) => mentioned.figures.map(({ words }) => words).join(' · ') || null,
  times: ({ mentioned }) => mentioned.times.map(({ words, value }) => value ?? words).join(' · ') || null,
  places: ({ mentioned }) => mentioned.places.map(({ name }) => name).join(' · ') || null,
  confidence: ({ attribution }) => attribution.confidence,
  state: ({ standing }) => standing.state,
  claim: ({ claim }) => claim?.id ?? null,
  reports: ({ claim }) => claim?.reports ?? null,
  origins: ({ claim }) => claim?.origins ?? null,
  outlet: ({ document }) => document.outlet,
  published: ({ document }) => document.published,
  updated: ({ document }) => document.updated,
  title: ({ document }) => document.title,
  address: ({ document }) => document.address,
  document: ({ document }) => document.id,
};
