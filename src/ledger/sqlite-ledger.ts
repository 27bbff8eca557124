import type { DatabaseSync } from 'node:sqlite';
import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../read.ts';
import type { Given } from '../text/document-of.ts';
import { addedRows } from './added-rows.ts';
import { asDecided } from './as-decided.ts';
import { captured } from './captured.ts';
import { correctedChains } from './corrected-chains.ts';
import { decider } from './decide.ts';
import { decisionLog } from './decisions.ts';
import { readingDigest, sha256 } from './digest.ts';
import { documentPages } from './document-pages.ts';
import { type EntryRow, entryOf, entryWriter, noEntry } from './entries.ts';
import { eventPages } from './event-pages.ts';
import { factsTold } from './facts.ts';
import { findById } from './find-by-id.ts';
import { fold } from './fold.ts';
import { gradedChain } from './graded-chain.ts';
import { type Grades, gradesOf } from './grades.ts';
import type { Arrival, Counts, Ledger, Overtaken, ReadBy, Stored, StoredReading } from './ledger.ts';
import { IN_USE, LedgerRefused, READ_ONLY, refused } from './ledger-refused.ts';
import { linkedLedger } from './links/linked-ledger.ts';
import { linker } from './links/linker.ts';
import { loadReading } from './load-reading.ts';
import { entriesSince, logPages } from './log-pages.ts';
import { mentioned } from './mentioned.ts';
import { PATIENCE } from './patience.ts';
import { type PlaceCount, placeCounts } from './place-counts.ts';
import { LINKED, sameSince } from './same-since.ts';
import { type SourceCount, sourceCounts } from './source-counts.ts';
import { keyIn, type SourceKey, sourceKeys, speakersAs, writtenName } from './source-keys.ts';
import { sourceNames } from './source-names.ts';
import { type SourceTies, sourceTies } from './source-ties.ts';
import { standings } from './standings.ts';
import { statementFacets } from './statement-facets.ts';
import { statementPages } from './statement-pages.ts';
import { verifyLedger } from './verify-ledger.ts';
import { writeReading } from './write-reading.ts';

interface Opened {
  readonly path: string;
  readonly now: () => string;
  readonly who: string;
}

