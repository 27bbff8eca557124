import { expect, it } from 'vitest';
import { englishCues } from '../../../src/attributions/lexicon.ts';
import { couldAttribute } from '../../../src/attributions/model/gate.ts';
import { windowsOf } from '../../../src/attributions/model/windows.ts';
import { parse } from '../../../src/language/parse.ts';
import { documentFrom } from '../document.ts';

const everything = () => true;
/** Each word one piece, its length. */
const byLength = (word: string) => [word.length];

it('a window has its pieces between two marks, with how words are written and whether they are quoted', () => {
  const [window] = windowsOf(parse(documentFrom(['Kim told NATO: “No, iPhone 5.”'])), byLength, everything);
  expect([...window!.ids]).toEqual([101, 3, 4, 4, 1, 1, 2, 1, 6, 1, 1, 1, 102]);
  expect([...window!.first]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  // Title, small, CAPITALS, no letters …
  expect([...window!.case]).toEqual([4, 1, 0, 2, 4, 4, 1, 4, 3, 4, 4, 4, 4]);
  expect([...window!.quoted]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0]);
});

it('paragraphs are packed whole, and every word is read once', () => {
  const document = parse(documentFrom(Array.from({ length: 12 }, () => 'He said it rained a lot. '.repeat(10).trim())));
  const windows = windowsOf(document, byLength, everything);
  expect(windows.length).toBeGreaterThan(1);
  for (const { ids, paragraphs } of windows) {
    expect(ids.length).toBeLessThanOrEqual(256);
    for (const { words } of paragraphs) expect(words).toHaveLength(70);
  }
  const read = windows.flatMap(({ paragraphs }) => paragraphs.flatMap(({ words }) => words));
  expect(read).toEqual(document.words.map((_, word) => word));
});

it('a paragraph too long for a window is cut between sentences, whatever its words are made of', () => {
  const document = parse(documentFrom(['He said it rained a lot. '.repeat(40).trim()]));
  const windows = windowsOf(document, () => [1, 2, 3], everything);
  const paragraphs = windows.flatMap((window) => window.paragraphs);
  expect(paragraphs.flatMap(({ words }) => words)).toHaveLength(document.words.length);
  for (const { words } of paragraphs) expect(words.length % 7).toBe(0);
});

it.each<[reason: string, sentence: string, kept: boolean]>([
  ['a verb', 'The bridge fell.', true],
  ['a quotation', '“A disgrace.”', true],
  ['a colon', 'Mayor: no comment.', true],
  ['a dash before a name', '― Ilse Varga.', true],
  ['a noun that has been a cue', 'No comment.', true],
  ['a place and a day', 'Harbour Street, Tuesday.', false],
  ['a score', 'Wexley 3, Halyard 1.', false],
])('gate: %s', (_reason, sentence, kept) => {
  const parsed = parse(documentFrom([sentence]));
  expect(parsed.sentences.map(couldAttribute(parsed, englishCues()))).toEqual([kept]);
});
