import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { Assertion } from '../../claims/assertion.ts';
import { byScore, type Claim, relationsAsDecided } from '../../claims/claims.ts';
import type { Copy } from '../../claims/copy.ts';
import type { Coverage } from '../../claims/coverage.ts';
import type { Links } from '../../claims/links.ts';
import { pageOf } from '../../claims/page-of.ts';
import type { Reading } from '../../read.ts';
import type { Page } from '../ledger.ts';
import { ledgerCoverage } from './ledger-coverage.ts';
import type { Linker } from './linker.ts';

/** How the reports of a ledger hang together. Each question first links what came since the last. */
export interface LedgerLinks {
  /** Links what is not linked yet; `progress` is told how many readings and decisions are left. */
  update(progress?: (left: number) => void): Promise<void>;
  /** Claims, those in the most reports first; contested ones, the most disputed first. */
  claims(filter?: ClaimFilter): Promise<Page<ClaimRow>>;
  /** A claim with what it needs to be followed: its statements, their readings and the copies among these. */
  claim(id: string): Promise<ClaimLinks | null>;
  /** Ids of claims that begin so, or of which a statement's id does. */
  find(prefix: string, limit?: number): Promise<string[]>;
  /** The claims that a document's statements are part of. */
  claimsOf(document: string): Promise<(ClaimRow & { readonly statement: string })[]>;
  /** Copies of a document, or all, by ids. */
  copies(document?: string): Promise<Copy[]>;
  /** The newest reading of a document, as people decided. */
  reading(document: string): Promise<Reading>;
  /** The readings of a document's page, or that of the document alone; as people decided. */
  page(document: string): Promise<Reading[]>;
}

export interface ClaimFilter {
  readonly contested?: boolean;
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

export interface ClaimLinks extends Links {
  readonly claim: Claim;
  /** what else of the ledger its lineage and life may look up */
  readonly coverage: Coverage;
}

const pageSize = 20;

export function linkedLedger(db: DatabaseSync, linker: Linker): LedgerLinks {
  const sql = statements(db);
  const { assertions, copies, reading } = linker;
  const looked = ledgerCoverage(db, { assertions, reading });

  async function update(progress?: (left: number) => void): Promise<void> {
    for (let left = linker.open(); left > 0; left = linker.open()) {
      progress?.(left);
      linker.linkSome();
      await setImmediate();
    }
  }

  function linksOf(id: string): ClaimLinks | null {
    const row = sql.claim.get(id) as { headline: string } | undefined;
    if (!row) return null;
    const members = idsIn(sql.members.all(id));
    const held = new Map(members.map((one): [string, Assertion] => [one, assertions.get(one)]));
    const relations = relationsAsDecided(assertions.relationsAmong(new Set(members)), linker.pairs(), held);
    const documents = new Set([...held.values()].map(({ document }) => document));
    const within = relations.filter(({ a, b }) => held.has(a) && held.has(b)).sort(byScore);
    const claim = { id, headline: row.headline, members, relations: within };
    const readings = new Map([...documents].map((document) => [document, reading(document)]));
    return {
      claim,
      coverage: { ...looked, keyOf: linker.keyOf() },
      claims: [claim],
      assertions: held,
      relations: within,
      readings,
      copies: copies.copiesAmong(documents),
    };
  }

  function page({ contested = false, limit = pageSize, after = 0 }: ClaimFilter): Page<ClaimRow> {
    const rows = (contested ? sql.contested : sql.claims).all(
      limit === 0 ? -1 : limit + 1,
      after,
    ) as unknown as ClaimRow[];
    const total = Number((contested ? sql.contestedCount : sql.count).get()?.n);
    const more = limit > 0 && rows.length > limit;
    const shown = more ? rows.slice(0, limit) : rows;
    return { rows: shown.map((row) => ({ ...row })), total, next: more ? after + limit : null };
  }

  const updated =
    <Asked extends unknown[], Told>(tell: (...asked: Asked) => Told) =>
    async (...asked: Asked): Promise<Told> => {
      await update();
      return tell(...asked);
    };

  return {
    update,
    claims: updated((filter: ClaimFilter = {}) => page(filter)),
    claim: updated(linksOf),
    find: updated((prefix: string, limit = 10) =>
      idsIn(sql.find.all(prefix, `${prefix}g`, prefix, `${prefix}g`, limit)),
    ),
    claimsOf: updated((document: string) => rowsOf(sql.claimsOf.all(document))),
    copies: updated((document?: string) =>
      (document === undefined ? sql.copies.all() : sql.copiesOf.all(document, document)).map(
        (row) => JSON.parse(String(row.copy)) as Copy,
      ),
    ),
    reading: updated(reading),
    page: updated((document: string) => {
      const own = pageOf(reading(document).document);
      return (own === null ? [document] : idsIn(sql.page.all(own))).map(reading);
    }),
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
    claims: db.prepare(`
      SELECT ${claimColumns} FROM claims c ORDER BY reports DESC, members DESC, id LIMIT ? OFFSET ?`),
    contested: db.prepare(`
      SELECT ${claimColumns} FROM claims c WHERE denials + figures > 0
      ORDER BY (denials + figures) DESC, id LIMIT ? OFFSET ?`),
    count: db.prepare('SELECT count(*) AS n FROM claims'),
    contestedCount: db.prepare('SELECT count(*) AS n FROM claims WHERE denials + figures > 0'),
    // ids are of hex digits: "g" comes after them all
    find: db.prepare(`
      SELECT id FROM claims WHERE id >= ? AND id < ?
      UNION SELECT claim FROM claim_members WHERE assertion >= ? AND assertion < ? ORDER BY id LIMIT ?`),
    claimsOf: db.prepare(`
      SELECT a.statement, ${claimColumns} FROM assertions a JOIN claim_members m ON m.assertion = a.id
      JOIN claims c ON c.id = m.claim WHERE a.document = ? ORDER BY a.assertion, c.id`),
    copies: db.prepare('SELECT copy FROM copies ORDER BY a, b'),
    copiesOf: db.prepare('SELECT copy FROM copies WHERE a = ? OR b = ? ORDER BY a, b'),
    page: db.prepare('SELECT document AS id FROM linked WHERE story = ? ORDER BY document'),
  };
}
