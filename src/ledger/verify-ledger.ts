import { DatabaseSync } from 'node:sqlite';
import type { Carried } from './added-rows.ts';
import { BadSlice, checkSlice } from './check-slice.ts';
import { asWritten, type Contract } from './contract.ts';
import { digest, readingDigest, sha256 } from './digest.ts';
import { type EntryRow, hashOf, noEntry } from './entries.ts';
import { type CheckSlice, loadReading } from './load-reading.ts';
import { migrate } from './migrate.ts';
import type { Problem } from './problem.ts';
import { addedProblems, withdrawnProblems } from './verify-added.ts';
import { decisionProblems } from './verify-decisions.ts';

type Check = (db: DatabaseSync) => Iterable<Problem>;

/** Looks at all of a ledger: the file, its rules, the bytes, the texts, every slice and row, the log, the search. */
export async function* verifyLedger(db: DatabaseSync): AsyncGenerator<Problem> {
  for (const [kind, check] of checks) yield* guarded(db, kind, check);
}

const checks: readonly (readonly [Problem['kind'], Check])[] = [
  ['file', file],
  ['schema', schema],
  ['reference', references],
  ['bytes', captures],
  ['text', texts],
  ['row', readings],
  ['row', withdrawnProblems],
  ['entry', entries],
  ['decision', decisionProblems],
  ['search', search],
];

/** A damaged file can fail at any row: that is a finding too, and the other checks go on. */
function* guarded(db: DatabaseSync, kind: Problem['kind'], check: Check): Generator<Problem> {
  try {
    yield* check(db);
  } catch (error) {
    yield problem(kind, `cannot be read through: ${error instanceof Error ? error.message : error}`);
  }
}

const problem = (kind: Problem['kind'], what: string, document: string | null = null): Problem => {
  return { kind, document, statement: null, what };
};

function* file(db: DatabaseSync): Generator<Problem> {
  const rows = db.prepare('PRAGMA integrity_check').all() as unknown as { integrity_check: string }[];
  for (const { integrity_check: says } of rows) if (says !== 'ok') yield problem('file', says);
}

/** Tables and triggers are those that the migrations make: a dropped trigger lets rows be changed. */
function* schema(db: DatabaseSync): Generator<Problem> {
  const fresh = new DatabaseSync(':memory:');
  migrate(fresh, ':memory:');
  const expected = schemaOf(fresh);
  const found = schemaOf(db);
  fresh.close();
  for (const [name, sql] of expected) {
    if (!found.has(name)) yield problem('schema', `${name} is missing`);
    else if (found.get(name) !== sql) yield problem('schema', `${name} was changed`);
  }
  for (const name of found.keys()) if (!expected.has(name)) yield problem('schema', `${name} is not part of a ledger`);
}

function schemaOf(db: DatabaseSync): Map<string, string | null> {
  const rows = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all();
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, sql as string | null]));
}

function* references(db: DatabaseSync): Generator<Problem> {
  for (const { table, rowid, parent } of db.prepare('PRAGMA foreign_key_check').iterate()) {
    yield problem('reference', `row ${rowid ?? '?'} of ${table} names a row of ${parent} that is not there`);
  }
}

function* captures(db: DatabaseSync): Generator<Problem> {
  const rows = db.prepare('SELECT b.sha256, b.bytes, d.id FROM bytes b LEFT JOIN documents d ON d.capture = b.sha256');
  for (const { sha256: named, bytes, id } of rows.iterate()) {
    const found = sha256(bytes as Uint8Array);
    if (found !== named) yield problem('bytes', `the bytes of ${named} now hash to ${found}`, id as string | null);
  }
}

function* texts(db: DatabaseSync): Generator<Problem> {
  const rows = db.prepare(`
    SELECT t.sha256, t.words, (SELECT document FROM readings r WHERE r.text = t.text) AS document FROM texts t`);
  for (const { sha256: named, words, document } of rows.iterate()) {
    const found = sha256(String(words));
    if (found !== named)
      yield problem('text', `the text of ${named} now hashes to ${found}`, document as string | null);
  }
}

type ReadingKey = {
  readonly reading: number;
  readonly document: string;
  readonly reader: string;
  readonly given: string;
  readonly decided: string;
  readonly at: string;
  readonly contract: Contract;
};
type ReadEntry = { readonly body: string; readonly at: string };
/** Early entries are silent on `given`. */
type Recorded = {
  readonly reading: string;
  readonly reader: string;
  readonly given?: object;
  readonly decided?: object;
  readonly added?: Carried;
};

