import Type from 'typebox';
import type { ProblemBody } from '../problem.ts';
import { object, text } from './parts.ts';
import type { Same } from './same.ts';

export const ProblemSchema = object(
  {
    type: text('A name for the kind of problem: “urn:hearsay:problem:unknown-id”.'),
    title: text(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: text(),
    instance: text('The address that was asked for.'),
    way_out: Type.Optional(text('What to do about it.')),
    latest: Type.Optional(Type.Unknown({ description: 'Of a conflict: the last decision on the same.' })),
    current: Type.Optional(Type.Unknown({ description: 'Of a conflict: the statement as it stands now.' })),
    near: Type.Optional(Type.Unknown({ description: 'Of an id that fits several: those that are near.' })),
  },
  'What went wrong, as RFC 9457 has it.',
);
export const problemFits: Same<typeof ProblemSchema, ProblemBody> = true;
