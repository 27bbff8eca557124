import { expect, it } from 'vitest';
import type { DocumentAnswer } from '../../src/api/client.ts';
import { asTyped, decisionsOn, tellersOf } from '../../src/web/reader/told-facts.ts';

type Report = DocumentAnswer['reading'];
const report = { id: 'd1', title: 'Crane falls', outlet: 'The Quay', byline: null, published: '2025-03-10' } as Report;
const typed = (facts: Partial<Report>) => ({ ...asTyped(report), ...facts }) as Parameters<typeof decisionsOn>[1];

it.each<[facts: Partial<Report>, decisions: readonly (readonly [field: string, from: unknown, to: unknown])[], string]>(
  [
    [{}, [], 'nothing was changed'],
    [{ title: ' Crane falls ' }, [], 'spaces are no change'],
    [{ outlet: '' }, [['outlet', 'The Quay', null]], 'an empty field says that there is none'],
    [{ published: '11 March 2025' }, [['published', '2025-03-10', '2025-03-11']], 'a date is kept in one form'],
    [
      { outlet: 'The Pier', byline: 'Ida Holm' },
      [
        ['byline', null, 'Ida Holm'],
        ['outlet', 'The Quay', 'The Pier'],
      ],
      'whose report it is may change what its byline is: told first, that stands as it was seen',
    ],
  ],
)('%j makes %j: %s', (facts, decisions) => {
  const told = decisionsOn(report, typed(facts), 'printed so') as readonly Record<string, unknown>[];
  expect(told.map(({ field, from, to }) => [field, from, to])).toEqual(decisions);
});

it('a date that is none is told before anything is sent', () => {
  expect(() => decisionsOn(report, typed({ title: 'Crane', published: 'some day' }), 'why')).toThrow('give a date');
});

it('who told what is said of what stands so, and of nothing else', () => {
  const fact = (field: string, to: unknown, who: string, undoneBy: number | null = null) =>
    ({ verb: 'correct', who, undoneBy, correction: { field, to } }) as DocumentAnswer['facts'][number];
  const of = (...facts: DocumentAnswer['facts'][number][]) => tellersOf({ reading: report, facts });
  expect(of()).toBeNull();
  expect(of(fact('outlet', 'The Quay', 'Ana', 4))).toBeNull();
  expect(of(fact('outlet', 'The Pier', 'Ana'))).toBeNull();
  expect(of(fact('published', '2025-03-10', 'Bo'), fact('outlet', 'The Quay', 'Ana'))).toBe(
    'outlet and date as told by Bo, Ana',
  );
});
