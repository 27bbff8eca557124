import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../src/claims/text-diff.ts';
import { slice } from '../../src/text/span.ts';

/** What is not the same, each as "before → after". */
const edits = (before: string, after: string): string[] =>
  diffTexts(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map((edit) => `${slice(before, edit.before)}→${slice(after, edit.after)}`);

describe('words', () => {
  it.each<[reason: string, before: string, after: string, edits: string[]]>([
    ['nothing changed', 'The ferry sank.', 'The ferry sank.', []],
    ['a figure', 'At least 10 men died.', 'At least 12 men died.', ['10→12']],
    ['a figure with its comma is one word', 'Some 10,000 men.', 'Some 12,000 men.', ['10,000→12,000']],
    ['a word put in', 'The ferry sank.', 'The ferry reportedly sank.', ['→reportedly ']],
    ['a word taken out', 'The ferry reportedly sank.', 'The ferry sank.', ['reportedly →']],
    [
      'words side by side are one edit, not three',
      'Two men were held on Monday in Selm.',
      'Three women sat down on Monday in Selm.',
      ['Two men were held→Three women sat down'],
    ],
    ['quotation marks, and not what they hold', 'He said “no”.', 'He said "no".', ['“→"', '”→"']],
    ['one half of a surrogate pair is never cut', 'He wrote 🙂 twice.', 'He wrote 🙃 twice.', ['🙂→🙃']],
  ])('%s', (_reason, before, after, expected) => {
    expect(edits(before, after)).toEqual(expected);
  });
});

describe('paragraphs', () => {
  const [one, two, three] = [
    'The ferry sank off Selm on Monday.',
    'Nobody was hurt, police said.',
    'It was built in 1962.',
  ];
  it.each<[reason: string, before: string[], after: string[], edits: string[]]>([
    ['one put in', [one, three], [one, two, three], [`→${two}\n\n`]],
    ['one taken out', [one, two, three], [one, three], [`${two}\n\n→`]],
    ['one put in at the end', [one], [one, two], [`→\n\n${two}`]],
    [
      'one edited and one put in before it are told apart',
      [one, two],
      [one, 'The owner did not answer calls.', 'Nobody was badly hurt, police said.'],
      ['→The owner did not answer calls.\n\n', '→badly '],
    ],
    [
      'one that only shares "the" with another was not edited into it',
      ['The owner of the ferry, Piet Vandam, did not answer calls.'],
      ['The weather in the strait was good at the time.'],
      ['The owner of the ferry, Piet Vandam, did not answer calls.→The weather in the strait was good at the time.'],
    ],
  ])('%s', (_reason, before, after, expected) => {
    expect(edits(before.join('\n\n'), after.join('\n\n'))).toEqual(expected);
  });
});

const word = fc.constantFrom(
  'the',
  'ferry',
  'sank',
  '10,000',
  '“no”',
  'Selm’s',
  '\n\n',
  '\r\n',
  ' ',
  '  ',
  '🙂',
  '\ud83d',
  '.',
  ' said',
);
const text = fc.oneof(
  fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
  fc.string({ unit: 'binary' }),
);

it('gives back both texts, piece by piece, and calls same only what is', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = diffTexts(before, after);
      expect(found.map((edit) => slice(before, edit.before)).join('')).toBe(before);
      expect(found.map((edit) => slice(after, edit.after)).join('')).toBe(after);
      let [i, j] = [0, 0];
      for (const edit of found) {
        expect([edit.before[0], edit.after[0]]).toEqual([i, j]);
        [i, j] = [edit.before[1], edit.after[1]];
        expect(edit.kind === 'same').toBe(slice(before, edit.before) === slice(after, edit.after));
      }
      expect([i, j]).toEqual([before.length, after.length]);
    }),
    { numRuns: 500 },
  );
});

it('takes long texts that have nothing in common, and one without a full stop', () => {
  const long = (seed: string) => Array.from({ length: 40_000 }, (_, i) => `${seed}${(i * 7919) % 1000}`).join(' ');
  expect(diffTexts(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['changed']);
  expect(edits(`${long('a')} end`, `${long('a')} stop`)).toEqual(['end→stop']);
});
