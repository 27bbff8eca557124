import Type from 'typebox';
import { METHODS } from '../../capture/capture.ts';
import { ReadingSchema } from '../../export/schema.ts';
import type { DocumentRow } from '../../ledger/document-pages.ts';
import type { Arrival } from '../../ledger/ledger.ts';
import { DecisionSchema, StandingSchema } from './decision.ts';
import { CopySchema } from './links.ts';
import { count, object, oneOf, text, textOrNull } from './parts.ts';
import type { Same } from './same.ts';

export const DocumentRowSchema = object({
  id: text(),
  title: textOrNull(),
  outlet: textOrNull(),
  byline: textOrNull(),
  published: textOrNull(),
  updated: textOrNull(),
  address: text(),
  url: textOrNull(),
  language: textOrNull(),
  statements: count(),
  captured: textOrNull('When its bytes first arrived.'),
  reader: text('Version of the reader.'),
});
export const documentRowFits: Same<typeof DocumentRowSchema, DocumentRow> = true;

export const documentFilter = {
  search: Type.Optional(text('Words of its text, title or outlet.')),
  outlet: Type.Optional(text('Exactly so named.')),
};
export const DocumentFilterSchema = object(documentFilter);

const ArrivalSchema = object({
  address: text(),
  at: textOrNull(),
  method: oneOf(METHODS),
  headers: Type.Record(Type.String(), Type.String()),
  media: text(),
});
export const arrivalFits: Same<typeof ArrivalSchema, Arrival> = true;

export const DocumentSchema = object({
  reading: ReadingSchema,
  reader: text('Version of the reader.'),
  at: text('When it was stored.'),
  arrivals: Type.Array(ArrivalSchema),
  sha256: text('SHA-256 of the bytes as they arrived.'),
  facts: Type.Array(DecisionSchema, {
    description: 'What people decided of its title, outlet, byline or date, undone too; the earliest first.',
  }),
  standings: Type.Record(Type.String(), StandingSchema, {
    description: 'By statement, as far as people decided; older statements too that the newest reading has not.',
  }),
  seen: Type.Record(Type.String(), Type.String(), {
    description: 'By statement: give it back with a decision, which is refused where somebody decided since.',
  }),
  calledWrong: Type.Array(text(), {
    description: 'Statements of which a notice in it says that they were wrong: “An earlier version said that …”.',
  }),
  claims: Type.Record(
    Type.String(),
    object({ id: text(), words: text(), reports: count(), origins: count(), headline: text() }),
    { description: 'By statement, as far as others say the same.' },
  ),
  versions: Type.Array(text(), { description: 'Documents of the same page, the earliest first; this one too.' }),
  copies: Type.Array(CopySchema),
});
