import { expect, it } from 'vitest';
import { wordPieces } from '../../../src/attributions/model/word-pieces.ts';

const VOCABULARY = '[PAD] [UNK] . ’ - kim ##s re ##port ##ed report uber 北 . ##é cafe'.split(' ');
const pieces = wordPieces(VOCABULARY.join('\n'));
const named = (word: string) => pieces(word).map((number) => VOCABULARY[number]);

it.each<[reason: string, word: string, expected: string[]]>([
  ['a word of the vocabulary', 'kim', ['kim']],
  ['capitals are not told apart', 'KIM', ['kim']],
  ['the longest piece first', 'reported', ['report', '##ed']],
  ['accents go', 'Über', ['uber']],
  ['accents go before pieces are looked up', 'café', ['cafe']],
  ['marks stand alone', 'Kim-Kim', ['kim', '-', 'kim']],
  ['an apostrophe', '’s', ['’', '[UNK]']],
  ['a word with a stretch that no piece covers is unknown as a whole', 'kimx', ['[UNK]']],
  ['a Chinese character is a word', '北北', ['北', '北']],
  ['nothing but a soft hyphen', '\u00ad', ['[UNK]']],
  ['only the beginning of an endless one', 'kim-'.repeat(50), ['kim', '-', 'kim', '-', 'kim', '-', 'kim', '-']],
])('%s', (_reason, word, expected) => {
  expect(named(word)).toEqual(expected);
});
