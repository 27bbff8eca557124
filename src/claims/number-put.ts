import { dependentOf, dependentsOf, lower } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Predication } from './predications.ts';

/** "put their NUMBER at 10,000": whoever puts it there only tells of it. */
export interface NumberPut {
  /** the word for the number */
  readonly noun: number;
  /** words that tell of what: "their", "soldiers" */
  readonly of: readonly number[];
}

const PUTS = /^(?:put|puts|putting|estimate[sd]?|place[sd]?|give[sn]?|gave|set)$/;
const NUMBER = /^(?:number|numbers|strength|total|figure|size)$/;

/** Null of "gave a number of tanks": some tanks; and where nothing says at what it is put. */
export function numberPut(parse: Parse, part: Predication): NumberPut | null {
  if (!isPut(parse, part)) return null;
  const { head, words } = part;
  const noun = dependentOf(parse, head, 'dobj');
  if (noun === undefined || !NUMBER.test(lower(parse.words[noun]!))) return null;
  const isSome = dependentsOf(parse, noun, 'det').some((at) => /^an?$/.test(lower(parse.words[at]!)));
  if (isSome || !words.some((at) => at > noun && parse.words[at]!.tag === 'CD')) return null;
  const owner = dependentsOf(parse, noun, 'nmod:poss', 'nmod');
  const of = owner
    .filter((at) => parse.words[at]!.tag !== 'CD')
    .flatMap((at) => [at, ...dependentsOf(parse, at, 'amod', 'compound')]);
  return of.length > 0 ? { noun, of } : null;
}

export const isPut = (parse: Parse, { head }: Predication): boolean => PUTS.test(lower(parse.words[head]!));
