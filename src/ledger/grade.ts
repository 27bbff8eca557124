/** How reliable a source is, as the Admiralty System has it (NATO AJP-2.1). F is no bad mark: nobody can judge yet. */
export const RELIABILITY = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
} as const;

export type Letter = keyof typeof RELIABILITY;
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const satisfies readonly Letter[];

/** What a filter has for a source that nobody graded. */
export const NOT_GRADED = 'not graded';

/** What a person holds of a source, and what that rests on. */
export interface Grade {
  readonly letter: Letter;
  readonly why: string;
  readonly who: string;
  /** ISO 8601 in UTC */
  readonly at: string;
  /** the entry of the log */
  readonly seq: number;
}

/** A grade of the history. Taken back or followed by another, it stays there. */
export interface GradeGiven extends Grade {
  /** the key that it was given to: of one that was joined, not always the source's own */
  readonly source: string;
  /** the undo that stands against it */
  readonly undone: Omit<Grade, 'letter'> | null;
}

/** A link of a chain, with the grade of its source; null where nobody graded it. */
export interface GradedLink {
  readonly name: string;
  readonly grade: Grade | null;
}

/** "B, usually reliable" */
export const letterTold = (letter: Letter): string => `${letter}, ${RELIABILITY[letter]}`;
