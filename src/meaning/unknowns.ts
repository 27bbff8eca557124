import { dependentOf, dependentsOf, firstWordAt, lower, sentenceOf, spanOf, yieldOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Unknown } from './meaning.ts';

/** "has not been DISCLOSED", "could not be VERIFIED": a negated verb of making known. */
const MAKING_KNOWN = new Set(
  (
    'disclosed released identified named confirmed known revealed determined established verified specified published announced ' +
    'explained detailed corroborated authenticated substantiated clarified ascertained quantified'
  ).split(' '),
);
/** "It remains UNCLEAR whether …", "details are UNKNOWN" */
const NOT_KNOWN = new Set(
  'unclear unknown uncertain undisclosed unspecified unconfirmed unidentified undetermined'.split(' '),
);
const KNOWN = new Set(['clear', 'known', 'public', 'certain']);
/** "declined to COMMENT", "did not RESPOND": nobody answers. */
const ANSWERING = new Set(
  (
    'comment respond reply answer elaborate discuss say provide disclose identify confirm commented responded replied answered ' +
    'said elaborated'
  ).split(' '),
);
const UNWILLING = new Set('declined declines decline declining refused refuses refuse refusing'.split(' '));

/** What the document says is not known, not disclosed, not answered, in text order. */
export function unknowns(parse: Parse): Unknown[] {
  const found: Unknown[] = [];
  for (let at = 0; at < parse.words.length; at++) {
    const unknown = unknownAt(parse, at);
    const last = found.at(-1);
    if (unknown && !(last && unknown.span[0] < last.span[1])) found.push(unknown);
  }
  return found;
}

function unknownAt(parse: Parse, at: number): Unknown | null {
  const form = lower(parse.words[at]!);
  if (NOT_KNOWN.has(form) && isPredicate(parse, at)) return clause(parse, at);
  if (KNOWN.has(form) && isPredicate(parse, at) && isNegated(parse, at)) return clause(parse, at);
  if (MAKING_KNOWN.has(form) && isPassive(parse, at) && isNegated(parse, at)) return clause(parse, at);
  if (form === 'public' && parse.words[at - 1]?.text === 'made' && isNegated(parse, at - 1))
    return clause(parse, at - 1);
  if (form === 'yet' && isYetTo(parse, at)) return clause(parse, at + 3);
  if (UNWILLING.has(form) && answers(parse, at)) return clause(parse, at);
  if (ANSWERING.has(form) && isSilence(parse, at) && isNegated(parse, at)) return clause(parse, at);
  return null;
}

const isYetTo = (parse: Parse, at: number): boolean =>
  parse.words[at + 1]?.text === 'to' &&
  parse.words[at + 2]?.text === 'be' &&
  MAKING_KNOWN.has(lower(parse.words[at + 3] ?? NONE));

const NONE = { text: '', form: '' } as Parse['words'][number];

