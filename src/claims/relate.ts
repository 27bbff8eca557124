import type { Amount, Assertion } from './assertion.ts';
import { areCompatible, type FigurePair, figurePairs } from './compare-figures.ts';
import { type Overlap, overlapOf } from './compare-terms.ts';
import { publishedAt } from './published-at.ts';
import type { Evidence, Relation, RelationKind } from './relation.ts';
import { isNear, stemOf } from './stem.ts';
import { usualWeights, type Weights } from './weights.ts';

/** Below this two statements speak of different things: lower finds more rewordings and more that only share their subject. */
export const LEAST_SCORE = 0.5;
/**
 * Who names the same in one sentence, says the same of it, and tells of it beside so many of the same names, by their number,
 * may put it in fewer of the same words. Lower finds more rewordings, and joins what two similar events have in common.
 */
const LEAST_OF_STORY = [LEAST_SCORE, LEAST_SCORE, 0.4, 0.3] as const;
/** What is denied must be said nearly whole by the other side. */
const LEAST_DENIED = 0.5;
/** Shared words of less weight than this (two rare words) may meet by chance. */
const LEAST_WEIGHT = 5.5;
/** Two statements that share no predicate are one only where they share nearly all else. */
const LEAST_WITHOUT_HEAD = 0.92;
/** Where one only names in passing what the other says: mostly another thing that was done in one event. */
const LEAST_IN_PASSING = 0.84;
/** From here on both say it, in the same words or in near ones. */
const SAID = 0.6;
/** Each names somebody else: mostly another thing, sometimes only more of it. */
const OTHER_NAMES = 0.15;
/** The same deed at another place or by another is mostly another deed, unless nearly all else is the same. */
const LEAST_DIFFERING = 0.62;
/** This much more of one is said by the other than the reverse: it is a part of it. */
const PART = 0.4;

/** How two statements stand to each other; null where they speak of different things, or more than one way is open. */
export function relate(one: Assertion, two: Assertion, weights: Weights = usualWeights): Relation | null {
  if (one.statement === two.statement) return null;
  const [a, b] = inOrder(one, two);
  const overlap = overlapOf(a, b, weights);
  const figures = figurePairs(a, b);
  const score = scoreOf(a, b, overlap, figures, weights);
  if (score === null) return null;
  const compared: Compared = { a, b, overlap, figures, score, shared: sharedEvidence(overlap) };
  return isOpposed(a, b, overlap) ? againstOf(compared) : agreeing(compared);
}

/** Two statements of one thing, the later first, and what they share. */
interface Compared {
  readonly a: Assertion;
  readonly b: Assertion;
  readonly overlap: Overlap;
  readonly figures: readonly FigurePair[];
  readonly score: number;
  readonly shared: readonly Evidence[];
}

/** The later one first: "is firmer than" tells of a change. Who denies comes first whenever it was. */
export function inOrder(one: Assertion, two: Assertion): readonly [Assertion, Assertion] {
  const [x, y] = [publishedAt(one.published), publishedAt(two.published)];
  return (x === y ? one.id > two.id : x > y) ? [one, two] : [two, one];
}

/** How much of two statements is one; null below what tells them from chance. */
function scoreOf(
  a: Assertion,
  b: Assertion,
  overlap: Overlap,
  figures: readonly FigurePair[],
  weights: Weights,
): number | null {
  const { matches, dice, ofA, ofB, head } = overlap;
  // who denies that 12 were killed denies what "at least 12" says
  const isOne = (pair: FigurePair) => pair.agrees || (a.stance * b.stance === -1 && isOneBound(pair));
  const agreed = figures.filter(isOne).length;
  if (figures.length === 0 && (isBareCount(a) || isBareCount(b))) return null;
  const topics = a.topic.filter((key) => b.topic.includes(key));
  const story = Math.min(2, topics.length);
  const counted = agreed > 0 && agreed === figures.length ? BESIDE * besideBoth(a, b, weights) : 0;
  const weight = overlap.weight + 2 * agreed + story + counted;
  if (overlap.count + agreed < 2 || weight < LEAST_WEIGHT || !matches.some(({ own }) => own)) return null;
  if (head < SAID && (a.head === null || b.head === null) && agreed === 0 && dice < LEAST_WITHOUT_HEAD) return null;
  if (
    partsInPatient(a, b) ||
    partsInDeed(a, b, figures) ||
    partsInFate(a, b) ||
    areSwapped(a, b) ||
    (head < SAID && dice < (head > 0 ? LEAST_IN_PASSING : LEAST_WITHOUT_HEAD))
  )
    return null;
  const whole = Math.max(ofA, ofB);
  const score =
    0.45 * dice + 0.35 * whole + 0.2 * head + 0.05 * Math.min(2, agreed) - (overlap.namesApart ? OTHER_NAMES : 0);
  // a figure, a denial or a question that is of another event does harm: it asks for as much as between any two
  const isAgainst = a.stance !== b.stance || overlap.opposites.length > 0 || !figures.every(isOne);
  const least = isAgainst || head < SAID || !namesOne(a, b) ? LEAST_SCORE : leastOfStory(topics);
  return score >= least ? Math.min(1, score) : null;
}

