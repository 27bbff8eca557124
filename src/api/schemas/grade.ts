import { type Grade, type GradedLink, type GradeGiven, LETTERS } from '../../ledger/grade.ts';
import { count, object, oneOf, orNull, text } from './parts.ts';
import type { Same } from './same.ts';

export const LetterSchema = oneOf(
  LETTERS,
  'How reliable a source is, as the Admiralty System has it: A completely, B usually, C fairly, D not usually, E unreliable, F cannot be judged.',
);

const signed = {
  why: text('What it rests on.'),
  who: text(),
  at: text(),
  seq: count('The entry of the log.'),
};

export const GradeSchema = object(
  { letter: LetterSchema, ...signed },
  'Given by a person; nothing is graded by itself.',
);
export const gradeFits: Same<typeof GradeSchema, Grade> = true;

export const GradeGivenSchema = object({
  letter: LetterSchema,
  ...signed,
  source: text('The key it was given to: of one that was joined, not always the source’s own.'),
  undone: orNull(object(signed), 'The undo that stands against it.'),
});
export const givenFits: Same<typeof GradeGivenSchema, GradeGiven> = true;

export const GradedLinkSchema = object({ name: text(), grade: orNull(GradeSchema) });
export const linkFits: Same<typeof GradedLinkSchema, GradedLink> = true;
