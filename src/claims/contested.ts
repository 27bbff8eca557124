import type { Reading } from '../read.ts';
import type { Span } from '../text/span.ts';
import type { Amount, Assertion } from './assertion.ts';
import { type Claim, isDenial } from './claims.ts';
import { isCalledWrong } from './corrections.ts';
import { correctionsOf } from './corrections-made.ts';
import type { Coverage } from './coverage.ts';
import { isTold, nameIn, sourceOf } from './origin.ts';
import { pageOf } from './page-of.ts';
import { publishedAt, versionAt } from './published-at.ts';
import type { Relation } from './relation.ts';

/** A figure that somebody gives in answer to a question: never merged with another. */
export interface Value {
  readonly assertion: string;
  readonly document: string;
  /** when the version that gives it came out: a toll that was corrected later is a later one */
  readonly published: string | null;
  /** id of the entity that is its source, or its words */
  readonly source: string | null;
  /** as the report has it: "a Ukrainian defence official"; null where it names nobody */
  readonly name: string | null;
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly approximate: boolean;
  /** a later notice of its page says that it was wrong: it is shown, and counts in no rule */
  readonly takenBack: boolean;
}

/** One denial in one report. */
export interface Denier {
  readonly assertion: string;
  readonly document: string;
  readonly published: string | null;
  /** as the report has it; null where it denies in its own voice */
  readonly name: string | null;
  /** could it be rung up? */
  readonly named: boolean;
  readonly direct: boolean;
  /** other statements of the report, or of other versions of it, in which the same source denies it again */
  readonly again: readonly string[];
}

/** What is disputed of a claim: who denies it, and which figures stand side by side. */
export interface Contest {
  readonly claim: string;
  readonly headline: string;
  /** who denies it: those who are named first, then those whose own words are given, then the earliest */
  readonly deniers: readonly Denier[];
  /** of each of these, in this order, with what it denies */
  readonly denials: readonly Relation[];
  /** of one question, by time; empty where all give the same */
  readonly values: readonly Value[];
}

type Readings = Pick<ReadonlyMap<string, Reading>, 'get'>;

/**
 * Claims that are denied, or whose figures differ, the most disputed first.
 *
 * @param coverage where it is given, a denial that a later version of its report takes back is none, and such a figure is marked
 */
export function contested(
  claims: readonly Claim[],
  assertions: ReadonlyMap<string, Assertion>,
  readings: Readings,
  coverage?: Coverage,
): Contest[] {
  return claims
    .map((claim) => contestOf(claim, assertions, readings, coverage))
    .filter(({ denials, values }) => denials.length + values.length > 0)
    .sort((a, b) => weight(b) - weight(a) || (a.claim < b.claim ? -1 : 1));
}

const weight = ({ deniers, values }: Contest): number => deniers.length + values.length;

function contestOf(
  { id, headline, members, relations }: Claim,
  assertions: ReadonlyMap<string, Assertion>,
  readings: Readings,
  coverage: Coverage | undefined,
): Contest {
  const side = assertions.get(headline)!.stance;
  // "Seoul contradicted the denial" is no denial
  const isBack = ({ about, stance }: Assertion) => about !== null && stance === side;
  const against = relations.filter((one) => isDenial(one) && !isBack(assertions.get(one.a)!));
  const denying = [...new Set(against.map(({ a }) => a))];
  const differing = relations.some(({ relation }) => relation === 'differs in figure');
  // who denies a figure, or takes it back, does not give it
  const gives = ({ stance, figures }: Assertion) => stance === side && figures.length > 0;
  const giving = differing ? members.filter((member) => gives(assertions.get(member)!)) : [];
  const made = coverage ? correctionsOf({ members }, coverage, [...denying, ...giving]) : [];
  const takenBack = new Set(made.flatMap(({ corrects, wrong }) => [...corrects, ...wrong]));
  const standing = denying
    .filter((one) => !takenBack.has(one))
    .map((one) => assertions.get(one)!)
    .filter(({ span, document }) => !isCalledWrong(span, readings.get(document)!.document));
  const deniers = deniersOf(standing, readings);
  const denials = deniers.flatMap(({ assertion }) => against.filter(({ a }) => a === assertion));
  const values = valuesOf(
    giving.map((member) => assertions.get(member)!),
    takenBack,
    readings,
  );
  return { claim: id, headline, deniers, denials, values: values.length > 1 ? values : [] };
}

/** One denial of one source in one report once, whatever its versions and however often it says so: the most telling. */
function deniersOf(deniers: readonly Assertion[], readings: Readings): Denier[] {
  const told = deniers.map((assertion) => ({ assertion, denier: denierOf(assertion, readings) }));
  const page = (id: string) => pageOf(readings.get(id)!.document) ?? id;
  const byReport = Map.groupBy(told, ({ assertion: { document, source } }) => `${page(document)} ${source ?? ''}`);
  return [...byReport.values()]
    .map((same) => {
      const [first, ...again] = same.toSorted(
        (x, y) => byWeight(x.denier, y.denier) || longerFirst(x.assertion, y.assertion),
      );
      return { ...first!.denier, again: again.map(({ assertion }) => assertion.id).sort() };
    })
    .sort(byTelling);
}

