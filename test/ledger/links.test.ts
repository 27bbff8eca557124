import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import { assertionsOf } from '../../src/claims/assertion.ts';
import { memoryStore } from '../../src/claims/assertion-store.ts';
import { claimIndex } from '../../src/claims/claim-index.ts';
import { linksOf } from '../../src/claims/links.ts';
import type { NewDecision } from '../../src/ledger/decision.ts';
import { linkedIn, linkedInMemory, newLedger, type Report, reportOf, storeAll, told } from './linked.ts';

const coverage: Report[] = [];
beforeAll(async () => {
  for await (const capture of gather('examples/kursk')) {
    if (!(capture instanceof Refusal)) coverage.push(await reportOf(capture));
  }
});

describe('what a ledger links', () => {
  it('is what is found in memory', async () => {
    const ledger = newLedger();
    await storeAll(ledger, coverage);
    expect(await linkedIn(ledger)).toEqual(linkedInMemory(linksOf(coverage.map(({ reading }) => reading))));
  });

  test('in whatever order reports come, and however many at once', async () => {
    const wanted = linkedInMemory(linksOf(coverage.map(({ reading }) => reading)));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...coverage.keys()], { minLength: coverage.length }),
        fc.nat(coverage.length),
        async (order, first) => {
          const ledger = newLedger();
          const reports = order.map((n) => coverage[n]!);
          await storeAll(ledger, reports.slice(0, first));
          // what is asked for in between is worked out again where it changed
          await linkedIn(ledger);
          await storeAll(ledger, reports.slice(first));
          expect(await linkedIn(ledger)).toEqual(wanted);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('parts and joins those of crowded blocks as memory does', async () => {
    const reports = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        told(
          `A bridge collapsed in Tarnow on Monday, killing ${n % 3 === 0 ? 'nine' : 'eight'} workers, police said.\n${n}.`,
          `Outlet ${n}`,
          `2024-11-${String(19 + (n % 2))}`,
        ),
      ),
    );
    const ledger = newLedger();
    await storeAll(ledger, reports.toReversed());
    const found = await linkedIn(ledger);
    expect([...found.claims.values()].map(({ members }) => members.length)).toEqual([60]);
    expect(found).toEqual(linkedInMemory(linksOf(reports.map(({ reading }) => reading))));
    // a newer reader finds nothing in some: those beside them come nearer to one another
    const emptied = reports.map(({ capture, reading }, n) => ({
      capture,
      reading: n % 4 === 1 ? { ...reading, attributions: [] } : reading,
    }));
    await storeAll(
      ledger,
      emptied.filter((_, n) => n % 4 === 1),
      '2.0.0',
    );
    expect(await linkedIn(ledger)).toEqual(linkedInMemory(linksOf(emptied.map(({ reading }) => reading))));
  });

  it('tells of a claim of those who deny that it is denied', async () => {
    const ledger = newLedger();
    const denied = 'the ministry had sent soldiers to the Selm dam';
    await storeAll(ledger, [
      await told(`The minister denied that ${denied}.`, 'The Post', '2024-11-19'),
      await told(`The mayor denied that ${denied}.`, 'The Herald', '2024-11-19'),
    ]);
    const { rows } = await ledger.links.claims();
    expect(rows.map(({ words }) => words)).toEqual([`denied … that ${denied}`]);
  });

  it('finds the claim in which a whole id stands, though others begin so or deny it', async () => {
    const ledger = newLedger();
    await storeAll(ledger, coverage);
    const claims = [...(await linkedIn(ledger)).claims.values()];
    for (const { id, headline } of claims) {
      expect(await ledger.links.find(id)).toEqual([id]);
      expect((await ledger.links.find(headline)).length).toBe(1);
    }
    expect((await ledger.links.find('', 50)).length).toBe(claims.length);
  });

  it('takes in what comes after a question', async () => {
    const ledger = newLedger();
    await storeAll(ledger, coverage.slice(0, 1));
    const before = (await ledger.links.claims()).total;
    await storeAll(ledger, coverage.slice(1));
    expect((await ledger.links.claims()).total).toBeGreaterThan(before);
  });

  it('follows a newer reading: what it does not find any more is in no claim', async () => {
    const ledger = newLedger();
    await storeAll(ledger, coverage);
    await ledger.links.update();
    const [{ capture, reading }, ...rest] = coverage as [Report, ...Report[]];
    const less = { ...reading, attributions: [], figures: [], events: [], unknowns: [] };
    await storeAll(ledger, [{ capture, reading: less }], '2.0.0');
    const wanted = linksOf([less, ...rest.map((report) => report.reading)]);
    expect(await linkedIn(ledger)).toEqual(linkedInMemory(wanted));
  });
});

