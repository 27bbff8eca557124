import Type, { type Static, type TSchema } from 'typebox';
import {
  type Attribution,
  BASES,
  CERTAINTIES,
  type Manner,
  POLARITIES,
  SOURCE_KINDS,
} from '../attributions/attribution.ts';
import type { Place, Time, UnknownKind } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { BlockKind, Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** One document and what was found in it, on one level: the JSON object of `--format jsonl`. */
export type Row = Document & Omit<Reading, 'document'>;

const closed = { additionalProperties: false };
const text = (description: string) => Type.String({ description });
const orNull = <S extends TSchema>(schema: S, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const one = <const V extends string[]>(values: [...V], description: string) => Type.Enum(values, { description });

const pair = {
  type: 'array',
  items: { type: 'integer', minimum: 0 },
  minItems: 2,
  maxItems: 2,
} as const;
const span = (description: string) => Type.Unsafe<Span>({ ...pair, description: `[start, end): ${description}` });
const spans = (description: string) =>
  Type.Array(Type.Unsafe<Span>(pair), { description: `Pieces in text order, each [start, end): ${description}` });
const spanOrNull = (description: string) => orNull(Type.Unsafe<Span>(pair), `[start, end): ${description}`);
const sha256 = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description });
const id = (description: string) => Type.String({ pattern: '^[0-9a-f]{12}$', description });
const when = () =>
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$',
    examples: ['2024-11-22', '2024-11-22T09:30:00Z'],
  });

const kindOfSource = () =>
  orNull(Type.Enum([...SOURCE_KINDS]), 'What sort of source it is; null where the text does not tell.');

export const BlockSchema = Type.Object(
  {
    kind: one(
      ['headline', 'heading', 'paragraph', 'quote', 'caption', 'list-item', 'credit'] satisfies BlockKind[],
      'What part of the page it is.',
    ),
    span: span('the block.'),
  },
  { ...closed, title: 'Block', description: 'A part of the text. Blocks come in text order and do not overlap.' },
);

export const HopSchema = Type.Object(
  {
    name: text('The text’s own words: the fullest ones for whoever it is, but a government as it is called here.'),
    kind: kindOfSource(),
    span: spanOrNull('where it is named; null for the document itself, and for a link with no word for it.'),
    source: orNull(Type.String(), 'Id of an entity in `entities`; null where none is established.'),
    basis: orNull(Type.Enum([...BASES]), 'How it knows; null where the text does not say.'),
  },
  { ...closed, title: 'Hop', description: 'One link from the one who knows to the one who prints.' },
);

const polarity = (description: string) => one([...POLARITIES], description);
const certainty = (description: string) => one([...CERTAINTIES], description);
const index = (description: string) => Type.Integer({ minimum: 0, description });

const AuthorSchema = Type.Object(
  {
    polarity: polarity('Whether the document stands for the content, against it, or for neither.'),
    certainty: certainty('How firmly the document puts it.'),
    distance: spans('the writer’s own words of distance: “reportedly”, “claimed”, scare quotes.'),
  },
  { ...closed, description: 'How the document that prints the statement stands to its content.' },
);

export const AttributionSchema = Type.Object(
  {
    id: id('12 hex digits, from the document, the kind and the spans: found again, it has the same id.'),
    kind: one(
      ['attribution', 'voice'] satisfies Attribution['kind'][],
      '`attribution`: somebody else’s words, thoughts or knowledge. `voice`: what the document asserts itself.',
    ),
    manner: one(['direct', 'indirect', 'mixed'] satisfies Manner[], 'How the words are given: quoted, told, or both.'),
    content: spans('what is said.'),
    cue: spans('the words that attribute it: “according to”. Empty for a voice.'),
    source: spans('the words for who says it. Empty for a voice.'),
    chain: Type.Array(HopSchema, {
      description: 'From the one who knows to the one who prints; the last is the document itself.',
    }),
    polarity: polarity('Whether the source holds the content to be so. Never whether it is so.'),
    certainty: certainty('How firmly the source puts it (the values of FactBank). Never a likelihood.'),
    hedges: spans('the words that carry doubt or distance: “reportedly”.'),
    author: AuthorSchema,
    said: orNull(index('a position'), 'Position in `times` of the time of saying, from 0.'),
    within: orNull(id('an attribution'), 'Id of the attribution in whose content this one stands.'),
    confidence: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'How sure the machine is of having read this statement rightly, 0 to 1. Says nothing on its truth.',
    }),
  },
  { ...closed, title: 'Attribution', description: 'One statement, with its source, cue and chain.' },
);