/** A count is given in few words: what else both sentences tell speaks for it. "Nine were killed" and, beside it, "31 were injured" */
const BESIDE = 0.5;
function besideBoth(a: Assertion, b: Assertion, weights: Weights): number {
  const keys = new Set(a.setting.map(({ key }) => key));
  const both = new Set(b.setting.map(({ key }) => key).filter((key) => keys.has(key)));
  return [...both].reduce((sum, key) => sum + weights(key), 0);
}

const namesOne = (a: Assertion, b: Assertion): boolean => a.names.some((name) => b.names.includes(name));

/** Names of states stand in every report of a war. */
const leastOfStory = (topics: readonly string[]): number =>
  LEAST_OF_STORY[Math.min(LEAST_OF_STORY.length - 1, topics.filter((key) => key.startsWith('~')).length)]!;

const isOneBound = ({ a, b }: FigurePair): boolean => a.min !== null && a.min === b.min;

/** "10,000 North Korean soldiers or more": how many, and nothing of what they do. */
const isBareCount = ({ terms, figures: [figure] }: Assertion): boolean =>
  figure !== undefined && terms.every(({ key }) => figure.of.includes(key));

const namesOf = ({ terms }: Assertion, role: string): Set<string> =>
  new Set(terms.filter((term) => term.role === role && /^[@~]/.test(term.key)).map(({ key }) => key));

/** Both name somebody in a role, and neither has the other's anywhere. */
function partsIn(role: 'actor' | 'patient', a: Assertion, b: Assertion): boolean {
  const [x, y] = [namesOf(a, role), namesOf(b, role)];
  if (x.size === 0 || y.size === 0) return false;
  const has = (names: ReadonlySet<string>, { terms, setting }: Assertion) =>
    terms.some(({ key }) => names.has(key)) || setting.some(({ key }) => names.has(key));
  return !has(x, b) && !has(y, a);
}

/** Done to others: not the same thing. */
const partsInPatient = (a: Assertion, b: Assertion): boolean => partsIn('patient', a, b);
const partsInActor = (a: Assertion, b: Assertion): boolean => partsIn('actor', a, b);

/** What two do to one another is the same whoever is named first. */
const MUTUAL = /^(?:met|meet|marri|wed|divorc|talk|combat|clash|merg|fac|plai|kiss|hug|agree|agreement|join|sign)$/;

/** "Orlo struck Selm" and "Selm struck Orlo" */
function areSwapped(a: Assertion, b: Assertion): boolean {
  if (a.head === null || a.head !== b.head || MUTUAL.test(a.head)) return false;
  const [from, to] = [namesOf(a, 'actor'), namesOf(a, 'patient')];
  const isIn = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].some((name) => others.has(name));
  const [actors, patients] = [namesOf(b, 'actor'), namesOf(b, 'patient')];
  const isSame = isIn(from, actors) || isIn(to, patients);
  return !isSame && isIn(from, patients) && isIn(to, actors);
}

/** "Nine soldiers KILLED a man" and "nine soldiers WERE KILLED": who did it to one, it was done to the other. */
function partsInDeed(a: Assertion, b: Assertion, figures: readonly FigurePair[]): boolean {
  if (a.head !== b.head || !/^(?:kill|wound)$/.test(a.head ?? '')) return false;
  const roleOf = ({ terms }: Assertion, { of }: Amount) => terms.find(({ key }) => of.includes(key))?.role;
  return figures.some((pair) => {
    const roles = [roleOf(a, pair.a), roleOf(b, pair.b)];
    return roles.includes('actor') && roles.includes('patient');
  });
}

/** How many were killed and how many were wounded are two counts, though one sentence tells both. */
const partsInFate = (a: Assertion, b: Assertion): boolean =>
  a.figures.length > 0 && b.figures.length > 0 && [a.head, b.head].sort().join() === 'kill,wound';

/** One affirms what the other denies; or both affirm opposites. */
function isOpposed(a: Assertion, b: Assertion, { opposites }: Overlap): boolean {
  return (a.stance * b.stance === -1) !== (opposites.length > 0 && a.stance !== 0 && b.stance !== 0);
}

