import { overlaps } from '../text/span.ts';
import type { Attribution } from './attribution.ts';

/** What one says and may take back. Charges that are withdrawn are dropped by a court, and troops are no words. */
const SAID =
  'claims?|statements?|allegations?|accusations?|assertions?|testimony|testimonies|confessions?|remarks?|comments?|reports?|accounts?|versions?|stor(?:y|ies)|estimates?|figures?|tolls?|denials?|predictions?|warnings?|insistence|contention|suggestions?|words|admissions?';
/** "a story CLAIMING that the mayor fled" */
const SAYING =
  '(?:\\s+(?:(?:which|that)\\s+)?(?:claim(?:ing|ed)|saying|said|alleg(?:ing|ed)|stat(?:ing|ed)|suggest(?:ing|ed)|report(?:ing|ed)|assert(?:ing|ed)))?';
const UNSAYS =
  'withdr(?:aws|ew|awn|awing)|renounc(?:es|ed|ing)|rescind(?:s|ed|ing)|t(?:akes|ook|aken|aking)\\s+back|(?:walk|row|dial|roll)(?:s|ed|ing)\\s+back(?:\\s+on)?|disown(?:s|ed|ing)|back(?:s|ed|ing)\\s+away\\s+from|back(?:tracks|tracked|tracking|pedall?ed|pedals|pedall?ing)\\s+(?:on|from)|(?:goes|went|gone|going)\\s+back\\s+on';
const UNSAYS_ALONE = 'retract(?:s|ed|ing)|recant(?:s|ed|ing)';
/** Only where it is done: "retracted", and "agreed to retract"; who is urged to retract has not. */
const DONE_TO =
  '(?:agreed|forced|obliged|compelled|made|had|moved|decided)\\s+to\\s+(?:\\w+ly\\s+)?(?:retract|recant|withdraw|take\\s+back|walk\\s+back)';
/**
 * "its earlier public", of the same thing and of one's own: no preposition leads to another, as in "withdrew troops after
 * reports", nor is it "the ministry’s".
 */
const WHOSE =
  "(?:(?!(?:about|after|against|amid|and|as|at|before|despite|following|for|from|in|of|on|over|to|with)\\s|[\\p{L}-]+[’']s?\\s)[\\p{L}’'-]+\\s+){0,4}?";
const NO_LONGER =
  'no\\s+longer\\s+(?:says?|claims?|maintains?|insists?|alleges?|asserts?|contends?|holds|stands?\\s+by)';

const WAYS = new RegExp(
  [
    `\\b(?:${UNSAYS_ALONE})\\s+(?:${WHOSE}(?:${SAID})${SAYING}|(?:that|what|it|this)(?=\\s|$))(?!\\p{L})`,
    `\\b(?:${UNSAYS}|${DONE_TO})\\s+${WHOSE}(?:${SAID})\\b${SAYING}`,
    `\\bt(?:akes|ook|aken|aking)\\s+${WHOSE}(?:${SAID})\\s+back\\b`,
    `\\b${NO_LONGER}\\b(?:\\s+${WHOSE}(?:${SAID})\\b)?`,
  ].join('|'),
  'giu',
);
/** The verbs alone, of whosever claim. */
const VERBS = new RegExp(`\\b(?:${UNSAYS_ALONE}|${UNSAYS}|${DONE_TO}|${NO_LONGER})\\b`, 'giu');
/** In the clause, before it: nobody did, somebody may, or one says that he did. */
const NOT_DONE =
  /\b(?:not|cannot|never|without|neither|nor|no|nobody|none|few|hardly|scarcely|rarely|if|unless|until|whether|could|would|should|may|might|must|can|will|shall|wants?|reportedly|allegedly|supposedly|apparently|perhaps|possibly|den(?:y|ies|ied|ying)|(?:reports?|claims?|rumou?rs?|suggestions?|allegations?) that)\b|n[’']t\b|^\s*(?:had|has|have|did|were)\s/i;
/** Where the clause begins that the words stand in. */
const CLAUSE = /[.;:!?“”",—–]|\bbut\b/g;
/** "by RETRACTING", "was RETRACTING"; who considers retracting has not. */
const IN_DOING = /(?:^|[,—–.!?]|\b(?:by|in|after|is|are|was|were|been|began|started|publicly))\s*$/i;
/** In characters: so far around the cue stand the words that take back, and those that tell whether it was done. */
const BEFORE = 120;
const AFTER = 90;

/** "retracted its claim that …", "no longer says that …": the source puts forward no more what it said once. */
export function isTakenBack(text: string, { cue, content }: Pick<Attribution, 'cue' | 'content'>): boolean {
  const [first] = cue;
  const [what] = content;
  if (!first || !what || /^(?:whether|if|who|where|when|why|how)\b/i.test(text.slice(...what))) return false;
  const from = Math.max(0, first[0] - BEFORE);
  const around = text.slice(from, first[1] + AFTER);
  return [...around.matchAll(WAYS)].some(({ 0: way, index }) => {
    const end = from + index + way.length;
    return overlaps([from + index, end], first) && end <= what[1] && isDone(text, from, from + index, end, way);
  });
}

/** Is the cue itself "retracted", "no longer says", done or not? Whoever may have, or should have, is not quoted with it. */
export function isUnsaying(text: string, { cue }: Pick<Attribution, 'cue'>): boolean {
  const [first] = cue;
  return first !== undefined && [...text.slice(...first).matchAll(VERBS)].length > 0;
}

/** What is unsaid, or may be, in the words before: "urged it to RETRACT ITS CLAIM THAT nine died" is no word of nine dead. */
const UNDER = new RegExp(
  `\\b(?:${UNSAYS_ALONE}|${UNSAYS}|retract|recant|withdraw)\\s+(?:(?!and|but)[\\p{L}’'-]+\\s+){0,4}?(?:${SAID})\\s+that\\s+(?:(?!and\\s|but\\s|or\\s|said\\s|says\\s)[\\p{L}\\p{N}’'-]+\\s+){0,14}$`,
  'iu',
);

/** Is the word that starts there part of a claim of which the sentence says only that it is, or should be, taken back? */
export const isUnderUnsaying = (text: string, start: number): boolean =>
  UNDER.test(text.slice(Math.max(0, start - BEFORE - AFTER), start));

function isDone(text: string, from: number, start: number, end: number, way: string): boolean {
  const before = text.slice(from, start);
  const clause = before.slice([...before.matchAll(CLAUSE)].at(-1)?.index ?? 0).replace(/^[^\p{L}]+|^but\b/iu, '');
  const isAsked = /^[^.!?]*\?/.test(text.slice(end, end + LONGEST));
  return !isAsked && !NOT_DONE.test(clause) && (!/^\w+ing\b/i.test(way) || IN_DOING.test(before));
}
const LONGEST = 400;
