import type { Parse } from '../language/parse.ts';
import type { Above } from './factuality-at.ts';
import { isPassive } from './frames.ts';
import { CERTAIN, denied, listedImplication, OPEN, type Standing, through } from './implications.ts';
import { dependentOf, dependentsOf, isVerb, lower } from './tree.ts';

/** Verbs that say no more than their object: "carried out [an attack]" is as certain as "attacked". */
const LIGHT =
  /^(?:ma[kd]\w*|t[ao]{1,2}k\w*|carr\w*|h[eo]ld\w*|conduct\w*|launch\w*|g[ai]v\w*|do|does|did|done|ha[vds]\w*|stag\w*|mount\w*|commit\w*|perform\w*|undert\w*|see|sees|saw|fac\w+|suffer\w*|caus\w*|is|are|was|were|be|been|being|play\w*|enter\w*|reach\w*)$/;

/** How a noun of happening is put by what it hangs on: "cancelled the flight", "reports of an attack", "no attack took place". */
export function nounAround(parse: Parse, at: number, up: Above): Standing {
  const { head, label } = parse.words[at]!;
  const above = parse.words[head]!;
  const form = lower(above);
  const preposition = dependentsOf(parse, at, 'case').map((d) => lower(parse.words[d]!))[0] ?? '';
  if (/^(?:without|instead)$/.test(preposition)) return denied(CERTAIN);
  const object = label === 'dobj' || label === 'nmod' || label === 'nsubjpass' || label === 'compound';
  const listed = object ? listedObject(parse, head, form, label, preposition) : subjectOf(parse, label, head, form);
  if (listed) return through(up.standing(), listed);
  if (label === 'nsubj')
    return LIGHT.test(form) && dependentOf(parse, head, 'expl') !== undefined
      ? up.standing()
      : granted(parse, at, preposition, up);
  if (label === 'dobj' || label === 'nsubjpass')
    return LIGHT.test(form) || isIndefinite(parse, at) ? up.standing() : granted(parse, at, preposition, up);
  if (label === 'compound') return up.around();
  return granted(parse, at, preposition, up);
}

const AFTER = /^(?:after|since|during|following|amid|despite|because|over)$/;

/** Taken for granted: "the attack", "the Wexley disaster", "after an attack" always, else unless all of it is supposed. */
function granted(parse: Parse, at: number, preposition: string, up: Above): Standing {
  if (!isIndefinite(parse, at) || AFTER.test(preposition)) return CERTAIN;
  return up.around().polarity === 'undecided' ? OPEN : CERTAIN;
}

const BINDS = /^(?:for|of|from|about|against|on|to|over|out|in)$/;

function listedObject(parse: Parse, head: number, form: string, label: string, preposition: string) {
  if (label === 'nmod' && !BINDS.test(preposition)) return null;
  if (label === 'nmod' && isVerb(parse.words[head]!) && !/^(?:for|about|out|from|to)$/.test(preposition)) return null;
  if (label === 'nsubjpass' && !isPassive(parse, head)) return null;
  return listedImplication(form, 'object');
}

function subjectOf(parse: Parse, label: string, head: number, form: string) {
  if (label !== 'nsubj' || !isVerb(parse.words[head]!)) return null;
  if (/^t[ao]/.test(form) && !dependentsOf(parse, head, 'dobj').some((d) => lower(parse.words[d]!) === 'place'))
    return null;
  return listedImplication(form, 'subject');
}

/** "an attack", "attacks", "any attack"; not "the attack", "his attack" */
function isIndefinite(parse: Parse, at: number): boolean {
  if (parse.words[at]!.tag.startsWith('NNP') || dependentOf(parse, at, 'nmod:poss') !== undefined) return false;
  if (dependentsOf(parse, at, 'compound').some((d) => parse.words[d]!.tag.startsWith('NNP'))) return false;
  const determiner = dependentOf(parse, at, 'det');
  return determiner === undefined || /^(?:an?|any|no|some|another)$/.test(lower(parse.words[determiner]!));
}
