import { noEvidence } from '../attributions/no-evidence.ts';
import { dependentOf, dependentsOf, isVerb, lower } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { type EventLexicon, englishEvents, type Holds } from './event-lexicon.ts';

/** How an event holds where it is told: it happened, it is to come, it was tried, it is refused, or it is only thought of. */
export type Force = 'happens' | 'comes' | 'tried' | 'refused' | 'unreal';

/** How far up the tree is looked for what governs a word. */
const STEPS = 8;

const FUTURE = /^(?:will|would|'ll|shall|wo|'d)$/;
const THOUGHT = /^(?:could|may|might|can|ca|should|must|ought|needs?)$/;
/** "Egypt IS to resume ties" */
const IS = /^(?:is|are|was|were)$/;
const CONDITION = /^(?:if|unless|whether|lest)$/;

export function forceOf(parse: Parse, verb: number, lexicon: EventLexicon = englishEvents()): Force {
  if (noEvidence(parse, verb) !== null) return 'unreal';
  let force: Force = 'happens';
  let at = verb;
  for (let step = 0; step < STEPS; step++) {
    const own = ownForce(parse, at);
    if (own === 'unreal') return force === 'comes' && isNegated(parse, at) ? 'refused' : 'unreal';
    if (own !== 'happens') force = own;
    const above = parse.words[at]!.head;
    if (above < 0) return force;
    const link = linkOf(parse, at);
    if (link === 'free') return force;
    if (link === 'purpose' || link === 'condition') return 'unreal';
    if (link === 'held') {
      const held = heldBy(parse, lexicon, at, above);
      if (held === 'unreal') return 'unreal';
      if (held !== 'happens') force = held;
    }
    at = above;
    if (!isVerb(parse.words[at]!) && dependentOf(parse, at, 'cop') === undefined) return force;
  }
  return force;
}

/** By its own auxiliaries and negation: "will", "could", "did not". */
function ownForce(parse: Parse, at: number): Force {
  const aux = dependentsOf(parse, at, 'aux').map((d) => lower(parse.words[d]!));
  const future = aux.some((form) => FUTURE.test(form)) || isGoingTo(parse, at);
  if (aux.some((form) => THOUGHT.test(form))) return 'unreal';
  if (isNegated(parse, at)) return future ? 'refused' : 'unreal';
  if (future && aux.includes('have')) return 'unreal';
  return future ? 'comes' : 'happens';
}

export const isNegated = (parse: Parse, at: number): boolean => {
  if (dependentOf(parse, at, 'neg') !== undefined) return true;
  const before = parse.words[at - 1]?.form;
  return before === 'not' || before === 'never' || (parse.words[at - 2]?.form === 'not' && before === 'yet');
};

const isGoingTo = (parse: Parse, at: number): boolean =>
  parse.words[at - 1]?.form === 'to' && /^(?:going|due|about|set)$/.test(parse.words[at - 2]?.form ?? '');

type Link = 'free' | 'purpose' | 'condition' | 'held' | 'shared';

/** How a verb hangs on what governs it. */
function linkOf(parse: Parse, at: number): Link {
  const { label } = parse.words[at]!;
  const marks = dependentsOf(parse, at, 'mark').map((d) => lower(parse.words[d]!));
  if (marks.some((mark) => CONDITION.test(mark))) return 'condition';
  if (marks.some((mark) => /^(?:for|without|from|against|of|at)$/.test(mark))) return 'purpose';
  const infinitive = marks.includes('to') || parse.words[at - 1]?.tag === 'TO';
  if (label === 'xcomp' || label === 'ccomp') return 'held';
  if (label === 'advcl' || label === 'acl' || label === 'dep' || label === 'csubj')
    return infinitive ? (isHolder(parse, at) ? 'held' : 'purpose') : 'free';
  if (label === 'conj') {
    const own = dependentOf(parse, at, 'nsubj', 'nsubjpass', 'aux');
    return own === undefined ? 'shared' : 'free';
  }
  return infinitive && label === 'root' ? 'purpose' : 'free';
}

const isHolder = (parse: Parse, at: number): boolean =>
  englishEvents().holds.has(lower(parse.words[parse.words[at]!.head]!));

function heldBy(parse: Parse, lexicon: EventLexicon, at: number, above: number): Force {
  const holds: Holds | undefined = lexicon.holds.get(lower(parse.words[above]!));
  const bare = parse.words[at]!.label === 'ccomp' && parse.words[at - 1]?.tag !== 'TO';
  switch (holds) {
    case 'promise':
    case 'plan':
    case 'will':
    case 'threat':
      return bare ? 'happens' : 'comes';
    case 'refuse':
      return 'refused';
    case 'try':
      return 'tried';
    case 'unreal':
      return 'unreal';
    case 'pass':
      return IS.test(parse.words[above]!.form) && parse.words[at - 1]?.tag === 'TO' ? 'comes' : 'happens';
    default:
      return bare || parse.words[at]!.tag === 'VBG' ? 'happens' : 'unreal';
  }
}
