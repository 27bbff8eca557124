import Type, { type TSchema } from 'typebox';
import { CERTAINTIES, POLARITIES, SOURCE_KINDS } from '../../attributions/attribution.ts';
import type { Claim } from '../../claims/claims.ts';
import type { Contest } from '../../claims/contested.ts';
import type { Copy } from '../../claims/copy.ts';
import type { Moment } from '../../claims/life.ts';
import type { Lineage } from '../../claims/lineage.ts';
import type { NeverUpdated } from '../../claims/never-updated.ts';
import { RELATIONS, type Relation } from '../../claims/relation.ts';
import type { SaidUnknown } from '../../claims/said-unknown.ts';
import type { Turn } from '../../claims/turn.ts';
import type { Version } from '../../claims/versions.ts';
import { count, object, oneOf, orNull, SpanSchema, text, textOrNull } from './parts.ts';
import type { Same } from './same.ts';

const two = <T>(items: TSchema) => Type.Unsafe<T>({ type: 'array', items, minItems: 2, maxItems: 2 });

/** What is told of a document beside words of it. */
export const DocumentNameSchema = object({
  id: text(),
  address: text(),
  outlet: textOrNull(),
  title: textOrNull(),
  published: textOrNull(),
  updated: textOrNull(),
});

const EvidenceSchema = object({
  kind: oneOf(['word', 'name', 'figure', 'time', 'place', 'actor', 'denial', 'opposite', 'hedge', 'takes up']),
  a: orNull(SpanSchema),
  b: orNull(SpanSchema),
  words: text(),
});
const relation = {
  a: text(),
  b: text(),
  relation: oneOf(RELATIONS),
  score: Type.Number({ minimum: 0, maximum: 1 }),
  evidence: Type.Array(EvidenceSchema),
  confirmed: Type.Optional(Type.Literal(true, { description: 'A person told it; else it is only suggested.' })),
};
export const RelationSchema = object(relation, '`a` is the same as, denies, is firmer than … `b`: ids of assertions.');
export const relationFits: Same<typeof RelationSchema, Relation> = true;

export const ClaimSchema = object({
  id: text(),
  headline: text('Id of the assertion with the clearest wording.'),
  members: Type.Array(text(), { description: 'Ids of assertions, the earliest first.' }),
  relations: Type.Array(RelationSchema),
});
export const claimFits: Same<typeof ClaimSchema, Claim> = true;

const LineageStateSchema = oneOf([
  'copy',
  'relies on',
  'same origin',
  'independent',
  'independence not established',
  'lineage not recorded',
]);
const sourceKind = () => orNull(oneOf(SOURCE_KINDS));

export const LineageSchema = object({
  claim: text(),
  reports: Type.Array(text(), {
    description: 'Reports that say it, the earliest first; versions of one page are one, under the id of the first.',
  }),
  versions: Type.Record(Type.String(), Type.Array(text()), {
    description: 'By report its versions, the earliest first; only of reports with more than one.',
  }),
  edges: Type.Array(
    object({
      from: text(),
      to: textOrNull('Null where it was not captured.'),
      name: text(),
      state: oneOf(['copy', 'relies on']),
      cited: oneOf(['contains', 'does not contain', 'not captured']),
      looked: Type.Array(text(), { description: 'Captured reports that could be meant, none of which says it.' }),
      evidence: Type.Array(
        object({
          kind: oneOf(['shared passage', 'cited', 'credit']),
          document: text(),
          span: orNull(SpanSchema),
          words: text(),
        }),
      ),
    }),
  ),
  origins: Type.Array(
    object({
      key: text(),
      name: text(),
      kind: sourceKind(),
      named: Type.Boolean(),
      uncaptured: Type.Boolean({ description: 'A paper that was cited and not captured.' }),
      documents: Type.Array(text()),
    }),
  ),
  reaches: Type.Record(Type.String(), Type.Array(text()), {
    description: 'By report the keys of the origins that it leads back to.',
  }),
  notRecorded: Type.Array(text()),
  independence: Type.Array(object({ a: text(), b: text(), state: LineageStateSchema })),
  headline: text('“14 reports · 2 origins · 1 named · 3 lineage not recorded”.'),
});
export const lineageFits: Same<typeof LineageSchema, Lineage> = true;

