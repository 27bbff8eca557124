import type { DatabaseSync } from 'node:sqlite';
import type { Assertion } from '../../claims/assertion.ts';
import { type Claim, claimsAround, type DecidedPair, isDenial } from '../../claims/claims.ts';
import { contested } from '../../claims/contested.ts';
import { type Lineage, lineages } from '../../claims/lineage.ts';
import type { Reading } from '../../read.ts';
import { slice } from '../../text/span.ts';
import type { AssertionTables } from './assertion-tables.ts';
import type { CopyTables } from './copy-tables.ts';

export interface ClaimTables {
  /** Makes anew every claim that one of these assertions is part of, or stands in a relation to. */
  renew(touched: ReadonlySet<string>): void;
  /** ids of assertions of claims that two documents are both part of */
  sharedBy(pairs: readonly (readonly [string, string])[]): string[];
}

interface Among {
  readonly assertions: AssertionTables;
  readonly copies: CopyTables;
  readonly reading: (document: string) => Reading;
  readonly decided: () => readonly DecidedPair[];
}

export function claimTables(db: DatabaseSync, { assertions, copies, reading, decided }: Among): ClaimTables {
  const sql = statements(db);

  /** All that hang together with an assertion, by the machine's relations and by what people joined. */
  function around(id: string, told: ReadonlyMap<string, readonly string[]>): Set<string> {
    const found = new Set([id]);
    for (const each of found) {
      for (const other of assertions.joined(each)) found.add(other);
      for (const other of told.get(each) ?? []) if (assertions.has(other)) found.add(other);
    }
    return found;
  }

  function renew(touched: ReadonlySet<string>): void {
    const pairs = decided();
    const told = joinedByPeople(pairs);
    const todo = new Set(touched);
    const done = new Set<string>();
    const groups: ReadonlySet<string>[] = [];
    for (const id of todo) {
      if (done.has(id)) continue;
      const own = assertions.has(id) ? around(id, told) : new Set([id]);
      for (const each of own) {
        done.add(each);
        for (const other of forget(each)) todo.add(other);
      }
      if (assertions.has(id)) groups.push(own);
    }
    for (const own of groups) for (const claim of claimsOf(own, pairs)) store(claim, own);
  }

  /** Takes out the claims that an assertion is part of; gives who else is: two groups may have been one claim. */
  function forget(id: string): string[] {
    return idsIn(sql.ownClaims.all(id)).flatMap((claim) => {
      const members = idsIn(sql.ownMembers.all(claim));
      sql.removeMembers.run(claim);
      sql.removeClaim.run(claim);
      return members;
    });
  }

  function claimsOf(own: ReadonlySet<string>, pairs: readonly DecidedPair[]): Claim[] {
    const relations = [...own].flatMap((id) => assertions.relationsOf(id));
    const deniers = relations.filter((one) => isDenial(one) && own.has(one.b)).map(({ a }) => a);
    const toldOf = pairs.filter(({ holds, ...pair }) => holds && isDenial(pair) && own.has(pair.b)).map(({ a }) => a);
    const all = new Set([...own, ...deniers, ...toldOf.filter(assertions.has)]);
    if (all.size < 2) return [];
    return claimsAround(own, [...all].map(assertions.get), assertions.relationsAmong(all), pairs);
  }

  function store(claim: Claim, own: ReadonlySet<string>): void {
    const members = new Map(claim.members.map((id) => [id, assertions.get(id)]));
    const lineage = lineageOf(claim, members);
    const head = members.get(claim.headline)!;
    const words = slice(reading(head.document).document.text, head.span);
    const dates = [...members.values()].map(({ published }) => published).filter((at) => at !== null);
    const [contest] = contested([claim], members);
    sql.add.run(
      ...[claim.id, claim.headline, words, lineage.headline, members.size, lineage.reports.length],
      ...[lineage.origins.length, lineage.origins.filter(({ named }) => named).length, lineage.notRecorded.length],
      ...[contest?.denials.length ?? 0, contest?.values.length ?? 0],
      ...[dates.toSorted()[0] ?? null, dates.toSorted().at(-1) ?? null],
    );
    for (const [n, id] of claim.members.entries()) sql.addMember.run(id, claim.id, n, Number(own.has(id)));
  }

  function lineageOf(claim: Claim, members: ReadonlyMap<string, Assertion>): Lineage {
    const documents = new Set([...members.values()].map(({ document }) => document));
    const readings = new Map([...documents].map((id) => [id, reading(id)]));
    return lineages({ assertions: members, readings, copies: copies.copiesAmong(documents) })(claim);
  }

  return {
    renew,
    sharedBy: (pairs) => pairs.flatMap(([a, b]) => idsIn(sql.shared.all(a, b))),
  };
}

const idsIn = (rows: readonly unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);

function joinedByPeople(pairs: readonly DecidedPair[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (from: string, to: string) => found.set(from, [...(found.get(from) ?? []), to]);
  for (const { a, b, holds } of pairs) {
    if (!holds) continue;
    add(a, b);
    add(b, a);
  }
  return found;
}

function statements(db: DatabaseSync) {
  return {
    ownClaims: db.prepare('SELECT claim AS id FROM claim_members WHERE assertion = ? AND own'),
    ownMembers: db.prepare('SELECT assertion AS id FROM claim_members WHERE claim = ? AND own'),
    removeMembers: db.prepare('DELETE FROM claim_members WHERE claim = ?'),
    removeClaim: db.prepare('DELETE FROM claims WHERE id = ?'),
    add: db.prepare(`INSERT OR REPLACE INTO claims VALUES (${Array(13).fill('?').join(', ')})`),
    addMember: db.prepare(`
      INSERT INTO claim_members VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET own = max(own, excluded.own)`),
    shared: db.prepare(`
      SELECT min(x.id) AS id FROM assertions x JOIN claim_members m ON m.assertion = x.id AND m.own
      WHERE x.document = ? AND m.claim IN (
        SELECT n.claim FROM assertions y JOIN claim_members n ON n.assertion = y.id WHERE y.document = ?)
      GROUP BY m.claim`),
  };
}