/** The ledger in one SQLite file. Every call is done when it returns; promises are there for ledgers that are elsewhere. */
export function sqliteLedger(db: DatabaseSync, { path, now, who }: Opened): Ledger {
  db.function('fold', { deterministic: true }, (name) => fold(String(name)));
  const sql = statements(db);
  const entries = entryWriter(db);
  const write = writeReading(db);
  const load = loadReading(db);
  const log = decisionLog(db);
  const added = addedRows(db, { log, load, view });
  const chains = correctedChains(db, log);
  const decides = decider(db, { log, load, view, added, entries, now, chains });
  const standing = standings(db, log, load);

  const last = (capture: string) => sql.last.get(capture) as LastReading | undefined;

  function keepArrival(capture: Capture): boolean {
    const { sha256: hash, address, at, method, headers, media } = capture;
    if (sql.arrived.get(hash, address)) return false;
    if (!sql.bytes.get(hash)) sql.addBytes.run(hash, capture.bytes);
    sql.addCapture.run(hash, address, at, method, JSON.stringify(headers), media);
    return true;
  }

  /** Inside a transaction: the arrival, where these bytes need no reading. */
  function arrive(capture: Capture, by: ReadBy): Stored | null {
    const before = last(capture.sha256);
    if (!before || reasonToRead(before, by, factsOf(before.document))) return null;
    const { document } = before;
    if (!keepArrival(capture)) return { stored: false, document, because: 'same bytes' };
    const { address, method } = capture;
    entries.append({ at: now(), who, verb: 'arrived', subject: document, why: null, body: { address, method } });
    return { stored: false, document, because: 'same bytes, other address' };
  }

  function store(capture: Capture, reading: Reading, by: ReadBy): Stored | Overtaken {
    const known = arrive(capture, by);
    if (known) return known;
    const before = last(capture.sha256);
    const { document } = reading;
    checkCapture(capture, reading);
    const { reader, given = {}, decided = {} } = by;
    if (JSON.stringify(decided) !== JSON.stringify(factsOf(document.id)))
      return { stored: false, document: document.id, because: 'facts decided meanwhile' };
    const at = now();
    keepArrival(capture);
    if (!before) addDocument(document.id, capture.sha256);
    const carried = added.carry(write(reading, { reader, given, decided, at }), document.id);
    const body = {
      ...{ capture: capture.sha256, text: document.sha256, reader, given, reading: readingDigest(reading) },
      ...(Object.keys(decided).length > 0 && { decided }),
      ...(Object.keys(carried).length > 0 && { added: carried }),
    };
    entries.append({ at, who, verb: 'read', subject: document.id, why: null, body });
    return {
      stored: true,
      document: document.id,
      because: before ? reasonToRead(before, by, factsOf(document.id))! : 'new',
    };
  }

  function addDocument(id: string, capture: string): void {
    const other = sql.document.get(id) as { capture: string } | undefined;
    if (other)
      throw new Error(`document ${id}: these bytes (${capture}) would have the id of others (${other.capture})`);
    sql.addDocument.run(id, capture);
  }

  function storedReading(key: number, standingNow = load(key), reading = standingNow): StoredReading {
    const row = sql.reading.get(key) as unknown as ReadingRow;
    const { capture, newest, ...rest } = row;
    const arrivals = sql.arrivals.all(capture) as unknown as ArrivalRow[];
    const latest = () => (newest === 1 ? standingNow : load(newestOf(reading.document.id)!));
    return {
      reading,
      ...rest,
      newest: newest === 1,
      arrivals: arrivals.map((arrival) => ({ ...arrival, headers: JSON.parse(arrival.headers) })),
      facts: log.decisions(reading.document.id).filter(({ on }) => on.kind === 'document'),
      decided: log.decidedIn(reading.document.id).map((id) => standing(id, latest())),
    };
  }

  function inTransaction<Result>(work: () => Result): Result {
    try {
      db.exec('BEGIN IMMEDIATE');
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw refused(path, error);
    }
  }

  /** Of what is made of the rest, and made again: after a power cut the last of it may be missing, and nothing is harmed. */
  function unsynced(work: () => void): void {
    db.exec('PRAGMA synchronous = NORMAL');
    try {
      inTransaction(work);
    } finally {
      db.exec('PRAGMA synchronous = FULL');
    }
  }

  function tryTransaction(work: () => void): boolean {
    db.exec('PRAGMA busy_timeout = 0');
    try {
      inTransaction(work);
      return true;
    } catch (error) {
      if (error instanceof LedgerRefused && [IN_USE, READ_ONLY].includes(error.reason)) return false;
      throw error;
    } finally {
      db.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
    }
  }

  const factsOf = (document: string): Given => factsTold(log.decisions(document));
  const newestOf = (document: string) => (sql.newestOf.get(document) as { reading: number } | undefined)?.reading;

  /** A reading by its number, as people decided where they did. */
  function view(key: number): Reading {
    const reading = load(key);
    const decided = log.decidedIn(reading.document.id);
    return decided.length === 0
      ? reading
      : asDecided(
          reading,
          decided.map((id) => standing(id, reading)),
        );
  }

  const links = linkedLedger(db, () => linker(db, { log, view, inTransaction: unsynced, tryTransaction }));
  const grouped = sameSince<SourceKey | null>(db);
  const people = () => grouped('all', () => sourceKeys(log.decisions()));
  const among = {
    log,
    sourceNames: sourceNames(db),
    chains,
    keyOfLink: (item: string) => keyIn(db, people(), item),
    linked: () => String(sql.linked.get()?.now),
  };
  const pages = statementPages(db, among, standing);
  const facets = statementFacets(db, among);
  const inWords = mentioned(db);
  const events = eventPages(db);
  const places = sameSince<PlaceCount[]>(db);
  const ties = sameSince<SourceTies>(db);
  const sources = sameSince<SourceCount[]>(db);
  const given = sameSince<Grades>(db);
  const grades = () => given('all', () => gradesOf(log.decisions()));
  const graded = gradedChain(db);
  const counts = sameSince<Counts>(db);
  const documents = documentPages(db);
  const logged = logPages(db);
  const bytesOf = captured(db);
  const since = entriesSince(db);
  const find = findById(db);
  const nameOfSource = writtenName(db);

  return {
    store: async (capture, reading, by) => inTransaction(() => store(capture, reading, by)),
    arrive: async (capture, by) => inTransaction(() => arrive(capture, by)),
    told: async (hash) => {
      const before = last(hash);
      return before ? { given: JSON.parse(before.given) as Given, decided: factsOf(before.document) } : null;
    },
    reading: async (document) => {
      const key = newestOf(document);
      return key === undefined ? null : storedReading(key);
    },
    captured: async (document) => bytesOf(document),
    async *readings() {
      for (const { reading } of sql.newest.all() as unknown as { reading: number }[]) yield load(reading);
    },
    statement: async (id) => {
      const row = sql.readingWith.get(id) as { reading: number } | undefined;
      if (!row) return null;
      const now = load(row.reading);
      // one that was added and taken back again stands in no list, and is shown with who did so
      const isListed = now.attributions.some((a) => a.id === id);
      const stored = storedReading(row.reading, now, isListed ? now : load(row.reading, undefined, 'all'));
      const newest = stored.newest ? now : load(newestOf(stored.reading.document.id)!);
      const attribution = stored.reading.attributions.find((a) => a.id === id)!;
      const decided = standing(id, newest);
      const held = { people: people(), grades: grades() };
      const links = graded(stored.reading, attribution, decided, held);
      return { ...stored, attribution, standing: decided, grades: links };
    },
    statements: async (filter = {}) => pages(filter),
    facets: async (filter = {}) => facets(filter),
    documents: async (filter = {}) => documents(filter),
    sources: async () => sources('all', () => sourceCounts(db, people(), speakersAs(chains()), grades(), log)),
    sourceName: async (key) => nameOfSource(key),
    sourceTies: async (key) => ties(key, () => sourceTies(db, people(), chains(), key)),
    grades: async (key) => [...grades()(key)],
    mentioned: async (ids) => inWords(ids),
    events: async (filter = {}) => events(filter),
    places: async () => places('all', () => placeCounts(db)),
    find: async (prefix, limit = 10) => find(prefix, limit),
    entries: async (subject) => (sql.entries.all(subject) as unknown as EntryRow[]).map((row) => entryOf({ ...row })),
    log: async (filter = {}) => logged(filter),
    since: async (seq, limit = 500) => since(seq, limit),
    decide: async (decision) => inTransaction(() => decides.decide(decision)),
    undo: async (entry, by) => inTransaction(() => decides.undo(entry, by)),
    decisions: async (subject) => [...log.decisions(subject)],
    counts: async () => counts('all', () => ({ ...(sql.counts.get(noEntry) as unknown as Counts) })),
    links,
    verify: () => verifyLedger(db),
    close: async () => db.close(),
  };
}

