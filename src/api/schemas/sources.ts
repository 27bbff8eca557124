import Type from 'typebox';
import { CERTAINTIES, POLARITIES, SOURCE_KINDS } from '../../attributions/attribution.ts';
import type { EventRow } from '../../ledger/event-pages.ts';
import { LETTERS, NOT_GRADED } from '../../ledger/grade.ts';
import type { PlaceCount } from '../../ledger/place-counts.ts';
import type { SourceCount } from '../../ledger/source-counts.ts';
import type { SourceTies } from '../../ledger/source-ties.ts';
import { NOT_TOLD } from '../../ledger/statement-facets.ts';
import { GradeGivenSchema, GradeSchema } from './grade.ts';
import { DocumentNameSchema } from './links.ts';
import { count, object, oneOf, orNull, pageOf, SpanSchema, text, textOrNull } from './parts.ts';
import type { Same } from './same.ts';
import { StatementRowSchema } from './statement.ts';

export const sourceFilter = {
  search: Type.Optional(text('Letters of its name or its key.')),
  kind: Type.Optional(oneOf([...SOURCE_KINDS, NOT_TOLD], 'What sort of source it is.')),
  grade: Type.Optional(oneOf([...LETTERS, NOT_GRADED], 'How reliable people hold it to be.')),
};
export const SourceFilterSchema = object(sourceFilter);

export const SourceCountSchema = object({
  key: text('By which people can decide on it: “Q423”, “dock workers”.'),
  name: text(),
  wikidata: textOrNull('Null where no register has it: then only the words are the same.'),
  kind: orNull(oneOf(SOURCE_KINDS)),
  says: count('Statements in which it is the one who knows.'),
  passesOn: count('Statements it passes on from another.'),
  denies: count('How many of `says` are denials.'),
  documents: count(),
  outlets: count(),
  merged: Type.Array(text(), { description: 'What people put under it, by the keys it would have without them.' }),
  grade: orNull(
    GradeSchema,
    'How reliable people hold it to be: the last grade that stands; null where there is none.',
  ),
});
export const sourceFits: Same<typeof SourceCountSchema, SourceCount> = true;

const TieSchema = object({ name: textOrNull(), statements: count(), documents: count() });
const ties = {
  names: Type.Array(TieSchema),
  relays: Type.Array(TieSchema, { description: 'Who passes on what it says.' }),
  printers: Type.Array(TieSchema, { description: 'Who prints what it says; null for documents without an outlet.' }),
  passesOn: Type.Array(TieSchema, { description: 'Whose words it passes on.' }),
  days: Type.Array(object({ day: textOrNull(), statements: count() }), {
    description: 'By day of publication, how often it speaks.',
  }),
};
export const tiesFit: Same<ReturnType<typeof object<typeof ties>>, SourceTies> = true;

const { names, ...otherTies } = ties;
export const SourceSchema = object({
  source: SourceCountSchema,
  grades: Type.Array(GradeGivenSchema, {
    description: 'Every grade it was given, the newest first; those taken back too.',
  }),
  aliases: names,
  ...otherTies,
  told: object(
    { alone: count(), byOthers: count(), denied: count(), corrected: count() },
    'Of what it says: how much stands in one report alone, in others too, is denied in any, was corrected by people here.',
  ),
  statements: pageOf(StatementRowSchema),
});

const precision = () => orNull(oneOf(['country', 'region', 'city']));
const where = {
  name: text(),
  geonames: orNull(Type.Integer()),
  lat: orNull(Type.Number()),
  lon: orNull(Type.Number()),
  precision: precision(),
};
export const EventRowSchema = object({
  span: SpanSchema,
  words: text(),
  code: text('PLOVER root code.'),
  mode: textOrNull(),
  polarity: oneOf(POLARITIES),
  certainty: oneOf(CERTAINTIES),
  actor: textOrNull(),
  recipient: textOrNull(),
  time: orNull(object({ words: text(), value: textOrNull('TIMEX3.') })),
  place: orNull(object({ ...where, words: text() })),
  statement: textOrNull('The statement it is told in.'),
  document: DocumentNameSchema,
});
export const eventFits: Same<typeof EventRowSchema, EventRow> = true;

export const eventFilter = {
  code: Type.Optional(text('PLOVER root code: “ASSAULT”.')),
  place: Type.Optional(text('GeoNames id, or a name.')),
  document: Type.Optional(text('Id of a document, or its beginning.')),
  having: Type.Optional(oneOf(['place', 'time'], 'Only what has a place on the map, or a time that is known.')),
};
export const EventFilterSchema = object(eventFilter);

export const placeFilter = { search: Type.Optional(text('Letters of its name.')) };
export const PlaceFilterSchema = object(placeFilter);

export const PlaceCountSchema = object({ ...where, statements: count(), documents: count() });
export const placeFits: Same<typeof PlaceCountSchema, PlaceCount> = true;
