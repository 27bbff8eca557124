import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewDecision } from '../../src/ledger/decision.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { dockReading, dockText } from './made-reading.ts';

const text = `${dockText}\nFishermen warned that the old pier, with 12 lamps, is rotten. The harbour office said “no”.`;
const { capture, reading, boats } = dockReading(text);
const document = reading.document.id;
const ana = { who: 'Ana', why: 'heard the tape' };
const edges = [...text.matchAll(/\b/g)].map(({ index }) => index);

/** Each with a number that tells which words, statement or entry is meant. */
const DOING = {
  add: async (ledger: Ledger, n: number) => {
    const first = n % edges.length;
    const content = [[edges[first]!, edges[Math.min(first + 1 + (n % 13), edges.length - 1)]!]];
    const name = ['A guard', 'Fishermen', 'The Harbour Post', 'Dock workers'][n % 4]!;
    const polarity = n % 3 === 0 ? 'denies' : 'affirms';
    return ledger.decide({ verb: 'add', on: { kind: 'document', id: document }, content, name, polarity, ...ana });
  },
  undo: async (ledger: Ledger, n: number) => {
    const all = await ledger.decisions();
    return all.length > 0 && ledger.undo(all[n % all.length]!.seq, ana);
  },
  reject: (ledger: Ledger, n: number) => decide(ledger, n, { verb: 'reject' }),
  confirm: (ledger: Ledger, n: number) => decide(ledger, n, { verb: 'confirm' }),
  deny: (ledger: Ledger, n: number) => decide(ledger, n, { verb: 'correct', field: 'polarity', to: 'denies' }),
  rename: (ledger: Ledger, n: number) => decide(ledger, n, { verb: 'correct', field: 'chain.0.name', to: 'A clerk' }),
  /** A newer reader finds some of the machine's statements, and at times what was added, told otherwise. */
  read: async (ledger: Ledger, n: number) => {
    const kept = reading.attributions.filter((_, i) => (n >> i) % 2 === 0);
    const [adding] = n % 2 === 0 ? [] : (await ledger.decisions()).filter(({ verb }) => verb === 'add');
    const found = adding && {
      ...(await ledger.statement(adding.subject))!.attribution,
      ...{
        content: adding.addition!.content,
        source: [],
        chain: boats.chain,
        polarity: 'affirms' as const,
        within: null,
      },
    };
    const attributions = found ? [...kept, found] : kept;
    return ledger.store(capture, { ...reading, attributions, figures: [] }, { reader: String(n) });
  },
} as const;

async function decide(ledger: Ledger, n: number, decision: object) {
  const { rows } = await ledger.statements({ limit: 0 });
  const { attribution } = rows[n % rows.length] ?? {};
  return (
    attribution && ledger.decide({ ...decision, on: { kind: 'statement', id: attribution.id }, ...ana } as NewDecision)
  );
}

const sum = (facet: Readonly<Record<string, number>>): number => Object.values(facet).reduce((a, b) => a + b, 0);

/** What is told in several ways is told alike, and nothing names a statement that stands in no list. */
async function expectAgreement(ledger: Ledger): Promise<void> {
  const { rows, total } = await ledger.statements({ limit: 0 });
  const facets = await ledger.facets();
  const told = [total, sum(facets.state), sum(facets.polarity), (await ledger.counts()).statements];
  expect([...told, (await ledger.documents()).rows[0]!.statements]).toEqual(Array(5).fill(rows.length));
  const listed = new Set(rows.map(({ attribution }) => attribution.id));
  const { reading: now } = (await ledger.reading(document))!;
  expect(new Set(now.attributions.map(({ id }) => id))).toEqual(listed);
  for (const { within, chain } of now.attributions) {
    expect([null, ...listed]).toContain(within);
    expect(chain.at(-1)!.name).toBe('The Harbour Post');
  }
  if (rows.some(({ standing }) => standing.state === 'rejected')) return;
  const { attributions: decided } = await ledger.links.reading(document);
  expect(facets.polarity.denies ?? 0).toBe(decided.filter(({ polarity }) => polarity === 'denies').length);
  for (const { key, says } of await ledger.sources()) {
    expect([key, says]).toEqual([key, decided.filter(({ chain }) => chain[0]!.name.toLowerCase() === key).length]);
    expect((await ledger.statements({ speaker: key })).total).toBe(says);
  }
}

test('in any order of adding, deciding, undoing and reading anew, lists, counts, sources and verify agree', async () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(DOING)), fc.nat(400)), {
    minLength: 3,
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const ledger = openLedger(':memory:');
      await ledger.store(capture, reading, { reader: 'first' });
      for (const [name, n] of all) {
        await DOING[name as keyof typeof DOING](ledger, n).catch((error: Error) => {
          if (!/^(?:DecisionRefused|BadSlice)$/.test(error.name)) throw error;
        });
        await expectAgreement(ledger);
      }
      for await (const problem of ledger.verify()) throw new Error(problem.what);
      await ledger.close();
    }),
    { numRuns: 25 },
  );
});
