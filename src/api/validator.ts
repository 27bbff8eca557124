import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Convert } from 'typebox/value';

/** Checks what comes in. An address has only words, so "50" is a number there; in a body a number is a number. */
export const validator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (data) => {
    const value = httpPart === 'body' ? data : Convert(schema, structuredClone(data));
    if (check.Check(value)) return { value };
    const error = new Error('not as described');
    const validation = [...check.Errors(value)]
      .slice(0, 3)
      .map(({ instancePath, message }) => ({ instancePath, message }));
    return { error: Object.assign(error, { validation }) };
  };
};
