import { expect, it } from 'vitest';
import { type DecidedPair, decidedPairs } from '../../src/claims/decided-pairs.ts';

const asserts: Readonly<Record<string, string[]>> = { a: ['a', 'a.2'], b: ['b.2'], c: ['c'], no: ['no'] };
const told = (...pairs: [a: string, b: string, relation: DecidedPair['relation'], holds: boolean][]) =>
  decidedPairs(
    pairs.map(([a, b, relation, holds]) => ({ a, b, relation, holds })),
    (statement) => asserts[statement] ?? [],
    (id) => (id === 'no' ? -1 : 1),
  );

it.each([
  ['all that two statements assert is held apart', told(['a', 'b', 'same', false]), 'a.2', ['b.2'], []],
  ['from the other side as well', told(['a', 'b', 'same', false]), 'b.2', ['a', 'a.2'], []],
  ['the first things that two assert are joined', told(['a', 'b', 'same', true]), 'a', [], ['b.2']],
  ['no more than these', told(['a', 'b', 'same', true]), 'a.2', [], []],
  ['a denial joins nobody', told(['a', 'c', 'denies', true]), 'a', [], []],
  [
    'nor does a statement that denies, though people put it with what it denies',
    told(['c', 'no', 'same', true]),
    'c',
    [],
    [],
  ],
  ['that one is not firmer parts nobody', told(['a', 'c', 'firmer', false]), 'a', [], []],
  ['the later stands', told(['a', 'c', 'same', false], ['c', 'a', 'same', true]), 'a', [], ['c']],
  ['of a statement that is not there nothing is told', told(['a', 'x', 'same', true]), 'a', [], []],
])('%s', (_reason, decided, id, apart, united) => {
  expect(decided.apart(id)).toEqual(apart);
  expect(decided.united(id)).toEqual(united);
});

it('what people told themselves, or rejected, the machine tells no more, in whatever writing', () => {
  const decided = told(['a', 'b', 'firmer', false]);
  expect(decided.stands({ a: 'a', b: 'b.2', relation: 'firmer' })).toBe(false);
  expect(decided.stands({ a: 'b.2', b: 'a.2', relation: 'weaker' })).toBe(false);
  expect(decided.stands({ a: 'a', b: 'b.2', relation: 'same' })).toBe(true);
  expect(told(['a', 'b', 'denies', true]).confirmed('b.2')).toEqual([
    { a: 'a', b: 'b.2', relation: 'denies', score: 1, evidence: [], confirmed: true },
  ]);
});

it('put with what it denies, a statement is set against it, once, until people part the two', () => {
  const against = { a: 'no', b: 'c', relation: 'denies' } as const;
  const decided = told(['c', 'no', 'same', true]);
  for (const id of ['c', 'no'])
    expect(decided.confirmed(id)).toEqual([{ ...against, score: 1, evidence: [], confirmed: true }]);
  expect(decided.stands(against)).toBe(false);
  const parted = told(['c', 'no', 'same', true], ['no', 'c', 'same', false]);
  expect([parted.confirmed('c'), parted.stands(against), parted.apart('c')]).toEqual([[], true, ['no']]);
});
