import { expect, it } from 'vitest';
import { conll } from '../../bench/claims/conll.ts';

const sets = (...clusters: string[]): Set<string>[] => clusters.map((cluster) => new Set(cluster));

it.each<[reason: string, found: Set<string>[], gold: Set<string>[], f1: [muc: number, b3: number, ceafe: number]]>([
  ['the same clusters', sets('ab', 'cd'), sets('ab', 'cd'), [1, 1, 1]],
  [
    'one cluster cut in two: 2 of 3 links, half of each, one of the two paired',
    sets('ab', 'cd'),
    sets('abcd'),
    [0.8, 2 / 3, 4 / 9],
  ],
  ['two clusters made one', sets('abcd'), sets('ab', 'cd'), [0.8, 2 / 3, 4 / 9]],
  ['nothing of gold is found', sets('xy'), sets('ab'), [0, 0, 0]],
  ['a mention that gold has not takes from precision alone', sets('ab', 'x'), sets('ab'), [1, 0.8, 2 / 3]],
])('%s', (_reason, found, gold, [muc, b3, ceafe]) => {
  const score = conll(found, gold);
  expect(score.muc.f1).toBeCloseTo(muc);
  expect(score.b3.f1).toBeCloseTo(b3);
  expect(score.ceafe.f1).toBeCloseTo(ceafe);
  expect(score.f1).toBeCloseTo((muc + b3 + ceafe) / 3);
});
