import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Assertion } from '../../claims/assertion.ts';
import { claimWords } from '../../claims/claim-words.ts';
import { type Claim, claimOf, isDenial } from '../../claims/claims.ts';
import type { Decided } from '../../claims/decided-pairs.ts';
import type { Relation } from '../../claims/relation.ts';
import { claimAround, renewStars } from '../../claims/stars.ts';
import type { Document } from '../../text/document.ts';
import type { AssertionTables } from './assertion-tables.ts';
import { starTables } from './star-tables.ts';

export interface ClaimTables {
  /** Makes anew every claim that one of these assertions is part of, or stands in a relation to. */
  renew(touched: ReadonlySet<string>): void;
  /** What claims rest on that these documents are part of is to be worked out again. */
  reopen(documents: ReadonlySet<string>): void;
  /** … of all claims: people joined or split a source. */
  reopenAll(): void;
}

interface Among {
  readonly assertions: AssertionTables;
  readonly document: (id: string) => Document;
  readonly decided: () => Decided;
}

export function claimTables(db: DatabaseSync, { assertions, document, decided }: Among): ClaimTables {
  const sql = statements(db);
  const tables = starTables(db, assertions);

  function renew(touched: ReadonlySet<string>): void {
    const told = decided();
    const stars = tables.now(touched, told);
    const todo = new Set([...touched, ...renewStars(stars, touched)]);
    for (const id of touched) for (const other of forget(id, sql.claimsWith)) todo.add(other);
    const done = new Set<string>();
    const groups: ReadonlySet<string>[] = [];
    for (const id of todo) {
      if (done.has(id)) continue;
      const own = assertions.has(id) ? claimAround(stars, id) : new Set([id]);
      for (const each of own) {
        done.add(each);
        for (const other of forget(each, sql.ownClaims)) todo.add(other);
      }
      if (assertions.has(id)) groups.push(own);
    }
    for (const own of groups) {
      const claim = claimOf(own, (id) => toldOf(id, told), assertions.get);
      if (claim) store(claim, own);
    }
  }

  /** How an assertion stands to others, as people decided. */
  const toldOf = (id: string, told: Decided): readonly Relation[] => [
    ...told.confirmed(id),
    ...assertions.relationsOf(id).filter(told.stands),
  ];

  /** Takes out the claims that an assertion is part of; gives who else is: two groups may have been one claim. */
  function forget(id: string, claimsOf: StatementSync): string[] {
    return idsIn(claimsOf.all(id)).flatMap((claim) => {
      const members = idsIn(sql.ownMembers.all(claim));
      sql.removeMembers.run(claim);
      sql.removeClaim.run(claim);
      return members;
    });
  }

  function store(claim: Claim, own: ReadonlySet<string>): void {
    const members = claim.members.map(assertions.get);
    const head = assertions.get(claim.headline);
    const dates = members
      .map(({ published }) => published)
      .filter((at) => at !== null)
      .sort();
    sql.add.run(
      ...[claim.id, claim.headline, members.length, new Set(members.map(({ document }) => document)).size],
      ...[disputesIn(claim.relations, members), dates[0] ?? null, dates.at(-1) ?? null],
      claimWords(head, document(head.document).text),
    );
    for (const [n, id] of claim.members.entries()) sql.addMember.run(id, claim.id, n, Number(own.has(id)));
  }

  return {
    renew,
    reopen(documents) {
      for (const document of documents) sql.reopen.run(document);
    },
    reopenAll: () => void sql.reopenAll.run(),
  };
}

/** Who denies, and figures that stand against another: a first measure of how disputed it is. */
function disputesIn(relations: readonly Relation[], members: readonly Assertion[]): number {
  const deniers = new Set(relations.filter(isDenial).map(({ a }) => a)).size;
  if (!relations.some(({ relation }) => relation === 'differs in figure')) return deniers;
  return deniers + members.filter(({ figures }) => figures.length > 0).length;
}

const idsIn = (rows: readonly unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);

function statements(db: DatabaseSync) {
  return {
    claimsWith: db.prepare('SELECT claim AS id FROM claim_members WHERE assertion = ?'),
    ownClaims: db.prepare('SELECT claim AS id FROM claim_members WHERE assertion = ? AND own'),
    ownMembers: db.prepare('SELECT assertion AS id FROM claim_members WHERE claim = ? AND own'),
    removeMembers: db.prepare('DELETE FROM claim_members WHERE claim = ?'),
    removeClaim: db.prepare('DELETE FROM claims WHERE id = ?'),
    add: db.prepare(`
      INSERT OR REPLACE INTO claims (id, headline, members, documents, disputes, first, last, words)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    addMember: db.prepare(`
      INSERT INTO claim_members VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET own = max(own, excluded.own)`),
    reopen: db.prepare(`
      UPDATE claims SET summary = NULL WHERE id IN (
        SELECT m.claim FROM assertions a JOIN claim_members m ON m.assertion = a.id WHERE a.document = ?)`),
    reopenAll: db.prepare('UPDATE claims SET summary = NULL'),
  };
}
