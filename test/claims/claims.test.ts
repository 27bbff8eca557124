import { beforeAll, expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import type { Assertion } from '../../src/claims/assertion.ts';
import { memoryIndex } from '../../src/claims/claim-index.ts';
import { type Claim, claims } from '../../src/claims/claims.ts';
import type { Relation } from '../../src/claims/relation.ts';
import { type Reading, read } from '../../src/read.ts';

const folder = new URL('../../examples/kursk/', import.meta.url).pathname;
const readings = new Map<string, Reading>();
let assertions: Assertion[];
let relations: Relation[];
let groups: Claim[];

beforeAll(async () => {
  const index = memoryIndex();
  const model = fastModel();
  for await (const capture of gather(folder)) {
    if (capture instanceof Refusal || !/\/0\d-/.test(capture.address)) continue;
    const reading = await read(capture, {}, model);
    readings.set(/(\d\d)-[^/]*$/.exec(capture.address)![1]!, reading);
    index.add(reading);
  }
  assertions = index.assertions();
  relations = index.relations();
  groups = claims(assertions, relations);
});

/** The assertion of a report that has the words, by the number of the report. */
function at(report: string, words: string): Assertion {
  const { document } = readings.get(report)!;
  const start = document.text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  const found = assertions.filter(
    ({ document: id, span }) => id === document.id && span[0] < start + words.length && start < span[1],
  );
  return found.toSorted((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))[0]!;
}

it.each([
  ['a rewrite', '03', 'been injured by Ukrainian fire', 'same', '02', 'was reportedly wounded'],
  ['a citation', '04', 'the officer was wounded', 'same', '03', 'been injured by Ukrainian fire'],
  ['the attribution dropped', '07', 'wounded a senior', 'firmer', '02', 'was reportedly wounded'],
  ['the attribution put back', '08', 'was reportedly wounded', 'weaker', '07', 'wounded a senior'],
  ['a denial of any such thing', '06', 'foreign officer had been hurt', 'denies', '04', 'general has been hurt'],
  ['a figure of another source', '06', 'About 12,000', 'differs in figure', '01', 'At least 10,000'],
  ['"at least" dropped', '07', 'There are 10,000', 'differs in figure', '01', 'At least 10,000'],
  ['a denial of all of them', '05', 'it has sent soldiers', 'denies', '01', 'At least 10,000'],
  ['a denial by "no"', '08', 'sent no soldiers', 'denies', '06', 'About 12,000'],
  ['a denial by "any"', '06', 'any soldiers in Russia', 'denies', '08', 'soldiers are in Kursk'],
  ['other words for fighting', '05', 'gone into combat', 'same', '01', 'Some have already joined'],
  ['a denial of the fighting', '05', 'Not a single soldier', 'denies', '05', 'gone into combat'],
  ['missiles in the document’s own voice', '07', 'Ukraine fired', 'firmer', '01', 'Ukraine fired'],
])('finds %s', (_reason, one, words, relation, two, others) => {
  const [a, b] = [at(one, words), at(two, others)];
  expect(relations.find((each) => each.a === a.id && each.b === b.id)?.relation).toBe(relation);
});

it.each([
  ['the wounding and the troops', '07', 'wounded a senior', '01', 'At least 10,000'],
  ['the troops and the missiles', '01', 'At least 10,000', '01', 'Ukraine fired'],
  ['the missiles and the wounding', '08', 'Ukraine fired', '08', 'was reportedly wounded'],
])('does not make one claim of %s', (_reason, one, words, two, others) => {
  const [a, b] = [at(one, words).id, at(two, others).id];
  expect(groups.filter(({ members }) => members.includes(a) && members.includes(b))).toEqual([]);
});

it('gathers the wounding from six reports or more, and has it affirmed in the headline', () => {
  const group = groups.find(({ members }) => members.includes(at('07', 'wounded a senior').id))!;
  const known = new Map(assertions.map((each) => [each.id, each]));
  expect(new Set(group.members.map((id) => known.get(id)!.document)).size).toBeGreaterThanOrEqual(6);
  expect(known.get(group.headline)!.stance).toBe(1);
});

it('people part what the machine joined, and join what it did not, whatever else speaks for it', () => {
  const [one, two] = [at('03', 'been injured by Ukrainian fire'), at('02', 'was reportedly wounded')];
  const together = (found: readonly Claim[], a: string, b: string) =>
    found.some(({ members }) => members.includes(a) && members.includes(b));
  const decide = (a: string, b: string, holds: boolean) =>
    claims(assertions, relations, [{ a, b, relation: 'same', holds }]);
  expect(together(groups, one.id, two.id)).toBe(true);
  expect(together(decide(one.statement, two.statement, false), one.id, two.id)).toBe(false);
  expect(together(decide(two.statement, one.statement, false), one.id, two.id)).toBe(false);

  const other = at('06', 'About 12,000');
  expect(together(groups, one.id, other.id)).toBe(false);
  expect(together(decide(one.statement, other.statement, true), one.id, other.id)).toBe(true);
});

it.each([
  ['parted, then joined', [false, true], true],
  ['joined, then parted', [true, false], false],
])('of two decisions on one pair the later stands: %s', (_reason, decisions, expected) => {
  const [a, b] = [at('03', 'been injured by Ukrainian fire'), at('02', 'was reportedly wounded')];
  const decided = decisions.map((holds) => ({ a: a.statement, b: b.statement, relation: 'same' as const, holds }));
  const found = claims(assertions, relations, decided);
  expect(found.some(({ members }) => members.includes(a.id) && members.includes(b.id))).toBe(expected);
});

it('a decision on a statement that is not read any more changes nothing', () => {
  const { statement } = at('03', 'been injured by Ukrainian fire');
  const decided = [true, false].map((holds) => ({ a: statement, b: 'gone', relation: 'same' as const, holds }));
  for (const one of decided) expect(claims(assertions, relations, [one])).toEqual(groups);
});

it('a denial that people rejected is none; a weaker one is rejected as the firmer other', () => {
  const without = ([a, b]: readonly [Assertion, Assertion], relation: 'denies' | 'firmer', kept: string) =>
    claims(assertions, relations, [{ a: a.statement, b: b.statement, relation, holds: false }])
      .flatMap((claim) => claim.relations)
      .some((each) => each.relation === kept && [a.id, b.id].includes(each.a) && [a.id, b.id].includes(each.b));
  const denial = [at('06', 'foreign officer had been hurt'), at('04', 'general has been hurt')] as const;
  const [weaker, firmer] = [at('08', 'was reportedly wounded'), at('07', 'wounded a senior')];
  const told = groups.flatMap((claim) => claim.relations);
  expect(told.some(({ a, b, relation }) => relation === 'denies' && a === denial[0].id && b === denial[1].id)).toBe(
    true,
  );
  expect(told.some(({ a, b, relation }) => relation === 'weaker' && a === weaker.id && b === firmer.id)).toBe(true);
  expect(without(denial, 'denies', 'denies')).toBe(false);
  expect(without([firmer, weaker], 'firmer', 'weaker')).toBe(false);
});
