import { dependentOf, firstWordAt, isMark, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { contains, type Span } from '../text/span.ts';
import type { Predication } from './predications.ts';
import { stemOf } from './stem.ts';

/** A count of dead or wounded, however it is put: "left nine dead", "put the death toll at nine", "claimed nine lives". */
export interface Casualty<Told extends Count = Count> {
  /** the word that says what became of them: "dead", "toll", "lives" */
  readonly at: number;
  /** what is said: who succumbed to an illness was not killed by a blast, and of 29 killed and wounded some were */
  readonly key: 'kill' | 'wound' | 'succumb' | 'casualti';
  /** words that only put the number: "put … number of", "has risen", "claimed" */
  readonly around: ReadonlySet<number>;
  /** "rose from nine to TWELVE", "TWO of the nine died", "NINE dead, 30 wounded" */
  readonly counts: readonly Told[];
  /** "nine SOLDIERS were killed" */
  readonly whom: readonly Span[];
}

interface Count {
  readonly span: Span;
  readonly of: Span | null;
  readonly unit: string | null;
}

interface Fate extends Pick<Casualty, 'at'> {
  readonly key: 'kill' | 'wound';
}
interface Counted extends Fate {
  readonly count: Count | null;
}

const KILL = /^(?:kill(?:s|ed|ing)?|die[sd]?|dying|dead|perish(?:ed)?|slain|deaths|fatalities)$/;
const WOUND = /^(?:wound(?:s|ed|ing)?|injur(?:e|es|ed|ing|ies)|hurts?)$/;
const TOLL = /^tolls?$/;
const NUMBER = /^(?:number|count|total|figure)$/;

/** What is done to lives and to bodies, and with a number: none of it is what happened. */
const LOST = /^los(?:e|es|t|ing)$/;
const TAKEN = /^(?:claim(?:s|ed|ing)?|takes?|took|taken|taking|cost|lose|loses|losing|lost)$/;
const FOUND = /^(?:found|finds?|recover\w*|retriev\w+|pull\w*|discover\w*|count\w*|dug|remov\w+)$/;
const LEFT = /^(?:left|leaves?|leaving)$/;
const PUT =
  /^(?:put|puts|putting|set|sets|gave|gives?|given|rose|risen|rises?|rising|climb\w*|increas\w+|grew|grown|jump\w*|reach\w*|stood|stands?|hits?|passed|passes|exceed\w*|revis\w+|rais\w+|estimat\w+)$/;
const TOLD = /^(?:found|confirm\w*|report\w*|record\w*|register\w*|declar\w+|pronounc\w+|verif\w+|document\w*)$/;
const SAID = /^(?:says?|said|saying)$/;
const LINKS = /^(?:be|is|are|was|were|been|being|have|has|had|having|'s|'ve|get|got|may|might|could|would|will)$/;

/** "nine CHARRED bodies"; "nine public bodies" are of the living */
const OF_BODIES = /^(?:more|other|dead|lifeless|charred|burn(?:ed|t)|mutilated|decompos\w+|unidentified|naked)$/;
/** Those who count the dead count people. */
const ANIMAL =
  /^(?:animals?|livestock|cattle|cows?|horses?|sheep|goats?|pigs?|dogs?|cats?|camels?|chickens?|birds?|fish|whales?|bees?)$/;
const ILL =
  /^(?:suicides|cholera|covid\S*|coronavirus|diseases?|illness(?:es)?|hunger|starvation|malnutrition|famine|dehydration|heatstroke|cancer|flu|influenza|measles|malaria|ebola|dengue|overdoses?)$/;

/** Between a verb and its count: "killed [at least] nine". */
const MOST_BEFORE = 4;
/** Between a count and its verb: "nine people [in the town of Selm] died". */
const MOST_AFTER = 8;

/** The dead first, then the wounded; none where nobody is counted so, or where something else is what is said. */
export function casualtiesOf<Told extends Count>(
  parse: Parse,
  part: Predication,
  counts: readonly Told[],
): Casualty<Told>[] {
  const said = parse.words[part.head]!;
  // a noun at the head is a tree that went wrong: what hangs on it is no aside
  const words = isVerb(said) ? part.words.filter((at) => !part.asides.has(at)) : part.words;
  const former = Math.min(...counts.filter((count) => isFormer(parse, count)).map(({ span }) => span[0]));
  const now = counts.filter(
    (count) => count.span[0] < former && !counts.some((other) => isBefore(parse, count, other)),
  );
  const told = now.filter((count) => !now.some((other) => isPartOf(parse, other, count)));
  const fates = told.length < now.length ? partsFate(parse, part) : fatesOf(parse, words, told);
  return (['kill', 'wound'] as const).flatMap((key) => {
    const own = fates.filter((one) => one.key === key);
    const others = fates.filter((one) => one.key !== key);
    const counted = others.length === 0 ? told : told.filter((count) => keyFor(parse, count, fates) === key);
    return casualtyOf(parse, part, counted, own, words) ?? [];
  });
}

function casualtyOf<Told extends Count>(
  parse: Parse,
  part: Predication,
  told: readonly Told[],
  own: readonly Counted[],
  words: readonly number[],
): Casualty<Told> | null {
  const said = parse.words[part.head]!;
  const first = own[0];
  if (!first || isJudged(parse, part, first, told)) return null;
  const around = new Set(words.filter((at) => at !== first.at && isOfCount(lower(parse.words[at]!))));
  const isTold = SAID.test(lower(said)) && part.head < first.at;
  const isShot = lower(said) === 'shot' && first.at === part.head + 1;
  const isCount = part.head === first.at || around.has(part.head) || LINKS.test(lower(said)) || isTold || isShot;
  if (!isCount && isVerb(said)) return null;
  const isIll = first.key === 'kill' && words.some((at) => isIllness(parse, at));
  const key = isIll ? 'succumb' : isOfBoth(parse, first) ? 'casualti' : first.key;
  return {
    ...{ at: first.at, key, around },
    counts: told,
    whom: own.flatMap(({ count }) => (count?.of ? [count.of] : [])),
  };
}

/** "from NINE to 12", "to 12, up from NINE" */
const isBefore = ({ text }: Parse, { span, of }: Count, { span: [start, end] }: Count): boolean =>
  /\bfrom\s$/.test(text.slice(Math.max(0, span[0] - ' from '.length), span[0])) &&
  (/^\s+to\s+$/.test(text.slice((of ?? span)[1], start)) ||
    (of === null && /^(?:\s|,\s+up\s+)from\s+$/.test(text.slice(end, span[0]))));

/** "rose to nine dead FROM EIGHT dead and 15 wounded"; "from eight to nine" is another's */
const isFormer = ({ text }: Parse, { span: [start, end] }: Count): boolean =>
  /\bfrom\s$/.test(text.slice(Math.max(0, start - ' from '.length), start)) &&
  /^\s+(?:\p{L}+\s+)?(?:dead|deaths|killed|wounded|injured|hurt)\b(?!\s+to\b)/u.test(text.slice(end, end + 40));

/** Of a count too far from its verb the first fate after it: "nine, three of them children, were KILLED and 20 wounded" */
function keyFor(parse: Parse, count: Count, fates: readonly Counted[]): Fate['key'] | undefined {
  const own = fates.find((one) => one.count === count);
  return (own ?? fates.find(({ at }) => parse.words[at]!.start >= count.span[1]))?.key;
}

/** "29 people were KILLED AND WOUNDED": nobody says how many of them died. */
function isOfBoth({ text, words }: Parse, { at }: Fate): boolean {
  const { start, end } = words[at]!;
  return (
    /^(?:\s+(?:and|or)\s+|\/)(?:killed|dead|wounded|injured|hurt)(?=\s*(?:[.,;:—–]|$|(?:in|on|at|by|when|as|after|during|since|across|near)\s))/.test(
      text.slice(end, end + 30),
    ) ||
    /\b(?:killed|dead|wounded|injured|hurt)(?:\s+(?:and|or)\s+|\/)$/.test(text.slice(Math.max(0, start - 20), start))
  );
}

/** "TWO of the nine" */
const isPartOf = ({ text }: Parse, { span }: Count, { span: [start] }: Count): boolean =>
  /^\s+of\s+(?:(?:the|those|its|their)\s+)?$/.test(text.slice(span[1], start));

/** "Two of the nine people wounded DIED": any other word may be said of the nine. */
function partsFate(parse: Parse, { head }: Predication): Counted[] {
  const key = keyOf(lower(parse.words[head]!));
  return key ? [{ at: head, key, count: null }] : [];
}

/** "A report of nine deaths is FALSE"; in "the toll is NINE" it is the count itself. */
function isJudged(parse: Parse, { head }: Predication, { at }: Fate, counts: readonly Count[]): boolean {
  const { start, end } = parse.words[head]!;
  const isCount = counts.some(({ span }) => contains(span, [start, end]));
  return head !== at && !isCount && dependentOf(parse, head, 'cop') !== undefined;
}

/** "nine OF WHOM", "three OF THEM", "nine FATALLY": some of those who were counted before */
const OF_THEM = /^\s+(?:of\s+(?:whom|them|these|those|which)\b|fatally\b)/;
/** "20 were hurt, three SERIOUSLY" */
const HOW_BADLY =
  /^\s+(?:seriously|critically|badly|gravely|severely|lightly|slightly)(?!\s+(?:wounded|injured|hurt)\b)/;
/** In characters: "critically wounded" */
const LONGEST_HOW = 40;
/** In words: "nine of whom [have since] DIED" */
const MOST_AFTER_THEM = 7;
/** In words: who was counted before stands no further off. */
const LOOKED_BACK = 40;

/**
 * "The blast wounded 20, NINE OF WHOM DIED" has two counts, of which one is part of the other: the dead are counted apart,
 * and three who are badly hurt are among the 20, and no count beside it.
 */
export function partsOfCounts<Told extends Count>(
  parse: Parse,
  part: Predication,
  counts: readonly Told[],
): { readonly whole: readonly Told[]; readonly dead: readonly Casualty<Told>[] } {
  const isPart = (count: Told, i: number): boolean => {
    const after = parse.text.slice(count.span[1], count.span[1] + LONGEST_HOW);
    return i > 0 && (OF_THEM.test(after) || (count.of === null && HOW_BADLY.test(after)));
  };
  const parts = counts.filter(isPart);
  const dead = parts.flatMap((count) => {
    const at = deathOf(parse, count);
    const around = new Set(part.words.filter((word) => word !== at && isOfCount(lower(parse.words[word]!))));
    return at === null ? [] : [{ at, key: 'kill' as const, around, counts: [count], whom: [] }];
  });
  return { whole: counts.filter((count) => !parts.includes(count) || count.of !== null), dead };
}

/** "nine of whom DIED", "nine FATALLY", "KILLING nine of them" */
function deathOf(parse: Parse, { span: [start, end] }: Count): number | null {
  const first = firstWordAt(parse, start);
  const before = parse.words.slice(Math.max(sentenceOf(parse, first).run[0], first - LOOKED_BACK), first);
  // "killed nine, two of whom died in bed": two of the dead
  if (before.slice(0, -1).some(({ form }) => KILL.test(form))) return null;
  if (KILL.test(before.at(-1)?.form ?? '')) return first - 1;
  const from = firstWordAt(parse, end);
  for (let at = from; at < Math.min(parse.words.length, from + MOST_AFTER_THEM); at++) {
    const word = parse.words[at]!;
    if (isMark(word) || /^(?:not|n't|may|might|could|feared|no)$/.test(word.form)) return null;
    if (KILL.test(word.form) || word.form === 'fatally') return at;
  }
  return null;
}

/** "died of CHOLERA", "by SUICIDE"; a suicide bomber kills others. */
function isIllness({ words }: Parse, at: number): boolean {
  const form = lower(words[at]!);
  return ILL.test(form) || (form === 'suicide' && words[at - 1]?.form === 'by' && words[at]!.label !== 'compound');
}

const SCAFFOLD = [KILL, WOUND, TOLL, NUMBER, TAKEN, FOUND, LEFT, PUT, TOLD, /^(?:death|life|lives|bodies)$/];
const isOfCount = (form: string): boolean => SCAFFOLD.some((some) => some.test(form));

const keyOf = (form: string): Fate['key'] | null => (KILL.test(form) ? 'kill' : WOUND.test(form) ? 'wound' : null);

/** Words of a clause, by their places in it. */
interface Line {
  readonly words: readonly number[];
  /** '' beyond its ends */
  form(i: number): string;
  tag(i: number): string;
  fate(i: number): Fate | null;
  /** "nine LIVES were lost", "found nine BODIES" */
  taken(i: number): Fate | null;
  /** "KILLED the mayor" */
  isDoing(i: number): boolean;
  /** "rescued", not "were", "has", "reported" */
  isOtherVerb(i: number): boolean;
}

function lineOf(parse: Parse, words: readonly number[]): Line {
  const form = (i: number): string => (words[i] === undefined ? '' : lower(parse.words[words[i]]!));
  const tag = (i: number): string => (words[i] === undefined ? '' : parse.words[words[i]]!.tag);
  const has = (some: RegExp): boolean => words.some((_, i) => some.test(form(i)) && form(i + 1) !== 'to');
  const isBodies = (i: number): boolean =>
    form(i) === 'bodies' && (!/^(?:JJ|NN)/.test(tag(i - 1)) || OF_BODIES.test(form(i - 1)));
  return {
    ...{ words, form, tag },
    fate(i) {
      const key = form(i - 1) === 'to' || ANIMAL.test(form(i + 1)) ? null : keyOf(form(i));
      return key && { at: words[i]!, key };
    },
    taken(i) {
      const isLost = form(i) === 'lives' ? has(TAKEN) : isBodies(i) && has(FOUND);
      return isLost ? { at: words[i]!, key: 'kill' } : null;
    },
    isDoing: (i) =>
      words[i] !== undefined &&
      dependentOf(parse, words[i], 'dobj') !== undefined &&
      dependentOf(parse, words[i], 'auxpass') === undefined,
    isOtherVerb: (i) =>
      isVerb(parse.words[words[i]!]!) &&
      !LINKS.test(form(i)) &&
      !TOLD.test(form(i)) &&
      !(form(i) === 'shot' && form(i + 1) === 'dead'),
  };
}

function fatesOf(parse: Parse, words: readonly number[], counts: readonly Count[]): Counted[] {
  const line = lineOf(parse, words);
  return counts.flatMap((count) => {
    const { span, of, unit } = count;
    const placesIn = (whole: Span | null) =>
      words.flatMap((at, i) => (whole && contains(whole, [parse.words[at]!.start, parse.words[at]!.end]) ? [i] : []));
    const [number, counted] = [placesIn(span), placesIn(of)];
    if (unit !== null || number.length === 0 || counted.some((i) => ANIMAL.test(line.form(i)))) return [];
    const [first, last] = [number[0]!, Math.max(number.at(-1)!, ...counted)];
    // "killed by nine soldiers", "rose by nine"
    if (line.form(first - 1) === 'by') return [];
    const fate = fateIn(line, first, last) ?? fateBefore(line, first) ?? fateAfter(line, last);
    return fate ? [{ ...fate, count }] : [];
  });
}

/** "nine DEATHS", "nine people KILLED"; not "nine people KILLED a man", nor "killed nine, WOUNDED 30" */
function fateIn({ words, fate, taken, isDoing }: Line, first: number, last: number): Fate | null {
  const end = words[last + 1] === words[last]! + 1 ? last + 1 : last;
  for (let i = first; i <= end; i++) {
    const counted = isDoing(i) ? null : (fate(i) ?? taken(i));
    if (counted) return counted;
  }
  return null;
}

/** "the death TOLL rose to nine", "the number of DEAD reached nine", "KILLED nine"; not "KILLED in nine towns" */
function fateBefore({ words, form, tag, fate, taken, isOtherVerb }: Line, first: number): Fate | null {
  const isElsewhere = tag(first - 1) === 'IN' && form(first - 1) !== 'of';
  for (let i = first - 1; i >= 0 && !/^\p{N}/u.test(form(i)); i--) {
    if (TOLL.test(form(i))) return { at: words[i]!, key: form(i - 1) === 'injury' ? 'wound' : 'kill' };
    const near = [2, 3, 4, 5].find((n) => i + n < first && fate(i + n));
    if (NUMBER.test(form(i)) && form(i + 1) === 'of' && near !== undefined) return fate(i + near);
    const before = form(i + 1) === 'of' ? taken(i) : null;
    const doing = first - i <= MOST_BEFORE && !isElsewhere ? fate(i) : null;
    if (before ?? doing) return before ?? doing;
    if (isOtherVerb(i) && !fate(i) && !PUT.test(form(i))) return null;
  }
  return null;
}

/** "nine people were KILLED", "lost their LIVES"; not "the list of the DEAD", "reported DEATHS", "found DEAD bodies" */
function fateAfter({ words, form, tag, fate, taken, isDoing, isOtherVerb }: Line, last: number): Fate | null {
  const isThing = (i: number): boolean =>
    isDoing(i) ||
    /^(?:deaths|fatalities|injuries)$/.test(form(i)) ||
    /^(?:the|those|these|their|its)$/.test(form(i - 1)) ||
    (form(i) === 'dead' && /^NN/.test(tag(i + 1)));
  for (let i = last + 1; i < words.length && i <= last + MOST_AFTER; i++) {
    const done = isThing(i) ? null : fate(i);
    const lost = LOST.test(form(i)) ? (taken(i + 1) ?? taken(i + 2)) : null;
    if (done || lost || isOtherVerb(i)) return done ?? lost;
  }
  return null;
}

const FATES = new Set(['kill', 'die', 'wound', 'lives', 'bodies'].map(stemOf));
/** Of what a count counts: "nine LIVES" are nine of whomever. */
export const isFate = (key: string): boolean => FATES.has(key);
