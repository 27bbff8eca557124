import { overlaps, type Span } from '../text/span.ts';
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
  if (isWithdrawnBy(text, first, what)) return true;
  return [...around.matchAll(WAYS)].some(({ 0: way, index }) => {
    const end = from + index + way.length;
    return overlaps([from + index, end], first) && end <= what[1] && isDone(text, from, from + index, end, way);
  });
}

const SINCE = '(?:(?:since|later|also|now|already|quietly|publicly|formally|officially)\\s+)?';
const IS_GONE =
  '(?:withdrawn|retracted|recanted|rescinded|disowned|renounced|(?:taken|walked|rowed|rolled)\\s+back)\\b';
const GONE = new RegExp(`\\b${IS_GONE}`, 'iu');
const WITHDRAWN = `(?:(?:has|have|had)\\s+${SINCE}been|was|were)\\s+${SINCE}${IS_GONE}`;
const DETERMINER = "(?:the|this|that|those|these|its|his|her|their|an?|[\\p{L}-]+[’']s?)";
const SAID_NOUN = `(?<![\\p{L}’'-])${DETERMINER}\\s+(?:(?!(?:${DETERMINER}|said|says|and|of)\\s)[\\p{L}-]+\\s+){0,3}?(?:${SAID})`;
/** "the claim that nine died was withdrawn", "his earlier remarks were retracted" */
const PASSIVES = new RegExp(
  `(?<noun>${SAID_NOUN})(?:${SAYING}\\s+(?<said>[^.,;:!?“”"\\n]{8,200}?))?\\s+(?<verb>${WITHDRAWN})`,
  'dgiu',
);
const IS_WITHDRAWN = new RegExp(`^\\s+${WITHDRAWN}`, 'iu');
const WITHDRAWN_BY = new RegExp(`^${WITHDRAWN}$`, 'iu');
const ENDS_IN_SAID = new RegExp(`(?:${SAID_NOUN})${SAYING}$`, 'iu');

/** A claim that is told to have been withdrawn: "the claim | that nine died | was withdrawn". */
export interface Withdrawal {
  readonly noun: Span;
  /** what it says, where the sentence tells it */
  readonly said: Span | null;
  readonly verb: Span;
}

export function withdrawalsIn(text: string): Withdrawal[] {
  // few reports have the word, and to look for all around it takes long
  if (!GONE.test(text)) return [];
  return [...text.matchAll(PASSIVES)].flatMap(({ indices }) => {
    const { noun, said, verb } = indices!.groups!;
    return isDoneBefore(text, noun![0]) ? [{ noun: noun!, said: said ?? null, verb: verb! }] : [];
  });
}

/** "The claim that nine died WAS WITHDRAWN by the ministry": by whoever is named behind it. */
function isWithdrawnBy(text: string, cue: Span, content: Span): boolean {
  if (
    content[1] > cue[0] ||
    !WITHDRAWN_BY.test(text.slice(...cue)) ||
    !/^\s+by\s/i.test(text.slice(cue[1], cue[1] + 4))
  )
    return false;
  const before = text.slice(Math.max(0, content[0] - BEFORE), content[0]).trimEnd();
  const noun = ENDS_IN_SAID.exec(text.slice(...content))
    ? content[0]
    : ENDS_IN_SAID.test(before)
      ? content[0] - 1
      : null;
  return noun !== null && isDoneBefore(text, noun);
}

/** Does nothing before it in the clause leave open whether it was done? */
function isDoneBefore(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  return !NOT_DONE.test(clauseOf(before));
}

/** "the claim | that nine died | WAS WITHDRAWN": told of as a claim, that nobody is said to hold any more. */
export function isWithdrawnLater(text: string, { cue, content }: Pick<Attribution, 'cue' | 'content'>): boolean {
  const [noun, what] = [cue[0], content.at(-1)];
  if (!noun || !what || noun[1] > what[0] || !IS_WITHDRAWN.test(text.slice(what[1], what[1] + AFTER))) return false;
  const from = Math.max(0, noun[0] - BEFORE);
  return withdrawalsIn(text.slice(from, what[1] + AFTER)).some(
    ({ said }) => said !== null && from + said[1] === what[1],
  );
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
  const isAsked = /^[^.!?]*\?/.test(text.slice(end, end + LONGEST));
  return !isAsked && !NOT_DONE.test(clauseOf(before)) && (!/^\w+ing\b/i.test(way) || IN_DOING.test(before));
}
const LONGEST = 400;

const clauseOf = (before: string): string =>
  before.slice([...before.matchAll(CLAUSE)].at(-1)?.index ?? 0).replace(/^[^\p{L}]+|^but\b/iu, '');
