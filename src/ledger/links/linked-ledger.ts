import type { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { Assertion } from '../../claims/assertion.ts';
import { byScore, type Claim, isToldOf } from '../../claims/claims.ts';
import { contested } from '../../claims/contested.ts';
import type { Copy } from '../../claims/copy.ts';
import type { Coverage } from '../../claims/coverage.ts';
import { lineageOf } from '../../claims/lineage.ts';
import type { Links } from '../../claims/links.ts';
import { pageOf } from '../../claims/page-of.ts';
import type { Reading } from '../../read.ts';
import { fold } from '../fold.ts';
import type { Page } from '../ledger.ts';
import { LINKED, sameSince } from '../same-since.ts';
import { ledgerCoverage } from './ledger-coverage.ts';
import type { Linker } from './linker.ts';

/** How the reports of a ledger hang together. Each question first links what came since the last. */
export interface LedgerLinks extends LinkAnswers {
  /** Links what is not linked yet, some documents at once; `progress` is told how many readings and decisions are left. */
  update(progress?: (left: number) => void | Promise<void>, atOnce?: number): Promise<void>;
  /** How many readings and decisions are not linked yet. */
  left(): Promise<number>;
  /** The same answers, of what is linked so far. */
  readonly soFar: LinkAnswers;
}

export interface LinkAnswers {
  /** Claims, those in the most reports first; contested ones, the most disputed first. */
  claims(filter?: ClaimFilter): Promise<Page<ListedClaim>>;
  /** A claim with what it needs to be followed: its statements, their readings and the copies among these. */
  claim(id: string): Promise<ClaimLinks | null>;
  /** The claim with this id, or in which what has this id is said; else ids of claims that begin so, or of which a statement's id does. */
  find(prefix: string, limit?: number): Promise<string[]>;
  /** The claims that a document's statements are part of. */
  claimsOf(document: string): Promise<ClaimOfStatement[]>;
  /** The claims that these statements are part of, those in the most reports first; or only those whose standing is known. */
  claimsOfStatements(statements: readonly string[], onlySettled?: boolean): Promise<ClaimOfStatement[]>;
  /** Copies of a document, or all, by ids. */
  copies(document?: string): Promise<Copy[]>;
  /** The newest reading of a document, as people decided. */
  reading(document: string): Promise<Reading>;
  /** The readings of a document's page, or that of the document alone; as people decided. */
  page(document: string): Promise<Reading[]>;
}

export interface ClaimFilter {
  readonly contested?: boolean;
  /** in the clearest wording, all these words or parts of words */
  readonly search?: string;
  /** only those of which it is known already what they rest on: nothing is worked out */
  readonly onlySettled?: boolean;
  /** rows on this page; 0 for all */
  readonly limit?: number;
  /** `next` of the page before */
  readonly after?: number;
}

/** A claim, and what stands behind it. */
export interface ClaimRow {
  readonly id: string;
  /** id of the assertion with the clearest wording */
  readonly headline: string;
  readonly words: string;
  /** "14 reports · 2 origins · 1 named · 3 lineage not recorded" */
  readonly summary: string;
  readonly members: number;
  readonly reports: number;
  readonly origins: number;
  readonly named: number;
  readonly notRecorded: number;
  readonly denials: number;
  /** figures side by side; 0 where all give the same */
  readonly figures: number;
  /** days of the first and the last report */
  readonly first: string | null;
  readonly last: string | null;
}

export interface ListedClaim extends ClaimRow {
  /** nobody affirms or denies it: all leave it open */
  readonly undecided: boolean;
}

export interface ClaimOfStatement extends ClaimRow {
  readonly statement: string;
}

export interface ClaimLinks extends Links {
  readonly claim: Claim;
  /** what else of the ledger its lineage and life may look up */
  readonly coverage: Coverage;
}

const pageSize = 20;

/** In milliseconds: SQLite looks ten times a second whether it may write, so others who wait get their turn. */
const PAUSE = 150;

export function linkedLedger(db: DatabaseSync, makeLinker: () => Linker): LedgerLinks {
  const sql = statements(db);
  const totals = sameSince<number>(db, LINKED);
  const withCoverage = (linker: Linker) => ({ ...linker, looked: ledgerCoverage(db, linker) });
  let made = withCoverage(makeLinker());
  /** One that keeps nothing at hand from before another process linked. */
  const linker = (): typeof made => {
    if (made.isBehind()) made = withCoverage(makeLinker());
    return made;
  };

  async function update(progress?: (left: number) => void | Promise<void>, atOnce?: number): Promise<void> {
    for (let left = made.open(); left > 0; left = made.open()) {
      await progress?.(left);
      await setTimeout(linkSome(atOnce) ? PAUSE : 0);
    }
  }

  function linkSome(atOnce?: number): boolean {
    try {
      linker().startAnew();
      return linker().linkSome(atOnce);
    } catch (error) {
      // what was linked is taken back, and what is at hand tells of it still
      made = withCoverage(makeLinker());
      throw error;
    }
  }

  function linksOf(id: string): ClaimLinks | null {
    const { assertions, copies, reading, decided, keyOf, looked } = linker();
    const row = sql.claim.get(id) as { headline: string } | undefined;
    if (!row) return null;
    const members = idsIn(sql.members.all(id));
    const held = new Map(members.map((one): [string, Assertion] => [one, assertions.get(one)]));
    const told = decided();
    const confirmed = members.flatMap((one) => told.confirmed(one).filter(({ a, b }) => a === one && held.has(b)));
    const relations = [...confirmed, ...assertions.relationsAmong(new Set(members)).filter(told.stands)];
    const documents = new Set([...held.values()].map(({ document }) => document));
    const within = relations.filter((one) => isToldOf(one, assertions.get)).sort(byScore);
    const claim = { id, headline: row.headline, members, relations: within };
    const readings = new Map([...documents].map((document) => [document, reading(document)]));
    return {
      claim,
      coverage: { ...looked, keyOf: keyOf() },
      claims: [claim],
      assertions: held,
      relations: within,
      readings,
      copies: copies.copiesAmong(documents),
    };
  }

  function page(filter: ClaimFilter): Page<ListedClaim> {
    const { contested = false, search = '', onlySettled = false, limit = pageSize, after = 0 } = filter;
    const sought = fold(search).split(/\s+/).filter(Boolean);
    const where = [JSON.stringify(sought), Number(onlySettled)] as const;
    const { select, count, countAll } = sql.claims[contested ? 'contested' : 'all'];
    const rows = select.all(...where, limit === 0 ? -1 : limit + 1, after) as unknown as ClaimRow[];
    const isAll = sought.length === 0 && !onlySettled;
    const counted = () => Number((isAll ? countAll.get() : count.get(...where))?.n);
    // what is settled changes whenever somebody asks
    const total = onlySettled ? counted() : totals(JSON.stringify([contested, where]), counted);
    const more = limit > 0 && rows.length > limit;
    const shown = more ? rows.slice(0, limit) : rows;
    const listed = settled(rowsOf<ClaimRow>(shown)).map((row) => ({ ...row, undecided: isUndecided(row.id) }));
    return { rows: listed, total, next: more ? after + limit : null };
  }

  const isUndecided = (id: string): boolean => sql.held.get(id) === undefined;

  /** Rows with what their claims rest on, worked out where it has changed since it was asked for. */
  function settled<Row extends ClaimRow>(rows: readonly Row[]): Row[] {
    const open = new Set(rows.filter(isOpen).map(({ id }) => id));
    for (const id of open) toKeep.set(id, standing(linksOf(id)!));
    return rows.map((row) => ({ ...row, ...toKeep.get(row.id) }));
  }

  const toKeep = new Map<string, ReturnType<typeof standing>>();

  /** Keeps what was worked out, where it may write just now; else it is worked out again when it is next asked for. */
  function keep(): void {
    if (toKeep.size === 0) return;
    const told = [...toKeep];
    toKeep.clear();
    made.tryTransaction(() => {
      if (made.isBehind()) return;
      for (const [id, { summary, reports, origins, named, notRecorded, denials, figures }] of told)
        sql.settle.run(summary, reports, origins, named, notRecorded, denials, figures, id);
    });
  }

  /** An answer of one moment, whoever links meanwhile. */
  const answer =
    <Asked extends unknown[], Told>(tell: (...asked: Asked) => Told) =>
    async (...asked: Asked): Promise<Told> => {
      db.exec('BEGIN');
      try {
        return tell(...asked);
      } finally {
        db.exec('COMMIT');
        keep();
      }
    };

  const soFar: LinkAnswers = {
    claims: answer((filter: ClaimFilter = {}) => page(filter)),
    claim: answer(linksOf),
    find: answer((prefix: string, limit = 10) => {
      const whole = idsIn(sql.findWhole.all(prefix, prefix));
      return whole.length > 0 ? whole : idsIn(sql.find.all(prefix, `${prefix}g`, prefix, `${prefix}g`, limit));
    }),
    claimsOf: answer((document: string) => settled(rowsOf(sql.claimsOf.all(document)))),
    claimsOfStatements: answer((statements: readonly string[], onlySettled = false) => {
      const rows = rowsOf<ClaimOfStatement>(sql.claimsOfStatements.all(JSON.stringify(statements)));
      return onlySettled ? rows.filter((row) => !isOpen(row)) : settled(rows);
    }),
    copies: answer((document?: string) =>
      (document === undefined ? sql.copies.all() : sql.copiesOf.all(document, document)).map(
        (row) => JSON.parse(String(row.copy)) as Copy,
      ),
    ),
    reading: answer((document: string) => linker().reading(document)),
    page: answer((document: string) => {
      const { reading } = linker();
      const own = pageOf(reading(document).document);
      const linked = own === null ? [] : idsIn(sql.page.all(own));
      return [...new Set([document, ...linked])].sort().map(reading);
    }),
  };

  const updated =
    <Asked extends unknown[], Told>(tell: (...asked: Asked) => Promise<Told>) =>
    async (...asked: Asked): Promise<Told> => {
      await update();
      return tell(...asked);
    };

  return {
    update,
    left: async () => made.open(),
    soFar,
    claims: updated(soFar.claims),
    claim: updated(soFar.claim),
    find: updated(soFar.find),
    claimsOf: updated(soFar.claimsOf),
    claimsOfStatements: updated(soFar.claimsOfStatements),
    copies: updated(soFar.copies),
    reading: updated(soFar.reading),
    page: updated(soFar.page),
  };
}

const idsIn = (rows: readonly unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);
const rowsOf = <Row>(rows: readonly unknown[]): Row[] => (rows as Row[]).map((row) => ({ ...row }));

const claimColumns = `c.id, c.headline, c.words, c.summary, c.members, c.reports, c.origins, c.named,
  c.not_recorded AS notRecorded, c.denials, c.figures, c.first, c.last`;

function statements(db: DatabaseSync) {
  return {
    claim: db.prepare('SELECT headline FROM claims WHERE id = ?'),
    members: db.prepare('SELECT assertion AS id FROM claim_members WHERE claim = ? ORDER BY n'),
    held: db.prepare(`
      SELECT 1 FROM claim_members m JOIN assertions a ON a.id = m.assertion
      WHERE m.claim = ? AND json_extract(a.packed, '$[2].stance') <> 0 ORDER BY m.n LIMIT 1`),
    claims: {
      all: claimPages(db, 'true', 'documents DESC, members DESC, id'),
      contested: claimPages(db, 'disputes > 0', 'disputes DESC, id'),
    },
    findWhole: db.prepare(
      'SELECT id FROM claims WHERE id = ? UNION SELECT claim FROM claim_members WHERE assertion = ? AND own',
    ),
    // ids are of hex digits: "g" comes after them all
    find: db.prepare(`
      SELECT id FROM claims WHERE id >= ? AND id < ?
      UNION SELECT claim FROM claim_members WHERE assertion >= ? AND assertion < ? ORDER BY id LIMIT ?`),
    claimsOf: db.prepare(`
      SELECT a.statement, ${claimColumns} FROM assertions a JOIN claim_members m ON m.assertion = a.id
      JOIN claims c ON c.id = m.claim WHERE a.document = ? ORDER BY a.assertion, c.id`),
    claimsOfStatements: db.prepare(`
      SELECT a.statement, ${claimColumns} FROM json_each(?) CROSS JOIN assertions a ON a.id >= value AND a.id < value || '/'
      JOIN claim_members m ON m.assertion = a.id JOIN claims c ON c.id = m.claim
      ORDER BY c.documents DESC, c.members DESC, c.id`),
    settle: db.prepare(`
      UPDATE claims SET summary = ?, reports = ?, origins = ?, named = ?, not_recorded = ?, denials = ?, figures = ?
      WHERE id = ?`),
    copies: db.prepare('SELECT copy FROM copies ORDER BY a, b'),
    copiesOf: db.prepare('SELECT copy FROM copies WHERE a = ? OR b = ? ORDER BY a, b'),
    page: db.prepare('SELECT document AS id FROM linked WHERE story = ? ORDER BY document'),
  };
}

/** What it rests on is not worked out since it changed. */
const isOpen = ({ summary }: ClaimRow): boolean => summary === null;

/** What a claim rests on, in numbers. */
function standing({ claim, coverage, assertions, readings }: ClaimLinks) {
  const { headline: summary, reports, origins, notRecorded } = lineageOf(claim, coverage);
  const [contest] = contested([claim], assertions, readings, coverage);
  return {
    summary,
    reports: reports.length,
    origins: origins.length,
    named: origins.filter(({ named }) => named).length,
    notRecorded: notRecorded.length,
    denials: contest?.deniers.length ?? 0,
    figures: contest?.values.length ?? 0,
  };
}

/** Of the claims that have all words of a list. */
function claimPages(db: DatabaseSync, where: string, order: string) {
  const from = `FROM claims c WHERE ${where}
    AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE NOT instr(c.folded, value))
    AND (NOT ? OR c.summary IS NOT NULL)`;
  return {
    select: db.prepare(`SELECT ${claimColumns} ${from} ORDER BY ${order} LIMIT ? OFFSET ?`),
    count: db.prepare(`SELECT count(*) AS n ${from}`),
    // by its index alone: the words of hundreds of thousands of claims are not read
    countAll: db.prepare(`SELECT count(*) AS n FROM claims c WHERE ${where}`),
  };
}
