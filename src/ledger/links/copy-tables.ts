import type { DatabaseSync } from 'node:sqlite';
import type { Copy } from '../../claims/copy.ts';
import type { ChangingCopyStore, CopyStore } from '../../claims/copy-store.ts';
import { HUBS, weekOf } from '../../claims/postings.ts';
import type { Document } from '../../text/document.ts';

export interface CopyTables extends ChangingCopyStore {
  /** those between documents of which both are among these */
  copiesAmong(documents: ReadonlySet<string>): Copy[];
  /** documents whose copies changed since this was asked last */
  touched(): ReadonlySet<string>;
}

/** Tells one that HUBS hold, one more, and more. */
const MOST_FIRST = HUBS + 2;
/** Runs whose holders are kept at hand: those of the document that is linked are asked for again and again. */
const RUNS_AT_HAND = 20_000;

/** What is asked of a document for every run that it holds. */
interface Facts {
  readonly outlet: string | null;
  readonly week: number | null;
}

/** The same as in memory, in tables of the ledger; `document` loads one that is linked. */
export function copyTables(db: DatabaseSync, document: (id: string) => Document): CopyTables {
  const sql = statements(db);
  const facts = new Map<string, Facts>();
  const firstHolders = new Map<number, readonly string[]>();
  let touched = new Set<string>();

  function factsOf(id: string): Facts {
    const known = facts.get(id);
    if (known) return known;
    const row = sql.linked.get(id) as { outlet: string | null; published: string | null } | undefined;
    const found = { outlet: row?.outlet ?? null, week: weekOf(row?.published ?? null) };
    facts.set(id, found);
    return found;
  }

  const holdersOf = (fingerprint: number, most: number): string[] =>
    (sql.first.all(fingerprint, most) as { document: string }[]).map((row) => row.document);

  /** The holders of least id, two more of them than `HUBS`. */
  function firstOf(fingerprint: number): readonly string[] {
    const known = firstHolders.get(fingerprint);
    if (known) return known;
    const holders = holdersOf(fingerprint, MOST_FIRST);
    if (firstHolders.size >= RUNS_AT_HAND) firstHolders.clear();
    firstHolders.set(fingerprint, holders);
    return holders;
  }

  /** Of a run that few hold all who do; null of one that many hold. */
  function few(fingerprint: number): readonly string[] | null {
    const holders = firstOf(fingerprint);
    return holders.length > HUBS ? null : holders;
  }

  function put({ id, outlet, published }: Parameters<CopyStore['put']>[0], fingerprints: Iterable<number>): void {
    facts.set(id, { outlet, week: weekOf(published) });
    for (const fingerprint of fingerprints) {
      const holders = [...firstOf(fingerprint), id].sort().slice(0, MOST_FIRST);
      sql.put.run(fingerprint, id);
      firstHolders.set(fingerprint, holders);
      if (holders.length > HUBS) for (const one of holders.length > HUBS + 1 ? [id] : holders) tally(fingerprint, one);
    }
  }

  function tally(fingerprint: number, holder: string): void {
    const { outlet, week } = factsOf(holder);
    sql.tally.run(fingerprint, outlet ?? '');
    if (week !== null) sql.tallyWeek.run(fingerprint, week);
  }

  function leave(fingerprint: number, holder: string): void {
    sql.remove.run(fingerprint, holder);
    firstHolders.delete(fingerprint);
    const left = firstOf(fingerprint).length;
    if (left > HUBS) untally(fingerprint, factsOf(holder));
    if (left !== HUBS) return;
    sql.forgetOutlets.run(fingerprint);
    sql.forgetWeeks.run(fingerprint);
  }

  function untally(fingerprint: number, { outlet, week }: Facts): void {
    sql.untally.run(fingerprint, outlet ?? '');
    if (week !== null && !sql.ofWeek.get(fingerprint, week)) sql.untallyWeek.run(fingerprint, week);
  }

  function outletsOf(fingerprint: number): Map<string, number> {
    const holders = few(fingerprint);
    if (!holders) return outletCounts(sql.outlets.all(fingerprint) as unknown as OutletRow[]);
    const outlets = holders.map((id) => factsOf(id).outlet).filter((outlet) => outlet !== null);
    return new Map([...Map.groupBy(outlets, (outlet) => outlet)].map(([outlet, all]) => [outlet, all.length]));
  }

  function weeksOf(fingerprint: number): number {
    const holders = few(fingerprint);
    if (!holders) return Number(sql.weeks.get(fingerprint)?.weeks);
    return new Set(holders.map((id) => factsOf(id).week).filter((week) => week !== null)).size;
  }

  const copiesIn = (rows: readonly unknown[]): Copy[] =>
    (rows as { copy: string }[]).map(({ copy }) => JSON.parse(copy) as Copy);

  return {
    put,
    add: (one, fingerprints) => put(one, fingerprints),
    remove(id, fingerprints) {
      for (const fingerprint of fingerprints) leave(fingerprint, id);
      facts.delete(id);
    },
    has: (id) => sql.linked.get(id) !== undefined,
    document,
    count: (fingerprint) => few(fingerprint)?.length ?? Number(sql.count.get(fingerprint)?.documents),
    holders: (fingerprint) => few(fingerprint) ?? holdersOf(fingerprint, -1),
    hubs: (fingerprint) => firstOf(fingerprint).slice(0, HUBS),
    outletsOf,
    weeksOf,
    outletOf: (id) => factsOf(id).outlet,
    keep(copy) {
      sql.keep.run(copy.a, copy.b, JSON.stringify(copy));
      touched.add(copy.a).add(copy.b);
    },
    drop({ a, b }) {
      sql.drop.run(a, b);
      touched.add(a).add(b);
    },
    copiesOf: (id) => copiesIn(sql.of.all(id, id)),
    copiesAmong: (documents) =>
      copiesIn(sql.among.all(JSON.stringify([...documents]))).filter(({ b }) => documents.has(b)),
    touched() {
      const since = touched;
      touched = new Set();
      return since;
    },
  };
}