const turns = [
  ...(['first said', 'said again', 'hardened', 'softened', 'figure moved'] as const),
  ...([
    'attribution dropped',
    'attribution added',
    'denied',
    'left open',
    'corrected',
    'withdrawn',
    'undated',
  ] as const),
] satisfies Turn[];
const moment = {
  at: textOrNull(),
  document: text(),
  assertion: text(),
  turns: Type.Array(oneOf(turns)),
  who: textOrNull('Who says it or takes it back, as the report has it; null for the report itself.'),
  beside: textOrNull('The assertion before it that it is set beside.'),
  evidence: Type.Array(EvidenceSchema),
  notice: orNull(SpanSchema, 'Of a correction or withdrawal, in the text of the document.'),
};
export const momentFits: Same<ReturnType<typeof object<typeof moment>>, Moment> = true;
const MomentSchema = object({ ...moment, words: text() });

const value = {
  assertion: text(),
  document: text(),
  published: textOrNull(),
  source: textOrNull(),
  name: textOrNull('As the report has it; null where it names nobody.'),
  span: SpanSchema,
  min: orNull(Type.Number()),
  max: orNull(Type.Number()),
  unit: textOrNull(),
  approximate: Type.Boolean(),
  takenBack: Type.Boolean({ description: 'A later notice of its page says that it was wrong.' }),
};
const unknown = {
  document: text(),
  at: textOrNull(),
  span: SpanSchema,
  about: SpanSchema,
  kind: oneOf(['undisclosed', 'unclear', 'unknown', 'unconfirmed', 'no comment', 'no response']),
  who: orNull(SpanSchema, 'Who has not told it.'),
  beside: text('The member of the claim that says what is left open here.'),
};
export const unknownFits: Same<ReturnType<typeof object<typeof unknown>>, SaidUnknown> = true;

const contest = {
  claim: text(),
  headline: text(),
  deniers: Type.Array(
    object({
      assertion: text(),
      document: text(),
      published: textOrNull(),
      name: textOrNull('As the report has it; null where it denies in its own voice.'),
      named: Type.Boolean(),
      direct: Type.Boolean(),
      again: Type.Array(text(), { description: 'Other statements in which the same source denies it again.' }),
    }),
    { description: 'One denial of one report each: those who are named first, then those in their own words.' },
  ),
};
const BareContestSchema = object({
  ...contest,
  denials: Type.Array(RelationSchema),
  values: Type.Array(object(value)),
});
export const contestFits: Same<typeof BareContestSchema, Contest> = true;

const relays = () => Type.Array(text(), { description: 'Who passed it on, before the report that prints it.' });

const side = () =>
  two<readonly [a: Sided, b: Sided]>(
    object({
      words: text(),
      name: textOrNull('Who says it; null for the report itself.'),
      relays: relays(),
      document: DocumentNameSchema,
    }),
  );
interface Sided {
  readonly words: string;
  readonly name: string | null;
  readonly relays: readonly string[];
  readonly document: { readonly [K in 'id' | 'address']: string } & {
    readonly [K in 'outlet' | 'title' | 'published' | 'updated']: string | null;
  };
}
export const VIEWS = ['lowest', 'highest', 'latest', 'range'] as const;
export const ContestSchema = object({
  ...contest,
  words: text('Of the headline.'),
  denials: Type.Array(object({ ...relation, sides: side() })),
  values: Type.Array(
    object({ ...value, words: text('Of the figure, with its bounds.'), relays: relays(), in: DocumentNameSchema }),
  ),
  view: orNull(
    object({ name: oneOf(VIEWS), min: orNull(Type.Number()), max: orNull(Type.Number()) }),
    'One number out of the values, by a rule that has a name; null where none was asked for.',
  ),
});

const neverUpdated = {
  report: text(),
  assertion: textOrNull('What it says of the claim; null where it only holds the words of the corrected report.'),
  correction: text('The version with the notice.'),
  corrected: text('What that takes back.'),
  by: textOrNull('Who took it back, where the correction only tells of that.'),
};
export const neverUpdatedFits: Same<ReturnType<typeof object<typeof neverUpdated>>, NeverUpdated> = true;

