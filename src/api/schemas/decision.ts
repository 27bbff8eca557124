import Type from 'typebox';
import { CERTAINTIES, POLARITIES } from '../../attributions/attribution.ts';
import { RELATIONS } from '../../claims/relation.ts';
import { type Decision, type On, STATES, VERBS } from '../../ledger/decision.ts';
import type { Entry } from '../../ledger/entries.ts';
import type { Problem } from '../../ledger/problem.ts';
import type { Standing } from '../../ledger/standing.ts';
import { LetterSchema } from './grade.ts';
import { count, object, oneOf, orNull, SpanSchema, text, textOrNull } from './parts.ts';
import type { Same } from './same.ts';

export const OnSchema = Type.Union([
  object({ kind: Type.Literal('statement'), id: text() }),
  object({ kind: Type.Literal('relation'), a: text(), b: text(), relation: oneOf(RELATIONS) }),
  object({ kind: Type.Literal('sources'), a: text(), b: text() }),
  object({
    kind: Type.Literal('source'),
    source: text(),
    names: Type.Array(text()),
    documents: Type.Array(text()),
  }),
  object({ kind: Type.Literal('reliability'), source: text('A key, or a name that no other has.') }),
  object({ kind: Type.Literal('document'), id: text() }),
]);
export const onFits: Same<typeof OnSchema, On> = true;

export const OnKindSchema = oneOf(
  ['statement', 'relation', 'sources', 'source', 'reliability', 'document'],
  'What was decided on: the kind of it.',
);

export const decisionFilter = {
  on: Type.Optional(OnKindSchema),
};
export const DecisionFilterSchema = object(decisionFilter);

const CorrectionSchema = object({
  field: text(
    '“certainty”, “source”, “chain.0.name”, “figure.min”; of a document “title”, “outlet”, “byline”, “published”.',
  ),
  at: orNull(SpanSchema),
  from: Type.Unknown(),
  to: Type.Unknown(),
  machine: Type.Unknown(),
  words: Type.Array(text()),
  text: text('SHA-256 of the text that the words are slices of.'),
  speaker: Type.Optional(text('Of a source whose words name who speaks: who does now.')),
});

const AdditionSchema = object({
  content: Type.Array(SpanSchema),
  cue: Type.Array(SpanSchema),
  source: Type.Array(SpanSchema),
  name: text('Who says it.'),
  manner: oneOf(['direct', 'indirect', 'mixed']),
  polarity: oneOf(POLARITIES),
  certainty: oneOf(CERTAINTIES),
  words: Type.Array(text()),
  text: text('SHA-256 of the text that the words are slices of.'),
});

export const DecisionSchema = object({
  seq: count(),
  at: text(),
  who: text(),
  why: textOrNull(),
  verb: oneOf(VERBS),
  subject: text(),
  on: OnSchema,
  correction: orNull(CorrectionSchema),
  grade: orNull(LetterSchema, 'Of a grade: its letter.'),
  addition: orNull(AdditionSchema, 'Of a statement that a person added.'),
  seen: Type.Array(object({ statement: text(), document: text(), reader: text(), digest: text() })),
  undoes: orNull(count(), 'Of an undo: the entry it takes back.'),
  undoneBy: orNull(count(), 'The undo that stands against it.'),
  hash: text(),
});
export const decisionFits: Same<typeof DecisionSchema, Decision> = true;

export const StateSchema = oneOf(STATES, 'Suggested: nobody decided. Added: by a person, and nobody decided since.');

export const StandingSchema = object(
  {
    statement: text(),
    state: StateSchema,
    corrections: Type.Array(
      object({
        field: text(),
        at: orNull(SpanSchema),
        machine: Type.Unknown(),
        to: Type.Unknown(),
        words: Type.Array(text()),
        fits: Type.Boolean(),
        seq: count(),
        who: text(),
      }),
    ),
    decisions: Type.Array(DecisionSchema),
    found: Type.Boolean({ description: 'False where the newest reading has no such statement any more.' }),
    instead: Type.Array(text()),
    changed: Type.Array(
      object({
        field: text(),
        was: Type.Unknown(),
        now: Type.Unknown(),
        told: Type.Unsafe<readonly [was: string, now: string]>({
          type: 'array',
          items: { type: 'string' },
          minItems: 2,
          maxItems: 2,
        }),
      }),
    ),
  },
  'How people stand to a statement; the machine’s row stays as it was.',
);
export const standingFits: Same<typeof StandingSchema, Standing> = true;

export const EntrySchema = object({
  seq: count(),
  at: text(),
  who: text(),
  verb: text(),
  subject: text(),
  why: textOrNull(),
  body: Type.Record(Type.String(), Type.Unknown()),
  previous: text(),
  hash: text(),
});
export const entryFits: Same<typeof EntrySchema, Entry> = true;

export const LedgerProblemSchema = object({
  kind: oneOf(['file', 'schema', 'reference', 'bytes', 'text', 'slice', 'row', 'entry', 'decision', 'search']),
  document: textOrNull(),
  statement: textOrNull(),
  what: text(),
});
export const problemFits: Same<typeof LedgerProblemSchema, Problem> = true;

const by = {
  who: Type.String({ minLength: 1, description: 'Who decides.' }),
  why: Type.Optional(textOrNull('Needed for all but a confirmation.')),
  seen: Type.Optional(
    text('`seen` of the statement as it was shown. Where somebody decided on it since, nothing is written: 409.'),
  ),
};

/** Spans, or the words where these stand once in the text. */
const words = (description: string) =>
  Type.Optional(
    Type.Union([text(), Type.Array(Type.Union([SpanSchema, text()]))], {
      description: `${description} Spans, or their words.`,
    }),
  );

export const NewDecisionSchema = object({
  verb: oneOf(['confirm', 'reject', 'correct', 'merge', 'split', 'grade', 'add']),
  on: Type.Union([...OnSchema.anyOf], {
    description: 'A document where a statement is added that the machine missed, or what is told of it is corrected.',
  }),
  ...by,
  grade: Type.Optional(LetterSchema),
  field: Type.Optional(
    text(
      'Of a correction: “certainty”, “source”, “chain.0.name”, “figure.min”; of a document “title”, “outlet”, “byline”, “published”.',
    ),
  ),
  at: Type.Optional(SpanSchema),
  from: Type.Optional(Type.Unknown({ description: 'Refused where another value stands.' })),
  to: Type.Optional(Type.Unknown({ description: 'The value; spans may be given as the words.' })),
  content: words('Of a statement that is added: what is said.'),
  source: words('Who says it, in the words of the text.'),
  name: Type.Optional(text('Who says it; unless told, as the text calls them.')),
  cue: words('The word for saying.'),
  polarity: Type.Optional(oneOf(POLARITIES, 'Affirms, unless told.')),
  certainty: Type.Optional(oneOf(CERTAINTIES, 'Certain, unless told.')),
  text: Type.Optional(text('SHA-256 of the text that the spans are of: refused where it has another now.')),
});

export const UndoSchema = object(by);
