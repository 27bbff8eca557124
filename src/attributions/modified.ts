import type { Parse } from '../language/parse.ts';
import { doubtAt } from './doubt.ts';
import { denied, listedImplication, OPEN, type Standing, through, weakened } from './implications.ts';
import { isInverted } from './inverted.ts';
import { dependentOf, dependentsOf, isNoun, isVerb, lower } from './tree.ts';

/** What a word's own "not", "may", "perhaps", "alleged", "if …" make of it. */
export function modified(parse: Parse, at: number, standing: Standing): Standing {
  if (isConsequent(parse, at)) return OPEN;
  const own = modifiersOf(parse, at);
  const negated = isNegated(parse, at, own);
  const modal = own.find((d) => parse.words[d]!.tag === 'MD');
  let result = modal === undefined ? standing : underModal(parse, at, modal, negated, standing);
  for (const d of own) result = underModifier(parse, at, d, result);
  if (!negated) return result;
  // "no attack took place": the verb was denied by the same "no"
  return isNone(parse, at) && result.polarity === 'denies' ? result : denied(result);
}

const MODIFIES = ['aux', 'neg', 'advmod', 'amod', 'det', 'cc:preconj'];

/** Its own; and those of the first verb of "could rise and fall", where the second has none. */
function modifiersOf(parse: Parse, at: number): number[] {
  const own = dependentsOf(parse, at, ...MODIFIES);
  const { head, label, tag } = parse.words[at]!;
  if (label !== 'conj' || !isVerb(parse.words[at]!) || parse.words[head]!.tag !== tag) return own;
  if (dependentOf(parse, at, 'aux', 'nsubj', 'nsubjpass', 'mark') !== undefined) return own;
  return [...own, ...dependentsOf(parse, head, 'aux', 'neg').filter((d) => d < head)];
}

const NOBODY = /^(?:nobody|none|nothing|neither|no-one)$/;

function isNegated(parse: Parse, at: number, own: readonly number[]): boolean {
  let not = own.filter((d) => isNot(parse, at, d)).length % 2 === 1;
  if (!isNoun(parse.words[at]!) || dependentOf(parse, at, 'cop') !== undefined)
    not = not !== dependentsOf(parse, at, 'nsubj', 'nsubjpass', 'dobj').some((d) => isNone(parse, d));
  return not;
}

function isNot(parse: Parse, at: number, d: number): boolean {
  const { label, tag } = parse.words[d]!;
  const form = lower(parse.words[d]!);
  if (label === 'neg') return form !== 'no' || isNoun(parse.words[at]!) || tag === 'RB';
  if (/^(?:never|hardly|scarcely|neither|nor)$/.test(form)) return true;
  if (label === 'det' && /^(?:no|neither)$/.test(form)) return true;
  return /^(?:nearly|almost)$/.test(form) && d === at - 1 && /^VB[DN]$/.test(parse.words[at]!.tag);
}

/** "nobody", "no one", "no ships" */
function isNone(parse: Parse, noun: number): boolean {
  if (NOBODY.test(lower(parse.words[noun]!))) return true;
  return dependentsOf(parse, noun, 'det', 'neg').some((d) => lower(parse.words[d]!) === 'no');
}

/** "may not fall" is possible still; "could not", "cannot fall" is a plain denial. */
function underModal(parse: Parse, at: number, modal: number, negated: boolean, standing: Standing): Standing {
  const form = lower(parse.words[modal]!);
  if (/^(?:can|could|ca)$/.test(form)) return negated ? standing : weakened(standing, 'possible');
  if (/^(?:may|might)$/.test(form)) return weakened(standing, 'possible');
  if (/^(?:should|must|ought)$/.test(form)) return weakened(standing, 'probable');
  if (/^(?:would|'d)$/.test(form)) return underWould(parse, at, standing);
  return standing;
}

/** "said it would pay" tells the future as "will" does; "would have paid" is of what did not come about. */
function underWould(parse: Parse, at: number, standing: Standing): Standing {
  const perfect = dependentsOf(parse, at, 'aux').some((d) => lower(parse.words[d]!) === 'have');
  if (perfect) return OPEN;
  return isEmbedded(parse, at) ? standing : weakened(standing, 'probable');
}

const isEmbedded = (parse: Parse, at: number): boolean => {
  for (let word = at, step = 0; step < 6 && word >= 0; step++) {
    if (/^(?:ccomp|parataxis)$/.test(parse.words[word]!.label)) return true;
    word = parse.words[word]!.head;
  }
  return dependentOf(parse, at, 'parataxis') !== undefined;
};

function underModifier(parse: Parse, at: number, d: number, standing: Standing): Standing {
  const { label } = parse.words[d]!;
  if (label === 'amod') {
    const listed = listedImplication(lower(parse.words[d]!), 'amod');
    if (listed) return through(standing, listed);
  }
  if (label !== 'advmod' && label !== 'amod') return standing;
  const doubt = doubtAt(parse, d);
  if (!doubt || doubt.kind === 'modal') return standing;
  if (lower(parse.words[d]!) === 'unlikely') return denied(weakened(standing, 'probable'));
  return isVerb(parse.words[at]!) || doubt.kind === 'word' ? weakened(standing, doubt.certainty) : standing;
}

/** "would fall if …": what follows from a condition is as open as the condition; what holds "unless …" is put as certain. */
function isConsequent(parse: Parse, at: number): boolean {
  return dependentsOf(parse, at, 'advcl').some((clause) => {
    const mark = dependentsOf(parse, clause, 'mark').find((d) => lower(parse.words[d]!) === 'if');
    if (mark === undefined) return isInverted(parse, clause);
    return !/^(?:even|as)$/.test(lower(parse.words[mark - 1] ?? parse.words[mark]!));
  });
}