export const EntitySchema = Type.Object(
  {
    id: text('Unique within the document.'),
    name: text('The fullest wording in the text.'),
    kind: kindOfSource(),
    mentions: spans('each mention.'),
    office: spanOrNull('what a person does: “senior analyst”.'),
    affiliation: spanOrNull('whom a person speaks or works for: “the Korea Institute for National Unification”.'),
    state: orNull(Type.String(), 'Country and class of a state-affiliated outlet, as a register lists it.'),
    wikidata: orNull(Type.String({ pattern: '^Q[1-9]\\d*$' }), 'Wikidata item; null where none is established.'),
  },
  { ...closed, title: 'Entity', description: 'Somebody or something the text names, across its mentions.' },
);

export const FigureSchema = Type.Object(
  {
    span: span('the quantity with its bounds: “at least 10,000”.'),
    min: orNull(Type.Number(), 'Lower bound, included; null where none is given.'),
    max: orNull(Type.Number(), 'Upper bound, included; null where none is given.'),
    of: spanOrNull('what is counted: “North Korean troops”.'),
    unit: orNull(Type.String(), '“%”, “USD”, “km”; null for a plain count.'),
    approximate: Type.Boolean({ description: '“about 40”, “dozens”: the bounds are the wording’s, and soft.' }),
    attribution: orNull(id('an attribution'), 'Id of the innermost statement that gives it.'),
  },
  { ...closed, title: 'Figure', description: 'A quantity: “at least 10,000” has min 10000 and no max.' },
);

export const TimeSchema = Type.Object(
  {
    span: span('the words.'),
    type: one(['DATE', 'TIME', 'DURATION', 'SET'] satisfies Time['type'][], 'TIMEX3 type.'),
    value: orNull(
      Type.String(),
      'TIMEX3 value, resolved against the publication date; null where it is left unresolved.',
    ),
  },
  { ...closed, title: 'Time', description: 'A time expression, as TIMEX3 has it.' },
);

export const PlaceSchema = Type.Object(
  {
    span: span('the words.'),
    name: text('The gazetteer’s name, or the text’s own where none is established.'),
    geonames: orNull(Type.Integer({ minimum: 1 }), 'GeoNames id.'),
    lat: orNull(Type.Number({ minimum: -90, maximum: 90 }), 'Latitude, degrees, WGS 84.'),
    lon: orNull(Type.Number({ minimum: -180, maximum: 180 }), 'Longitude, degrees, WGS 84.'),
    precision: orNull(
      Type.Enum(['country', 'region', 'city'] satisfies Place['precision'][]),
      'How wide the place is that the coordinates stand for.',
    ),
  },
  { ...closed, title: 'Place', description: 'A place named in the text.' },
);

