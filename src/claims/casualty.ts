import { isVerb, lower } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { contains, type Span } from '../text/span.ts';
import type { Predication } from './predications.ts';
import { stemOf } from './stem.ts';

/** A count of dead or wounded, however it is put: "left nine dead", "put the death toll at nine", "claimed nine lives". */
export interface Casualty {
  /** the word that says what became of them: "dead", "toll", "lives" */
  readonly at: number;
  readonly key: 'kill' | 'wound';
  /** words that only put the number: "put … number of", "has risen", "claimed" */
  readonly around: ReadonlySet<number>;
}

interface Count {
  readonly span: Span;
  readonly of: Span | null;
  readonly unit: string | null;
}

type Fate = Pick<Casualty, 'at' | 'key'>;

const KILL = /^(?:kill(?:s|ed|ing)?|die[sd]?|dying|dead|perish(?:ed)?|slain|deaths|fatalities)$/;
const WOUND = /^(?:wound(?:s|ed|ing)?|injur(?:e|es|ed|ing|ies)|hurts?)$/;
const TOLL = /^tolls?$/;
const NUMBER = /^(?:number|count|total|figure)$/;

/** What is done to lives and to bodies, and with a number: none of it is what happened. */
const TAKEN = /^(?:claim(?:s|ed|ing)?|takes?|took|taken|taking|cost|lose|loses|losing|lost)$/;
const FOUND = /^(?:found|finds?|recover\w*|retriev\w+|pull\w*|discover\w*|count\w*|dug|remov\w+)$/;
const LEFT = /^(?:left|leaves?|leaving)$/;
const PUT =
  /^(?:put|puts|putting|set|sets|gave|gives?|given|rose|risen|rises?|rising|climb\w*|increas\w+|grew|grown|jump\w*|reach\w*|stood|stands?|hits?|passed|passes|exceed\w*|revis\w+|rais\w+|estimat\w+)$/;
const TOLD = /^(?:found|confirm\w*|report\w*|record\w*|register\w*|declar\w+|pronounc\w+|verif\w+|document\w*)$/;
const SAID = /^(?:says?|said|saying)$/;
const LINKS = /^(?:be|is|are|was|were|been|being|have|has|had|having|'s|'ve|get|got|may|might|could|would|will)$/;

/** Between a verb and its count: "killed [at least] nine". */
const MOST_BEFORE = 4;
/** Between a count and its verb: "nine people [in the town of Selm] died". */
const MOST_AFTER = 8;

/** Null where nobody is counted so, where dead and wounded are, or where something else is what is said. */
export function casualtyOf(parse: Parse, part: Predication, counts: readonly Count[]): Casualty | null {
  const said = parse.words[part.head]!;
  // a noun at the head is a tree that went wrong: what hangs on it is no aside
  const words = isVerb(said) ? part.words.filter((at) => !part.asides.has(at)) : part.words;
  const fates = counts.flatMap((count) => (count.unit === null ? (fateOf(parse, words, count) ?? []) : []));
  const [first] = fates;
  if (!first || fates.some(({ key }) => key !== first.key)) return null;
  const around = new Set(words.filter((at) => at !== first.at && isOfCount(lower(parse.words[at]!))));
  const isTold = SAID.test(lower(said)) && part.head < first.at;
  const isCount = part.head === first.at || around.has(part.head) || LINKS.test(lower(said)) || isTold;
  return isCount || !isVerb(said) ? { ...first, around } : null;
}

const SCAFFOLD = [KILL, WOUND, TOLL, NUMBER, TAKEN, FOUND, LEFT, PUT, TOLD, /^(?:death|life|lives|bodies)$/];
const isOfCount = (form: string): boolean => SCAFFOLD.some((some) => some.test(form));

function fateOf(parse: Parse, words: readonly number[], { span, of }: Count): Fate | null {
  const form = (i: number): string => (words[i] === undefined ? '' : lower(parse.words[words[i]!]!));
  const isIn = (whole: Span | null, at: number): boolean =>
    whole !== null && contains(whole, [parse.words[at]!.start, parse.words[at]!.end]);
  const first = words.findIndex((at) => isIn(span, at));
  if (first < 0) return null;
  const last = words.findLastIndex((at) => isIn(span, at) || isIn(of, at));
  const has = (some: RegExp): boolean => words.some((_, i) => some.test(form(i)));
  const isOtherVerb = (i: number): boolean =>
    isVerb(parse.words[words[i]!]!) && !LINKS.test(form(i)) && !TOLD.test(form(i));
  const fate = (i: number): Fate | null => {
    if (form(i - 1) === 'to') return null;
    if (KILL.test(form(i))) return { at: words[i]!, key: 'kill' };
    return WOUND.test(form(i)) ? { at: words[i]!, key: 'wound' } : null;
  };
  const taken = (i: number): Fate | null => {
    const isLost = /^lives$/.test(form(i)) ? has(TAKEN) : /^bodies$/.test(form(i)) && has(FOUND);
    return isLost ? { at: words[i]!, key: 'kill' } : null;
  };

  for (let i = first; i <= last + 1; i++) {
    const counted = fate(i) ?? taken(i);
    if (counted) return counted;
  }
  for (let i = first - 1; i >= 0 && !/^\p{N}/u.test(form(i)); i--) {
    if (TOLL.test(form(i))) return { at: words[i]!, key: /^injury$/.test(form(i - 1)) ? 'wound' : 'kill' };
    const near = [2, 3, 4, 5].find((n) => i + n < first && fate(i + n));
    if (NUMBER.test(form(i)) && form(i + 1) === 'of' && near !== undefined) return fate(i + near);
    const before = form(i + 1) === 'of' ? taken(i) : null;
    const doing = first - i <= MOST_BEFORE ? fate(i) : null;
    if (before ?? doing) return before ?? doing;
    if (isOtherVerb(i) && !PUT.test(form(i))) break;
  }
  for (let i = last + 1; i < words.length && i <= last + MOST_AFTER; i++) {
    const done = fate(i) ?? (TAKEN.test(form(i)) ? (taken(i + 1) ?? taken(i + 2)) : null);
    if (done || isOtherVerb(i)) return done;
  }
  return null;
}

const FATES = new Set(['kill', 'die', 'wound', 'lives', 'bodies'].map(stemOf));
/** Of what a count counts: "nine LIVES" are nine of whomever. */
export const isFate = (key: string): boolean => FATES.has(key);
