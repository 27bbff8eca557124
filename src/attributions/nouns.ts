import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { cueSpan } from './cue.ts';
import type { CueClass, CueLexicon } from './lexicon.ts';
import { nounPhrase, sourceOf, subjectOf } from './source.ts';
import { dependentOf, dependentsOf, isVerb, lower, spanOf, yieldOf } from './tree.ts';

type Run = readonly [number, number];

/** "the claim that …", "his support for …", "is sure that …": nouns and adjectives that take content. */
export function nounCandidates(parse: Parse, lexicon: CueLexicon): Candidate[] {
  const found: Candidate[] = [];
  parse.words.forEach((word, at) => {
    const cueClass: CueClass | null = /^NNS?$/.test(word.tag) ? 'noun' : /^JJ/.test(word.tag) ? 'adjective' : null;
    if (!cueClass) return;
    const complement = complementOf(parse, at, cueClass);
    const candidate = complement && candidateAt(parse, lexicon, at, cueClass, complement);
    if (candidate) found.push(candidate);
  });
  return found;
}

interface Complement {
  readonly frame: string;
  readonly content: Run;
  readonly preposition: number | null;
}

function complementOf(parse: Parse, at: number, cueClass: CueClass): Complement | null {
  if (cueClass === 'adjective' && dependentOf(parse, at, 'cop') === undefined) return null;
  const clause = dependentsOf(parse, at, 'ccomp', 'acl', 'dep', 'xcomp', 'advcl').find(
    (d) => d > at && isThat(parse, d),
  );
  if (clause !== undefined) return { frame: 'that', content: yieldOf(parse, clause), preposition: null };
  const open = dependentsOf(parse, at, 'acl', 'xcomp', 'ccomp').find((d) => d > at && isTo(parse, d));
  if (open !== undefined) return { frame: 'to', content: yieldOf(parse, open), preposition: null };
  for (const child of dependentsOf(parse, at, 'nmod', 'acl', 'advcl')) {
    const marker = dependentsOf(parse, child, 'case', 'mark')[0];
    if (child < at || marker === undefined) continue;
    const form = lower(parse.words[marker]!);
    if (!/^(?:for|of|about|on|over|against|to|with|from)$/.test(form)) continue;
    const [, last] = yieldOf(parse, child);
    return { frame: `prep:${form}`, content: [marker + 1, last], preposition: marker };
  }
  return null;
}

const markOf = (parse: Parse, at: number): string => {
  const mark = dependentOf(parse, at, 'mark');
  return mark === undefined ? '' : lower(parse.words[mark]!);
};
const isThat = (parse: Parse, at: number): boolean => /^(?:that|whether|if)$/.test(markOf(parse, at));
const isTo = (parse: Parse, at: number): boolean => isVerb(parse.words[at]!) && markOf(parse, at) === 'to';

function candidateAt(
  parse: Parse,
  lexicon: CueLexicon,
  at: number,
  cueClass: CueClass,
  { frame, content, preposition }: Complement,
): Candidate | null {
  const span = spanOf(parse, content);
  if (!span) return null;
  const lemma = lower(parse.words[at]!).replace(/(?<=[^s])s$/, '');
  const holder = holderOf(parse, at);
  const source = holder.source && spanOf(parse, holder.source);
  return {
    cueClass,
    lemma,
    frame: holder.verb === null ? frame : `verb+${frame}`,
    at,
    content: [span],
    cue: [cueOf(parse, at, holder.verb, preposition)],
    source: source ? [source] : [],
    rate: lexicon.rate(cueClass, lemma, holder.verb === null ? frame : `verb+${frame}`),
  };
}

const LIGHT =
  /^(?:made?|makes|making|express(?:ed|es|ing)?|rais(?:e|ed|es|ing)|voic(?:e|ed|es|ing)|issu(?:e|ed|es|ing)|had|has|have|having|gave|gives?|giving|offer(?:ed|s|ing)?|took|takes?|repeat(?:ed|s|ing)?|reject(?:ed|s|ing)?|den(?:y|ied|ies|ying)|dismiss(?:ed|es|ing)?|announc(?:e|ed|es|ing)|declar(?:e|ed|es|ing)|reiterat(?:e|ed|es|ing))$/;

interface Holder {
  readonly source: Run | null;
  /** the light verb of "expressed concern that", which the cue takes in */
  readonly verb: number | null;
}

/** Whose claim it is: "Seoul's claim", "the claim of officials", "made the claim", "she was sure". */
function holderOf(parse: Parse, at: number): Holder {
  const owner = dependentOf(parse, at, 'nmod:poss');
  if (owner !== undefined) return { source: nounPhrase(parse, owner, dependentOf(parse, owner, 'case')), verb: null };
  const { head, label, tag } = parse.words[at]!;
  if (tag.startsWith('JJ')) {
    const subject = subjectOf(parse, at);
    return { source: subject === undefined ? null : nounPhrase(parse, subject), verb: null };
  }
  if (head >= 0 && label === 'dobj' && LIGHT.test(lower(parse.words[head]!))) {
    return { source: sourceOf(parse, head, false), verb: head };
  }
  const by = dependentsOf(parse, at, 'nmod').find((d) => {
    const marker = dependentOf(parse, d, 'case');
    return d > at && marker !== undefined && /^(?:by|among|from|of)$/.test(lower(parse.words[marker]!));
  });
  return { source: by === undefined ? null : nounPhrase(parse, by, dependentOf(parse, by, 'case')), verb: null };
}

function cueOf(parse: Parse, at: number, verb: number | null, preposition: number | null): Span {
  const from = verb ?? at;
  const group = cueSpan(parse, from, from, null);
  const copula = dependentOf(parse, at, 'cop');
  const start = copula === undefined ? group[0] : Math.min(parse.words[copula]!.start, group[0]);
  const last = preposition === at + 1 ? preposition : at;
  return [start, parse.words[last]!.end];
}
