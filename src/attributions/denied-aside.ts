import type { Parse } from '../language/parse.ts';
import { overlaps, type Span, words } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { cueSpan } from './cue.ts';
import { complementOf, isPassive } from './frames.ts';
import type { CueLexicon } from './lexicon.ts';
import type { Chosen } from './select.ts';
import { nounPhrase } from './source.ts';
import { dependentOf, dependentsOf, isNoun, isVerb, lower, spanOf } from './tree.ts';
import { UNWEIGHED } from './unowned.ts';

/** What is denied by name, and not withheld as "entry" or "bail" are. */
const DENIED =
  /^(?:allegations?|accusations?|assertions?|charges?|claims?|reports?|rumou?rs?|involvement|responsibility|wrongdoing|complicity|guilt|knowledge|role|part|links?|ties|it|this|that)$/;
/** "which [has repeatedly and firmly] denied" */
const MOST_BETWEEN = 6;

/** "The army, which denies carrying out the strike, said …": a denial beside what is said, where the model passed over it. */
export function withAsideDenials(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] {
  const found = parse.words.flatMap((_, at) => denialAt(parse, at, lexicon) ?? []);
  const isFree = (span: Span): boolean =>
    chosen.every(({ candidate: { cue, content } }) => ![...cue, ...content].some((one) => overlaps(one, span)));
  const free = found.filter(({ cue, content }) => [...cue, ...content].every(isFree));
  if (free.length === 0) return chosen;
  const cut = chosen.map((one) => ({
    ...one,
    candidate: { ...one.candidate, source: without(free, one.candidate.source) },
  }));
  return [...cut, ...free.map((candidate) => ({ candidate, within: null }))];
}

function denialAt(parse: Parse, at: number, lexicon: CueLexicon): Candidate | null {
  const word = parse.words[at]!;
  if (!isVerb(word) || !/^den(?:y|ies|ied|ying)$/.test(lower(word)) || isPassive(parse, at)) return null;
  const pronoun = relativeBefore(parse, at);
  const antecedent = pronoun === null ? null : antecedentOf(parse, at, pronoun);
  const complement = complementOf(parse, at, 'deny');
  if (pronoun === null || antecedent === null || !complement || !isDenied(parse, at, complement.frame)) return null;
  const [first, last] = nounPhrase(parse, antecedent, dependentOf(parse, antecedent, 'case'));
  const source = spanOf(parse, [first, Math.min(last, pronoun)]);
  const content = complement.content.map((run) => spanOf(parse, run)).filter((span) => span !== null);
  if (!source || content.length === 0 || isNobody(parse.text, source)) return null;
  if (RULES.test(parse.text.slice(...source)) && /\b(?:claim|charge|allegation)s?$/i.test(words(parse.text, content)))
    return null;
  return {
    ...{ cueClass: 'verb', lemma: lexicon.lemma(lower(word)), frame: complement.frame, at, rate: UNWEIGHED },
    content,
    cue: [cueSpan(parse, at, at, null)],
    source: [withoutComma(parse.text, source)],
  };
}

/** "nobody", "few officials" */
const isNobody = (text: string, [start, end]: Span): boolean =>
  /^(?:nobody|no|none|few|any|anyone|hardly)\b/i.test(text.slice(start, end));

/** A claim that they deny is refused. */
const RULES = /\b(?:judges?|courts?|tribunals?|insurers?|insurance|panels?|boards?)\b/i;

/** ", who", ", which" before the verb group; who tried to, may, no longer does or neither does has not denied. */
function relativeBefore({ words }: Parse, at: number): number | null {
  for (let before = at - 1; before >= Math.max(1, at - MOST_BETWEEN); before--) {
    const { tag, form } = words[before]!;
    if (/^W(?:P|DT)$/.test(tag) && /^(?:who|which)$/.test(form)) return words[before - 1]!.text === ',' ? before : null;
    if (!/^(?:VB|RB|CC)/.test(tag) || /^(?:longer|nor|neither)$/.test(form)) return null;
  }
  return null;
}

function antecedentOf(parse: Parse, at: number, pronoun: number): number | null {
  const { head, label } = parse.words[at]!;
  const isHead = label === 'acl:relcl' && head >= 0 && head < pronoun && isNoun(parse.words[head]!);
  const noun = isHead ? head : pronoun - 2;
  if (noun < 0 || !isNoun(parse.words[noun]!) || parse.words[noun]!.tag.startsWith('CD')) return null;
  const marker = dependentOf(parse, noun, 'case');
  const above = parse.words[noun]!.head;
  if (marker === undefined || above < 0 || !isNoun(parse.words[above]!)) return noun;
  // "the ministry OF ORLO, which"; "a spokesman for THE ARMY, which", and of two who may be meant nobody
  if (lower(parse.words[marker]!) === 'of') return above;
  return parse.words[pronoun]!.form === 'which' ? noun : null;
}

function isDenied(parse: Parse, at: number, frame: string): boolean {
  const clause = dependentOf(parse, at, 'ccomp');
  // "denied it access", where the parse takes the two for a clause
  if (frame === 'that' && clause !== undefined && isNoun(parse.words[clause]!))
    return dependentOf(parse, clause, 'cop') !== undefined;
  if (/^(?:that|ing)$/.test(frame)) return true;
  if (dependentOf(parse, at, 'iobj') !== undefined || dependentsOf(parse, at, 'dobj').length > 1) return false;
  return frame === 'object' && dependentsOf(parse, at, 'dobj').some((d) => DENIED.test(lower(parse.words[d]!)));
}

const withoutComma = (text: string, [start, end]: Span): Span => [
  start,
  start + text.slice(start, end).replace(/[,\s]+$/, '').length,
];

/** A source ends before the denial that stands beside it. */
function without(denials: readonly Candidate[], source: readonly Span[]): readonly Span[] {
  return source.map(([start, end]): Span => {
    const inside = denials.find(({ cue, source: own }) => own[0]![0] >= start && cue[0]![1] <= end);
    return inside ? [start, inside.source[0]![1]] : [start, end];
  });
}
