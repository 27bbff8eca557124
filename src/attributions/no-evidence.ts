import type { Parse } from '../language/parse.ts';
import { isVerb, sentenceOf } from './tree.ts';

/** "that the ferry [hit]", "in the file that the ferry [hit]", "the ferry [hit]" */
const CLAUSE =
  "(?:(?:[\\p{L}’'-]+\\s+){0,6}?that\\s+|(?!(?:of|for|against|in|at|on|from|by|about|to|is|was|were|has|had|which|who)\\s))(?:(?!(?:and|but|or|said|says)\\s)[\\p{L}\\p{N}’'-]+\\s+){0,14}$";
const NO =
  "\\b(?:no|(?:not|n[’']t)\\s+(?:(?:yet|also|have|found|find|seen|see)\\s+)*(?:any\\s+)?)\\s*(?:\\p{Ll}+\\s+)?";
const UNSEEN = new RegExp(
  `${NO}(?:(?:signs?|evidence|indications?|hints?)(?:\\s+whatsoever)?(?:\\s+to\\s+(?:suggest|show|indicate))?|reasons?\\s+to\\s+(?:believe|think|suspect|suppose))\\s+${CLAUSE}`,
  'iu',
);
const UNPROVEN = new RegExp(
  `(?:${NO}proofs?|(?:offer|g[ai]v|provid|produc|present)\\p{Ll}*\\s+no\\s+(?:\\p{Ll}+\\s+)?(?:evidence|proofs?))\\s+${CLAUSE}`,
  'iu',
);
/** "no evidence that the man who [fled] had paid" */
const OF_WHOM = /\b(?:who|which|whose)\s+(?:(?:had|has|have|was|were)\s+)*$/i;
/** Most texts have none of these. */
const OPENS = /\b(?:evidence|signs?|indications?|hints?|proofs?|reasons?)\s/i;
const texts = new WeakMap<Parse, boolean>();
function mayHave(parse: Parse): boolean {
  const known = texts.get(parse) ?? OPENS.test(parse.text);
  texts.set(parse, known);
  return known;
}

/** In characters: so far before a word stands what it is under. */
const BEFORE = 200;

/**
 * "NO EVIDENCE THAT money was stolen" says, if mildly, that it was not; proof that nobody gave says nothing. Null for a
 * word that is under no such words.
 *
 * @param from where what is said begins: who finds no evidence stands outside of it
 */
export function noEvidence(
  parse: Parse,
  at: number,
  from = sentenceOf(parse, at).span[0],
): 'denies' | 'undecided' | null {
  const word = parse.words[at]!;
  if (!isVerb(word) || !mayHave(parse)) return null;
  const before = parse.text.slice(Math.max(word.start - BEFORE, from), word.start);
  if (OF_WHOM.test(before)) return null;
  if (UNPROVEN.test(before)) return 'undecided';
  return UNSEEN.test(before) ? 'denies' : null;
}
