import { expect, it } from 'vitest';
import { titleSpan } from '../../src/claims/claim-words.ts';

it.each<[reason: string, text: string, said: string, shown: string]>([
  [
    'an "and" that leads on',
    '“The mayor has not resigned and will not resign,” he said.',
    'The mayor has not resigned and',
    'The mayor has not resigned',
  ],
  ['with a comma', 'The bridge fell, but nobody was hurt.', 'The bridge fell, but', 'The bridge fell'],
  [
    'a quotation that closes after it',
    'Thane called the claim "nonsense".',
    'the claim "nonsense',
    'the claim "nonsense"',
  ],
  ['or after its comma', 'The claim was “nonsense,” he said.', 'The claim was “nonsense', 'The claim was “nonsense,”'],
  ['a quotation that is only opened', 'He called it "nonsense".', 'it "', 'it'],
  ['or opened otherwise', 'He called it “nonsense”.', 'it “', 'it'],
  ['one that is closed stays', 'He called it "nonsense" on Monday.', 'it "nonsense"', 'it "nonsense"'],
  [
    'what closes elsewhere stays as it is',
    'He said "the old bridge fell today".',
    '"the old bridge',
    '"the old bridge',
  ],
  ['a word that ends so', 'He paid the band.', 'He paid the band', 'He paid the band'],
  ['nothing else', 'Fire and ice.', 'and', 'and'],
])('the words of a statement that is shown alone: %s', (_reason, text, said, shown) => {
  const start = text.indexOf(said);
  expect(text.slice(...titleSpan([start, start + said.length], text))).toBe(shown);
});
