import { sentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import type { Block, Document } from '../text/document.ts';
import { isoDate } from '../text/iso-date.ts';
import { overlaps, type Span, slice } from '../text/span.ts';
import { type Mistake, mistakesTold } from './correction-errors.ts';

/** The strongest first: a notice that says two of them is of the first kind. */
const KINDS = ['withdrawn', 'corrected', 'clarified', 'refiled', 'updated'] as const;
export type CorrectionKind = (typeof KINDS)[number];

/** What a document says of its own changes: "Correction: An earlier version of this article said …" */
export interface Correction {
  readonly kind: CorrectionKind;
  /** the whole notice */
  readonly span: Span;
  /** the words that make it one */
  readonly cue: Span;
  /** what was wrong or was changed, in the notice's words: "the number of soldiers", "paragraph 3" */
  readonly about: Span | null;
  readonly mistakes: readonly Mistake[];
}

/** The notices in a document about itself, in text order. What it tells of the errors of others is none. */
export function correctionsIn(document: Document): readonly Correction[] {
  const found = known.get(document) ?? noticesOf(document);
  known.set(document, found);
  return found;
}

/** "An earlier version said that 14 died": nobody says that any more. */
export const isCalledWrong = (words: Span, document: Document): boolean =>
  correctionsIn(document).some(({ mistakes }) => mistakes.some(({ wrong }) => wrong && overlaps(wrong, words)));

/** Claims, lives and versions ask it of one document again and again. */
const known = new WeakMap<Document, readonly Correction[]>();

function noticesOf(document: Document): Correction[] {
  const found: Correction[] = [];
  let end = 0;
  document.blocks.forEach((block, index) => {
    if (block.span[0] < end || !HINT.test(document.text.slice(...block.span))) return;
    for (const notice of noticesIn(document, block, index)) {
      found.push(notice);
      end = notice.span[1];
    }
  });
  return found;
}

/** No notice is without one of these. */
const HINT =
  /correct|amend|updat|clarif|retract|withdr|refil|version|editor|kill|error|apologi|regret|remove|unpublish|taken down|change|edit|revise|adds|recast|delete|fix|mis(?:stat|spel|ident|attrib|quot|char)|wrong/i;

interface Cue {
  readonly kind: CorrectionKind | null;
  readonly span: Span;
}

function noticesIn(document: Document, block: Block, index: number): Correction[] {
  const prefix = index < OPENING ? prefixOf(document.text, block) : null;
  if (prefix) return [{ ...prefix, about: null, mistakes: [], kind: prefix.kind!, cue: prefix.span }];
  const opening = labelOf(document.text, block);
  if (opening)
    return made(document, [opening, ...cuesIn(document, block, index)], wholeNotice(document, opening, index));
  const bracket = bracketOf(document, block);
  if (bracket) return made(document, [bracket.cue], bracket.span);
  const cues = cuesIn(document, block, index);
  return cues.length > 0 ? made(document, cues, noticeAround(document.text, block, cues)) : [];
}

/** A slug or a headline opens a report within this many blocks, and a closing note stands within as many of its end. */
const OPENING = 3;
const CLOSING = 4;

function made({ text }: Document, cues: readonly Cue[], span: Span): Correction[] {
  const kinds = cues.map(({ kind }) => kind).filter((kind) => kind !== null);
  const kind = KINDS.find((each) => kinds.includes(each));
  if (!kind) return [];
  const cue = cues.find((each) => each.kind === kind)!.span;
  const label = cues[0]!.span[0] <= span[0] + 3 ? cues[0]!.span : null;
  const from = label && LABELLED.test(text.slice(...label)) ? label[1] : span[0];
  const told = mistakesTold(text, sentencesIn(text, [from, span[1]]));
  return [{ kind, span, cue, ...told }];
}

/** A label, and not a word of the sentence after it. */
const LABELLED = /[:—–|-]\s*$/;

function sentencesIn(text: string, [start, end]: Span): Span[] {
  const tokens = tokenize(text, [start, Math.min(end, start + LONGEST)]);
  return sentences(tokens).map(([first, last]) => [tokens[first]!.start, tokens[last - 1]!.end]);
}

/** In characters: what is longer is no notice, or has told what it is by then. */
const LONGEST = 4000;

// ——— Labels: "Correction:", "CORRECTION, Nov. 26, 2024:", "Editor’s note:"

const LABELS: readonly (readonly [words: string, kind: CorrectionKind | null])[] = [
  [
    '(?:BULLETIN |MANDATORY )?KILL(?: KILL)*|WITHDRAWAL|[Ww]ithdrawn|WITHDRAWN|[Rr]etract(?:ion|ed)|RETRACT(?:ION|ED)',
    'withdrawn',
  ],
  [
    '[Cc]orrect(?:ions?|ed)(?: and [Cc]larifications?| notice)?|CORRECT(?:IONS?|ED|S)|[Ee]rrat(?:um|a)|ERRAT(?:UM|A)',
    'corrected',
  ],
  ['[Cc]larification|CLARIFICATION|CLARIFIES', 'clarified'],
  ['REFILES?|[Rr]efiled', 'refiled'],
  ['UPDATE[SD]?|[Uu]pdated?', 'updated'],
  [
    "(?:EDITOR|[Ee]ditor)[’']?[Ss]?[’']? (?:NOTE|[Nn]ote)|(?:NOTE|[Nn]ote) (?:TO|to) (?:READERS|[Rr]eaders|EDITORS|[Ee]ditors)",
    null,
  ],
];
/** ", Nov. 26, 2024 at 10:15 a.m." */
const DATED = '(?:(?:,| \\(| ?[—–-]| on| at)? ?(?:[^:\\n()]|:\\d\\d){0,40}\\d(?:[^:\\n()]|:\\d\\d){0,25}\\)?)?';
const LABEL = LABELS.map(
  ([words, kind]) =>
    [
      new RegExp(
        `^[\\s([*_/]*(?:Eds: ?|ATTENTION ?[—–-] ?)?(?:${words})[)\\]]?${DATED}[*_]*(?:\\s*(?::(?!\\d\\d)|[—–|])|\\s+///|(?<=\\d.{0,12})\\.(?=\\s)|\\s*$)`,
      ),
      kind,
    ] as const,
);

function labelOf(text: string, { span: [start, end] }: Block): Cue | null {
  const opening = text.slice(start, Math.min(end, start + 110));
  for (const [label, kind] of LABEL) {
    const found = label.exec(opening)?.[0];
    if (found && (opening.length < 110 || found.length < 110)) return { kind, span: [start, start + found.length] };
  }
  return null;
}

/** A label that is all of its block is that of the next. */
function wholeNotice({ text, blocks }: Document, label: Cue, index: number): Span {
  const [start, end] = blocks[index]!.span;
  const next = blocks[index + 1];
  const rest = text.slice(Math.min(end, label.span[1]), Math.min(end, label.span[1] + 80));
  const isAlone =
    (rest.trim() === '' || isoDate(rest) !== null) &&
    index > 0 &&
    next !== undefined &&
    blocks[index]!.kind !== 'headline';
  return [start, isAlone ? next.span[1] : end];
}

// ——— Slugs before a headline: "UPDATE 2-", "REFILE-UPDATE 1-", "CORRECTED-"

const SLUG =
  /^[([]?(?:(?:UPDATE ?\d+|CORRECTED|CORRECTION|REFILE|CLARIFICATION|WITHDRAWN|RETRACTED|KILL)(?:[ -]?\(OFFICIAL\))?[)\]]?[-–—])+(?=\S)/;
const SLUGS: readonly (readonly [RegExp, CorrectionKind])[] = [
  [/WITHDRAWN|RETRACTED|KILL/, 'withdrawn'],
  [/CORRECT/, 'corrected'],
  [/CLARIFICATION/, 'clarified'],
  [/REFILE/, 'refiled'],
  [/UPDATE/, 'updated'],
];

function prefixOf(text: string, { span: [start, end] }: Block): Cue | null {
  const slug = SLUG.exec(text.slice(start, Math.min(end, start + 80)))?.[0].trimEnd();
  const kind = slug && SLUGS.find(([word]) => word.test(slug))?.[1];
  return slug && kind ? { kind, span: [start, start + slug.length] } : null;
}

// ——— What agencies put in brackets: "(Corrects paragraph 3 to say …)", "(Adds quotes)"

const LEADS: readonly (readonly [words: string, kind: CorrectionKind])[] = [
  ['Withdraws', 'withdrawn'],
  ['Corrects|CORRECTS|Fixes|Amends|Removes|Deletes|Drops', 'corrected'],
  ['Clarifies|CLARIFIES|Makes clear', 'clarified'],
  ['Refiles|REFILES|Resends|Restores', 'refiled'],
  ['Updates|UPDATES|Adds|ADDS|Recasts|RECASTS|Inserts', 'updated'],
];
const LEAD = new RegExp(`\\((${LEADS.map(([words]) => words).join('|')})\\b(?:[^()]|\\([^()]{0,80}\\)){0,600}\\)`, 'g');

/** At the opening of a block, or at its end: elsewhere it is an aside. */
function bracketOf({ text }: Document, { span: [start, end] }: Block): { cue: Cue; span: Span } | null {
  const words = text.slice(start, end);
  for (const { 0: bracket, 1: lead, index } of words.matchAll(LEAD)) {
    const opens = index < 3 || /[—–-]\s*$/.test(words.slice(Math.max(0, index - 4), index));
    if (!opens && index + bracket.length < words.trimEnd().length - 2) continue;
    const kind = LEADS.find(([list]) => list.split('|').includes(lead!))![1];
    const from = start + index;
    return { cue: { kind, span: [from + 1, from + 1 + lead!.length] }, span: [from, from + bracket.length] };
  }
  return null;
}

// ——— Sentences about the report itself

const PIECE =
  '(?:article|story|report|piece|headline|caption|column|dispatch|version|graphic|newsletter|obituary|interview|transcript|live ?blog|bulletin|standfirst)s?';
/** "This Nov. 21 story", "This version of the story" */
const SELF = `(?:[Tt]his|[Tt]hese|[Oo]ur)(?: [\\w.,’'-]{1,20}){0,4}? ${PIECE}(?: of (?:this|the|our) ${PIECE})?`;
const THE = '[Tt]he (?:article|story|headline|caption)(?: (?:of|on|for|to) (?:this|the|an earlier) [\\w ]{3,30}?)?';
const BEEN = '(?:(?:has|have)(?: since)? been|was|were|is|are)(?: \\w+ly| since| also)?';
const DONE: readonly (readonly [words: string, kind: CorrectionKind])[] = [
  ['withdrawn|withdrawing|retracted|removed|deleted|unpublished|taken down|pulled', 'withdrawn'],
  ['corrected|amended|fixed|changed|revised|edited|modified|altered', 'corrected'],
  ['clarified', 'clarified'],
  ['refiled|re-filed|reissued', 'refiled'],
  ['updated|expanded', 'updated'],
];
const DOES: readonly (readonly [words: string, kind: CorrectionKind])[] = [
  ['corrects|CORRECTS|fixes|removes|deletes|amends', 'corrected'],
  ['clarifies|CLARIFIES', 'clarified'],
  ['updates|UPDATES|adds|ADDS', 'updated'],
];
const kindFor = (table: typeof DONE, word: string): CorrectionKind =>
  table.find(([words]) => words.split('|').includes(word))![1];
const all = (table: typeof DONE): string => table.map(([words]) => words).join('|');

/** "edited by Ana Torv", "edited for length", "removed from sale": nothing was wrong. */
const NOTHING_WRONG = '(?! (?:by|for (?:length|clarity|brevity|style)|and condensed|from (?:sale|the market))\\b)';
const WAS_DONE = new RegExp(
  `(?<subject>${SELF}|${THE}) ${BEEN} (?<done>${all(DONE)})\\b${NOTHING_WRONG}(?<what>.{0,160})`,
);
const DOES_IT = new RegExp(`${SELF} (?:also )?(?<does>${all(DOES)})\\b`);
const EARLIER = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Ii]n an) (?:earlier|previous|prior|original|initial|older) (?:version|headline|caption|edition) (?:of|on|for|to) (?:${SELF}|(?:the|our) (?:article|story|headline|caption))`,
);
const MISSTATED = new RegExp(
  `(?:${SELF}|[Aa]n earlier (?:article|story|headline|caption|report|post)|\\b[Aa]n? (?:article|caption|headline|report)[^.]{0,80}?) (?:originally |initially |previously |also )*(?:misstated|misspelled|misspelt|misidentified|misattributed|misquoted|mischaracteri[sz]ed|(?:incorrectly|wrongly|erroneously|mistakenly|inaccurately) \\w+|originally (?:said|stated|reported))`,
);
const ERROR =
  /\b(?:[Bb]ecause of|[Dd]ue to|[Oo]wing to) an? (?:editing|production|reporting|transcription|translation|copy[- ]?editing|typing|typographical) error\b/;
const SORRY =
  /\b[Ww]e (?:regret|apologi[sz]e for) (?:the|this|these|our|any) (?:errors?|mistakes?|confusion)\b|\bregrets the errors?\b/;
const WE_DID = new RegExp(
  `\\b[Ww]e have (?:since |now )?(?<done>${all(DONE)}) (?:this|the|our|that) (?:${PIECE}|error|mistake|figure|passage)`,
);
const UNCLEAR =
  /\b(?:did not make (?:it )?clear|was unclear|may have (?:been unclear|suggested|implied)|lacked context)\b/;

/** The sentences of a block that speak of the report itself, by the words that do. */
function cuesIn(document: Document, { span }: Block, index: number): Cue[] {
  const own = ownDeed(document);
  const isOpen = index < OPENING || index >= document.blocks.length - CLOSING;
  return sentencesIn(document.text, span).flatMap((sentence) => {
    const words = document.text.slice(sentence[0], Math.min(sentence[1], sentence[0] + LONGEST_SENTENCE));
    const found = HINT.test(words) ? cueOf(words, own, isOpen) : null;
    return found && !isQuoted(document.text, [span[0], sentence[0] + found.at])
      ? [{ kind: found.kind, span: [sentence[0] + found.at, sentence[0] + found.at + found.length] as const }]
      : [];
  });
}
const LONGEST_SENTENCE = 700;

/** "The paper’s correction reads: “An earlier version of this story said …”": the notice of another. */
function isQuoted(text: string, [start, end]: Span): boolean {
  const before = text.slice(Math.max(start, end - LONGEST_SENTENCE), end);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || (before.split('"').length - 1) % 2 === 1;
}

const PAPER = '(?:report|article|story|dispatch)s?';

/** From the first sentence with a cue: to its bracket, or to the end of the block where the notice opens it. */
function noticeAround(text: string, { span: [start, end] }: Block, cues: readonly Cue[]): Span {
  const sentences = sentencesIn(text, [start, end]);
  const first = sentences.find(([, last]) => last > cues[0]!.span[0])!;
  const bracket = text.lastIndexOf('(', cues[0]!.span[0]);
  const close = text.indexOf(')', cues.at(-1)!.span[1]);
  if (bracket >= first[0] && close >= 0 && close < end && cues[0]!.span[0] - bracket < 3) return [bracket, close + 1];
  if (first === sentences[0]) return [first[0], Math.min(end, sentences.at(-1)![1])];
  const opening = sentences.find((one) => one[0] < first[0] && REPORTED.test(slice(text, one)));
  const last = sentences.findLastIndex(([from]) => from <= cues.at(-1)!.span[0]);
  const next = sentences[last + 1];
  const goesOn = next && GOES_ON.test(text.slice(next[0], Math.min(next[1], next[0] + LONGEST_SENTENCE)));
  return [(opening ?? first)[0], goesOn ? next[1] : sentences[last]![1]];
}
/** "A report on 10 March said that nine had died. … We regret the error." The police report said it of itself. */
const REPORTED = new RegExp(
  `^(?:(?:In )?[Oo]ur (?:\\w+ ){0,2}${PAPER}|(?:In an?|An?|The) (?:\\w+day )?${PAPER} (?:published|(?:on|in|of) (?:\\d+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\w*\\.? \\d+|page)|last|this|yesterday))\\b[^.]{0,60}? (?:said|stated|reported|claimed|wrote|quoted|gave|put|described|identified)\\b`,
);
const GOES_ON =
  /\bshould (?:have|be|say|read)\b|^In fact\b|\b(?:correct|actual) (?:figure|number|name|date|spelling)\b|, not /;

/** A cue in a sentence, with where in the words it stands. */
type SentenceCue = { readonly kind: CorrectionKind; readonly at: number; readonly length: number };

function cueOf(words: string, own: RegExp | null, isOpen: boolean): SentenceCue | null {
  const done = WAS_DONE.exec(words);
  if (done && isItself(done, words, isOpen)) {
    const kind = purposeOf(kindFor(DONE, done.groups!.done!), done.groups!.what!);
    return { kind, at: done.index, length: done[0].length - done.groups!.what!.length };
  }
  const does = DOES_IT.exec(words);
  if (does) return { kind: kindFor(DOES, does.groups!.does!), at: does.index, length: does[0].length };
  const we = WE_DID.exec(words) ?? own?.exec(words);
  if (we) return { kind: kindFor(DONE, we.groups!.done!), at: we.index, length: we[0].length };
  for (const cue of [EARLIER, MISSTATED, ERROR, SORRY]) {
    const found = cue.exec(words);
    if (!found || (cue === MISSTATED && !isOpen && !/^(?:this|our)/i.test(found[0]))) continue;
    return { kind: UNCLEAR.test(words) ? 'clarified' : 'corrected', at: found.index, length: found[0].length };
  }
  return null;
}

/** "The story has been corrected" where a note may stand; elsewhere it may be another's story. */
const isItself = ({ index, groups }: RegExpExecArray, words: string, isOpen: boolean): boolean =>
  !/[“"‘]\s*$/.test(words.slice(0, index)) &&
  (!/^The/i.test(groups!.subject!.slice(0, 4)) || /^Th(?:is|ese)/i.test(groups!.subject!) || (isOpen && index < 5));

/** "updated to correct", "amended to include", "changed to make clear" */
function purposeOf(kind: CorrectionKind, what: string): CorrectionKind {
  if (kind !== 'updated' && kind !== 'corrected') return kind;
  const purpose = /\bto (?:(?:better|more \w+) )?(\w+(?: (?:it )?clear)?)/.exec(what)?.[1] ?? '';
  if (/^(?:clarify|make(?: it)? clear)$/.test(purpose)) return 'clarified';
  if (/^(?:correct|fix|rectify|remove|delete|amend)$/.test(purpose)) return 'corrected';
  if (/^(?:add|include|incorporate)$/.test(purpose)) return 'updated';
  return kind;
}

/** "The Wexley Courier has retracted this report": the document's own outlet, or the agency it gives credit to. */
function ownDeed({ outlet, credits }: Document): RegExp | null {
  const names = [outlet, ...credits].filter(
    (name): name is string => name !== null && name.length > 1 && name.length < 50,
  );
  if (names.length === 0) return null;
  const listed = names.map((name) => name.replace(/^the /i, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(
    `(?:[Tt]he )?(?:${listed}) (?:has|have|is) (?:since )?(?<done>${all(DONE)}) (?:this|its|the) (?:[\\w-]+ ){0,2}${PIECE}`,
  );
}
