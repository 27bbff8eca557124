import type { Parse } from '../language/parse.ts';
import { isPassive } from './frames.ts';
import { dependentOf, dependentsOf, isVerb, lower } from './tree.ts';

/**
 * How a word embeds the clause below it, in the names of frames.ts: "wants [to go]" is `to`, "denied [taking]" `ing`,
 * "stopped him [going]" `object-ing`, "said [that …]" `that`; null for a clause that is no complement of it.
 */
export function complementFrame(parse: Parse, clause: number): string | null {
  const { head, label } = parse.words[clause]!;
  if (head < 0) return null;
  if (isInfinitive(parse, clause)) return toFrame(parse, clause, head, label);
  if (isGerund(parse, clause)) return gerundFrame(parse, clause, head, label);
  if (label === 'ccomp' || label === 'csubj' || (label === 'acl' && hasThat(parse, clause)))
    return isVerb(parse.words[head]!) && isPassive(parse, head) ? passiveThat(parse, head) : 'that';
  return label === 'xcomp' ? 'small' : null;
}

function toFrame(parse: Parse, clause: number, head: number, label: string): string | null {
  if (!/^(?:xcomp|ccomp|acl|csubj|dep)$/.test(label) && !(label === 'advcl' && takesInfinitive(parse, clause, head)))
    return null;
  if (!isVerb(parse.words[head]!)) return 'to';
  if (isPassive(parse, head)) return 'passive-to';
  const object = dependentsOf(parse, head, 'dobj', 'iobj').find((d) => d > head && d < clause);
  const subject = dependentOf(parse, clause, 'nsubj');
  return object !== undefined || (subject !== undefined && subject > head) ? 'object-to' : 'to';
}

/** "urged them to leave", where the tree has the second verb as an adverb: it stands right behind the object. */
const takesInfinitive = (parse: Parse, clause: number, head: number): boolean => {
  const to = dependentsOf(parse, clause, 'mark', 'aux').find((d) => parse.words[d]!.tag === 'TO');
  if (to === undefined || to < head) return false;
  const before = parse.words[to - 1]!;
  return (
    to - 1 === head ||
    (before.head === head && /^(?:dobj|nmod|acomp)$/.test(before.label) && ASKS.test(lower(parse.words[head]!)))
  );
};
const ASKS = /^(?:urg|ask|order|t[eo]l[dl]|instruct|requir|encourag|invit|advis|warn|allow|permit|forc|want|expect)/;

function gerundFrame(parse: Parse, clause: number, head: number, label: string): string | null {
  if (label === 'xcomp') return 'ing';
  const marker = dependentsOf(parse, clause, 'mark', 'case')[0];
  const form = marker === undefined ? '' : lower(parse.words[marker]!);
  if (!/^(?:advcl|acl|nmod|ccomp|dobj|dep)$/.test(label)) return null;
  if (label === 'ccomp' || label === 'dobj') return 'ing';
  if (!/^(?:of|from|in|on|with|against)$/.test(form)) return null;
  return dependentsOf(parse, head, 'dobj').some((d) => d > head && d < clause) && form === 'from'
    ? 'object-ing'
    : 'ing';
}

const passiveThat = (parse: Parse, verb: number): string => {
  const subject = dependentOf(parse, verb, 'nsubjpass', 'nsubj');
  return subject === undefined || lower(parse.words[subject]!) === 'it' ? 'passive-that' : 'told-that';
};

const isInfinitive = (parse: Parse, clause: number): boolean =>
  dependentsOf(parse, clause, 'mark', 'aux').some((d) => d < clause && parse.words[d]!.tag === 'TO');

const isGerund = (parse: Parse, clause: number): boolean =>
  parse.words[clause]!.tag === 'VBG' && dependentOf(parse, clause, 'aux', 'auxpass') === undefined;

const hasThat = (parse: Parse, clause: number): boolean =>
  dependentsOf(parse, clause, 'mark').some((d) => lower(parse.words[d]!) === 'that');
