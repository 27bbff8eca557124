import type { Reading } from '../read.ts';
import type { Span } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import type { Claim } from './claims.ts';
import { correctionsOf, type MadeCorrection } from './corrections-made.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { nameIn } from './origin.ts';
import { publishedAt, versionAt } from './published-at.ts';
import type { Evidence, Relation } from './relation.ts';
import { type TakenFirst, takenFirst } from './taken-first.ts';
import { doubtIn, sideOf, type Turn, turnsOf } from './turn.ts';

/** One moment in a claim's life: a report says it, says it otherwise, denies it, or takes it back. */
export interface Moment {
  /** when this version of the report was published; null where that is not told */
  readonly at: string | null;
  readonly document: string;
  /** what is said; for a notice that takes something back, what it takes back, unless it says that again */
  readonly assertion: string;
  readonly turns: readonly Turn[];
  /** who says it or takes it back, as the report has it; null for the report itself */
  readonly who: string | null;
  /** the assertion before it that it is set beside, or that is taken back */
  readonly beside: string | null;
  readonly evidence: readonly Evidence[];
  /** the notice of a correction or withdrawal, in the document's text */
  readonly notice: Span | null;
}

/**
 * How a claim fared, in the order of publication; what has no date stands apart at the end, and turns nothing. Of reports
 * of one time those come first that others take it from. Where that is not told either, each that holds it is `first said`.
 */
export function lifeOf(
  claim: Claim,
  assertions: ReadonlyMap<string, Assertion>,
  readings: ReadonlyMap<string, Reading>,
  coverage: Coverage = coverageOf({ assertions, readings, copies: [] }),
): Moment[] {
  const made = correctionsOf(claim, coverage);
  const told = new Set(made.flatMap(({ wrong }) => wrong));
  const taken = takenFirst(claim, coverage);
  const said = momentsOf(claim, coverage, told, taken);
  const notices = made.flatMap((correction) => noticeOf(correction, coverage));
  const timeOf = ({ at }: Moment): number => publishedAt(at) || UNDATED;
  const placeOf = ({ assertion, notice }: Moment): number => (notice ?? coverage.assertions.get(assertion)!.span)[0];
  return [...said, ...notices].sort(
    (a, b) =>
      timeOf(a) - timeOf(b) ||
      taken.compare(a.document, b.document) ||
      placeOf(a) - placeOf(b) ||
      (a.assertion < b.assertion ? -1 : 1),
  );
}

/** After all that has a date. */
const UNDATED = Number.MAX_SAFE_INTEGER;

/** What each member says, beside what was said before it; what a notice quotes to take it back is left to that. */
function momentsOf(
  { members, headline: id, relations }: Claim,
  { assertions, readings }: Coverage,
  told: ReadonlySet<string>,
  { isBefore, compare }: TakenFirst,
): Moment[] {
  const atOf = ({ document }: Assertion): string | null => versionAt(readings.get(document)!);
  const timeOf = (assertion: Assertion): number => publishedAt(atOf(assertion)) || UNDATED;
  const isDated = (assertion: Assertion): boolean => timeOf(assertion) < UNDATED;
  const whoIn = ({ document, statement }: Assertion) => nameIn(statement, readings.get(document)!);
  const doubt = (assertion: Assertion): number => doubtIn(assertion, readings.get(assertion.document)!);
  const headline = assertions.get(id)!;
  const ordered = members
    .map((member) => assertions.get(member)!)
    .filter((member) => !told.has(member.id))
    .sort((a, b) => timeOf(a) - timeOf(b) || compare(a.document, b.document) || inText(a, b));
  const between = new Map(relations.map((relation) => [pair(relation.a, relation.b), relation]));
  const comesFirst = (one: Assertion, other: Assertion): boolean =>
    timeOf(one) < timeOf(other) || (timeOf(one) === timeOf(other) && isBefore(one.document, other.document));
  const holding = ordered.filter((member) => member.stance === headline.stance && isDated(member));
  const first = holding.filter(
    (member, i) =>
      !holding.some((other) => comesFirst(other, member)) &&
      !holding.slice(0, i).some(({ document }) => document === member.document),
  );
  return ordered.map((member) => {
    if (!isDated(member)) return undated(member, headline, whoIn(member));
    const before = ordered.filter((other) => comesFirst(other, member) && other.document !== member.document);
    const relation = closest(member, before, between);
    const other = relation && assertions.get(relation.a === member.id ? relation.b : relation.a)!;
    return {
      at: atOf(member),
      document: member.document,
      assertion: member.id,
      turns: first.includes(member)
        ? ['first said']
        : turnsOf(member, headline, other, relation, other ? doubt(member) - doubt(other) : 0),
      who: whoIn(member),
      beside: other?.id ?? null,
      evidence: relation?.evidence ?? [],
      notice: null,
    };
  });
}

/** Whether it came before or after the others is not told, so it is set beside none of them. */
function undated(member: Assertion, headline: Assertion, who: string | null): Moment {
  const { id, document } = member;
  const side = sideOf(member, headline);
  const turns: Turn[] = side ? ['undated', side] : ['undated'];
  return { at: null, document, assertion: id, turns, who, beside: null, evidence: [], notice: null };
}

/** One moment for a notice, however many statements of the claim it takes back. */
function noticeOf({ kind, document, notice, by, wrong, corrects }: MadeCorrection, { readings }: Coverage): Moment[] {
  const about = wrong[0] ?? corrects[0];
  if (about === undefined) return [];
  const at = versionAt(readings.get(document)!);
  return [
    {
      at,
      document,
      assertion: about,
      turns: publishedAt(at) ? [kind] : ['undated', kind],
      who: by,
      beside: corrects[0] ?? null,
      evidence: [],
      notice,
    },
  ];
}

const inText = (a: Assertion, b: Assertion): number => a.span[0] - b.span[0] || (a.id < b.id ? -1 : 1);

const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Of those before it the one that it is most like; of two the later. */
function closest(
  member: Assertion,
  before: readonly Assertion[],
  between: ReadonlyMap<string, Relation>,
): Relation | null {
  let best: Relation | null = null;
  for (const other of before) {
    const relation = between.get(pair(member.id, other.id));
    if (relation && relation.score >= (best?.score ?? 0)) best = relation;
  }
  return best;
}
