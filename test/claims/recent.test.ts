import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recent } from '../../src/claims/recent.ts';

/** Asks for these in order ("-a" forgets a), and tells which were made. */
function made(most: number, asked: readonly string[]): string[] {
  const kept = recent<string>(most);
  const found: string[] = [];
  for (const one of asked) {
    if (one.startsWith('-')) kept.forget(one.slice(1));
    else if (kept(one, () => `${found.push(one)} ${one}`).split(' ')[1] !== one) throw new Error(`${one} is another`);
  }
  return found;
}

it.each<[reason: string, asked: string, made: string]>([
  ['what is asked for again is at hand', 'a b a b', 'a b'],
  ['the last two are, however many came before', 'a b c d e d e', 'a b c d e'],
  ['what nobody asked for since goes', 'a b c d e a', 'a b c d e a'],
  ['what was asked for since stays', 'a b a c a d a', 'a b c d'],
  ['what was forgotten is made anew', 'a -a a', 'a a'],
  ['in whichever half it stands', 'a b c -a a', 'a b c a'],
  ['in both', 'a b c a -a a', 'a b c a'],
])('%s', (_reason, asked, expected) => {
  expect(made(2, asked.split(' ')).join(' ')).toBe(expected);
});

it('keeps as many as it says, whatever is asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom(...'abcdefgh')), (most, before) => {
      const last = [...new Set(before.toReversed())].slice(0, most);
      expect(made(most, [...before, ...last])).toEqual(made(most, before));
    }),
  );
});