const byWeight = (x: Denier, y: Denier): number =>
  Number(y.named) - Number(x.named) || Number(y.direct) - Number(x.direct);

const byTelling = (x: Denier, y: Denier): number =>
  byWeight(x, y) || publishedAt(x.published) - publishedAt(y.published) || (x.assertion < y.assertion ? -1 : 1);

/** "that it has sent soldiers to help Russia" before the headline’s "Sending Troops" */
const longerFirst = (x: Assertion, y: Assertion): number =>
  y.span[1] - y.span[0] - (x.span[1] - x.span[0]) || (x.id < y.id ? -1 : 1);

function denierOf({ id, statement, document, published }: Assertion, readings: Readings): Denier {
  const reading = readings.get(document)!;
  const attribution = reading.attributions.find((one) => one.id === statement);
  const hop = attribution?.chain[0];
  const direct = attribution !== undefined && attribution.manner !== 'indirect' && attribution.kind === 'attribution';
  const named = hop !== undefined && isTold(hop) && sourceOf(hop, reading).named;
  return { assertion: id, document, published, name: nameIn(statement, reading), named, direct, again: [] };
}

/** The figures of one unit and one thing counted, that most of the members give, by time. */
function valuesOf(members: readonly Assertion[], takenBack: ReadonlySet<string>, readings: Readings): Value[] {
  const all = members.flatMap((member) =>
    member.figures
      .filter(({ span }) => !isCalledWrong(span, readings.get(member.document)!.document))
      .map((figure) => ({ member, figure })),
  );
  // the headline of a report gives the figure that its text gives
  const givenIn = ({ document }: Assertion, { min, max }: Amount): string => `${document} ${min} ${max}`;
  const back = new Set(
    all.filter(({ member }) => takenBack.has(member.id)).map(({ member, figure }) => givenIn(member, figure)),
  );
  const byQuestion = Map.groupBy(all, ({ figure }) => questionOf(figure));
  // "kills at least 14", the one figure of a headline, answers what the others answer
  const bare = (byQuestion.get(BARE) ?? []).filter(({ member }) => member.figures.length === 1);
  const answers = [...byQuestion].map(([question, own]) => {
    const isCount = question.startsWith(' ') && question !== BARE;
    return { question, given: isCount ? [...own, ...bare] : own };
  });
  // of two that are as many, that which says what it counts
  const [most] = answers.sort((a, b) => b.given.length - a.given.length || (a.question < b.question ? 1 : -1));
  const values = (most?.given ?? []).map(({ member, figure }) =>
    asValue(member, figure, back.has(givenIn(member, figure)), readings),
  );
  return values
    .filter(
      (value) => value.name !== null || !values.some((other) => other.name !== null && isGivenAgain(value, other)),
    )
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.assertion < b.assertion ? -1 : 1));
}

/** A report gives in its headline, or on its own word, what it has somebody give: often without the "at least". */
function isGivenAgain(one: Value, other: Value): boolean {
  if (one.document !== other.document || one.unit !== other.unit) return false;
  if (one.min !== one.max) return one.min === other.min && one.max === other.max;
  return (
    [other.min, other.max].every((bound) => bound === null || bound === one.min) && (other.min ?? other.max) !== null
  );
}

function questionOf({ unit, of }: Pick<Amount, 'unit' | 'of'>): string {
  return `${unit ?? ''} ${of.at(-1) ?? ''}`;
}

/** Of no unit, and of nothing that it counts. */
const BARE = questionOf({ unit: null, of: [] });

const timeOf = ({ published }: Value): number => publishedAt(published);

function asValue(
  { id, document, source, statement }: Assertion,
  { span, min, max, unit, approximate }: Amount,
  takenBack: boolean,
  readings: Readings,
): Value {
  const reading = readings.get(document)!;
  const name = nameIn(statement, reading);
  const published = versionAt(reading);
  return { assertion: id, document, published, source, name, span, min, max, unit, approximate, takenBack };
}

/** One number out of many, by a rule that has a name: never without it. */
export type View = 'lowest' | 'highest' | 'latest' | 'range';

export function viewOf(values: readonly Value[], view: View): Pick<Value, 'min' | 'max'> | null {
  const standing = values.filter(({ takenBack }) => !takenBack);
  const known = standing.filter(({ min, max }) => min !== null || max !== null);
  if (known.length === 0) return null;
  const least = (value: Value) => value.min ?? value.max!;
  const most = (value: Value) => value.max ?? value.min!;
  if (view === 'latest') return { min: known.at(-1)!.min, max: known.at(-1)!.max };
  const lowest = Math.min(...known.map(least));
  const highest = Math.max(...known.map(most));
  if (view === 'lowest') return { min: lowest, max: lowest };
  return view === 'highest' ? { min: highest, max: highest } : { min: lowest, max: highest };
}
