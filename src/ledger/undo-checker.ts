import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../read.ts';
import { checkNew } from './addition-of.ts';
import type { Decision } from './decision.ts';
import type { DecisionLog } from './decisions.ts';

interface Row {
  readonly key: number;
  readonly within: string | null;
  readonly isOut: 0 | 1;
}

/**
 * Throws why an adding cannot be taken back, or brought back, now: no statement stands on the word of one that is in no list,
 * and what comes back is new as it was. Call it before the undo is written.
 */
export function undoChecker(
  db: DatabaseSync,
  log: DecisionLog,
  view: (key: number) => Reading,
): (undone: Decision) => void {
  const newest = db.prepare(`
    SELECT a.reading AS key, a.within, w.item IS NOT NULL AS isOut
    FROM attributions a JOIN items i USING (item) JOIN newest r ON r.reading = a.reading LEFT JOIN withdrawn w USING (item)
    WHERE a.id = ? AND i.kind = 'added'`);
  const inner = db.prepare('SELECT id FROM statements WHERE reading = ? AND within = ? LIMIT 1');
  const listed = db.prepare('SELECT 1 FROM statements WHERE reading = ? AND id = ?');
  const adding = (id: string) => log.decisions(id).find(({ verb, subject }) => verb === 'add' && subject === id);

  function checkOut(id: string, { key }: Row): void {
    const held = inner.get(key, id)?.id as string | undefined;
    if (held === undefined) return;
    throw new Error(
      `statement ${held} was added in its words and stands on its word: undo entry ${adding(held)?.seq} first`,
    );
  }

  function checkBack({ addition }: Decision, { key, within }: Row): void {
    if (within !== null && !listed.get(key, within)) {
      const undo = adding(within)?.undoneBy;
      throw new Error(
        `it stood in the words of statement ${within}, which was taken back: undo entry ${undo} first, or add it anew`,
      );
    }
    checkNew(view(key), addition!);
  }

  return ({ on, subject, seq }) => {
    const made = on.kind === 'statement' ? adding(subject) : undefined;
    const row = made && (newest.get(subject) as unknown as Row | undefined);
    if (!row || rootOf(log.decisions(subject), seq) !== made.seq) return;
    if (row.isOut) checkBack(made, row);
    else checkOut(subject, row);
  };
}

/** The decision that is taken back in the end, or brought back. */
function rootOf(decisions: readonly Decision[], seq: number): number {
  const { undoes = null } = decisions.find((one) => one.seq === seq) ?? {};
  return undoes === null ? seq : rootOf(decisions, undoes);
}
