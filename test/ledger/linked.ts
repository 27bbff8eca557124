import { fastModel } from '../../src/attributions/attribution-model.ts';
import type { Capture } from '../../src/capture/capture.ts';
import { captureOf } from '../../src/capture/capture-of.ts';
import type { Claim } from '../../src/claims/claims.ts';
import { contested } from '../../src/claims/contested.ts';
import { coverageOf, type KeyOfSource } from '../../src/claims/coverage.ts';
import { lineages } from '../../src/claims/lineage.ts';
import { type Links, linksOf } from '../../src/claims/links.ts';
import { inForce } from '../../src/ledger/decisions.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { sourceKeys } from '../../src/ledger/source-keys.ts';
import { type Reading, read } from '../../src/read.ts';
import type { Given } from '../../src/text/document-of.ts';

export interface Report {
  readonly capture: Capture;
  readonly reading: Reading;
}

const model = fastModel();
export const reportOf = async (capture: Capture, given: Given = {}): Promise<Report> => ({
  capture,
  reading: await read(capture, given, model),
});
export const told = (text: string, outlet: string, published: string): Promise<Report> =>
  reportOf(captureOf({ bytes: Buffer.from(text), address: `${outlet}.txt`, media: 'text/plain' }), {
    outlet,
    published,
  });

export const newLedger = () => openLedger(':memory:', { now: () => new Date('2025-03-02T00:00:00Z') });

export async function storeAll(ledger: Ledger, reports: readonly Report[], reader = '1.0.0'): Promise<void> {
  for (const { capture, reading } of reports) await ledger.store(capture, reading, { reader });
}

/** All claims and copies of a ledger, as they are told. */
export async function linkedIn(ledger: Ledger) {
  const { rows } = await ledger.links.claims({ limit: 0 });
  const claims = new Map<string, Claim & { readonly summary: string; readonly denials: number }>();
  for (const { id, summary, denials } of rows) {
    claims.set(id, { ...(await ledger.links.claim(id))!.claim, summary, denials });
  }
  return { claims, copies: await ledger.links.copies() };
}

/** The same, worked out in memory. */
export function linkedInMemory(
  { claims, copies, ...links }: Links,
  keyOf: KeyOfSource = (wikidata, name) => wikidata ?? name,
) {
  const lineageOf = lineages({ ...links, copies }, { keyOf });
  const coverage = coverageOf({ ...links, copies });
  const denialsOf = (claim: Claim): number =>
    contested([claim], links.assertions, links.readings, coverage)[0]?.deniers.length ?? 0;
  const told = (claim: Claim) => ({ ...claim, summary: lineageOf(claim).headline, denials: denialsOf(claim) });
  return {
    claims: new Map(claims.map((claim) => [claim.id, told(claim)])),
    copies,
  };
}

/** The same of all that a ledger holds, as people decided by now. */
export async function inMemory(ledger: Ledger) {
  const { rows } = await ledger.documents({ limit: 0 });
  const readings = await Promise.all(rows.map(({ id }) => ledger.links.reading(id)));
  const decisions = await ledger.decisions();
  const pairs = inForce(decisions).flatMap(({ on, verb }) =>
    on.kind === 'relation' ? [{ ...on, holds: verb === 'confirm' || verb === 'merge' }] : [],
  );
  return linkedInMemory(linksOf(readings, pairs), sourceKeys(decisions) ?? undefined);
}
