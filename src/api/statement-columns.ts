import { asCorrected } from '../ledger/corrected-attribution.ts';
import type { Columns } from './csv.ts';
import type { Of } from './schemas/same.ts';
import type { StatementRowSchema } from './schemas/statement.ts';

type Row = Of<typeof StatementRowSchema>;

/** Statements as a table, as people corrected them: who, on whose word, said what, how firmly, where it stands. */
export const statementColumns: Columns<Row> = {
  id: ({ attribution }) => attribution.id,
  source: (row) => sourceOf(row) || null,
  chain: (row) =>
    corrected(row)
      .chain.map(({ name }) => name)
      .join(' → '),
  said: (row) => wordsOf(row, 'content'),
  cue: (row) => wordsOf(row, 'cue') || null,
  kind: (row) => corrected(row).kind,
  manner: (row) => corrected(row).manner,
  polarity: (row) => corrected(row).polarity,
  certainty: (row) => corrected(row).certainty,
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

const corrected = ({ attribution, standing }: Row) => asCorrected(attribution, standing);

/** In the words of the text, unless people named somebody else. */
function sourceOf(row: Row): string | undefined {
  const [machine, now] = [row.attribution, corrected(row)].map(({ chain }) => chain[0]?.name);
  return (machine === now || correctionOf(row, 'source') ? wordsOf(row, 'source') : '') || now;
}

const wordsOf = (row: Row, role: 'content' | 'cue' | 'source'): string =>
  correctionOf(row, role)?.words.join(' … ') ?? row.words[role];

const correctionOf = ({ standing }: Row, role: string) =>
  standing.corrections.find(({ field, fits }) => fits && field === role);
