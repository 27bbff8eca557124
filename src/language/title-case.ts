import type { Document } from '../text/document.ts';
import type { Token } from './tokens.ts';

/** Words of headlines that are names in no headline, and that a short body may lack. */
const COMMON = new Set(
  (
    'a an and are as at be but by could for from had has have he her his how if in into is it its may might new no not of off on or over says say said ' +
    'she should than that the their them they this to up was were what when where who why will with would after before amid against about ' +
    'warn warns warned deny denies denied claim claims claimed accuse accuses accused report reports reported tell tells told admit admits ' +
    'confirm confirms confirmed reject rejects rejected insist insists allege alleges call calls called urge urges urged think thinks believe believes ' +
    'wounded injured killed hit strike strikes troops officials sources experts analysts police government minister general soldiers war'
  ).split(' '),
);

/** Do Nearly All Words Begin With A Capital? */
export function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{4,}/u.test(text));
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  return words.length > 1 && capitals.length / words.length > 0.8;
}

/** The words that the body of a document writes small. */
export function bodyWords(document: Document): ReadonlySet<string> {
  const headed = document.blocks.some(({ kind }) => /^head/.test(kind));
  return headed ? new Set(document.text.match(/(?<![\p{L}])\p{Ll}[\p{L}’'-]*/gu)) : new Set();
}

/** "General From North Korea" → "general from North Korea": a capital goes where the body writes the word small. */
export function untitled(word: string, body: ReadonlySet<string>): string {
  const small = word.toLowerCase();
  return body.has(small) || COMMON.has(small) ? small : word;
}
