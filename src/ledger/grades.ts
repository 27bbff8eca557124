import type { Decision } from './decision.ts';
import type { Grade, GradeGiven } from './grade.ts';
import { joinedKey } from './source-keys.ts';

/** Every grade given to a source, by its key, the newest first: of sources that people joined, those given to any of them. */
export type Grades = (key: string) => readonly GradeGiven[];

export function gradesOf(decisions: readonly Decision[]): Grades {
  const joined = joinedKey(decisions);
  const byEntry = new Map(decisions.map((decision) => [decision.seq, decision]));
  const given = decisions.toReversed().flatMap((decision) => givenBy(decision, byEntry));
  const bySource = Map.groupBy(given, ({ source }) => joined(source));
  return (key) => bySource.get(key) ?? [];
}

/** The newest that was not taken back. */
export function gradeInForce(given: readonly GradeGiven[]): Grade | null {
  const found = given.find(({ undone }) => undone === null);
  if (!found) return null;
  const { source: _, undone: _u, ...grade } = found;
  return grade;
}

function givenBy(decision: Decision, byEntry: ReadonlyMap<number, Decision>): GradeGiven[] {
  const { on, grade, undoneBy } = decision;
  if (on.kind !== 'reliability' || grade === null) return [];
  const undo = undoneBy === null ? undefined : byEntry.get(undoneBy);
  return [{ letter: grade, ...signed(decision), source: on.source, undone: undo ? signed(undo) : null }];
}

const signed = ({ why, who, at, seq }: Decision): Omit<Grade, 'letter'> => ({ why: why ?? '', who, at, seq });
