import type { Assertion } from './assertion.ts';
import { isNear, isOpposite, stemOf } from './stem.ts';
import type { Term } from './terms.ts';
import type { Weights } from './weights.ts';

/** A term of one statement and what answers it in the other. */
export interface Match {
  readonly a: Term;
  readonly b: Term;
  readonly weight: number;
  /** both say it in the clause itself */
  readonly own: boolean;
}

export interface Overlap {
  readonly matches: readonly Match[];
  /** how much they share, and how many words, seen from the side that shares more: the other may say it in the clause beside */
  readonly weight: number;
  readonly count: number;
  /** share of what each says that the other says as well, 0…1 */
  readonly ofA: number;
  readonly ofB: number;
  /** both together */
  readonly dice: number;
  /** how far what is said agrees: 1 the same word, 0.6 a near one, 0.3 in passing, 0 another */
  readonly head: number;
  readonly opposites: readonly Match[];
  /** each names somebody or something that the other does not */
  readonly namesApart: boolean;
}

/** Almost the same word counts for this much. */
const NEAR = 0.6;
/** The other has the word in another clause of its sentence: it may belong to this one as well. */
const BESIDE = 0.5;
/** What one says the other only names: "they struck", "wounded in a strike". */
const ELSEWHERE = 0.3;
/** A relative clause only tells more of somebody: it counts where both have it, and costs nothing. */
const ASIDE = 0.4;

interface Bag {
  readonly own: ReadonlyMap<string, Term>;
  readonly beside: ReadonlyMap<string, Term>;
}

/** One is set beside hundreds. */
const bags = new WeakMap<Assertion, Bag>();

function bagOf(assertion: Assertion): Bag {
  const known = bags.get(assertion);
  if (known) return known;
  const bag = { own: byKey(assertion.terms), beside: byKey(assertion.setting) };
  bags.set(assertion, bag);
  return bag;
}

/** Each key once; in the clause itself before in its asides. */
function byKey(terms: readonly Term[]): Map<string, Term> {
  const found = new Map<string, Term>();
  for (const term of terms) {
    const known = found.get(term.key);
    if (!known || (known.role === 'aside' && term.role !== 'aside')) found.set(term.key, term);
  }
  return found;
}

/** What two statements share, word by word. */
export function overlapOf(a: Assertion, b: Assertion, weights: Weights): Overlap {
  const [x, y] = [bagOf(a), bagOf(b)];
  const one = covered(x, y, weights);
  const two = covered(y, x, weights);
  return {
    matches: one.matches,
    weight: Math.max(weightOf(one.matches), weightOf(two.matches)),
    count: Math.max(one.matches.length, two.matches.length),
    ofA: one.share,
    ofB: two.share,
    dice: (one.matched + two.matched) / Math.max(1e-9, one.total + two.total),
    head: headAgreement(a, b, x, y),
    opposites: oppositesOf(x, y),
    namesApart: namesLeft(x, y) && namesLeft(y, x),
  };
}

const weightOf = (matches: readonly Match[]): number => matches.reduce((sum, match) => sum + match.weight, 0);

function covered(x: Bag, y: Bag, weights: Weights) {
  const matches: Match[] = [];
  let [total, matched] = [0, 0];
  for (const term of x.own.values()) {
    const [answer, credit] = answerTo(term.key, y);
    const weight = weights(term.key) * term.share * (term.role !== 'aside' ? 1 : answer ? ASIDE : 0);
    total += weight;
    matched += weight * credit;
    if (answer) matches.push({ a: term, b: answer, weight: weight * credit, own: credit > BESIDE });
  }
  return { matches, matched, total, share: total === 0 ? 0 : matched / total };
}

function answerTo(key: string, { own, beside }: Bag): readonly [Term | null, number] {
  const same = own.get(key);
  if (same) return [same, 1];
  for (const term of own.values()) if (isNear(key, term.key)) return [term, NEAR];
  const near = beside.get(key);
  return near ? [near, BESIDE] : [null, 0];
}

function headAgreement(a: Assertion, b: Assertion, x: Bag, y: Bag): number {
  if (a.head === b.head) return 1;
  if (isOfThat(a, b) || isOfThat(b, a)) return NEAR;
  if (a.head === null || b.head === null) return STAYS.has((a.head ?? b.head)!) ? NEAR : ELSEWHERE;
  if (isNear(a.head, b.head) || isOpposite(a.head, b.head)) return NEAR;
  return y.own.has(a.head) || x.own.has(b.head) ? ELSEWHERE : 0;
}

/** "there was A GAS LEAK", "found A LEAK", "signs of A LEAK": beside "a leak" it says that there was one; not "deaths from a leak". */
const isOfThat = ({ head, terms }: Assertion, other: Assertion): boolean => {
  const role = head === null ? 'actor' : FINDS.has(head) ? 'patient' : SIGNS.has(head) ? 'other' : null;
  const what = role && nounIn(terms.filter((term) => term.role === role));
  const of = what && SIGNS.has(what.key) ? nounIn(terms.filter(({ at }) => at > what.at)) : what;
  return of?.key === other.head;
};

/** The last of the words that stand together at the beginning: "gas LEAK" */
function nounIn([first, ...rest]: readonly Term[]): Term | undefined {
  let last = first;
  for (const term of rest) if (term.at === last!.at + 1) last = term;
  return last;
}
const FINDS = new Set(['find', 'see', 'detect', 'discover', 'uncover'].map(stemOf));
const SIGNS = new Set(['sign', 'evidence', 'trace', 'indication', 'hint'].map(stemOf));

/** "are in Kursk", "are deployed there", "has sent them there", "their number is put at" */
const STAYS = new Set(
  ['send', 'bas', 'locat', 'number', 'total', 'remain', 'exist', 'soldier', 'forc', 'army'].map(stemOf),
);

const namesLeft = (x: Bag, y: Bag): boolean =>
  [...x.own.values()].some(
    ({ key, role }) => key.startsWith('~') && role !== 'aside' && !y.own.has(key) && !y.beside.has(key),
  );

/** "survived" against "died": only where one of them is what is said, and neither says both. */
function oppositesOf(x: Bag, y: Bag): Match[] {
  const found: Match[] = [];
  for (const a of x.own.values()) {
    for (const b of y.own.values()) {
      if (isOpposite(a.key, b.key) && !x.own.has(b.key) && !y.own.has(a.key))
        found.push({ a, b, weight: 1, own: true });
    }
  }
  return found;
}