type OutletRow = { readonly outlet: string; readonly documents: number };

const outletCounts = (rows: readonly OutletRow[]): Map<string, number> =>
  new Map(rows.filter(({ outlet }) => outlet !== '').map(({ outlet, documents }) => [outlet, documents]));

function statements(db: DatabaseSync) {
  return {
    linked: db.prepare('SELECT outlet, published FROM linked WHERE document = ?'),
    put: db.prepare('INSERT INTO fingerprints VALUES (?, ?)'),
    remove: db.prepare('DELETE FROM fingerprints WHERE fingerprint = ? AND document = ?'),
    first: db.prepare('SELECT document FROM fingerprints WHERE fingerprint = ? ORDER BY document LIMIT ?'),
    tally: db.prepare(`
      INSERT INTO fingerprint_outlets VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET documents = documents + 1`),
    untally: db.prepare(
      'UPDATE fingerprint_outlets SET documents = documents - 1 WHERE fingerprint = ? AND outlet = ?',
    ),
    forgetOutlets: db.prepare('DELETE FROM fingerprint_outlets WHERE fingerprint = ?'),
    forgetWeeks: db.prepare('DELETE FROM fingerprint_weeks WHERE fingerprint = ?'),
    tallyWeek: db.prepare('INSERT OR IGNORE INTO fingerprint_weeks VALUES (?, ?)'),
    // as `weekOf` counts them
    ofWeek: db.prepare(`
      SELECT 1 FROM fingerprints f JOIN linked l ON l.document = f.document
      WHERE f.fingerprint = ? AND unixepoch(substr(l.published, 1, 10)) / 604800 = ? LIMIT 1`),
    untallyWeek: db.prepare('DELETE FROM fingerprint_weeks WHERE fingerprint = ? AND week = ?'),
    count: db.prepare('SELECT sum(documents) AS documents FROM fingerprint_outlets WHERE fingerprint = ?'),
    outlets: db.prepare('SELECT outlet, documents FROM fingerprint_outlets WHERE fingerprint = ?'),
    weeks: db.prepare('SELECT count(*) AS weeks FROM fingerprint_weeks WHERE fingerprint = ?'),
    keep: db.prepare('INSERT OR REPLACE INTO copies VALUES (?, ?, ?)'),
    drop: db.prepare('DELETE FROM copies WHERE a = ? AND b = ?'),
    of: db.prepare('SELECT copy FROM copies WHERE a = ? UNION ALL SELECT copy FROM copies WHERE b = ?'),
    among: db.prepare('SELECT copy FROM json_each(?) JOIN copies ON a = value'),
  };
}
