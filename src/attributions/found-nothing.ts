import type { Parse } from '../language/parse.ts';
import type { Candidate } from './candidates.ts';

const ALSO = '(?:ha[sd]|have|having|could|can|did|so\\s+far|yet|also|again|still|\\w+ly)';
const FINDS = 'f[io]und|finds|finding|detect(?:s|ed)?|discover(?:s|ed)?|uncover(?:s|ed)?';
const SEES = 's[ae]w|sees?|seen|seeing|ha[sd]|have|having';
const SIGN = '(?:\\p{Ll}+\\s+)?(?:signs?|evidence|traces?|indications?)(?:\\s+(?:of|for|that))?\\s*$';
const NOT = "^(?:ha[sd]|have|could|can|do|does|did)\\s*(?:not|n[’']t)\\s+(?:(?:yet|also|so\\s+far)\\s+)?";
/** "found no sign of an attack", "has not found any": whoever looked and found none denies it, if mildly. */
const NONE_FOUND = new RegExp(
  `^(?:${ALSO}\\s+)*(?:${FINDS}|${SEES})\\s+(?:absolutely\\s+)?no\\s+${SIGN}|${NOT}(?:${FINDS}|${SEES})\\s+any\\s+${SIGN}`,
  'iu',
);
/** "has not detected | A LEAK"; of "did not find | the boy" nothing is denied. */
const NOT_FOUND = new RegExp(`${NOT}(?:${FINDS})\\s+(?:an?|any)\\s`, 'iu');
/** "saw NO REASON to jail him": whether he was is not said. */
const NO_REASON = /^no\s+(?:\p{Ll}+\s+)?(?:reason|need|grounds|point|cause)s?\s*$/iu;
/** "knew nothing of it", "had no comment on it", "offered no proof of it": nothing is said of whether it is so. */
const NOTHING_SAID =
  /^(?:(?:ha[sd]|have|having|also|again|still|\w+ly)\s+)*(?:kn[eo]ws?|known|knowing)\s+nothing\s+(?:of|about)\b|^(?:ha[sd]|have|having)\s+no\s+(?:\p{Ll}+\s+)?(?:knowledge|information|comment|recollection|memory)\b|^(?:(?:ha[sd]|have|having|also|\w+ly)\s+)*(?:offer|g[ai]v|provid|produc|present)\p{Ll}*\s+no\s+(?:\p{Ll}+\s+)?(?:proof|evidence)\b/iu;
/** In UTF-16 units: "nothing about", "no further evidence", where they are read as what is said. */
const INTO_CONTENT = 24;

/** What "no sign of" and "nothing of" before the content make of it; null where there is no such thing. */
export function foundNothing({ text }: Parse, { cue, content }: Candidate): 'denies' | 'undecided' | null {
  const [[start] = [0], [what] = [0]] = [cue[0], content[0]];
  if (!cue[0] || !content[0] || what < start || what - start > LONGEST) return null;
  const [before, into] = [text.slice(start, what), text.slice(start, what + INTO_CONTENT)];
  if (NONE_FOUND.test(before) || NOT_FOUND.test(into)) return 'denies';
  return NO_REASON.test(before) || NOTHING_SAID.test(into) ? 'undecided' : null;
}
/** In UTF-16 units: a longer way is no cue. */
const LONGEST = 80;