function againstOf({ a, b, overlap, figures, score, shared }: Compared): Relation | null {
  if (partsInActor(a, b) || figures.some((pair) => !areCompatible(pair.a, pair.b))) return null;
  if (timesApart(a, b) || placesApart(a, b)) return null;
  if (overlap.opposites.length > 0) {
    const evidence = overlap.opposites.map(
      (match): Evidence => ({
        kind: 'opposite',
        a: match.a.span,
        b: match.b.span,
        words: `${match.a.key}, not ${match.b.key}`,
      }),
    );
    return { a: a.id, b: b.id, relation: 'contradicts', score, evidence: [...evidence, ...shared] };
  }
  const [no, yes, share] = a.stance < 0 ? [a, b, overlap.ofA] : [b, a, overlap.ofB];
  if (share < LEAST_DENIED || overlap.head < SAID || !isOfOneMatter(overlap) || isByOther(no, overlap)) return null;
  if (yes.about !== null && yes.denial.length > 0) {
    const evidence: Evidence = {
      kind: 'takes up',
      a: yes.span,
      b: no.span,
      words: 'says the opposite of what was denied',
    };
    return { a: yes.id, b: no.id, relation: 'contradicts', score, evidence: [evidence, ...turned(shared, yes === b)] };
  }
  const denial: Evidence = { kind: 'denial', a: no.denial[0] ?? no.span, b: null, words: 'denies' };
  return { a: no.id, b: yes.id, relation: 'denies', score, evidence: [denial, ...turned(shared, no === b)] };
}

/** "does not have relations with Syria" denies nothing of what else the United States and Syria have. */
const isOfOneMatter = ({ matches }: Overlap): boolean => matches.some(({ a, own }) => own && !/^[@~]/.test(a.key));

/** "denied that a DRONE had struck the depot" denies nothing of "the depot exploded": nobody there says who did it. */
function isByOther({ terms }: Assertion, { head, matches }: Overlap): boolean {
  const actors = terms.filter(({ role }) => role === 'actor');
  const said = new Set(matches.flatMap(({ a, b }) => [a.key, b.key]));
  return head < 1 && actors.length > 0 && !actors.some(({ key }) => said.has(key));
}

const turned = (evidence: readonly Evidence[], turn: boolean): readonly Evidence[] =>
  turn ? evidence.map((each) => ({ ...each, a: each.b, b: each.a })) : evidence;

function agreeing({ a, b, overlap, figures, score, shared }: Compared): Relation | null {
  const differing = differences(a, b, figures);
  const of = (relation: RelationKind, evidence: readonly Evidence[]): Relation => ({
    a: a.id,
    b: b.id,
    relation,
    score,
    evidence: [...evidence, ...shared],
  });
  if (differing.length > 1 || (differing.length === 1 && a.stance * b.stance === 0)) return null;
  if (
    differing.length === 1 &&
    differing[0]!.relation !== 'differs in figure' &&
    (score < LEAST_DIFFERING || overlap.head < SAID)
  )
    return null;
  if (differing.length === 1) return of(differing[0]!.relation, [differing[0]!.evidence]);
  const firmness = a.document === b.document && a.stance === b.stance ? 0 : firmnessOf(a) - firmnessOf(b);
  if (firmness !== 0) return of(firmness > 0 ? 'firmer' : 'weaker', hedgesOf(a, b));
  // how many there are is the same, wherever the one leaves out what they do
  const isCount = figures.length > 0 && (isBareCount(a) || isBareCount(b));
  if (isCount || Math.abs(overlap.ofA - overlap.ofB) < PART) return of('same', []);
  if (overlap.ofA > overlap.ofB) return of('part of', []);
  return { ...of('part of', []), a: b.id, b: a.id, evidence: turned(shared, true) };
}

interface Difference {
  readonly relation: RelationKind;
  readonly evidence: Evidence;
}

/** What parts two statements that say the same otherwise. */
function differences(a: Assertion, b: Assertion, figures: readonly FigurePair[]): Difference[] {
  const found: Difference[] = [];
  const figure = figures.find(({ agrees }) => !agrees);
  const time = timesApart(a, b);
  const place = placesApart(a, b);
  if (figure)
    found.push({
      relation: 'differs in figure',
      evidence: {
        kind: 'figure',
        a: figure.a.span,
        b: figure.b.span,
        words: `${boundsOf(figure.a)}, not ${boundsOf(figure.b)}`,
      },
    });
  if (time) found.push({ relation: 'differs in time', evidence: time });
  if (place) found.push({ relation: 'differs in place', evidence: place });
  const isNamed = partsInActor(a, b);
  if (isNamed || partsInCause(a, b)) {
    const [x, y] = [a, b].map(({ terms }) =>
      terms.find(({ key, role }) => role === 'actor' && (!isNamed || /^[@~]/.test(key))),
    );
    found.push({
      relation: 'differs in actor',
      evidence: { kind: 'actor', a: x!.span, b: y!.span, words: `${x!.key}, not ${y!.key}` },
    });
  }
  return found;
}

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));
const CAUSES = stems('cause trigger spark ignite provoke');
/** What comes of one cause; "caused many to choke" comes of a weapon and of the attack with it. */
const CAUSED = stems(
  'explosion blast fire blaze crash collapse outage blackout leak spill accident incident disaster derailment sinking flood landslide outbreak',
);
/** "A drone", "the attack" and "an unmanned aircraft" may be one cause, as a storm and its winds are. */
const CAUSES_ALIKE = [
  stems(
    'drone uav missile rocket shell mortar bomb mine artillery aircraft plane jet attack strike raid airstrike shelling bombing bombardment weapon hit',
  ),
  stems('storm wind gale gust hurricane typhoon cyclone tornado rain downpour lightning weather'),
];

