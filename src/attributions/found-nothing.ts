import type { Parse } from '../language/parse.ts';
import type { Candidate } from './candidates.ts';

/** "found no sign of an attack": whoever looked and found none denies it, if mildly. */
const NONE_FOUND =
  /^(?:(?:ha[sd]|have|having|could|can|did|so far|yet|also|again|still|\w+ly)\s+)*(?:f[io]und|finds|finding|s[ae]w|sees|seen|seeing|detect(?:s|ed)?|discover(?:s|ed)?|uncover(?:s|ed)?)\s+(?:absolutely\s+)?no\s+(?:\p{Ll}+\s+)?(?:signs?|evidence|traces?|indications?)(?:\s+(?:of|for|that))?\s*$/iu;
/** "knew nothing of it", "had no comment on it", "offered no proof of it": nothing is said of whether it is so. */
const NOTHING_SAID =
  /^(?:(?:ha[sd]|have|having|also|again|still|\w+ly)\s+)*(?:kn[eo]ws?|known|knowing)\s+nothing\s+(?:of|about)\b|^(?:ha[sd]|have|having)\s+no\s+(?:\p{Ll}+\s+)?(?:knowledge|information|comment|recollection|memory)\b|^(?:(?:ha[sd]|have|having|also|\w+ly)\s+)*(?:offer|g[ai]v|provid|produc|present)\p{Ll}*\s+no\s+(?:\p{Ll}+\s+)?(?:proof|evidence)\b/iu;
/** In UTF-16 units: "nothing about", "no further evidence", where they are read as what is said. */
const INTO_CONTENT = 24;

/** What "no sign of" and "nothing of" before the content make of it; null where there is no such thing. */
export function foundNothing({ text }: Parse, { cue, content }: Candidate): 'denies' | 'undecided' | null {
  const [[start] = [0], [what] = [0]] = [cue[0], content[0]];
  if (!cue[0] || !content[0] || what < start || what - start > LONGEST) return null;
  if (NONE_FOUND.test(text.slice(start, what))) return 'denies';
  return NOTHING_SAID.test(text.slice(start, what + INTO_CONTENT)) ? 'undecided' : null;
}
/** In UTF-16 units: a longer way is no cue. */
const LONGEST = 80;
