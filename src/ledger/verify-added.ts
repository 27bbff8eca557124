import type { DatabaseSync } from 'node:sqlite';
import { additions, type Carried } from './added-rows.ts';
import type { DecisionBody } from './decisions.ts';
import { digest } from './digest.ts';
import type { LoadReading } from './load-reading.ts';
import type { Problem } from './problem.ts';

interface Row {
  /** null where its row is gone */
  readonly id: string | null;
  readonly n: number;
  readonly digest: string;
  readonly document: string;
  readonly reader: string;
}

/**
 * The statements that people added to a reading: each is as it was written, and an entry tells of it.
 *
 * @param carried what the entry of the reading tells that it took over
 */
export function addedProblems(db: DatabaseSync, load: LoadReading): (key: number, carried: Carried) => Problem[] {
  const rows = db.prepare(`
    SELECT a.id, i.n, i.digest, r.document, r.reader FROM items i JOIN readings r ON r.reading = i.reading
      LEFT JOIN attributions a USING (item) WHERE i.reading = ? AND i.kind = 'added'`);
  const entries = db.prepare("SELECT body FROM entries WHERE verb = 'add' AND subject = ?");
  const isAdded = ({ id, digest, document, reader }: Row): boolean =>
    entries.all(id).some(({ body }) => {
      const [seen] = (JSON.parse(String(body)) as DecisionBody).seen;
      return seen?.digest === digest && seen.document === document && seen.reader === reader;
    });

  return (key, carried) => {
    const found: Problem[] = [];
    const problem = (kind: Problem['kind'], statement: string | null, what: string) =>
      found.push({ kind, document: null, statement, what });
    const all = rows.all(key) as unknown as Row[];
    if (all.length === 0 && Object.keys(carried).length === 0) return found;
    // slices are told of where the reading itself is looked at
    const { attributions } = load(key, (text, _owner, _role, span) => text.slice(...span), 'all');
    for (const row of all) {
      if (row.id === null) {
        problem('row', null, `statement ${row.n} of those that people added is missing`);
        continue;
      }
      const thing = attributions.find(({ id }) => id === row.id);
      if (!thing || digest(thing) !== row.digest)
        problem('row', row.id, `statement ${row.id}, added by a person, is not as it was stored`);
      if (carried[row.id] !== row.digest && !isAdded(row))
        problem('entry', row.id, `no entry tells that statement ${row.id} was added`);
    }
    for (const id of Object.keys(carried))
      if (!all.some((row) => row.id === id)) problem('row', id, `statement ${id}, added by a person, is missing`);
    return found;
  };
}

/** In the lists stand those whose adding stands, and no others. */
export function* withdrawnProblems(db: DatabaseSync): Generator<Problem> {
  const isStanding = additions(db);
  const rows = db.prepare(`
    SELECT DISTINCT a.id, r.document, w.item IS NOT NULL AS withdrawn
    FROM items i JOIN attributions a USING (item) JOIN readings r ON r.reading = i.reading
      LEFT JOIN withdrawn w USING (item) WHERE i.kind = 'added'`);
  for (const { id, document, withdrawn } of rows.all() as { id: string; document: string; withdrawn: number }[]) {
    if (isStanding(id) === (withdrawn === 0)) continue;
    const what = withdrawn
      ? 'was added, and is left out of the lists, though nobody took it back'
      : 'stands in the lists, though its adding was taken back';
    yield { kind: 'row', document, statement: id, what: `statement ${id} ${what}` };
  }
  const others = db.prepare(`
    SELECT a.id, r.document FROM withdrawn JOIN items i USING (item) JOIN readings r ON r.reading = i.reading
      LEFT JOIN attributions a USING (item) WHERE i.kind <> 'added'`);
  for (const { id, document } of others.all() as { id: string | null; document: string }[]) {
    const what = `statement ${id ?? '?'} is left out of the lists, though no person added it`;
    yield { kind: 'row', document, statement: id, what };
  }
}
