import { dependentOf, dependentsOf, firstWordAt, lower, sentenceOf, spanOf, yieldOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Unknown, UnknownKind } from './meaning.ts';

/** "has not been DISCLOSED", "could not be VERIFIED": a negated verb of making known, and what is then the matter. */
const MAKING_KNOWN: ReadonlyMap<string, UnknownKind> = kinds({
  undisclosed: 'disclosed released identified named revealed specified published announced explained detailed',
  unknown: 'known determined established ascertained quantified clarified',
  unconfirmed: 'confirmed verified corroborated authenticated substantiated',
});
/** "It remains UNCLEAR whether …", "details are UNKNOWN" */
const NOT_KNOWN: ReadonlyMap<string, UnknownKind> = kinds({
  unclear: 'unclear uncertain',
  unknown: 'unknown unidentified undetermined',
  undisclosed: 'undisclosed unspecified',
  unconfirmed: 'unconfirmed unverified uncorroborated',
});
/** "is not CLEAR" */
const KNOWN: ReadonlyMap<string, UnknownKind> = kinds({
  unclear: 'clear certain',
  unknown: 'known',
  undisclosed: 'public',
});
/** "declined to COMMENT", "did not RESPOND", "would not IDENTIFY": nobody answers. */
const ANSWERING: ReadonlyMap<string, UnknownKind> = kinds({
  'no comment': 'comment commented elaborate elaborated discuss discussed',
  'no response': 'respond responded reply replied answer answered return returned',
  undisclosed: 'say said provide provided disclose disclosed identify identified name specify reveal give',
  unconfirmed: 'confirm confirmed',
});
/** "could not independently VERIFY the report": who tried is not silent. */
const TRIED: ReadonlyMap<string, UnknownKind> = kinds({
  unknown: 'determine ascertain',
  unconfirmed: 'verify corroborate authenticate substantiate',
});
const UNWILLING = new Set('declined declines decline declining refused refuses refuse refusing'.split(' '));

function kinds(words: Partial<Record<UnknownKind, string>>): ReadonlyMap<string, UnknownKind> {
  return new Map(
    Object.entries(words).flatMap(([kind, list]) =>
      list.split(' ').map((word) => [word, kind as UnknownKind] as const),
    ),
  );
}

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
  const notKnown = NOT_KNOWN.get(form);
  if (notKnown && isPredicate(parse, at) && !isSomeone(parse, at)) return clause(parse, at, notKnown);
  const known = KNOWN.get(form);
  if (known && isPredicate(parse, at) && isNegated(parse, at) && !isSomeone(parse, at)) return clause(parse, at, known);
  const made = MAKING_KNOWN.get(form);
  if (made && isPassive(parse, at) && isNegated(parse, at)) return clause(parse, at, made);
  const tried = TRIED.get(form);
  if (tried && isTriedInVain(parse, at)) return inVain(parse, at, tried);
  if (form === 'public' && parse.words[at - 1]?.text === 'made' && isNegated(parse, at - 1))
    return clause(parse, at - 1, 'undisclosed');
  if (
    form === 'yet' &&
    parse.words[at + 1]?.text === 'to' &&
    /^(?:respond|reply|comment|answer)$/.test(parse.words[at + 2]?.form ?? '')
  )
    return clause(parse, at + 2, parse.words[at + 2]!.form === 'comment' ? 'no comment' : 'no response');
  if (form === 'yet' && isYetTo(parse, at))
    return clause(parse, at + 3, MAKING_KNOWN.get(lower(parse.words[at + 3]!))!);
  return silenceAt(parse, at, form);
}

/** "they are not certain", "he is a political unknown": of people nothing is unclear by that. */
function isSomeone(parse: Parse, at: number): boolean {
  if (parse.words[at]!.tag.startsWith('NN') && dependentOf(parse, at, 'det') !== undefined) return true;
  const subject = dependentOf(parse, at, 'nsubj');
  return (
    /certain$/.test(lower(parse.words[at]!)) &&
    subject !== undefined &&
    /^(?:i|we|you|he|she|they|who)$/.test(lower(parse.words[subject]!))
  );
}

/** "could not be reached" */
const isUnable = (parse: Parse, at: number): boolean =>
  dependentsOf(parse, at, 'aux').some((d) => /^(?:could|can|ca)$/.test(lower(parse.words[d]!)));

