import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { claimIndex } from '../../claims/claim-index.ts';
import { changingCopyIndex } from '../../claims/copy-index.ts';
import type { KeyOfSource } from '../../claims/coverage.ts';
import { type Decided, type DecidedPair, decidedPairs } from '../../claims/decided-pairs.ts';
import { outletKey } from '../../claims/outlet-key.ts';
import { pageOf } from '../../claims/page-of.ts';
import { recent } from '../../claims/recent.ts';
import type { Reading } from '../../read.ts';
import type { Document } from '../../text/document.ts';
import type { Decision } from '../decision.ts';
import { type DecisionLog, inForce } from '../decisions.ts';
import { loadDocument } from '../load-reading.ts';
import { sourceKeys } from '../source-keys.ts';
import { type AssertionTables, assertionTables } from './assertion-tables.ts';
import { type ClaimTables, claimTables } from './claim-tables.ts';
import { type CopyTables, copyTables } from './copy-tables.ts';

/** Counted up with whatever changes what is found: a ledger that an earlier one linked is linked anew. */
const MAKER = 21;
const TABLES = [
  ...['links_made', 'linked', 'fingerprints', 'fingerprint_outlets', 'fingerprint_weeks', 'copies', 'assertions'],
  ...['assertion_blocks', 'relations', 'stars', 'star_claims', 'claims', 'claim_members'],
];

/** So many documents are linked in one go: more saves writing, and keeps others waiting who want to write. */
const AT_ONCE = 500;
/** … nor for longer than this, in milliseconds: others give up waiting after `PATIENCE`. */
const LONGEST = 2000;
/** Readings kept at hand; each takes 100 KB. */
const AT_HAND = 250;

/** Documents alone; each takes 10 KB. */
const DOCUMENTS_AT_HAND = 2500;

export interface Linker {
  readonly assertions: AssertionTables;
  readonly copies: CopyTables;
  /** The newest reading of a linked document, as people decided. */
  reading(document: string): Reading;
  /** What people told of pairs of statements. */
  decided(): Decided;
  /** Under which key people count a source. */
  keyOf(): KeyOfSource;
  /** How many readings and decisions are not linked yet. */
  open(): number;
  /** Throws away what an earlier linker made; then this one is behind. */
  startAnew(): void;
  /**
   * Links some of these, inside a transaction of its own; the same tables come of it in whatever order readings came.
   *
   * @returns whether readings are left
   */
  linkSome(most?: number): boolean;
  /** Did another process link since? Then what this one keeps at hand is of before. */
  isBehind(): boolean;
  /** False where somebody else writes just now, or nobody may: then nothing is done. */
  tryTransaction(work: () => void): boolean;
}

interface Given {
  readonly log: DecisionLog;
  /** a reading by its number, as people decided */
  readonly view: (reading: number) => Reading;
  readonly inTransaction: (work: () => void) => void;
  readonly tryTransaction: (work: () => void) => boolean;
}