const isOfEvent = ({ terms }: Assertion): boolean =>
  terms.some(({ key, role }) => role === 'patient' && CAUSED.has(key));

/** "A drone caused the blast" and "the blast was caused by grain dust": of what all agree on, who says what did it says all. */
function partsInCause(a: Assertion, b: Assertion): boolean {
  if (a.head !== b.head || !CAUSES.has(a.head ?? '') || ![a, b].every(isOfEvent)) return false;
  const actorsOf = ({ terms }: Assertion) => terms.filter(({ role }) => role === 'actor').map(({ key }) => key);
  const [x, y] = [actorsOf(a), actorsOf(b)];
  const isAlike = (one: string) =>
    y.some((two) => one === two || isNear(one, two) || CAUSES_ALIKE.some((some) => some.has(one) && some.has(two)));
  return x.length > 0 && y.length > 0 && !x.some(isAlike);
}

const boundsOf = ({ min, max }: FigurePair['a']): string =>
  min === max ? `${min}` : min === null ? `up to ${max}` : max === null ? `${min} or more` : `${min} to ${max}`;

/** Days of one kind of writing that do not lie in each other: "2024-11-20" and "2024-11" do. */
function timesApart(a: Assertion, b: Assertion): Evidence | null {
  const [x, y] = [a.times.filter(isDate), b.times.filter(isDate)];
  if (x.length !== 1 || y.length !== 1) return null;
  const [one, two] = [x[0]!, y[0]!];
  if (one.value.startsWith(two.value) || two.value.startsWith(one.value)) return null;
  return { kind: 'time', a: one.span, b: two.span, words: `${one.value}, not ${two.value}` };
}

const isDate = ({ value }: { readonly value: string }): boolean =>
  /^\d{4}(?:-\d\d){0,2}/.test(value) && !value.includes('W');

/** Two towns, or two regions; a town may lie in a region. */
function placesApart(a: Assertion, b: Assertion): Evidence | null {
  for (const precision of ['city', 'region', 'country'] as const) {
    const [x, y] = [a, b].map(({ places }) =>
      places.filter((place) => place.precision === precision && place.geonames !== null),
    );
    if (x!.length !== 1 || y!.length !== 1) continue;
    const [one, two] = [x![0]!, y![0]!];
    if (one.geonames !== two.geonames)
      return { kind: 'place', a: one.span, b: two.span, words: `${one.name}, not ${two.name}` };
  }
  return null;
}

/** A source's word is less than the document's own; doubt takes from either. */
const ASKED = -2;
const DOUBT = { certain: 0, probable: 0.5, possible: 1, underspecified: 1 } as const;
function firmnessOf({ kind, stance, certainty, distance }: Assertion): number {
  if (stance === 0) return ASKED;
  if (kind === 'attribution') return 2 - (distance.length > 0 ? 0 : DOUBT[certainty]);
  return Math.min(3 - DOUBT[certainty], distance.length > 0 ? 2 : 3);
}

function hedgesOf(a: Assertion, b: Assertion): Evidence[] {
  const [x, y] = [a.distance[0] ?? null, b.distance[0] ?? null];
  const words = `${a.kind === 'voice' ? 'in its own voice' : 'on a source’s word'}, ${a.certainty}; before ${b.kind === 'voice' ? 'in its own voice' : 'on a source’s word'}, ${b.certainty}`;
  return [{ kind: 'hedge', a: x, b: y, words }];
}

/** The weightiest of what is shared. */
const MOST_EVIDENCE = 8;
const sharedEvidence = ({ matches }: Overlap): Evidence[] =>
  matches
    .toSorted((x, y) => y.weight - x.weight || x.a.span[0] - y.a.span[0])
    .slice(0, MOST_EVIDENCE)
    .map(({ a, b }) => ({ kind: /^[@~]/.test(a.key) ? 'name' : 'word', a: a.span, b: b.span, words: a.key }));