/** "could not immediately verify", "was unable to verify" */
const isTriedInVain = (parse: Parse, at: number): boolean =>
  (isUnable(parse, at) && isNegated(parse, at)) ||
  parse.words
    .slice(Math.max(0, at - 3), at)
    .some(({ text }, i, near) => text === 'unable' && near[i + 1]?.text === 'to');

/** What could not be verified is the matter, not who tried. */
function inVain(parse: Parse, at: number, kind: UnknownKind): Unknown | null {
  const unknown = clause(parse, at, kind);
  const [matter] = dependentsOf(parse, at, 'dobj', 'ccomp');
  return unknown && { ...unknown, about: matter === undefined ? null : spanOf(parse, yieldOf(parse, matter)) };
}

/** "declined to comment", "did not respond", "could not be reached", "had no comment" */
function silenceAt(parse: Parse, at: number, form: string): Unknown | null {
  if (UNWILLING.has(form) && answers(parse, at)) return clause(parse, at, unwilling(lower(parse.words[at + 2]!)));
  const answering = ANSWERING.get(form);
  if (answering && isSilence(parse, at) && isNegated(parse, at)) return clause(parse, at, answering);
  if (form === 'reached' && isPassive(parse, at) && isNegated(parse, at) && isUnable(parse, at))
    return clause(parse, at, 'no response');
  return isNoAnswer(parse, at, form) ? clause(parse, parse.words[at]!.head, NOUNS.get(form)!) : null;
}

const NOUNS: ReadonlyMap<string, UnknownKind> = kinds({
  'no comment': 'comment',
  'no response': 'response reply answer',
});

/** "had NO COMMENT", "there was NO immediate RESPONSE", "made no comment" */
function isNoAnswer(parse: Parse, at: number, form: string): boolean {
  if (!NOUNS.has(form) || parse.words[at]!.head < 0) return false;
  const verb = lower(parse.words[parse.words[at]!.head]!);
  if (!/^(?:had|has|have|was|is|were|made|makes|make|gave|give|gives|offered|received|got)$/.test(verb)) return false;
  return dependentsOf(parse, at, 'neg', 'det').some((d) => lower(parse.words[d]!) === 'no');
}

/** Who declines has made no comment, unless it was asked for a name, a number, a confirmation. */
const unwilling = (answer: string): UnknownKind => {
  const kind = ANSWERING.get(answer) ?? 'no comment';
  return kind === 'no response' ? 'no comment' : kind;
};

const isYetTo = (parse: Parse, at: number): boolean =>
  parse.words[at + 1]?.text === 'to' &&
  parse.words[at + 2]?.text === 'be' &&
  MAKING_KNOWN.has(lower(parse.words[at + 3] ?? NONE));

const NONE = { text: '', form: '' } as Parse['words'][number];

/** Further off than this the "not" is another verb's: “Absolutely not,” Kim responded. */
const NEAR = 4;