function* readings(db: DatabaseSync): Generator<Problem> {
  const load = loadReading(db);
  const added = addedProblems(db, load);
  const items = db.prepare("SELECT kind, n, digest FROM items WHERE reading = ? AND kind <> 'added' ORDER BY item");
  const readEntries = db.prepare("SELECT body, at FROM entries WHERE verb = 'read' AND subject = ? ORDER BY seq");
  const nth = new Map<string, number>();
  for (const row of db
    .prepare('SELECT reading, document, reader, given, decided, at, contract FROM readings ORDER BY reading')
    .all()) {
    const { reading, document, contract } = row as ReadingKey;
    const loadWritten: typeof load = (key, check) => asWritten(load(key, check, 'none'), contract);
    const n = nth.get(document) ?? 0;
    nth.set(document, n + 1);
    const entry = (readEntries.all(document) as unknown as ReadEntry[])[n];
    const recorded = entry ? (JSON.parse(entry.body) as Recorded) : null;
    const found = guarded(db, 'row', () =>
      readingProblems(loadWritten, items, reading, document, recorded?.reading ?? null),
    );
    const people = guarded(db, 'row', () => added(reading, recorded?.added ?? {}));
    for (const one of [...found, ...people]) yield { ...one, document };
    if (entry && recorded && !isAsRecorded(row as ReadingKey, entry.at, recorded))
      yield problem('row', 'when, by what or with which facts it was read is not what its entry records', document);
  }
}

const isAsRecorded = ({ reader, given, decided, at }: ReadingKey, readAt: string, recorded: Recorded): boolean =>
  reader === recorded.reader &&
  at === readAt &&
  (recorded.given === undefined || given === JSON.stringify(recorded.given)) &&
  decided === JSON.stringify(recorded.decided ?? {});

function readingProblems(
  load: ReturnType<typeof loadReading>,
  items: ReturnType<DatabaseSync['prepare']>,
  key: number,
  document: string,
  recorded: string | null,
): Problem[] {
  const found: Problem[] = [];
  const reading = load(key, noting(found, document));
  const rows = items.all(key) as unknown as { kind: string; n: number; digest: string }[];
  const lists: Record<string, readonly { readonly id?: string }[]> = {
    attribution: reading.attributions,
    entity: reading.entities,
    figure: reading.figures as readonly object[],
    time: reading.times as readonly object[],
    place: reading.places as readonly object[],
    event: reading.events as readonly object[],
    unknown: reading.unknowns as readonly object[],
  };
  for (const row of rows) {
    const thing = lists[row.kind]?.[row.n];
    const statement = row.kind === 'attribution' ? (thing?.id ?? null) : null;
    const name = statement ? `statement ${statement}` : `${row.kind} ${row.n}`;
    if (!thing) found.push({ kind: 'row', document, statement, what: `${name} is missing` });
    else if (digest(thing) !== row.digest) {
      found.push({ kind: 'row', document, statement, what: `${name} is not as it was stored` });
    }
  }
  if (recorded === null) found.push(problem('entry', 'no entry tells of this reading', document));
  else if (readingDigest(reading) !== recorded) {
    found.push(problem('row', 'the reading is not the one its entry records', document));
  }
  return found;
}

const noting =
  (found: Problem[], document: string): CheckSlice =>
  (text, owner, role, span, kept) => {
    try {
      return checkSlice(text, owner, role, span, kept);
    } catch (error) {
      if (!(error instanceof BadSlice)) throw error;
      const statement = /^statement (.+)/.exec(owner)?.[1] ?? null;
      found.push({ kind: 'slice', document, statement, what: error.message });
      return text.slice(...span);
    }
  };

function* entries(db: DatabaseSync): Generator<Problem> {
  let previous = noEntry;
  let seq = 1;
  for (const found of db.prepare('SELECT * FROM entries ORDER BY seq').iterate()) {
    const entry = found as unknown as EntryRow;
    if (entry.seq !== seq) yield problem('entry', `entry ${seq} is missing`);
    else if (entry.previous !== previous) yield problem('entry', `entry ${seq} does not follow the one before it`);
    if (hashOf(entry) !== entry.hash) yield problem('entry', `entry ${entry.seq} was changed: its hash differs`);
    previous = entry.hash;
    seq = entry.seq + 1;
  }
  yield* untoldReadings(db);
}

/** A 'read' entry whose reading was taken out. */
function* untoldReadings(db: DatabaseSync): Generator<Problem> {
  const rows = db.prepare(`
    SELECT subject, count(*) AS told, (SELECT count(*) FROM readings r WHERE r.document = e.subject) AS kept
    FROM entries e WHERE verb = 'read' GROUP BY subject HAVING told > kept`);
  for (const { subject, told, kept } of rows.iterate()) {
    yield problem('entry', `entries tell of ${told} readings, but ${kept} are there`, String(subject));
  }
}

function* search(db: DatabaseSync): Generator<Problem> {
  for (const table of ['statement_search', 'text_search']) {
    try {
      db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`);
    } catch (error) {
      yield problem('search', `${table} does not agree with the rows: ${(error as Error).message}`);
    }
  }
}