export const MemberSchema = object({
  assertion: text(),
  statement: text(),
  document: DocumentNameSchema,
  span: SpanSchema,
  words: text(),
  /** names from the one who knows to the one who prints */
  chain: Type.Array(object({ name: text(), kind: sourceKind() })),
  kind: oneOf(['attribution', 'voice']),
  stance: Type.Enum([1, 0, -1], { description: '1 it holds, −1 it does not, 0 nobody commits to either.' }),
  polarity: oneOf(POLARITIES),
  certainty: oneOf(CERTAINTIES),
  hedges: Type.Array(text()),
  takenBack: orNull(
    object({
      kind: oneOf(['corrected', 'withdrawn']),
      document: text('With the notice, or with the words of the source who takes it back.'),
      quoted: Type.Boolean({
        description:
          'True of the words that take it back: “An earlier version said that …”, “retracted its claim that …”.',
      }),
    }),
    'Of what its outlet takes back: it counts for no side.',
  ),
});

export const ClaimRowSchema = object({
  id: text(),
  words: text('Of the clearest wording.'),
  headline: text('“14 reports · 2 origins · 1 named · 3 lineage not recorded”.'),
  reports: count(),
  origins: count(),
  named: count(),
  notRecorded: count(),
  denied: count('Denials, that of one source in one report each.'),
  undecided: Type.Boolean({ description: 'Nobody affirms or denies it: all leave it open.' }),
  from: textOrNull('When its first report was published.'),
  to: textOrNull('When its last report was published.'),
});
export const claimFilter = {
  contested: Type.Optional(Type.Boolean({ description: 'Only what is denied, or whose figures differ.' })),
  search: Type.Optional(text('Words of a statement in it.')),
};
export const ClaimFilterSchema = object(claimFilter);

export const ClaimAnswerSchema = object({
  claim: ClaimSchema,
  words: text(),
  members: Type.Array(MemberSchema),
  lineage: LineageSchema,
  documents: Type.Record(Type.String(), DocumentNameSchema, { description: 'All that are named here, by id.' }),
  life: Type.Array(MomentSchema),
  neverUpdated: Type.Array(object(neverUpdated), {
    description: 'Reports that still say what another took back.',
  }),
  unknown: Type.Array(object({ ...unknown, words: text(), asked: text('What is not known.') }), {
    description: 'What its reports say is not known, told or confirmed of it.',
  }),
  contest: orNull(ContestSchema),
});

const copy = {
  a: text(),
  b: text(),
  kind: oneOf(['same text', 'copy', 'excerpt', 'rewrite']),
  from: textOrNull('The one copied from; null where credit and time do not establish it.'),
  containment: two<Copy['containment']>(Type.Number()),
  shared: Type.Array(two<Copy['shared'][number]>(SpanSchema)),
  evidence: Type.Array(
    object({
      kind: oneOf(['credit', 'byline', 'dateline', 'address', 'third party', 'time']),
      document: text(),
      span: orNull(SpanSchema),
      words: text(),
    }),
  ),
};
export const CopySchema = object(copy, 'Two documents of which one holds words of the other.');
export const copyFits: Same<typeof CopySchema, Copy> = true;
export const CopyRowSchema = object({ ...copy, documents: object({ a: DocumentNameSchema, b: DocumentNameSchema }) });

const changes = [
  ...(['added', 'dropped', 'reworded', 'source changed', 'hardened', 'softened', 'figure moved'] as const),
  ...(['attribution dropped', 'attribution added', 'denied', 'left open', 'corrected', 'withdrawn'] as const),
];
const changed = {
  before: textOrNull(),
  after: textOrNull(),
  changes: Type.Array(oneOf(changes)),
  unknown: orNull(SpanSchema, 'Where the later version says that it is not known.'),
};
const version = {
  document: text(),
  at: textOrNull(),
  kept: count('Statements that stand as they stood.'),
  edits: Type.Array(
    object({ kind: oneOf(['same', 'changed', 'added', 'dropped']), before: SpanSchema, after: SpanSchema }),
  ),
  notices: Type.Array(
    object({
      kind: oneOf(['withdrawn', 'corrected', 'clarified', 'refiled', 'updated']),
      span: SpanSchema,
      cue: SpanSchema,
      about: orNull(SpanSchema),
      mistakes: Type.Array(object({ wrong: orNull(SpanSchema), right: orNull(SpanSchema) })),
    }),
  ),
};
const BareVersionSchema = object({ ...version, changed: Type.Array(object(changed)) });
export const versionFits: Same<typeof BareVersionSchema, Version> = true;

export const VersionSchema = object({
  ...version,
  changed: Type.Array(object({ ...changed, words: object({ before: textOrNull(), after: textOrNull() }) })),
  title: textOrNull(),
  outlet: textOrNull(),
  address: text(),
});
