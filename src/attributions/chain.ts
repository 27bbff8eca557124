import type { Parse, Word } from '../language/parse.ts';
import { type Span, slice } from '../text/span.ts';
import type { Basis, Hop } from './attribution.ts';
import { basisOf } from './basis.ts';
import type { Candidate } from './candidates.ts';
import { isGivenName } from './given-names.ts';
import { agentOf, nounPhrase } from './source.ts';
import { isOutlet, sourceKind } from './source-kind.ts';
import { dependentOf, dependentsOf, firstWordAt, lower, sentenceOf, spanOf, yieldOf } from './tree.ts';

/** The links from the one who knows to the last one named, without the document itself. */
export function hopsOf(parse: Parse, candidate: Candidate): Hop[] {
  const { source } = candidate;
  if (source.length === 0) return [{ name: 'not named', kind: 'anonymous', span: null, source: null, basis: null }];
  const { speaker: own, passer } = passedOn(parse, source[0]!);
  const papers = citing(parse, candidate).filter((span) => !/^(?:its|their|his|her)\s/i.test(slice(parse.text, span)));
  const cited = papers.map((span) => hop(parse.text, span));
  const read = cited.some(({ kind }) => kind === 'document') ? 'document' : null;
  const speaker = { ...hop(parse.text, own), basis: basisOf(parse, candidate) ?? read };
  const quoted = quotedIn(parse, candidate).map((span) => hop(parse.text, span));
  const passers = passer ? [passer] : quotedBy(parse, source[0]!);
  const relays = [...passers, ...toldTo(parse, candidate)].map(({ span, basis }) => {
    const relay = hop(parse.text, withoutWhen(parse.text, span));
    const named = /^(?:the |The )?\p{Lu}/u.test(relay.name) && !isGivenName(relay.name.split(' ')[0]!);
    const kind = relay.kind === null || (relay.kind === 'person' && named) ? (named ? 'outlet' : null) : relay.kind; // whoever prints what others told
    return { ...relay, kind, basis };
  });
  return withoutTwins([...cited, ...quoted, speaker, ...relays]);
}

function hop(text: string, span: Span): Hop {
  const named = beforeApposition(text, span);
  const name = slice(text, named).replace(/\s+/g, ' ');
  return {
    name,
    kind: sourceKind(name) ?? sourceKind(slice(text, span).replace(/\s+/g, ' ')),
    span: named,
    source: null,
    basis: null,
  };
}

