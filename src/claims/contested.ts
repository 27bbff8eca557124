import type { Span } from '../text/span.ts';
import type { Amount, Assertion } from './assertion.ts';
import type { Claim } from './claims.ts';
import { publishedAt } from './published-at.ts';
import type { Relation } from './relation.ts';

/** A figure that somebody gives in answer to a question: never merged with another. */
export interface Value {
  readonly assertion: string;
  readonly document: string;
  readonly published: string | null;
  readonly source: string | null;
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly approximate: boolean;
}

/** What is disputed of a claim: who denies it, and which figures stand side by side. */
export interface Contest {
  readonly claim: string;
  readonly headline: string;
  /** each with what it denies */
  readonly denials: readonly Relation[];
  /** of one question, by time; empty where all give the same */
  readonly values: readonly Value[];
}

/** Claims that are denied, or whose figures differ, the most disputed first. */
export function contested(claims: readonly Claim[], assertions: ReadonlyMap<string, Assertion>): Contest[] {
  return claims
    .map((claim) => contestOf(claim, assertions))
    .filter(({ denials, values }) => denials.length + values.length > 0)
    .sort((a, b) => weight(b) - weight(a) || (a.claim < b.claim ? -1 : 1));
}

const weight = ({ denials, values }: Contest): number => denials.length + values.length;

function contestOf({ id, headline, members, relations }: Claim, assertions: ReadonlyMap<string, Assertion>): Contest {
  const denials = relations.filter(({ relation }) => relation === 'denies' || relation === 'contradicts');
  const differing = relations.some(({ relation }) => relation === 'differs in figure');
  const values = differing ? valuesOf(members.map((member) => assertions.get(member)!)) : [];
  return { claim: id, headline, denials, values: values.length > 1 ? values : [] };
}

/** The figures of one unit and one thing counted, that most of the members give, by time. */
function valuesOf(members: readonly Assertion[]): Value[] {
  const all = members.flatMap((member) => member.figures.map((figure) => ({ member, figure })));
  const byQuestion = Map.groupBy(all, ({ figure }) => questionOf(figure));
  const [most] = [...byQuestion].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return (most?.[1] ?? [])
    .map(({ member, figure }) => asValue(member, figure))
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.assertion < b.assertion ? -1 : 1));
}

const questionOf = ({ unit, of }: Amount): string => `${unit ?? ''} ${of.at(-1) ?? ''}`;

const timeOf = ({ published }: Value): number => publishedAt(published);

const asValue = (
  { id, document, published, source }: Assertion,
  { span, min, max, unit, approximate }: Amount,
): Value => ({ assertion: id, document, published, source, span, min, max, unit, approximate });

/** One number out of many, by a rule that has a name: never without it. */
export type View = 'lowest' | 'highest' | 'latest' | 'range';

export function viewOf(values: readonly Value[], view: View): Pick<Value, 'min' | 'max'> | null {
  const known = values.filter(({ min, max }) => min !== null || max !== null);
  if (known.length === 0) return null;
  const least = (value: Value) => value.min ?? value.max!;
  const most = (value: Value) => value.max ?? value.min!;
  if (view === 'latest') return { min: known.at(-1)!.min, max: known.at(-1)!.max };
  const lowest = Math.min(...known.map(least));
  const highest = Math.max(...known.map(most));
  if (view === 'lowest') return { min: lowest, max: lowest };
  return view === 'highest' ? { min: highest, max: highest } : { min: lowest, max: highest };
}