/** "not", "never", "neither … nor", "no details" */
function isNegated(parse: Parse, at: number): boolean {
  if (dependentOf(parse, at, 'neg') !== undefined) return true;
  const { run } = sentenceOf(parse, at);
  for (let w = at - 1; w >= Math.max(run[0], at - 4); w--) {
    const form = lower(parse.words[w]!);
    if (/^(?:not|never|n't|nor)$/.test(form)) return true;
    if (
      !/^(?:be|been|yet|immediately|independently|publicly|officially|fully|immediately|formally|so|far|have|has|had|could|is|was|were|made)$/.test(
        form,
      )
    )
      break;
  }
  const subject = dependentOf(parse, at, 'nsubjpass', 'nsubj');
  return subject !== undefined && startsNo(parse, subject);
}

function startsNo(parse: Parse, subject: number): boolean {
  const [first] = yieldOf(parse, subject);
  return /^(?:no|neither|none|little|nothing)$/.test(lower(parse.words[first]!));
}

const isPassive = (parse: Parse, at: number): boolean => {
  if (dependentOf(parse, at, 'auxpass', 'nsubjpass') !== undefined) return true;
  return /^(?:be|been|were|was|is|are)$/.test(lower(parse.words[at - 1] ?? NONE));
};

/** "details remain unclear", not "an unknown man" */
function isPredicate(parse: Parse, at: number): boolean {
  if (dependentOf(parse, at, 'cop', 'auxpass') !== undefined) return true;
  const head = parse.words[at]!.head;
  if (head >= 0 && /^(?:remain|remains|remained|left|seems|appears|is|was|are|were)$/.test(lower(parse.words[head]!)))
    return true;
  return /^(?:is|was|are|were|remain|remains|remained|been|be|it|still|not)$/.test(lower(parse.words[at - 1] ?? NONE));
}

const answers = (parse: Parse, at: number): boolean =>
  parse.words[at + 1]?.text === 'to' &&
  /^(?:comment|be|say|answer|discuss|elaborate|respond|provide|disclose|identify|confirm)$/.test(
    lower(parse.words[at + 2] ?? NONE),
  );

/** "did not respond", "would not say", "has not commented"; not "did not say he would go" */
function isSilence(parse: Parse, at: number): boolean {
  if (!/^(?:say|said|discuss|provide|disclose|identify|confirm)$/.test(lower(parse.words[at]!))) return true;
  const clauseBelow = dependentsOf(parse, at, 'ccomp')[0];
  if (clauseBelow === undefined) return /^(?:discuss|provide|disclose|identify|confirm)$/.test(lower(parse.words[at]!));
  return opensWithQuestion(parse, clauseBelow);
}

function opensWithQuestion(parse: Parse, clauseAt: number): boolean {
  const [first] = yieldOf(parse, clauseAt);
  return /^(?:how|why|when|where|who|what|which|whether|if)$/.test(lower(parse.words[first]!));
}

/** The clause that says so, and what it is about: its subject, or the question it leaves open. */
function clause(parse: Parse, at: number): Unknown | null {
  const top = clauseTop(parse, at);
  const [first, last] = yieldOf(parse, top, (child) => standsApart(parse, top, child));
  const bare = first === top && !/^[A-Z]/.test(parse.words[top]!.text);
  const span = spanOf(parse, [bare ? phraseBefore(parse, first) : first, last]);
  return span && { span, about: aboutOf(parse, at, top, span) };
}

/** Back to the comma or the start: the subject of "remain unclear" where the tree gives it none. */
function phraseBefore(parse: Parse, verb: number): number {
  const [from] = sentenceOf(parse, verb).run;
  let at = verb;
  while (at > from && /^(?:NN|JJ|DT$|IN$|VB[NG]$|PRP\$|POS$|CD$|RB$|MD$|VB$|VBP$|VBZ$)/.test(parse.words[at - 1]!.tag))
    at--;
  return at;
}

/** "remain unclear": the clause is the verb's. */
function clauseTop(parse: Parse, at: number): number {
  const { head, label } = parse.words[at]!;
  const opens = /^(?:xcomp|acomp|dobj|advmod|dep|amod)$/.test(label);
  return opens && head >= 0 && head < at && dependentOf(parse, at, 'nsubj', 'nsubjpass') === undefined ? head : at;
}

function standsApart(parse: Parse, top: number, child: number): boolean {
  const { head, label, text } = parse.words[child]!;
  if (head !== top) return false;
  if (label === 'advcl') return child < top || !opensWithQuestion(parse, child);
  if (label === 'parataxis' || label === 'cc') return true;
  if (label === 'conj') return true;
  return label === 'mark' || (label === 'punct' && (child > top || text === ','));
}

function aboutOf(parse: Parse, at: number, top: number, whole: Span): Span | null {
  const question = [
    ...dependentsOf(parse, at, 'ccomp', 'advcl', 'csubj', 'dep', 'xcomp'),
    ...dependentsOf(parse, top, 'ccomp', 'csubj'),
  ].find((d) => d > at && opensWithQuestion(parse, d));
  if (question !== undefined) return spanOf(parse, yieldOf(parse, question));
  const word = firstWordAt(parse, whole[0]);
  const asked =
    /^(?:declined|refused|did|would|has|have)/.test(lower(parse.words[top]!)) || ANSWERING.has(lower(parse.words[at]!));
  if (asked) return null;
  const subject =
    dependentOf(parse, top, 'nsubjpass', 'nsubj', 'csubj') ?? dependentOf(parse, at, 'nsubjpass', 'nsubj', 'csubj');
  if (subject === undefined) return whole[0] < parse.words[top]!.start ? spanOf(parse, [word, top]) : null;
  if (lower(parse.words[subject]!) === 'it') return null;
  const [from, to] = yieldOf(parse, subject);
  return spanOf(parse, [Math.max(from, word), to]);
}
