import { wordList } from '../language/word-list.ts';

const names = new Map(wordList('governments').map(([name, code]) => [name!, code!]));
export const governmentOf = (name: string): string | null => names.get(name) ?? names.get(`the ${name}`) ?? null;