/** "not", "never", "neither … nor", "no details" */
function isNegated(parse: Parse, at: number): boolean {
  if (dependentsOf(parse, at, 'neg').some((d) => Math.abs(at - d) <= NEAR)) return true;
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

/** "declined to COMMENT", "refused to BE INTERVIEWED"; not "refused to be a hero", "to give way" */
function answers(parse: Parse, at: number): boolean {
  if (parse.words[at + 1]?.text !== 'to') return false;
  const answer = lower(parse.words[at + 2] ?? NONE);
  if (answer === 'be')
    return /^(?:interviewed|named|identified|quoted|drawn)$/.test(lower(parse.words[at + 3] ?? NONE));
  if (answer === 'give') return dependentsOf(parse, at + 2, 'dobj').some((d) => ASKED_FOR.test(lower(parse.words[d]!)));
  return ANSWERING.has(answer) && !/(?:ed|return|said)$/.test(answer);
}
const ASKED_FOR =
  /^(?:names?|details?|numbers?|figures?|reasons?|prices?|interviews?|information|comments?|answers?|explanations?|tolls?)$/;

/** These are silence only over something that was asked: "would not say how many"; not "did not say he would go". */
const OVER_SOMETHING = /^(?:discuss|provide|disclose|identif|confirm|name|specify|reveal)/;

/** "did not respond", "would not say", "did not return calls" */
function isSilence(parse: Parse, at: number): boolean {
  const form = lower(parse.words[at]!);
  if (/^(?:return|give)/.test(form)) return returnsCalls(parse, at);
  if (/^(?:with|for)$/.test(lower(parse.words[at + 1] ?? NONE)) && /^(?:identif|provide)/.test(form)) return false;
  if (form !== 'say' && form !== 'said' && !OVER_SOMETHING.test(form)) return true;
  if (looseQuestion(parse, at)) return true;
  const clauseBelow = dependentsOf(parse, at, 'ccomp')[0];
  if (clauseBelow === undefined) return OVER_SOMETHING.test(form);
  return opensWithQuestion(parse, clauseBelow);
}

/** "did not return calls", "gave no answer" is told by its noun */
const returnsCalls = (parse: Parse, at: number): boolean =>
  dependentsOf(parse, at, 'dobj').some((d) => /^(?:calls?|messages?|e-?mails?|phone)$/.test(lower(parse.words[d]!)));

function opensWithQuestion(parse: Parse, clauseAt: number): boolean {
  const [first] = yieldOf(parse, clauseAt);
  return /^(?:how|why|when|where|who|what|which|whether|if)$/.test(lower(parse.words[first]!));
}

/** The clause that says so, and what it is about: its subject, or the question it leaves open. */
function clause(parse: Parse, at: number, kind: UnknownKind): Unknown | null {
  const top = clauseTop(parse, at);
  const [first, last] = yieldOf(parse, top, (child) => standsApart(parse, top, child));
  const bare = first === top && !/^[A-Z]/.test(parse.words[top]!.text);
  const loose = looseQuestion(parse, UNWILLING.has(lower(parse.words[at]!)) ? at + 2 : at);
  const span = spanOf(parse, [bare ? phraseBefore(parse, first) : first, Math.max(last, loose?.[1] ?? 0)]);
  if (!span) return null;
  const about = aboutOf(parse, at, top, span) ?? (loose && spanOf(parse, loose));
  return { span, about, kind, who: whoOf(parse, at, top, kind) };
}

/** "would not say HOW MANY DIED", "unclear WHETHER IT FELL", where the tree hung the question elsewhere: to the next comma. */
function looseQuestion(parse: Parse, at: number): [number, number] | null {
  if (!/^(?:how|why|when|where|who|what|which|whether|if)$/.test(lower(parse.words[at + 1] ?? NONE))) return null;
  const [, end] = sentenceOf(parse, at).run;
  let last = at + 2;
  while (last < end && !/^(?:[,;:.?!]|``|'')$/.test(parse.words[last]!.tag)) last++;
  return last > at + 2 ? [at + 1, last] : null;
}

/** The subject of who is silent; who a passive names after "by"; of what is unclear nobody. */
function whoOf(parse: Parse, at: number, top: number, kind: UnknownKind): Span | null {
  const by = dependentsOf(parse, at, 'nmod').find((d) => dependentsOf(parse, d, 'case').some((c) => isBy(parse, c)));
  if (isPassive(parse, at) && lower(parse.words[at]!) !== 'reached')
    return by !== undefined && kind === 'undisclosed' ? phraseOf(parse, by) : null;
  if (!isSilent(parse, at)) return null;
  const from = dependentsOf(parse, at, 'nmod').find((d) =>
    dependentsOf(parse, d, 'case').some((c) => isFrom(parse, c)),
  );
  if (dependentOf(parse, at, 'expl') !== undefined) return fromAnswer(parse, at);
  const subject = subjectUp(parse, at) ?? subjectUp(parse, top) ?? from;
  if (subject === undefined || /^(?:it|that|this|there)$/.test(lower(parse.words[subject]!)))
    return fromAnswer(parse, at);
  return NOUNS.has(lower(parse.words[subject]!)) ? fromAnswer(parse, at) : phraseOf(parse, subject);
}

const isBy = (parse: Parse, at: number): boolean => lower(parse.words[at]!) === 'by';
const isFrom = (parse: Parse, at: number): boolean => lower(parse.words[at]!) === 'from';

/** A verb of answering or of having an answer; "remains unclear" is no silence. */
const isSilent = (parse: Parse, at: number): boolean => {
  const form = lower(parse.words[at]!);
  return (
    ANSWERING.has(form) ||
    UNWILLING.has(form) ||
    form === 'reached' ||
    (parse.dependents[at] ?? []).some((d) => NOUNS.has(lower(parse.words[d]!)))
  );
};

/** "there was no comment FROM THE MINISTRY" */
function fromAnswer(parse: Parse, at: number): Span | null {
  const nouns = [at, ...(parse.dependents[at] ?? []).filter((d) => NOUNS.has(lower(parse.words[d]!)))];
  const from = nouns
    .flatMap((noun) => dependentsOf(parse, noun, 'nmod'))
    .find((d) => dependentsOf(parse, d, 'case').some((c) => isFrom(parse, c)));
  return from === undefined ? null : phraseOf(parse, from);
}

/** Its own subject, or the one it shares: "read the letter and declined to comment" */
function subjectUp(parse: Parse, at: number): number | undefined {
  for (let word = at, step = 0; word >= 0 && step < 4; step++) {
    const subject = dependentOf(parse, word, 'nsubj', 'nsubjpass');
    if (subject !== undefined) return subject;
    const { head, label } = parse.words[word]!;
    if (!/^(?:conj|xcomp|dep)$/.test(label)) return undefined;
    word = head;
  }
  return undefined;
}

/** "the mayor, WHO declined": the mayor */
function antecedentOf(parse: Parse, word: number): number {
  const { tag, head } = parse.words[word]!;
  if (!/^W(?:P|DT)$/.test(tag) || head < 0) return word;
  const { label, head: noun } = parse.words[head]!;
  return label === 'acl:relcl' && noun >= 0 ? noun : word;
}

/** The noun phrase without its preposition and without the clause that hangs on it. */
function phraseOf(parse: Parse, word: number): Span | null {
  const noun = antecedentOf(parse, word);
  const apart = (child: number) =>
    parse.words[child]!.head === noun && /^(?:case|acl|acl:relcl|appos|punct)$/.test(parse.words[child]!.label);
  return spanOf(parse, yieldOf(parse, noun, apart));
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
  if (label === 'advcl') return !opensWithQuestion(parse, child) || (child < top && child !== askedBefore(parse, top));
  if (label === 'parataxis' || label === 'cc') return true;
  if (label === 'conj') return true;
  return label === 'mark' || (label === 'punct' && (child > top || text === ','));
}

/** "WHETHER HE WAS HURT THEN has not been established": the subject, which the tree takes for a clause beside it. */
function askedBefore(parse: Parse, top: number): number | undefined {
  if (dependentOf(parse, top, 'nsubj', 'nsubjpass', 'csubj', 'expl') !== undefined) return undefined;
  return dependentsOf(parse, top, 'advcl').find((d) => d < top && opensWithQuestion(parse, d));
}

function aboutOf(parse: Parse, at: number, top: number, whole: Span): Span | null {
  const question = [
    ...dependentsOf(parse, at, 'ccomp', 'advcl', 'csubj', 'dep', 'xcomp'),
    ...dependentsOf(parse, top, 'ccomp', 'csubj'),
  ].find((d) => d > at && opensWithQuestion(parse, d));
  if (question !== undefined) return spanOf(parse, yieldOf(parse, question));
  const word = firstWordAt(parse, whole[0]);
  const asked =
    (isSilent(parse, at) && (!isPassive(parse, at) || lower(parse.words[at]!) === 'reached')) ||
    /^(?:declined|refused|did|would|has|have)/.test(lower(parse.words[top]!));
  if (asked) return null;
  const subject =
    dependentOf(parse, top, 'nsubjpass', 'nsubj', 'csubj') ??
    dependentOf(parse, at, 'nsubjpass', 'nsubj', 'csubj') ??
    askedBefore(parse, top);
  if (subject === undefined) return whole[0] < parse.words[top]!.start ? spanOf(parse, [word, top]) : null;
  if (lower(parse.words[subject]!) === 'it') return null;
  const [from, to] = yieldOf(parse, subject);
  return spanOf(parse, [Math.max(from, word), to]);
}
