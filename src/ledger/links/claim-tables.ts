import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Assertion } from '../../claims/assertion.ts';
import { claimWords } from '../../claims/claim-words.ts';
import { type Claim, claimOf, isDenial } from '../../claims/claims.ts';
import type { Decided } from '../../claims/decided-pairs.ts';
import type { Relation } from '../../claims/relation.ts';
import { claimAround, renewStars } from '../../claims/stars.ts';
import type { Document } from '../../text/document.ts';
import { fold } from '../fold.ts';
import type { AssertionTables } from './assertion-tables.ts';
import { inRows } from './in-rows.ts';
import { starTables } from './star-tables.ts';

export interface ClaimTables {
  /** Makes anew every claim that one of these assertions is part of, or stands in a relation to. */
  renew(touched: ReadonlySet<string>): void;
  /** What claims rest on that these documents are part of is to be worked out again. */
  reopen(documents: ReadonlySet<string>): void;
  /** … of all claims: people joined or split a source. */
  reopenAll(): void;
}

/** A claim and who says it, without those who deny it. */
interface Made {
  readonly claim: Claim;
  readonly own: ReadonlySet<string>;
}

type MemberRow = readonly [assertion: string, n: number, own: number];

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
    const gone = new Set<string>();
    /** Claims that an assertion is part of are gone; gives who else is in them: two groups may have been one claim. */
    const forget = (id: string, claimsOf: StatementSync): string[] => {
      const claims = idsIn(claimsOf.all(id)).filter((claim) => !gone.has(claim));
      for (const claim of claims) gone.add(claim);
      return claims.flatMap((claim) => idsIn(sql.ownMembers.all(claim)));
    };
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
    const made = new Map<string, Made>();
    for (const group of groups) {
      const claim = claimOf(group, (id) => toldOf(id, told), assertions.get);
      if (claim) made.set(claim.id, { claim, own: new Set([...group, ...(made.get(claim.id)?.own ?? [])]) });
    }
    for (const id of gone) if (!made.has(id)) remove(id);
    for (const one of made.values()) store(one, gone.has(one.claim.id));
  }

  /** How an assertion stands to others, as people decided. */
  const toldOf = (id: string, told: Decided): readonly Relation[] => [
    ...told.confirmed(id),
    ...assertions.relationsOf(id).filter(told.stands),
  ];

  function remove(claim: string): void {
    sql.removeMembers.run(claim);
    sql.removeClaim.run(claim);
  }

  /** Most claims around what is new come out as they were: what is written again takes longest of all that linking does. */
  function store({ claim, own }: Made, isMadeAnew: boolean): void {
    const members = claim.members.map(assertions.get);
    const head = assertions.get(claim.headline);
    const dates = members
      .map(({ published }) => published)
      .filter((at) => at !== null)
      .sort();
    const words = claimWords(head, document(head.document).text);
    const row = [
      ...[claim.id, claim.headline, members.length, new Set(members.map(({ document }) => document)).size],
      ...[disputesIn(claim.relations, members), dates[0] ?? null, dates.at(-1) ?? null],
      ...[words, fold(words)],
    ];
    // with a summary it is told again, since its relations may be others
    if (!isDeepStrictEqual(sql.unsettled.get(claim.id), row)) sql.add.run(...row);
    const before = new Map((sql.members.all(claim.id) as unknown as MemberRow[]).map(([id, ...rest]) => [id, rest]));
    for (const [n, id] of claim.members.entries()) {
      const known = before.get(id);
      const isOwn = own.has(id) || (!isMadeAnew && known?.[1] === 1);
      if (known?.[0] !== n || known[1] !== Number(isOwn)) sql.addMember.run(id, claim.id, n, Number(isOwn));
    }
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
      INSERT OR REPLACE INTO claims (id, headline, members, documents, disputes, first, last, words, folded)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    unsettled: inRows(
      db.prepare(`
      SELECT id, headline, members, documents, disputes, first, last, words, folded FROM claims
      WHERE id = ? AND summary IS NULL`),
    ),
    members: inRows(db.prepare('SELECT assertion, n, own FROM claim_members WHERE claim = ?')),
    addMember: db.prepare('INSERT OR REPLACE INTO claim_members VALUES (?, ?, ?, ?)'),
    reopen: db.prepare(`
      UPDATE claims SET summary = NULL WHERE summary IS NOT NULL AND id IN (
        SELECT m.claim FROM assertions a JOIN claim_members m ON m.assertion = a.id WHERE a.document = ?)`),
    reopenAll: db.prepare('UPDATE claims SET summary = NULL WHERE summary IS NOT NULL'),
  };
}
