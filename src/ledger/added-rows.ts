import type { DatabaseSync } from 'node:sqlite';
import type { Attribution } from '../attributions/attribution.ts';
import type { Reading } from '../read.ts';
import { addedStatement } from './added-statement.ts';
import type { Decision } from './decision.ts';
import { type DecisionLog, decisionOf, decisionRows, inForce, withUndone } from './decisions.ts';
import { digest } from './digest.ts';
import type { EntryRow } from './entries.ts';
import type { LoadReading } from './load-reading.ts';
import { itemWriter } from './write-item.ts';
import { statementWriter } from './write-statement.ts';

/** Digest of its row, by statement. */
export type Carried = Readonly<Record<string, string>>;

/** Rows of the statements that people added; call all of these inside a transaction. */
export interface AddedRows {
  /** Writes one among those of a reading; gives the digest of its row. */
  write(key: number, reading: Reading, attribution: Attribution): string;
  /** Those of a document that have their places in a new reading of it too. */
  carry(key: number, document: string): Carried;
  /** Puts it into the lists, or takes it out, as its adding stands. */
  settle(id: string): void;
}

interface Parts {
  readonly log: DecisionLog;
  readonly load: LoadReading;
  /** a reading as people decided */
  readonly view: (key: number) => Reading;
}

export function addedRows(db: DatabaseSync, { log, load, view }: Parts): AddedRows {
  const writeStatement = statementWriter(db, itemWriter(db));
  const isStanding = additions(db);
  const count = db.prepare("SELECT count(*) AS n FROM items WHERE reading = ? AND kind = 'added'");
  const own = "SELECT item FROM attributions JOIN items USING (item) WHERE id = ? AND items.kind = 'added'";
  const takeOut = db.prepare(`INSERT OR IGNORE INTO withdrawn ${own}`);
  const putBack = db.prepare(`DELETE FROM withdrawn WHERE item IN (${own})`);

  function write(key: number, { document: { text } }: Reading, attribution: Attribution): string {
    const n = Number(count.get(key)?.n);
    writeStatement({ reading: key, text }, 'added', n, attribution);
    return digest(attribution);
  }

  const settle = (id: string) => void (isStanding(id) ? putBack : takeOut).run(id);

  return {
    write,
    settle,
    carry(key, document) {
      const made = log.decidedIn(document).flatMap((id) => log.decisions(id).filter(isAdding(id)));
      if (made.length === 0) return {};
      const reading = load(key);
      const carried: Record<string, string> = {};
      for (const { subject: id, addition } of made) {
        if (reading.attributions.some((one) => one.id === id)) continue;
        const attribution = addedStatement(reading, id, addition!, view(key).attributions);
        if (!attribution) continue;
        carried[id] = write(key, reading, attribution);
        settle(id);
      }
      return carried;
    },
  };
}

const isAdding =
  (id: string) =>
  ({ verb, subject }: Decision): boolean =>
    verb === 'add' && subject === id;

/** Whether the adding of a statement stands, as the entries tell it now: the log in memory may know of one that is rolled back. */
export function additions(db: DatabaseSync): (id: string) => boolean {
  const select = db.prepare(`${decisionRows} AND subject = ? ORDER BY seq`);
  return (id) => {
    const decisions = (select.all(id) as unknown as EntryRow[]).map(decisionOf);
    return inForce(withUndone(decisions)).some(isAdding(id));
  };
}
