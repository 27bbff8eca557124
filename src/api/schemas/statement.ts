import Type from 'typebox';
import { CERTAINTIES, POLARITIES } from '../../attributions/attribution.ts';
import { AttributionSchema, FigureSchema, PlaceSchema, TimeSchema } from '../../export/schema.ts';
import { type Statement, TOLD } from '../../ledger/ledger.ts';
import type { Mentioned } from '../../ledger/mentioned.ts';
import type { Facets } from '../../ledger/statement-facets.ts';
import { StandingSchema, StateSchema } from './decision.ts';
import { GradedLinkSchema } from './grade.ts';
import { count, object, oneOf, orNull, SpanSchema, text, textOrNull } from './parts.ts';
import type { Same } from './same.ts';

const statement = {
  attribution: AttributionSchema,
  words: object({ content: text(), cue: text(), source: text(), hedges: Type.Array(text()) }),
  document: object({
    id: text(),
    address: text(),
    outlet: textOrNull(),
    title: textOrNull(),
    published: textOrNull(),
    updated: textOrNull(),
  }),
  standing: StandingSchema,
};
export const statementFits: Same<ReturnType<typeof object<typeof statement>>, Statement> = true;

export const ClaimOfStatementSchema = orNull(
  object({ id: text(), reports: count(), origins: count() }),
  'The claim it is part of; null where it stands alone.',
);

export const seenField = text('Give it back with a decision: it is refused where somebody decided since.');

const mentioned = {
  figures: Type.Array(
    object({ words: text(), min: orNull(Type.Number()), max: orNull(Type.Number()), unit: textOrNull() }),
  ),
  times: Type.Array(
    object({ words: text(), type: oneOf(['DATE', 'TIME', 'DURATION', 'SET']), value: textOrNull('TIMEX3.') }),
  ),
  places: Type.Array(
    object({
      words: text(),
      name: text(),
      geonames: orNull(Type.Integer()),
      precision: orNull(oneOf(['country', 'region', 'city'])),
    }),
  ),
};
export const mentionedFits: Same<ReturnType<typeof object<typeof mentioned>>, Mentioned> = true;

export const StatementRowSchema = object({
  ...statement,
  seen: seenField,
  claim: ClaimOfStatementSchema,
  mentioned: object(mentioned, 'The figures, times and places in what is said.'),
});

export const StatementSchema = object({
  ...statement,
  seen: seenField,
  claim: ClaimOfStatementSchema,
  passage: object({ text: text('The words around it.'), span: SpanSchema }, 'Where it stands; `span` is of `text`.'),
  figures: Type.Array(FigureSchema),
  times: Type.Array(TimeSchema),
  places: Type.Array(PlaceSchema),
  grades: Type.Array(GradedLinkSchema, {
    description: 'The links of its chain, as people corrected it, with how reliable they hold each source to be.',
  }),
  url: textOrNull('Of its page; null where none is known.'),
  captured: textOrNull('When its bytes first arrived.'),
  newest: Type.Boolean({ description: 'False where a newer reading of the document stands beside it.' }),
});

export const statementFilter = {
  speaker: Type.Optional(text('Said first by the source of this key.')),
  source: Type.Optional(text('Words of a name in the chain, or of the source; for a voice, of the outlet.')),
  told: Type.Optional(
    oneOf(TOLD, 'In this report alone, said in others too, or denied in any, as far as reports are linked.'),
  ),
  place: Type.Optional(text('With this place in what is said: a GeoNames id, or a name.')),
  polarity: Type.Optional(oneOf(POLARITIES)),
  certainty: Type.Optional(oneOf(CERTAINTIES)),
  kind: Type.Optional(oneOf(['attribution', 'voice'])),
  document: Type.Optional(text('Id of a document, or its beginning.')),
  outlet: Type.Optional(text('Exactly so named.')),
  state: Type.Optional(StateSchema),
  below: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'With a confidence below this.' })),
  search: Type.Optional(text('Words of the statement; "a phrase"; a beginning*.')),
};

export const StatementFilterSchema = object(statementFilter);
export const sort = Type.Optional(
  oneOf(['stored', 'confidence'], 'As stored, unless told; or the most doubtful first.'),
);

export const skip = Type.Optional(
  Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'Rows passed over before the first page: a place in a long list, at once.',
  }),
);

const facet = () => Type.Record(Type.String(), count());
export const FacetsSchema = object({
  polarity: facet(),
  certainty: facet(),
  kind: facet(),
  state: facet(),
  sourceKind: facet(),
  outlet: facet(),
});
export const facetsFit: Same<typeof FacetsSchema, Facets> = true;
