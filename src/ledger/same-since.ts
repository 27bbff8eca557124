import type { DatabaseSync } from 'node:sqlite';

/** Answers of so many questions are kept. */
const most = 200;

/** How far the log goes. */
const LOGGED = 'SELECT max(seq) AS now FROM entries';
/** How far the links go, and who made them. */
export const LINKED = "SELECT group_concat(name || value, ' ' ORDER BY name) AS now FROM links_made";

/**
 * Works an answer out once for as long as nothing is added to the log, or to what `until` tells of: till then it cannot be
 * another.
 */
export function sameSince<Answer>(
  db: DatabaseSync,
  until = LOGGED,
): (question: string, answer: () => Answer) => Answer {
  const last = db.prepare(until);
  const known = new Map<string, Answer>();
  let seen: unknown = null;
  return (question, answer) => {
    const { now } = last.get() as { now: unknown };
    if (now !== seen || known.size >= most) known.clear();
    seen = now;
    if (!known.has(question)) known.set(question, answer());
    return known.get(question)!;
  };
}
