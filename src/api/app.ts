import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Of } from './schemas/same.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** answers with events as they come */
    readonly stream?: boolean;
    /** answers with rows as CSV too */
    readonly csv?: boolean;
    /** may be asked with a form of files */
    readonly form?: TSchema;
    /** answers with bytes of any kind */
    readonly bytes?: boolean;
  }
}

/** Requests and answers have the types of their schemas. */
export interface TypeBox extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  readonly serializer: this['schema'] extends TSchema ? Of<this['schema']> : unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBox
>;
