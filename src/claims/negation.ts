import { dependentOf, dependentsOf, lower, yieldOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Predication } from './predications.ts';

const NOT = /^(?:not|n't|no|never|nobody|none|nothing|neither|nor|without|hardly)$/;
/** "no fewer than 10", "no doubt", "not only": nothing is denied. */
const BUT_YES = /^(?:fewer|less|more|later|earlier|doubt|matter|wonder|only|just|merely|least|necessarily)$/;
/** "failed to land", "refuses to leave" */
const FAILS = /^(?:fail|refus|declin|ceas|forg[eo]t|neglect)/;

/** The word that denies what a clause says: "NO soldiers", "has NOT fallen", "FAILED to". Twice is not at all: null. */
export function negationOf(parse: Parse, part: Predication): Span | null {
  const { words, asides, head } = part;
  const found = words.filter((at) => !asides.has(at) && isNegation(parse, at, head));
  // "neither killed NOR WOUNDED": the parse leaves the word to the clause before
  if (found.length === 0 && lower(parse.words[head - 1] ?? parse.words[head]!) === 'nor') found.push(head - 1);
  const neither = found.filter((at) => !/^nor$/.test(lower(parse.words[at]!)) || found.length === 1);
  if (neither.length === 0 || neither.length % 2 === 0 || isOfPurpose(parse, part)) return null;
  const word = parse.words[neither[0]!]!;
  return [word.start, word.end];
}

/** Who was not let leave, or not told to fire, did not: only of these verbs it is the purpose that is denied. */
const SENDS = /^(?:sen[dt]|deploy|dispatch|mov[ei]|transfer|bring|brought|recruit|us(?:e|ed|ing)$)/;

/** "did not send THESE MEN TO GUARD warehouses": they were sent; what is denied is what for. */
function isOfPurpose(parse: Parse, { words, head }: Predication): boolean {
  if (!SENDS.test(lower(parse.words[head]!))) return false;
  const object = dependentOf(parse, head, 'dobj');
  if (object === undefined) return false;
  const isKnown = dependentsOf(parse, object, 'det').some((at) =>
    /^(?:these|those|this)$/.test(lower(parse.words[at]!)),
  );
  return (
    isKnown && words.some((at) => at > object && parse.words[at]!.tag === 'VB' && parse.words[at - 1]!.tag === 'TO')
  );
}

function isNegation(parse: Parse, at: number, head: number): boolean {
  const word = parse.words[at]!;
  if (NOT.test(lower(word))) {
    const next = parse.words[at + 1];
    if (next && (BUT_YES.test(lower(next)) || isContrast(parse, at, head))) return false;
    return word.text !== 'No' || next?.tag !== 'CD';
  }
  return at === head && isFailing(parse, at);
}

/** "soldiers, NOT civilians", "the presence but NOT the sources": only what follows is left out. "but NOT A SINGLE one came" is none. */
const isContrast = (parse: Parse, at: number, head: number): boolean =>
  lower(parse.words[at]!) === 'not' &&
  /^(?:but|,)$/.test(parse.words[at - 1]?.text ?? '') &&
  /^(?:DT|IN|JJ|NN|NNS|NNP|NNPS|CD|PRP\$|TO)$/.test(parse.words[at + 1]?.tag ?? '') &&
  (at > head || dependentsOf(parse, head, 'nsubj', 'nsubjpass', 'csubj').some((subject) => subject < at));

/** The words of it: "Russia, NOT UKRAINE, fired" says nothing of Ukraine that a report on its shots would say again. */
export function setOffIn(parse: Parse, { words, head }: Predication): ReadonlySet<number> {
  const found = words
    .filter((at) => isContrast(parse, at, head))
    .flatMap((not) => {
      let top = not + 1;
      while (parse.words[top]!.head > not && parse.words[top]!.head !== head) top = parse.words[top]!.head;
      const [, end] = yieldOf(parse, top);
      return words.filter((at) => at >= not && at < (head > not ? Math.min(end, head) : end));
    });
  return new Set(found);
}

/** "FAILED to land": what is said is the landing. */
export const isFailing = (parse: Parse, at: number): boolean =>
  FAILS.test(lower(parse.words[at]!)) && parse.dependents[at]!.some((d) => parse.words[d]!.label === 'xcomp');
