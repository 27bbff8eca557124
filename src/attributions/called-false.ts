import type { Parse } from '../language/parse.ts';
import { words } from '../text/span.ts';
import type { Candidate } from './candidates.ts';

/** Words for what is not true. */
export const FALSE =
  /\b(?:false|fake|untrue|not true|hoax|baseless|groundless|unfounded|fabricat\w*|fiction|fairy tale|nonsense|lies?|wrong|bogus|rumou?rs?|invented|slander|propaganda|disinformation)\b/i;

/** "the claim “nonsense”", "all reports of a raid false": what somebody else said, and what it is called. */
const CLAIM =
  /^(?:(?:all|any|both|such|those|these|the|this|that|its|their|his|her)\s+)*(?:\p{Ll}+\s+)?(?:reports?|claims?|allegations?|accusations?|charges?|assertions?|stor(?:y|ies)|rumou?rs?|statements?|accounts?|suggestions?|it|this|that)\s/iu;

/** "called the claim “nonsense”": whoever calls it so denies it. */
export function isCalledFalse({ text }: Parse, { lemma, content }: Candidate): boolean {
  if (!/^(?:call|label|brand|describe|denounce|condemn)$/.test(lemma)) return false;
  const said = words(text, content).replace(/["“”]/g, '');
  const claim = CLAIM.exec(said);
  return claim !== null && FALSE.test(said.slice(claim[0].length)) && !/\b(?:not|no|never)\s+(?!true)/i.test(said);
}
