import type { Parse, Word } from '../language/parse.ts';
import { lower } from './tree.ts';

/** "claimed [at least 40 more] lives" */
const MOST_BETWEEN = 6;

/** "The blast claimed the lives of nine", "has claimed nine lives": a verb of saying that says nothing. */
export function isIdiom({ words }: Parse, at: number): boolean {
  if (!/^claim(?:s|ed|ing)?$/.test(lower(words[at]!))) return false;
  const after = words.slice(at + 1, at + 2 + MOST_BETWEEN);
  const lives = after.findIndex((word) => /^(?:life|lives)$/.test(lower(word)));
  return lives >= 0 && !after.slice(0, lives).some(opensClause) && !isVerbal(after[lives + 1]);
}

const opensClause = (word: Word): boolean => isVerbal(word) || /^(?:that|[,.:“"])$/.test(word.text);
/** "claimed nine lives WERE lost" */
const isVerbal = (word: Word | undefined): boolean => word !== undefined && /^(?:VB|MD|W|PRP$)/.test(word.tag);
