import { dependentOf, dependentsOf, isVerb, lower } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Predication } from './predications.ts';
import type { Term } from './terms.ts';

/** "found no sign of A LEAK": that there was none is said; who looked for it only tells of it. */
export interface NoneFound {
  /** the word for what was not found */
  readonly what: number;
  /** words that only tell that it was looked for: "found", "sign" */
  readonly around: ReadonlySet<number>;
}

const FINDS =
  /^(?:found|find(?:s|ing)?|saw|see[ns]?|seeing|detect(?:s|ed|ing)?|discover(?:s|ed|ing)?|uncover(?:s|ed|ing)?|spot(?:s|ted)?|locat(?:es?|ed|ing))$/;
const SIGN = /^(?:signs?|evidence|traces?|indications?|hints?)$/;

/** Null of "did not find the boy": he is somewhere. */
export function noneFound(parse: Parse, { head, words }: Predication): NoneFound | null {
  const finds = FINDS.test(lower(parse.words[head]!));
  const isThere = dependentOf(parse, head, 'expl') !== undefined;
  const object = finds
    ? dependentOf(parse, head, 'dobj', 'nsubjpass')
    : isThere
      ? dependentOf(parse, head, 'nsubj')
      : isVerb(parse.words[head]!)
        ? undefined
        : head;
  if (object === undefined || !words.includes(object) || !isNone(parse, head, object)) return null;
  const what = SIGN.test(lower(parse.words[object]!)) ? signOf(parse, object, words) : finds ? object : null;
  if (what === null) return null;
  return { what, around: new Set([head, object].filter((at) => at !== what)) };
}

/** "NO sign", "did NOT find any", "has NOT detected a leak" */
function isNone(parse: Parse, head: number, object: number): boolean {
  const own = dependentsOf(parse, object, 'neg', 'det', 'cc:preconj');
  if (own.some((at) => /^(?:no|neither)$/.test(lower(parse.words[at]!)))) return true;
  if (dependentOf(parse, head, 'neg') === undefined || dependentOf(parse, object, 'nmod:poss') !== undefined)
    return false;
  return (
    !parse.words[object]!.tag.startsWith('NNP') && own.every((at) => /^(?:an?|any)$/.test(lower(parse.words[at]!)))
  );
}

/** "sign of A LEAK" */
function signOf(parse: Parse, sign: number, words: readonly number[]): number | null {
  if (parse.words[sign + 1]?.form !== 'of') return null;
  let what = words.find((at) => at > sign + 1 && /^(?:NN|VBG)/.test(parse.words[at]!.tag));
  while (what !== undefined && parse.words[what]!.label === 'compound' && parse.words[what]!.head > what)
    what = parse.words[what]!.head;
  return what !== undefined && words.includes(what) ? what : null;
}

/** The term of what was not found at the head; who looked for it, and that he did, may be left out. */
export function termOfNone(term: Term, { actor }: Predication, none: NoneFound | null): Term {
  if (none === null) return term;
  if (term.at === none.what) return { ...term, role: 'head' };
  const isBeside = none.around.has(term.at) || (actor.has(term.at) && !actor.has(none.what));
  return isBeside ? { ...term, role: 'aside' } : term;
}
