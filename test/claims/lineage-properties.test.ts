import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import { lifeOf } from '../../src/claims/life.ts';
import { type Lineage, lineages } from '../../src/claims/lineage.ts';
import { reportPairs, stateBetween } from '../../src/claims/lineage-state.ts';
import { type Links, linksOf } from '../../src/claims/links.ts';
import { type Reading, read, readDocument } from '../../src/read.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

const OUTLETS = ['Selm Post', 'Harbour Herald', 'Wexley Gazette', 'Tarn Courier'];
const FACTS = [
  'At least 40 soldiers died in the Selm harbour fire',
  'At least 40 soldiers died in the fire at Selm harbour',
  'At the Selm harbour fire at least 40 soldiers died',
];
const SOURCES = [
  'officials said',
  'Mayor Ana Torv said',
  'General Bo Lind said',
  ...OUTLETS.map((name) => `the ${name} reported`),
];

const kursk: Reading[] = [];
beforeAll(async () => {
  for await (const capture of gather('examples/kursk'))
    if (!(capture instanceof Refusal)) kursk.push(await read(capture, {}, fastModel()));
});

const someReport = fc.record({
  fact: fc.constantFrom(...FACTS),
  source: fc.option(fc.constantFrom(...SOURCES)),
  outlet: fc.constantFrom(...OUTLETS),
  day: fc.option(fc.integer({ min: 1, max: 9 })),
  page: fc.option(fc.integer({ min: 1, max: 3 })),
});

async function made(reports: readonly (typeof someReport extends fc.Arbitrary<infer T> ? T : never)[]): Promise<Links> {
  const readings = reports.map(({ fact, source, outlet, day, page }, n) => {
    const url = page === null ? null : `https://${outlet.replace(' ', '-').toLowerCase()}.example/fire/${page}`;
    const document = documentFrom([`${fact}${source === null ? '' : `, ${source}`}.`, `Report ${n}.`]);
    return readDocument({ ...document, outlet, url, published: day === null ? null : `2025-03-0${day}` }, fastModel());
  });
  return linksOf(await Promise.all(readings));
}

/** What holds of every lineage, whatever the reports. */
function isSound(lineage: Lineage, { readings }: Links): void {
  const { reports, versions, edges, origins, reaches, notRecorded } = lineage;
  const known = new Set(origins.map(({ key }) => key));
  expect(Object.keys(reaches).sort()).toEqual([...reports].sort());
  expect(notRecorded).toEqual(reports.filter((id) => reaches[id]!.length === 0));
  for (const keys of Object.values(reaches)) expect(keys.every((key) => known.has(key))).toBe(true);
  for (const { key, documents } of origins) for (const id of documents) expect(reaches[id]).toContain(key);
  for (const [first, all] of Object.entries(versions)) {
    expect(all[0]).toBe(first);
    expect(all.slice(1).some((id) => reports.includes(id))).toBe(false);
  }
  for (const { from, to, cited, looked, evidence } of edges) {
    expect(reports).toContain(from);
    expect(to === from).toBe(false);
    if (cited === 'contains') expect(reports).toContain(to);
    else expect(to === null || looked.includes(to)).toBe(true);
    for (const { document, span, words } of evidence)
      if (span) expect(slice(readings.get(document)!.document.text, span)).toBe(words);
  }
  for (const { a, b, state } of reportPairs(lineage) ?? []) {
    expect(stateBetween(lineage, b, a)).toBe(state);
    if (state === 'independent') expect(reaches[a]!.some((key) => reaches[b]!.includes(key))).toBe(false);
    if (state === 'lineage not recorded') expect(notRecorded.includes(a) || notRecorded.includes(b)).toBe(true);
  }
}

test('every lineage of the example coverage is sound', () => {
  const links = linksOf(kursk);
  const lineageOf = lineages(links);
  for (const claim of links.claims) isSound(lineageOf(claim), links);
});

/** The one cites the other, and the other copies a version of the one that cites it. */
const TAKEN_BOTH_WAYS = [
  { fact: FACTS[0]!, source: 'the Harbour Herald reported', outlet: 'Selm Post', day: 1, page: null },
  { fact: FACTS[0]!, source: 'the Harbour Herald reported', outlet: 'Selm Post', day: 2, page: null },
  { fact: FACTS[0]!, source: 'the Selm Post reported', outlet: 'Harbour Herald', day: null, page: null },
  { fact: FACTS[0]!, source: null, outlet: 'Selm Post', day: null, page: null },
  { fact: FACTS[0]!, source: null, outlet: 'Selm Post', day: null, page: null },
];

test('a lineage is sound whoever cites whom, and when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someReport, { minLength: 2, maxLength: 7 }), async (reports) => {
      const links = await made(reports);
      const lineageOf = lineages(links);
      for (const claim of links.claims) isSound(lineageOf(claim), links);
    }),
    { numRuns: 60, examples: [[TAKEN_BOTH_WAYS]] },
  );
}, 60_000);

test('lineages and lives are the same in whatever order reports come', () => {
  const told = (links: Links) => {
    const lineageOf = lineages(links);
    return JSON.stringify(
      links.claims.map((claim) => [lineageOf(claim), lifeOf(claim, links.assertions, links.readings)]),
    );
  };
  const wanted = told(linksOf(kursk));
  fc.assert(
    fc.property(fc.shuffledSubarray(kursk, { minLength: kursk.length }), (order) => {
      expect(told(linksOf(order))).toBe(wanted);
    }),
    { numRuns: 4 },
  );
});