export function linker(db: DatabaseSync, { log, view, inTransaction, tryTransaction }: Given): Linker {
  const sql = statements(db);
  const atHand = recent<Reading>(AT_HAND);
  /** The one that is linked; of a document that is not linked yet the newest. */
  const readingOf = (document: string) => Number((sql.reading.get(document) ?? sql.newest.get(document))?.reading);
  const reading = (document: string): Reading => atHand(document, () => view(readingOf(document)));
  const documentAtHand = recent<Document>(DOCUMENTS_AT_HAND);
  const load = loadDocument(db);
  const documentOf = (id: string): Document => documentAtHand(id, () => load(readingOf(id)));

  const assertions = assertionTables(db);
  const copies = copyTables(db, documentOf);
  function decided(): Decided {
    const all = log.decisions();
    const told = decidedPairs(pairsOf(inForce(all)), assertions.of, (id) => assertions.get(id).stance);
    // what was parted and is no more changes what it changed
    return { ...told, isParted: all.some(({ on, verb }) => on.kind === 'relation' && PARTS.has(verb)) };
  }
  const claims: ClaimTables = claimTables(db, { assertions, document: documentOf, decided });
  const statementIndex = claimIndex(assertions);
  const textIndex = changingCopyIndex(copies);

  const value = (name: 'maker' | 'reading' | 'entry'): number => Number(sql.made.get(name)?.value ?? 0);
  const isOwn = (): boolean => value('maker') === MAKER;
  const made = (name: 'reading' | 'entry'): number => (isOwn() ? value(name) : 0);
  const allMade = (): string => `${value('maker')} ${value('reading')} ${value('entry')}`;
  let seen = allMade();
  const isBehind = () => allMade() !== seen;

  /** Documents of pages of which a version came or went: its notices tell of what the others say. */
  const versions = new Set<string>();

  function link(document: string, key: number): void {
    const before = sql.reading.get(document) as { reading: number; story: string | null } | undefined;
    const now = view(key);
    const page = pageOf(now.document);
    for (const story of [before?.story ?? null, page])
      if (story !== null) for (const { id } of sql.page.all(story)) versions.add(String(id));
    if (before) unlink(document, now);
    for (const known of [atHand, documentAtHand]) known.forget(document);
    atHand(document, () => now);
    documentAtHand(document, () => now.document);
    const { outlet, published } = now.document;
    textIndex.add(now.document);
    sql.link.run(document, key, outlet, outlet && outletKey(outlet), published, page);
    statementIndex.add(now);
  }

  /** Where a document is the same its copies stay: they hang on its blocks, its address and its title as well. */
  function unlink(document: string, now: Reading): void {
    const then = documentOf(document);
    statementIndex.remove(document);
    if (isDeepStrictEqual(then, now.document)) return;
    textIndex.remove(document);
    sql.unlink.run(document);
  }

  /** Links the next readings, and those of a document only where no newer one came. */
  function linkReadings(most: number): Set<string> {
    const documents = new Set<string>();
    const until = performance.now() + LONGEST;
    for (const { document, reading } of pending(most)) {
      if (Number(sql.newest.get(document)?.reading) === reading) link(document, reading);
      documents.add(document);
      sql.make.run('reading', reading);
      if (performance.now() > until) break;
    }
    return documents;
  }

  /** Links the documents anew of which people decided on a statement. */
  function linkDecided(decisions: readonly Decision[]): Set<string> {
    const seen = decisions.flatMap((decision) => (decision.on.kind === 'statement' ? decision.seen : []));
    const documents = new Set(seen.map(({ document }) => document).filter((id) => sql.reading.get(id)));
    for (const id of documents) link(id, readingOf(id));
    if (decisions.some(({ on }) => on.kind === 'source' || on.kind === 'sources')) claims.reopenAll();
    if (decisions.length > 0) sql.make.run('entry', decisions.at(-1)!.seq);
    return documents;
  }

  /** What stands in a pair that people decided on since, or of which a document was linked again. */
  function paired(documents: ReadonlySet<string>, entry: number): string[] {
    const isOpen = ({ seq, seen }: Decision) => seq > entry || seen.some(({ document }) => documents.has(document));
    return log
      .decisions()
      .filter(isOpen)
      .flatMap(({ on }) => (on.kind === 'relation' ? [on.a, on.b] : []))
      .flatMap(assertions.of);
  }

  function startAnew(): void {
    if (isOwn()) return;
    inTransaction(() => {
      if (isOwn()) return;
      for (const table of TABLES) db.exec(`DELETE FROM ${table}`);
      sql.make.run('maker', MAKER);
    });
  }

  function linkSome(most = AT_ONCE): boolean {
    inTransaction(() => {
      if (isBehind()) return;
      const entry = made('entry');
      const read = linkReadings(most);
      const documents = read.size > 0 ? read : linkDecided(since(entry));
      claims.renew(new Set([...assertions.touched(), ...paired(documents, entry)]));
      claims.reopen(copies.touched());
      claims.reopen(versions);
      versions.clear();
      seen = allMade();
    });
    return pending(1).length > 0;
  }

  const since = (entry: number): Decision[] => log.decisions().filter(({ seq }) => seq > entry);
  const pending = (most: number) =>
    sql.pending.all(made('reading'), most) as unknown as { readonly document: string; readonly reading: number }[];

  return {
    ...{ assertions, copies, reading, decided, startAnew, linkSome, isBehind, tryTransaction },
    keyOf: () => sourceKeys(log.decisions()) ?? ((wikidata, name) => wikidata ?? name),
    open: () => Number(sql.openReadings.get(made('reading'))?.n) + since(made('entry')).length,
  };
}

const PARTS: ReadonlySet<Decision['verb']> = new Set(['split', 'reject']);

/** The earlier first. */
const pairsOf = (decisions: readonly Decision[]): DecidedPair[] =>
  decisions.flatMap(({ on, verb }) =>
    on.kind === 'relation'
      ? [{ a: on.a, b: on.b, relation: on.relation, holds: verb === 'confirm' || verb === 'merge' }]
      : [],
  );

function statements(db: DatabaseSync) {
  return {
    reading: db.prepare('SELECT reading, story FROM linked WHERE document = ?'),
    page: db.prepare('SELECT document AS id FROM linked WHERE story = ?'),
    newest: db.prepare('SELECT max(reading) AS reading FROM readings WHERE document = ?'),
    pending: db.prepare('SELECT document, reading FROM readings WHERE reading > ? ORDER BY reading LIMIT ?'),
    openReadings: db.prepare('SELECT count(*) AS n FROM readings WHERE reading > ?'),
    link: db.prepare('INSERT OR REPLACE INTO linked VALUES (?, ?, ?, ?, ?, ?)'),
    unlink: db.prepare('DELETE FROM linked WHERE document = ?'),
    made: db.prepare('SELECT value FROM links_made WHERE name = ?'),
    make: db.prepare('INSERT OR REPLACE INTO links_made VALUES (?, ?)'),
  };
}
