import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import { contested, type Value, viewOf } from '../../src/claims/contested.ts';
import { lifeOf } from '../../src/claims/life.ts';
import { lineages } from '../../src/claims/lineage.ts';
import { type Links, linksOf } from '../../src/claims/links.ts';
import { type Reading, read, readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

const readings: Reading[] = [];
let links: Links;
beforeAll(async () => {
  for await (const capture of gather('examples/kursk'))
    if (!(capture instanceof Refusal)) readings.push(await read(capture));
  links = linksOf(readings);
});

const wording = (id: string): string => {
  const { document, span } = links.assertions.get(id)!;
  return links.readings.get(document)!.document.text.slice(...span);
};
const claimWith = (words: string) =>
  links.claims.find(({ members }) => members.some((id) => wording(id).includes(words)))!;
const outlet = (id: string | null): string | null => (id && links.readings.get(id)!.document.outlet) ?? null;
const lineage = (words: string) => lineages(links)(claimWith(words));

describe('the example coverage', () => {
  it('counts origins, not outlets, and versions of a page once: six documents, five reports, one origin', () => {
    const { headline, origins, versions } = lineage('senior North Korean general serving');
    expect(headline).toBe('5 reports · 1 origin · 0 named');
    expect(Object.values(versions).map((ids) => ids.map(outlet))).toEqual([['Quill Daily', 'Quill Daily']]);
    expect(origins.map(({ name, named }) => [name.toLowerCase(), named])).toEqual([
      [expect.stringMatching(/^western officials/), false],
    ]);
  });

  it('tells who took it from whom, with the words that say so', () => {
    const { edges } = lineage('senior North Korean general serving');
    expect(edges.map(({ from, to, state, cited }) => [outlet(from), state, outlet(to), cited]).sort()).toEqual([
      ['Halyard News Agency', 'copy', 'The Wexley Courier', 'contains'],
      ['Quill Daily', 'relies on', 'The Wexley Courier', 'contains'],
      ['The Northgate Examiner', 'relies on', 'The Wexley Courier', 'contains'],
      ['The Vistula Dispatch', 'relies on', 'Halyard News Agency', 'contains'],
      ['The Vistula Dispatch', 'relies on', 'The Northgate Examiner', 'contains'],
    ]);
    for (const { evidence } of edges) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { document, span, words } of evidence)
        if (span) expect(links.readings.get(document)!.document.text.slice(...span)).toContain(words.split(' ')[0]!);
    }
  });

  it('follows a claim: first said, hardened with its source dropped, softened when corrected, denied', () => {
    const life = lifeOf(claimWith('senior North Korean general serving'), links.assertions, links.readings);
    const turnsIn = (name: string) =>
      new Set(life.filter(({ document }) => outlet(document) === name).flatMap(({ turns }) => turns));
    expect(outlet(life[0]!.document)).toBe('The Wexley Courier');
    expect(life[0]!.turns).toEqual(['first said']);
    expect(turnsIn('Quill Daily')).toContain('hardened');
    expect(turnsIn('Quill Daily')).toContain('attribution dropped');
    expect(turnsIn('Quill Daily')).toContain('softened');
    expect(turnsIn('The Podil Post')).toContain('denied');
  });

  it('holds figures of one question side by side, with who gave each', () => {
    const contest = contested(links.claims, links.assertions, links.readings).find(({ values }) => values.length > 0)!;
    expect(contest.values.map(({ min, max }) => `${min}–${max}`)).toContain('10000–null');
    expect(contest.values.map(({ min, max }) => `${min}–${max}`)).toContain('12000–12000');
    expect(contest.denials.length).toBeGreaterThan(0);
  });
});

const value = (min: number | null, max: number | null): Value => {
  const rest = {
    assertion: 'a',
    document: 'd',
    published: null,
    source: null,
    name: null,
    span: [0, 1] as const,
    unit: null,
  };
  return { ...rest, min, max, approximate: false, takenBack: false };
};

it.each([
  ['lowest', { min: 8, max: 8 }],
  ['highest', { min: 20, max: 20 }],
  ['latest', { min: 12, max: null }],
  ['range', { min: 8, max: 20 }],
] as const)('one number only by a rule with a name: %s', (view, expected) => {
  expect(viewOf([value(8, 10), value(20, 20), value(12, null)], view)).toEqual(expected);
  expect(viewOf([], view)).toBeNull();
});

it('a figure that was taken back counts in no rule', () => {
  const back = { ...value(30, 30), takenBack: true };
  expect(viewOf([value(8, 8), back], 'highest')).toEqual({ min: 8, max: 8 });
  expect(viewOf([back], 'highest')).toBeNull();
});

const report = (text: string, outletName: string, published: string): Promise<Reading> =>
  readDocument({ ...documentFrom([text]), outlet: outletName, published }, fastModel());

it.each<[reason: string, days: [string, string], claims: number, day?: string]>([
  ['a toll that rose overnight', ['2025-03-01', '2025-03-02'], 1],
  ['the same words of another strike, a year later', ['2025-03-01', '2026-03-02'], 0],
  ['the same strike a year later, by its day', ['2025-03-01', '2026-03-02'], 1, ' on February 28, 2025'],
])('figures of one event: %s', async (_reason, [first, second], claims, day = '') => {
  const strike = `An air strike on the city of Aleppo${day}`;
  const two = await Promise.all([
    report(`${strike} killed eight civilians, activists said.`, 'The Post', first),
    report(`${strike} killed at least 11 civilians, activists said.`, 'The Herald', second),
  ]);
  expect(linksOf(two).claims.length).toBe(claims);
});

test('the same links in whatever order the reports come', () => {
  const told = ({ claims, copies, relations }: Links) => JSON.stringify([claims, copies, relations]);
  const wanted = told(links);
  fc.assert(
    fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (order) => {
      expect(told(linksOf(order))).toBe(wanted);
    }),
    { numRuns: 6 },
  );
});
