import { wordList } from '../language/word-list.ts';

const names = new Map(wordList('given-names').map(([name, gender]) => [name!, gender as 'male' | 'female']));

/** Whose name it nearly always is; null where both bear it, or nobody listed does. */
export const genderOfGiven = (word: string): 'male' | 'female' | null => names.get(word) ?? null;

export const isGivenName = (word: string): boolean => names.has(word);
