import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { type Assertion, assertionsOf } from '../../src/claims/assertion.ts';
import { type AssertionStore, memoryStore } from '../../src/claims/assertion-store.ts';
import { claimIndex } from '../../src/claims/claim-index.ts';
import { assertionTables } from '../../src/ledger/links/assertion-tables.ts';
import { migrate } from '../../src/ledger/migrate.ts';
import { readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

let one: Assertion;
beforeAll(async () => {
  const reading = await readDocument(documentFrom(['The mayor said the old bridge at Selm had fallen.']), fastModel());
  one = assertionsOf(reading)[0]!;
});

function tables(): AssertionStore {
  const db = new DatabaseSync(':memory:');
  migrate(db, ':memory:');
  return assertionTables(db);
}

const dayAfter = (days: number): string =>
  new Date(Date.UTC(1970, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

it('tables hold the same relations as memory: dates near and far, before 1970, none; days told; some gone again', () => {
  const days = fc.record({
    day: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 4, arbitrary: fc.integer({ min: -60, max: 90 }) },
    ),
    tells: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(days, { minLength: 20, maxLength: 80 }), fc.nat(4), (some, gone) => {
      const many = some.map(
        ({ day, tells }, i): Assertion => ({
          ...{ ...one, id: `x${i}`, statement: `x${i}`, document: `d${i}` },
          published: day === null ? null : dayAfter(day),
          days: tells && day !== null ? ['1970-01-01'] : [],
        }),
      );
      const [memory, kept] = [memoryStore(), tables()];
      for (const store of [memory, kept]) {
        const index = claimIndex(store);
        for (const each of many) index.addAssertion(each);
        for (const each of many) if (Number(each.id.slice(1)) % 5 < gone) index.remove(each.document);
      }
      for (const { id } of many) {
        const told = (store: AssertionStore) =>
          store
            .relationsOf(id)
            .map(({ a, b, relation }) => `${a} ${relation} ${b}`)
            .sort();
        expect(told(kept)).toEqual(told(memory));
      }
    }),
    { numRuns: 40 },
  );
});