/** "Hong Min, a senior analyst at …" is called "Hong Min"; a possessive loses its ’s. */
function beforeApposition(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  const comma = /,\s(?:a|an|the|who|which|\p{Ll}|his|her|its)/u.exec(words);
  let to = comma ? start + comma.index : end;
  if (/[’']s$/.test(text.slice(start, to))) to -= 2;
  return [start, to];
}

const withoutTwins = (hops: readonly Hop[]): Hop[] =>
  hops.filter((h, i) => hops.findIndex((o) => o.name === h.name) === i);

/** "The Wall Street Journal [on Friday]", "police [after the attack]" */
function withoutWhen(text: string, [start, end]: Span): Span {
  const when = /\s(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|after|before|during|last|this|earlier)\b/.exec(
    text.slice(start, end),
  );
  return [start, when ? start + when.index : end];
}

/** "The Echo quoted A CARDINAL as saying …": the paper only passes it on. */
function quotedIn(parse: Parse, { at, source }: Candidate): Span[] {
  const { run } = sentenceOf(parse, at);
  const from = Math.max(run[0], at - 12);
  const verb = quotingVerb(parse, from, at);
  if (verb === null) return [];
  const object = parse.dependents[verb]!.find((d) => d > verb && parse.words[d]!.label === 'dobj');
  const span = object === undefined ? null : spanOf(parse, nounPhrase(parse, object));
  const own = source[0];
  return span && own && own[1] <= parse.words[verb]!.start ? [span] : [];
}

/** "quoted … as saying", "cited … as saying": the verb, where the cue is one of the two */
function quotingVerb(parse: Parse, from: number, cue: number): number | null {
  const isQuoting = (at: number) => /^(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))$/.test(parse.words[at]?.form ?? '');
  if (isQuoting(cue)) return asSaying(parse, cue) ? cue : null;
  if (
    !/^(?:saying|stating|telling|warning|claiming)$/.test(parse.words[cue]!.form) ||
    parse.words[cue - 1]?.form !== 'as'
  )
    return null;
  for (let at = cue - 2; at >= from; at--) if (isQuoting(at)) return at;
  return null;
}

const asSaying = ({ words }: Parse, verb: number): boolean =>
  words
    .slice(verb, verb + 14)
    .some(({ form }, i, near) => form === 'as' && /^(?:saying|stating|telling|warning)$/.test(near[i + 1]?.form ?? ''));

/** Who passed a statement on, and how they had it. */
interface Relay {
  readonly span: Span;
  readonly basis: Basis | null;
}

/** A letter was seen, a recording aired, somebody interviewed; "cited by" tells nothing. */
function basisOfPassing(verb: string): Basis | null {
  if (verb === 'interviewed') return 'told';
  return /^(?:cited|quoted|named|referenced)$/.test(verb) ? null : 'document';
}

const PASSED_ON =
  /,?\s(?:(?:who|which|that)\s(?:was|were)\s)?(?:first\s)?(cited|quoted|interviewed|seen|obtained|reviewed|published|carried|broadcast|aired|released)\sby\s/;

/** A source with who passed it on in its own words: "Western officials cited by The Wall Street Journal" */
function passedOn(parse: Parse, span: Span): { readonly speaker: Span; readonly passer: Relay | null } {
  const found = PASSED_ON.exec(slice(parse.text, span));
  if (!found || found.index === 0) return { speaker: span, passer: null };
  const at = firstWordAt(parse, span[0] + found.index + found[0].lastIndexOf(found[1]!));
  const run = parse.words[at] ? (agentOf(parse, at) ?? byAfter(parse, at)) : null;
  const by = run && spanOf(parse, run);
  return { speaker: [span[0], span[0] + found.index], passer: by && { span: by, basis: basisOfPassing(found[1]!) } };
}

/** "Western officials CITED BY The Wall Street Journal", where the source ends before it */
function quotedBy(parse: Parse, source: Span): Relay[] {
  const found: Relay[] = [];
  eachWordFrom(parse, source[0], (at) => {
    const word = parse.words[at]!;
    if (word.start < source[1]) return true;
    if (word.start > source[1] + 3) return false;
    if (!/^(?:cited|quoted|interviewed|named|referenced|seen|obtained|reviewed|published)$/.test(lower(word)))
      return /^(?:,|who|were|was)$/.test(word.text);
    const agent = agentOf(parse, at) ?? byAfter(parse, at);
    const span = agent && spanOf(parse, agent);
    if (span) found.push({ span, basis: basisOfPassing(lower(word)) });
    return false;
  });
  return found;
}

function byAfter(parse: Parse, at: number): readonly [number, number] | null {
  const by = parse.words[at + 1];
  if (!by || lower(by) !== 'by') return null;
  const head = by.head > at ? by.head : at + 2;
  return parse.words[head] ? nounPhrase(parse, head, at + 1) : null;
}

function eachWordFrom(parse: Parse, from: number, visit: (at: number) => boolean): void {
  const first = firstWordAt(parse, from);
  if (first >= parse.words.length) return;
  const [, last] = sentenceOf(parse, first).run;
  for (let at = first; at < last; at++) if (!visit(at)) return;
}

/** "told REUTERS", "in an interview with DER SPIEGEL", "in a statement carried by STATE MEDIA", "on CNN" */
function toldTo(parse: Parse, { at, cueClass, lemma }: Candidate): Relay[] {
  if (cueClass !== 'verb') return [];
  const found: Relay[] = [];
  const add = (run: readonly [number, number], basis: Basis | null) => {
    const span = spanOf(parse, run);
    if (span) found.push({ span, basis });
  };
  if (/^(?:tell|inform|brief)$/.test(lemma)) {
    const told = phraseAfter(parse, at);
    if (passesOn(parse, told)) add(told, 'told');
  }
  for (const child of dependentsOf(parse, at, 'nmod')) {
    const marker = dependentOf(parse, child, 'case');
    if (marker === undefined) continue;
    const preposition = lower(parse.words[marker]!);
    if (child < at && preposition !== 'in') continue;
    if (/^(?:to|on)$/.test(preposition)) {
      const run = nounPhrase(parse, child, marker);
      if (isOutlet(textOf(parse, run))) add(run, 'told');
    }
    if (preposition === 'in' && MEDIUM.test(lower(parse.words[child]!)))
      for (const run of carriers(parse, child))
        add(run, /^(?:interviews?|remarks|comments)$/.test(lower(parse.words[child]!)) ? 'told' : 'document');
  }
  return found;
}

/** "told [The Podil Post] on Sunday", "told [the daily Handel]", "told [police]" */
function phraseAfter({ words }: Parse, at: number): readonly [number, number] {
  let last = at + 1;
  while (last < words.length && last < at + 8 && isOfPhrase(words[last]!, words[last - 1]!, last === at + 1)) last++;
  return [at + 1, last];
}

const isOfPhrase = ({ tag, text }: Word, before: Word, first: boolean): boolean => {
  if (/^(?:DT|PRP\$)$/.test(tag)) return first;
  if (/^(?:JJ|NNS?|NNPS?|POS)$/.test(tag)) return !/^NNS$/.test(before.tag);
  return /^\p{Lu}/u.test(text) && !/^(?:PRP|IN|WP|WDT|CD)$/.test(tag);
};

/** Those told on whose word a paper has it; not a rally, a parliament or a court, where everybody heard it. */
const CONFIDANTS =
  /(?:^|\s)(?:police|investigators?|detectives?|rescuers?|paramedics|relatives?|friends?|family|colleagues?|neighbou?rs?|officers|newspaper|broadcaster|magazine|website|paper|channel|podcast|radio|station|agency)$/i;
const PUBLIC_BODY =
  /\b(?:Parliament|Congress|Senate|House|Council|Court|Commission|Committee|Assembly|Board|Inquiry|Tribunal|Nations|Summit|Conference|Convention|Union|Party|Government|Ministry|Department|University|Institute|Club|Forum|Bank|Knesset|Duma|Bundestag|Commons|Lords|Dáil|Diet|Rada|Security)\b/;

function passesOn(parse: Parse, run: readonly [number, number]): boolean {
  const told = textOf(parse, run).replace(/[’']s$/, '');
  if (!told) return false;
  if (isOutlet(told) || CONFIDANTS.test(told)) return true;
  const name = /(?:\p{Lu}\S*(?: (?:de |la |d['’])?(?=\p{Lu}))?)+$/u.exec(told)?.[0];
  if (
    !name ||
    (!name.includes(' ') && !/^the /i.test(told)) ||
    PUBLIC_BODY.test(name) ||
    sourceKind(told) === 'government'
  )
    return false;
  return !(isGivenName(name.split(' ')[0]!) && !/^the /i.test(told));
}

const MEDIUM =
  /^(?:interview|statement|interviews|statements|remarks|comments|letter|letters|article|essay|message|messages|commentary|speech|address|email|e-mail|memo|note|report|filing|documents?|papers|recording|video|post|diary|testimony)$/;

/** Who stands behind the interview or carried the statement. */
function carriers(parse: Parse, medium: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const child of parse.dependents[medium]!) {
    const { label } = parse.words[child]!;
    const marker = dependentOf(parse, child, 'case');
    if (label === 'nmod' && marker !== undefined && /^(?:with|to)$/.test(lower(parse.words[marker]!)))
      found.push(nounPhrase(parse, child, marker));
    if (
      label === 'acl' &&
      /^(?:carried|published|broadcast|aired|released|distributed|issued|reported|seen|obtained|reviewed|read|posted)$/.test(
        lower(parse.words[child]!),
      )
    ) {
      const agent = agentOf(parse, child);
      if (agent) found.push(agent);
    }
  }
  return found;
}

/**
 * "The agency reported it, CITING OFFICIALS", "…, which cited officials", "…, attributing it to officials": those cited stand
 * before the one who cites, and before them whom they cite. Where each of two clauses cites another, nobody is.
 */
function citing(parse: Parse, { at, source, content }: Candidate): Span[] {
  const { run } = sentenceOf(parse, at);
  const found: Span[] = [];
  for (let w = run[0]; w < run[1]; w++) {
    if (w === at || !isCiting(parse, w)) continue;
    const object = citedBy(parse, w);
    if (object === undefined) continue;
    const relative = relativeBefore(parse, w);
    const from = parse.words[relative ?? w]!.start;
    const follows = (span: Span): boolean =>
      span[0] < from && (from < span[1] || /^,?\s$/.test(parse.text.slice(span[1], from)));
    const isDeeper = found[0] !== undefined && follows(found[0]);
    const isOthers = relative !== null || (w < at && content.some(([start, end]) => start < from && from < end));
    if (!isDeeper && !source.some(follows) && (isOthers || !governs(parse, at, w))) continue;
    const span = spanOf(parse, nounPhrase(parse, object, dependentOf(parse, object, 'case')));
    if (!span || !canBeCited(parse, w, slice(parse.text, span))) continue;
    if (found.length > 0 && !isDeeper) return [];
    found.unshift(span);
  }
  return found;
}

function isCiting(parse: Parse, at: number): boolean {
  const form = lower(parse.words[at]!);
  const around = [at - 1, at + 1].map((beside) => parse.words[beside]?.form ?? '');
  if (/^(?:without|not|never|nor)$/.test(around[0]!) || /^(?:no|neither|nobody)$/.test(around[1]!)) return false;
  if (/^(?:citing|quoting|attributing)$/.test(form)) return true;
  return /^(?:cites?|cited|quotes?|quoted|attribute[sd]?)$/.test(form) && relativeBefore(parse, at) !== null;
}

/** "which [has] cited" */
function relativeBefore({ words }: Parse, at: number): number | null {
  const before = /^(?:had|has|have|also|itself)$/.test(words[at - 1]?.form ?? '') ? at - 2 : at - 1;
  return /^(?:which|that)$/.test(words[before]?.form ?? '') ? before : null;
}

/** What is told, and not a deed or a fire: only its source is one. */
const TOLD =
  /^(?:it|this|that|information|news|(?:report|claim|figure|number|toll|statement|account|allegation|quote|remark|comment|detail|estimate|assessment|finding|leak|video)s?|story|stories|data)$/;
/** "it" may be a blast, which is put down to an army and to arsonists. */
const TELLS: ReadonlySet<string | null> = new Set(['anonymous', 'outlet', 'agency', 'document']);

/** Who is cited; of "attributing the report TO OFFICIALS" the officials. */
function citedBy(parse: Parse, at: number): number | undefined {
  if (!/^attribut/.test(lower(parse.words[at]!)))
    return dependentsOf(parse, at, 'dobj', 'ccomp', 'xcomp', 'dep').find((d) => d > at);
  const under = [at, ...dependentsOf(parse, at, 'dobj', 'xcomp', 'ccomp')];
  if (!under.some((word) => TOLD.test(lower(parse.words[word]!)))) return undefined;
  return under
    .flatMap((word) => dependentsOf(parse, word, 'nmod'))
    .find((d) => d > at && lower(parse.words[dependentOf(parse, d, 'case') ?? d]!) === 'to');
}

/** "citing SAFETY CONCERNS", "quoting SCRIPTURE" name nobody who tells. */
function canBeCited(parse: Parse, at: number, name: string): boolean {
  const kind = sourceKind(name);
  const verb = lower(parse.words[at]!);
  if (/^attribut/.test(verb)) {
    const isIt = parse.words.slice(at + 1, at + 3).some(({ form }) => /^(?:it|this|that)$/.test(form));
    return isIt ? TELLS.has(kind) : kind !== null || /^\p{Lu}/u.test(name);
  }
  if (RULES.test(name)) return false;
  const last = name.split(' ').at(-1)!;
  // "Orlo’s navy", "Orlo", not "Orlo law"
  const isKnown = kind !== null || OTHER_TELLERS.test(name) || sourceKind(`the ${last}`) !== null;
  return isKnown || (!verb.startsWith('quot') && /^\p{Lu}/u.test(last));
}
const RULES =
  /\b(?:Convention|Act|Constitution|Bible|Koran|Quran|Scripture|Law|Code|Charter|Article|Section|Amendment|Treaty|Resolution)\b/;
const OTHER_TELLERS =
  /\b(?:archive|blog|broker|captain|chief|coach|coroner|correspondent|director|elder|engineer|master|militant|monitor|owner|paramedic|professor|trader)s?$|\b(?:eyewitness(?:es)?|intelligence|opposition|prosecution|radio|television)$/;

/** Does the cue, or a word above it, govern the word? "X reported …, citing Y" and "According to X, citing Y" both do. */
function governs(parse: Parse, cue: number, word: number): boolean {
  for (let at = parse.words[word]!.head, step = 0; at >= 0 && step < 3; at = parse.words[at]!.head, step++)
    if (at === cue) return true;
  return word > cue && parse.words[word - 1]?.text === ',' && yieldOf(parse, cue)[1] >= word - 1;
}

const textOf = (parse: Parse, run: readonly [number, number]): string => {
  const span = spanOf(parse, run);
  return span ? slice(parse.text, span) : '';
};