describe('what people decided', () => {
  const by = { who: 'Ana', why: 'heard the tape' };

  /** A pair that two claims hold, and a ledger to decide on it. */
  async function started() {
    const ledger = newLedger();
    await storeAll(ledger, coverage);
    const [row] = (await ledger.links.claims()).rows;
    return { ledger, links: (await ledger.links.claim(row!.id))!, before: await linkedIn(ledger) };
  }

  it('leaves a rejected statement out of its claim, and takes it in again when that is undone', async () => {
    const { ledger, links, before } = await started();
    const { statement } = links.assertions.get(links.claim.headline)!;
    const { seq } = await ledger.decide({ verb: 'reject', on: { kind: 'statement', id: statement }, ...by });
    expect([...(await linkedIn(ledger)).claims.values()].flatMap(({ members }) => members)).not.toContain(
      links.claim.headline,
    );
    await ledger.undo(seq, by);
    expect(await linkedIn(ledger)).toEqual(before);
  });

  it('parts two statements, and joins them again', async () => {
    const { ledger, links, before } = await started();
    // two that deny it stand with it however they stand to one another
    const affirms = (id: string) => links.assertions.get(id)!.stance === 1;
    const relation = links.claim.relations.find((one) => one.relation === 'same' && affirms(one.a) && affirms(one.b))!;
    const [a, b] = [relation.a, relation.b].map((id) => links.assertions.get(id)!.statement);
    const on = { kind: 'relation', a: a!, b: b!, relation: 'same' } as const;
    const { seq } = await ledger.decide({ verb: 'reject', on, ...by } satisfies NewDecision);
    const together = [...(await linkedIn(ledger)).claims.values()].filter(
      ({ members }) => members.includes(relation.a) && members.includes(relation.b),
    );
    expect(together).toEqual([]);
    await ledger.undo(seq, by);
    expect(await linkedIn(ledger)).toEqual(before);
  });

  it('joins two that the machine holds apart: the relation is confirmed', async () => {
    const { ledger, links } = await started();
    const inClaim = links.assertions.get(links.claim.headline)!.statement;
    const other = coverage
      .flatMap(({ reading }) => reading.attributions)
      .find(({ id }) => ![...links.assertions.values()].some(({ statement }) => statement === id))!;
    await ledger.decide({ verb: 'merge', on: { kind: 'relation', a: inClaim, b: other.id, relation: 'same' }, ...by });
    const joined = [...(await linkedIn(ledger)).claims.values()].find(({ members }) => members.includes(other.id));
    expect(joined?.members).toContain(inClaim);
    expect(joined?.relations.find(({ confirmed }) => confirmed)).toMatchObject({ relation: 'same', score: 1 });
  });
});

it('what was taken out of an index leaves it as if it had never been in', () => {
  const readings = coverage.map(({ reading }) => reading);
  const told = (store: ReturnType<typeof memoryStore>) =>
    [...store.relations()].map(({ a, b, relation }) => `${a} ${relation} ${b}`).sort();
  fc.assert(
    fc.property(fc.subarray(readings, { minLength: 1 }), (gone) => {
      const [all, rest] = [memoryStore(), memoryStore()];
      const [full, less] = [claimIndex(all), claimIndex(rest)];
      for (const reading of readings) full.add(reading);
      for (const { document } of gone) full.remove(document.id);
      for (const reading of readings) if (!gone.includes(reading)) less.add(reading);
      expect(told(all)).toEqual(told(rest));
    }),
    { numRuns: 15 },
  );
});

it('those who were parted are neighbours again once those between them are gone', async () => {
  const { reading } = await told('A bridge collapsed in Tarnow, police said.', 'Outlet', '2024-11-10');
  const one = assertionsOf(reading)[0]!;
  const many = Array.from({ length: 60 }, (_, i) => ({ ...one, id: `x${i}`, statement: `x${i}`, document: `d${i}` }));
  const [all, few] = [memoryStore(), memoryStore()];
  const [full, less] = [claimIndex(all), claimIndex(few)];
  for (const each of many) full.addAssertion(each);
  for (const each of many.slice(0, 20)) less.addAssertion(each);
  for (const each of many.slice(20)) full.remove(each.document);
  expect([...all.relations()].length).toBe((20 * 19) / 2);
  expect([...all.relations()].length).toBe([...few.relations()].length);
});
