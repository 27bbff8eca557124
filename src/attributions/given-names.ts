import { wordList } from '../text/word-list.ts';

const names = new Map(wordList('given-names').map(([name, gender]) => [name!, gender as 'male' | 'female']));

/** "Óscar" → "Oscar", as the list has it; "Jean-Marc" by its first part */
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}|-.*$/gu, '');

/** Whose name it nearly always is; null where both bear it, or nobody listed does. */
export const genderOfGiven = (word: string): 'male' | 'female' | null =>
  names.get(word) ?? names.get(plain(word)) ?? null;

export const isGivenName = (word: string): boolean => genderOfGiven(word) !== null;
