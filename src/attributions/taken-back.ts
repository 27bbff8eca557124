import { overlaps } from '../text/span.ts';
import type { Attribution } from './attribution.ts';

/** What one says and may take back. Charges that are withdrawn are dropped by a court, and troops are no words. */
const SAID =
  'claims?|statements?|allegations?|accusations?|assertions?|testimony|testimonies|confessions?|remarks?|comments?|reports?|accounts?|versions?|stor(?:y|ies)|estimates?|figures?|tolls?|denials?|predictions?|warnings?|insistence|contention|suggestions?|words|admissions?';
const UNSAYS =
  'withdr(?:aws|ew|awn|awing)|renounc(?:es|ed|ing)|rescind(?:s|ed|ing)|t(?:akes|ook|aken|aking)\\s+back|(?:walk|row|dial)(?:s|ed|ing)\\s+back(?:\\s+on)?|back(?:tracks|tracked|tracking|pedall?ed|pedals|pedall?ing)\\s+(?:on|from)|(?:goes|went|gone|going)\\s+back\\s+on';
const UNSAYS_ALONE = 'retract(?:s|ed|ing)|recant(?:s|ed|ing)';
/** Only where it is done: "retracted", and "agreed to retract"; who is urged to retract has not. */
const DONE_TO =
  '(?:agreed|forced|obliged|compelled|made|had|moved|decided)\\s+to\\s+(?:\\w+ly\\s+)?(?:retract|recant|withdraw|take\\s+back|walk\\s+back)';
/** "its earlier public", of the same thing: no preposition leads to another, as in "withdrew troops after reports". */
const WHOSE =
  "(?:(?!(?:about|after|against|amid|and|as|at|before|despite|following|for|from|in|of|on|over|to|with)\\s)[\\p{L}’'-]+\\s+){0,4}?";

const WAYS = new RegExp(
  [
    `\\b(?:${UNSAYS_ALONE})(?:\\s+${WHOSE}(?:${SAID}))?\\b`,
    `\\b(?:${UNSAYS}|${DONE_TO})\\s+${WHOSE}(?:${SAID})\\b`,
    `\\bt(?:akes|ook|aken|aking)\\s+${WHOSE}(?:${SAID})\\s+back\\b`,
    '\\bno\\s+longer\\s+(?:says?|claims?|maintains?|insists?|alleges?|asserts?|contends?|holds|stands?\\s+by)\\b',
  ].join('|'),
  'giu',
);
const NOT_DONE =
  /(?:\bnot|n[’']t|\bnever|\bwithout|\bnor|\bdenie[sd]|\bif)(?:\s+(?:been|be|having|he|she|it|they|had|has))*\s*$/i;
/** In characters: so far around the cue stand the words that take back. */
const BEFORE = 60;
const AFTER = 90;

/** "retracted its claim that …", "no longer says that …": the source puts forward no more what it said once. */
export function isTakenBack(text: string, { cue, content }: Pick<Attribution, 'cue' | 'content'>): boolean {
  const [first] = cue;
  const [what] = content;
  if (!first || !what) return false;
  const from = Math.max(0, first[0] - BEFORE);
  const around = text.slice(from, first[1] + AFTER);
  return [...around.matchAll(WAYS)].some(({ 0: way, index }) => {
    const end = from + index + way.length;
    return overlaps([from + index, end], first) && end <= what[1] && !NOT_DONE.test(around.slice(0, index));
  });
}