type LastReading = {
  readonly document: string;
  readonly reader: string;
  readonly given: string;
  readonly decided: string;
};
type ReadingRow = { reader: string; at: string; capture: string; newest: number };
type ArrivalRow = Omit<Arrival, 'headers'> & { readonly headers: string };

/** Why bytes that were read before are to be read again, or null. What nobody tells this time is no difference. */
function reasonToRead(before: LastReading, by: ReadBy, facts: Given): 'newer reader' | 'other facts given' | null {
  if (before.reader !== by.reader) return 'newer reader';
  if (before.decided !== JSON.stringify(facts)) return 'other facts given';
  const then = JSON.parse(before.given) as Record<string, unknown>;
  const differs = Object.entries(by.given ?? {}).some(([fact, value]) => value !== undefined && then[fact] !== value);
  return differs ? 'other facts given' : null;
}

function checkCapture(capture: Capture, { document }: Reading): void {
  if (sha256(capture.bytes) !== capture.sha256) {
    throw new Error(`${capture.address}: its bytes have not the hash they come with; capture them again`);
  }
  if (document.capture !== capture.sha256) {
    throw new Error(`document ${document.id}: was made from other bytes (${document.capture}) than ${capture.address}`);
  }
}

function statements(db: DatabaseSync) {
  return {
    arrived: db.prepare('SELECT 1 FROM captures WHERE sha256 = ? AND address = ?'),
    bytes: db.prepare('SELECT 1 FROM bytes WHERE sha256 = ?'),
    addBytes: db.prepare('INSERT INTO bytes VALUES (?, ?)'),
    addCapture: db.prepare('INSERT INTO captures VALUES (NULL, ?, ?, ?, ?, ?, ?)'),
    document: db.prepare('SELECT capture FROM documents WHERE id = ?'),
    addDocument: db.prepare('INSERT INTO documents VALUES (?, ?)'),
    last: db.prepare(`
      SELECT r.document, r.reader, r.given, r.decided FROM documents d JOIN readings r ON r.document = d.id
      WHERE d.capture = ? ORDER BY r.reading DESC LIMIT 1`),
    newest: db.prepare('SELECT reading FROM newest ORDER BY document'),
    newestOf: db.prepare('SELECT reading FROM newest WHERE document = ?'),
    readingWith: db.prepare('SELECT reading FROM attributions WHERE id = ? ORDER BY reading DESC LIMIT 1'),
    reading: db.prepare(`
      SELECT r.reader, r.at, d.capture, r.reading = (SELECT max(reading) FROM readings WHERE document = d.id) AS newest
      FROM readings r JOIN documents d ON d.id = r.document WHERE r.reading = ?`),
    arrivals: db.prepare('SELECT address, at, method, headers, media FROM captures WHERE sha256 = ? ORDER BY capture'),
    entries: db.prepare('SELECT * FROM entries WHERE subject = ? ORDER BY seq'),
    linked: db.prepare(LINKED),
    counts: db.prepare(`
      SELECT (SELECT count(*) FROM captures) AS captures, (SELECT count(*) FROM documents) AS documents,
        (SELECT count(*) FROM statements JOIN newest USING (reading)) AS statements,
        (SELECT count(*) FROM entries) AS entries,
        coalesce((SELECT hash FROM entries ORDER BY seq DESC LIMIT 1), ?) AS head`),
  };
}
