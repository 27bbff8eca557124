import Type from 'typebox';
import { METHODS } from '../../capture/capture.ts';
import { OnKindSchema } from './decision.ts';
import { count, object, oneOf, orNull, text, textOrNull } from './parts.ts';

const day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$',
  description: 'When it was published, where the page does not tell: ISO 8601, a day, or a time with its zone.',
});
const given = {
  outlet: Type.Optional(Type.String({ minLength: 1, description: 'Who printed it, where the page does not tell.' })),
  published: Type.Optional(day),
};

export const NewReadSchema = object(
  {
    text: Type.Optional(text('A report as it was pasted; an OPML list of feeds too.')),
    address: Type.Optional(text('Of a page: http:// or https://.')),
    title: Type.Optional(Type.String({ minLength: 1, description: 'Of a text that opens without its headline.' })),
    ...given,
  },
  'Either a text or an address.',
);

/** What is told with the files of a form. */
export const FormSchema = object(given);

export const FilesSchema = object({
  ...given,
  file: Type.Array(Type.Unsafe<Blob>({ type: 'string', format: 'binary' }), {
    description: 'Texts, pages, JSON Lines, OPML lists; each with its name or its path in a folder.',
  }),
});

export const QueuedSchema = object({ id: text('Of its progress: /api/v1/reads/{id}/progress.') });

export const CustodySchema = object({
  address: text('Where the bytes came from.'),
  at: textOrNull('When they arrived.'),
  method: oneOf(METHODS),
  sha256: text('Of the bytes as they arrived.'),
  bytes: count(),
  media: text(),
  text: text('SHA-256 of the text that was made from them.'),
  reader: text('Version of the reader.'),
});

export const ReadEventSchema = Type.Union([
  object({ event: Type.Literal('queued'), id: text() }),
  object({
    event: Type.Literal('read'),
    document: text(),
    title: textOrNull(),
    outlet: textOrNull(),
    published: textOrNull(),
    statements: count(),
    stored: Type.Boolean({ description: 'False where these bytes were read before.' }),
    because: oneOf(['new', 'newer reader', 'other facts given', 'same bytes', 'same bytes, other address']),
    custody: CustodySchema,
  }),
  object({ event: Type.Literal('refused'), input: text(), reason: text(), way_out: text() }),
  object({ event: Type.Literal('done'), read: count(), known: count(), refused: count(), statements: count() }),
]);

export const ChangeSchema = object({
  seq: count(),
  verb: text(),
  subject: text(),
  who: text(),
  on: orNull(OnKindSchema, 'Of a decision: what it is on.'),
});
