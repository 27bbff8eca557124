import type { DatabaseSync } from 'node:sqlite';
import { claimIndex } from '../../claims/claim-index.ts';
import type { DecidedPair } from '../../claims/claims.ts';
import { copyIndex } from '../../claims/copy-index.ts';
import type { KeyOfSource } from '../../claims/coverage.ts';
import { fingerprintsOf } from '../../claims/fingerprints.ts';
import { outletKey } from '../../claims/outlet-key.ts';
import { pageOf } from '../../claims/page-of.ts';
import { recent } from '../../claims/recent.ts';
import type { Reading } from '../../read.ts';
import type { Decision } from '../decision.ts';
import { type DecisionLog, inForce } from '../decisions.ts';
import { sourceKeys } from '../source-keys.ts';
import { type AssertionTables, assertionTables } from './assertion-tables.ts';
import { type ClaimTables, claimTables } from './claim-tables.ts';
import { type CopyTables, copyTables } from './copy-tables.ts';

/** So many documents are linked in one go: more saves writing, and keeps others waiting who want to write. */
const AT_ONCE = 500;
/** Readings kept at hand; each takes 100 KB. */
const AT_HAND = 400;

export interface Linker {
  readonly assertions: AssertionTables;
  readonly copies: CopyTables;
  /** The newest reading of a linked document, as people decided. */
  reading(document: string): Reading;
  pairs(): readonly DecidedPair[];
  /** Under which key people count a source. */
  keyOf(): KeyOfSource;
  /** How many readings and decisions are not linked yet. */
  open(): number;
  /** Links some of these, inside a transaction of its own; the same tables come of it in whatever order readings came. */
  linkSome(most?: number): void;
  /** Did another process link since? Then what this one keeps at hand is of before. */
  isBehind(): boolean;
  /** False where somebody else writes just now: then nothing is done. */
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

  const assertions = assertionTables(db);
  const copies = copyTables(db, (id) => reading(id).document);
  const pairs = (): readonly DecidedPair[] => pairsOf(inForce(log.decisions()));
  const claims: ClaimTables = claimTables(db, { assertions, reading, decided: pairs });
  const statementIndex = claimIndex(assertions);
  let textIndex = copyIndex(copies);

  const made = (name: 'reading' | 'entry'): number => Number(sql.made.get(name)?.value ?? 0);
  const allMade = (): string => `${made('reading')} ${made('entry')}`;
  let seen = allMade();
  const isBehind = () => allMade() !== seen;

  function link(document: string, key: number): void {
    const before = sql.reading.get(document) as { reading: number } | undefined;
    const now = view(key);
    if (before) unlink(document, now);
    atHand.forget(document);
    atHand(document, () => now);
    const { outlet, published } = now.document;
    textIndex.add(now.document);
    sql.link.run(document, key, outlet, outlet && outletKey(outlet), published, pageOf(now.document));
    statementIndex.add(now);
  }

  /** Where the text is the same its copies stay. */
  function unlink(document: string, now: Reading): void {
    const then = reading(document).document;
    statementIndex.remove(document);
    const isSame = (['text', 'outlet', 'published', 'url', 'credits', 'byline'] as const).every(
      (field) => String(then[field]) === String(now.document[field]),
    );
    if (isSame) return;
    copies.remove(document, fingerprintsOf(then));
    sql.unlink.run(document);
    textIndex = copyIndex(copies);
  }

  /** Documents and pairs that people decided on since. */
  function linkDecided(decisions: readonly Decision[]): Set<string> {
    const documents = new Set<string>();
    const touched = new Set<string>();
    for (const { on, seen } of decisions) {
      if (on.kind === 'statement') for (const { document } of seen) documents.add(document);
      if (on.kind === 'relation')
        for (const id of [on.a, on.b]) for (const each of assertions.of(id)) touched.add(each);
    }
    for (const id of documents) if (sql.reading.get(id)) link(id, readingOf(id));
    return touched;
  }

  function linkSome(most = AT_ONCE): void {
    inTransaction(() => {
      if (isBehind()) return;
      const rows = sql.pending.all(made('reading'), most) as unknown as { document: string; reading: number }[];
      for (const { document, reading: key } of rows) if (isNewest(document, key)) link(document, key);
      const last = rows.at(-1);
      if (last) sql.make.run('reading', last.reading);
      const decisions = last ? [] : since(made('entry'));
      const decided = linkDecided(decisions);
      if (decisions.length > 0) sql.make.run('entry', decisions.at(-1)!.seq);
      if (decisions.some(({ on }) => on.kind === 'source')) claims.reopenAll();
      claims.renew(new Set([...assertions.touched(), ...decided]));
      claims.reopen(copies.touched());
      seen = allMade();
    });
  }

  const since = (entry: number): Decision[] => log.decisions().filter(({ seq }) => seq > entry);
  const isNewest = (document: string, key: number) => Number(sql.newest.get(document)?.reading) === key;

  return {
    ...{ assertions, copies, reading, pairs, linkSome, isBehind, tryTransaction },
    keyOf: () => sourceKeys(log.decisions()) ?? ((wikidata, name) => wikidata ?? name),
    open: () => Number(sql.openReadings.get(made('reading'))?.n) + since(made('entry')).length,
  };
}

/** Of two decisions on one pair the later stands. */
const pairsOf = (decisions: readonly Decision[]): DecidedPair[] =>
  decisions.flatMap(({ on, verb }) =>
    on.kind === 'relation'
      ? [{ a: on.a, b: on.b, relation: on.relation, holds: verb === 'confirm' || verb === 'merge' }]
      : [],
  );

function statements(db: DatabaseSync) {
  return {
    reading: db.prepare('SELECT reading FROM linked WHERE document = ?'),
    newest: db.prepare('SELECT max(reading) AS reading FROM readings WHERE document = ?'),
    pending: db.prepare('SELECT document, reading FROM readings WHERE reading > ? ORDER BY reading LIMIT ?'),
    openReadings: db.prepare('SELECT count(*) AS n FROM readings WHERE reading > ?'),
    link: db.prepare('INSERT OR REPLACE INTO linked VALUES (?, ?, ?, ?, ?, ?)'),
    unlink: db.prepare('DELETE FROM linked WHERE document = ?'),
    made: db.prepare('SELECT value FROM links_made WHERE name = ?'),
    make: db.prepare('INSERT OR REPLACE INTO links_made VALUES (?, ?)'),
  };
}