export const EventSchema = Type.Object(
  {
    span: span('the words.'),
    code: text('PLOVER root code: ASSAULT, ACCUSE, AID.'),
    mode: orNull(Type.String(), 'PLOVER mode; null where the words do not tell.'),
    polarity: polarity('Whether it happened, for the nearest voice that tells of it.'),
    certainty: certainty('How firmly that voice puts it.'),
    actor: orNull(Type.String(), 'Id of the entity that acts.'),
    recipient: orNull(Type.String(), 'Id of the entity acted upon.'),
    figures: Type.Array(index('a position'), { description: 'Positions in `figures`, from 0.' }),
    time: orNull(index('a position'), 'Position in `times`, from 0.'),
    place: orNull(index('a position'), 'Position in `places`, from 0.'),
    attribution: orNull(id('an attribution'), 'Id of the statement it is told in.'),
  },
  { ...closed, title: 'Event', description: 'Who did what to whom.' },
);

export const UnknownSchema = Type.Object(
  {
    span: span('the whole statement: “have not been disclosed”.'),
    about: spanOrNull('what is unknown: “The identity and rank of the injured general”.'),
    kind: one(
      ['undisclosed', 'unclear', 'unknown', 'unconfirmed', 'no comment', 'no response'] satisfies UnknownKind[],
      'In which way it is not known.',
    ),
    who: spanOrNull('who declined, did not answer or has not disclosed it.'),
  },
  { ...closed, title: 'Unknown', description: 'What the document says is not known, not disclosed, unclear.' },
);

/** The output contract: one source for validation, the JSON Schema file, OpenAPI and MCP. */
export const ReadingSchema = Type.Object(
  {
    id: id('12 hex digits, from the capture’s SHA-256: the same bytes give the same id.'),
    sha256: sha256('SHA-256 of `text` in UTF-8.'),
    capture: sha256('SHA-256 of the bytes as they arrived.'),
    address: text('Where the bytes came from: a URL, a path, `-`, `paste`, or `file.jsonl#12` for line 12 of a file.'),
    url: orNull(Type.String(), 'The page’s address, where there is one.'),
    outlet: orNull(Type.String(), 'Who published it.'),
    title: orNull(Type.String(), 'The page’s title.'),
    byline: orNull(Type.String(), 'Who wrote it, as printed.'),
    dateline: spanOrNull('“SEOUL, Nov. 2”, where the text opens with one.'),
    published: orNull(when(), 'ISO 8601: a date, or a time with its zone.'),
    updated: orNull(when(), 'ISO 8601: a date, or a time with its zone.'),
    language: orNull(Type.String({ pattern: '^[a-z]{2}$' }), 'ISO 639-1; null where the text is too short to tell.'),
    credits: Type.Array(Type.String(), {
      description: 'Credits to agencies and others, as printed or as the page gives them.',
    }),
    text: text('The fixed text. Every span is [start, end) into it, in UTF-16 code units.'),
    blocks: Type.Array(BlockSchema, { description: 'Headline, paragraphs, captions… in text order.' }),
    attributions: Type.Array(AttributionSchema, {
      description: 'Who said what, on whose word; and what the document asserts itself. All suggested by the machine.',
    }),
    entities: Type.Array(EntitySchema, { description: 'Persons, governments, outlets… the text names.' }),
    figures: Type.Array(FigureSchema, { description: 'Quantities, with their bounds.' }),
    times: Type.Array(TimeSchema, { description: 'Time expressions.' }),
    places: Type.Array(PlaceSchema, { description: 'Places.' }),
    events: Type.Array(EventSchema, { description: 'Who did what to whom.' }),
    unknowns: Type.Array(UnknownSchema, { description: 'What the document says is not known.' }),
  },
  {
    ...closed,
    $id: 'urn:hearsay:schema:reading:2',
    title: 'Reading',
    description:
      'One document and what Hearsay finds in it. It tells who said what, on whose word, and never what is true.',
  },
);

/** `ReadingSchema` as a JSON Schema 2020-12 file. */
export const readingJsonSchema = (): string =>
  JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...ReadingSchema }, null, 2) + '\n';

// The schema and the types hold the same: if one gains a field that the other lacks, this line does not compile.
type Deep<T> = T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const schemaFitsRow: Same<Deep<Static<typeof ReadingSchema>>, Deep<Row>> = true;
