import type { Attribution } from '../attributions/attribution.ts';
import { FALSE } from '../attributions/called-false.ts';
import { isTakenBack, isUnsaying } from '../attributions/taken-back.ts';
import { lower } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Reading } from '../read.ts';
import { words } from '../text/span.ts';
import type { Assertion, Stance } from './assertion.ts';

/** Contents that only point back: "denied it", "called the report false", "rejected the allegations". */
const POINTS =
  /^(?:that |as )?(?:it|this|that|so|otherwise|the opposite|(?:(?:all|any|both|such|those|these|the|this|that|its|their|his|her)\s+)*(?:reports?|claims?|allegations?|accusations?|charges?|assertions?|stor(?:y|ies)|rumou?rs?|statements?|accounts?|suggestions?|version|denials?|idea))(?:\s+(?:as|is|are|was|were|to be)\b.*|\s+(?:an? |all |pure |completely |totally |entirely )?(?:false|fake|untrue|hoax|baseless|groundless|unfounded|fabrications?|fiction|nonsense|lies?|wrong|bogus|propaganda|disinformation))?$/i;
const REVERSED = /\b(?:otherwise|the opposite|contrary)\b/i;

/**
 * What a statement that only points back says: the statement before it, by somebody else, once more or denied, or its own
 * taken back. Null where it says something of its own; an empty list where nothing, or more than one thing, stands before it.
 */
export function takenUp(
  { document }: Reading,
  parse: Parse,
  attribution: Attribution,
  own: readonly Assertion[],
  before: readonly Assertion[],
): Assertion[] | null {
  const content = words(document.text, attribution.content).replace(/["“”]/g, '').trim();
  const isVoice = attribution.kind === 'voice';
  const pointing = isVoice
    ? voicePointer(parse, own, content)
    : POINTS.test(content)
      ? sign(attribution, content)
      : null;
  if (pointing === null) return null;
  const start = attribution.content[0]?.[0] ?? 0;
  const source = own[0]?.source ?? null;
  const isBack = isUnsaying(document.text, attribution) || isTakenBack(document.text, attribution);
  const isMeant = (each: Assertion): boolean => (source === null ? !isBack : (each.source === source) === isBack);
  const about = lastBefore(before, start, attribution, isMeant);
  const last = before.at(-1);
  if (!about || !last) return [];
  const previous = last.about === about.about && last.about !== null ? last : about;
  const stance = (REVERSED.test(content) ? -previous.stance : previous.stance * pointing) as Stance;
  const first = attribution.content[0]!;
  return [
    {
      ...about,
      id: attribution.id,
      statement: attribution.id,
      kind: attribution.kind,
      source,
      span: [first[0], attribution.content.at(-1)![1]],
      stance,
      denial: stance === previous.stance ? [] : attribution.cue.length > 0 ? attribution.cue : [first],
      certainty: attribution.certainty,
      distance: attribution.author.distance,
      about: about.about ?? about.id,
    },
  ];
}

const sign = ({ polarity }: Attribution, content: string): -1 | 0 | 1 => {
  if (polarity === 'undecided') return 0;
  if (polarity === 'denies') return -1;
  return FALSE.test(content) ? -1 : 1;
};

const DENIES = /^(?:contradict|dispute|den(?:y|ie)|dismiss|reject|refute|rebut|debunk)/;
const POINTER =
  /\b(?:the|this|that|those|these|its|their)\s+(?:denials?|reports?|claims?|allegations?|accusations?|account|stor(?:y|ies)|rumou?rs?)\b|\b(?:it|this|that)$/i;

/** "South Korea contradicted the denial", "The report was false": the document's own words of another's statement. */
function voicePointer(parse: Parse, own: readonly Assertion[], content: string): -1 | null {
  const [only] = own;
  if (!only || content.split(/\s+/).length > 12 || !POINTER.test(content)) return null;
  const head = parse.words[only.terms.find(({ role }) => role === 'head')?.at ?? -1];
  if (head && DENIES.test(lower(head))) return -1;
  return /^(?:the|this|that|those|these)\s+\w+ (?:is|was|were|are|proved|turned out)\b/i.test(content) &&
    FALSE.test(content)
    ? -1
    : null;
}

/** Of the statement before, the one thing it says; null where it says more. */
function lastBefore(
  before: readonly Assertion[],
  start: number,
  { id }: Attribution,
  isMeant: (each: Assertion) => boolean,
): Assertion | null {
  const last = before.findLastIndex((each) => each.span[1] <= start && each.statement !== id && isMeant(each));
  if (last < 0) return null;
  let first = last;
  while (first > 0 && before[first - 1]!.statement === before[last]!.statement) first--;
  return last - first < MOST_THINGS ? before[first]! : null;
}
/** A statement of more clauses than its own and one of time or place may mean any of them. */
const MOST_THINGS = 2;
