import type { Parse, Word } from '../language/parse.ts';
import { lower } from './tree.ts';

/** "claimed [at least 40 more] lives" */
const MOST_BETWEEN = 6;
const OWN = /^(?:my|his|her|its|our|their)$/;
const MANY = /^(?:a|no|any|some|few|several|many|more|other|countless|innumerable|of|hundred|thousand|million)$/;
const WHOSE = /^(?:innocent|human|civilian|young)$/;

/** "The blast claimed the lives of nine", "has claimed nine lives": a verb of saying that says nothing. */
export function isIdiom({ words }: Parse, at: number): boolean {
  if (!/^claim(?:s|ed|ing)?$/.test(lower(words[at]!))) return false;
  const after = words.slice(at + 1, at + 2 + MOST_BETWEEN);
  const lives = after.findIndex((word) => /^(?:life|lives)$/.test(lower(word)));
  if (lives < 0) return false;
  const [before, next] = [after.slice(0, lives), after[lives + 1]];
  return areTaken(before, after[lives]!, next) && !before.some(opensClause) && !isVerbal(next);
}

/** "claimed NINE lives", "THE life OF a miner"; not "the suspect lives there", "life on Mars" */
function areTaken(before: readonly Word[], word: Word, next: Word | undefined): boolean {
  const last = before.findLast((one) => !WHOSE.test(lower(one)));
  if (!last) return lower(word) === 'lives';
  if (lower(last) === 'the') return next !== undefined && lower(next) === 'of';
  return last.tag === 'CD' || OWN.test(lower(last)) || MANY.test(lower(last));
}

const opensClause = (word: Word): boolean => isVerbal(word) || /^(?:that|[,.:“"])$/.test(word.text);
/** "claimed nine lives WERE lost" */
const isVerbal = (word: Word | undefined): boolean => word !== undefined && /^(?:VB|MD|W|PRP$)/.test(word.tag);
