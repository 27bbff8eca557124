import Type, { type TProperties, type TSchema } from 'typebox';
import type { Span } from '../../text/span.ts';

/** Schemas are closed: what they do not name does not come. */
export const closed = { additionalProperties: false };

export const object = <P extends TProperties>(properties: P, description?: string) =>
  Type.Object(properties, description === undefined ? closed : { ...closed, description });

export const text = (description?: string) => Type.String(description === undefined ? {} : { description });
export const textOrNull = (description?: string) =>
  Type.Union([Type.String(), Type.Null()], description === undefined ? {} : { description });
export const orNull = <S extends TSchema>(schema: S, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
export const count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description === undefined ? {} : { description }) });
export const oneOf = <const V extends string[]>(values: readonly [...V], description?: string) =>
  Type.Enum([...values] as [...V], description === undefined ? {} : { description });

const pair = { type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 2, maxItems: 2 } as const;
export const SpanSchema = Type.Unsafe<Span>(pair);
export const SpansSchema = Type.Array(SpanSchema);

/** Rows of a list, and the way to the next ones. */
export const pageOf = <S extends TSchema>(row: S) =>
  object({
    rows: Type.Array(row),
    total: count('On all pages.'),
    next: textOrNull('Where the next page begins (`after`); null on the last.'),
  });

/** What every list takes. */
export const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'Rows on this page; 50 unless told.' })),
  after: Type.Optional(text('`next` of the page before.')),
  format: Type.Optional(oneOf(['json', 'csv'], 'CSV gives all rows, or this page where `limit` is told.')),
};

export const idParams = object({ id: text('An id, or a beginning that fits no other.') });
