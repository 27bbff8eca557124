import type { Parse } from '../language/parse.ts';
import { firstIndex } from '../text/first-index.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Author } from './attribution.ts';
import type { Candidate } from './candidates.ts';
import { doubtAt } from './doubt.ts';
import { type Factuality, isNobody } from './factuality.ts';
import { factualityAt } from './factuality-at.ts';
import { foundNothing } from './found-nothing.ts';
import { isFactive, listedImplication, OPEN, type Standing, through, weakened } from './implications.ts';
import { scareQuotes } from './scare-quotes.ts';
import { stances } from './stances.ts';
import { dependentOf, dependentsOf, firstWordAt, lower } from './tree.ts';

/**
 * How the document that prints a statement stands to it: "admitted that" makes the content the document's own,
 * "pretended that" its opposite, "said that" leaves it with the source.
 *
 * @param nested it stands in somebody else's statement, who stands between it and the document
 */
export function authorOf(parse: Parse, candidate: Candidate, factuality: Factuality, nested: boolean): Author {
  return { ...committed(parse, candidate, factuality, nested), distance: distanceOf(parse, candidate) };
}

/** Of what a document says itself it is the author. */
export function ownAuthor(parse: Parse, content: readonly Span[], { polarity, certainty, hedges }: Factuality): Author {
  const distant = hedges.filter(([start]) => doubtAt(parse, firstWordAt(parse, start))?.kind === 'distance');
  return { polarity, certainty, distance: inOrder([...distant, ...scareQuotes(parse, content, true)]) };
}

function committed(parse: Parse, candidate: Candidate, factuality: Factuality, nested: boolean): Standing {
  const { cueClass, lemma, source, at } = candidate;
  const stance = stances.get(lemma);
  if (nested) return OPEN;
  if (isWriter(parse, candidate)) return { polarity: factuality.polarity, certainty: factuality.certainty };
  const frame = frameOf(candidate.frame);
  if (!frame || stance?.distance || stance?.polarity === 'denies' || PASSED_ON.test(lemma)) return OPEN;
  if (cueClass !== 'verb' && !settles(parse, at, frame)) return OPEN;
  if (asksWhether(parse, candidate) || foundNothing(parse, candidate)) return OPEN;
  const standing = isNobody(parse, source) ? OPEN : undefined;
  return doubted(parse, commitmentAt(parse, at, frame, standing), factuality.hedges);
}

/** "is said to have fled", "accused of": settled for whoever says so, not for who prints it. */
const PASSED_ON = /^(?:say|report|allege|accuse|suspect)$/;

/** Of nouns and adjectives those that presuppose ("the fact that", "aware that") and those of not doing ("refusal to"). */
function settles(parse: Parse, at: number, frame: string): boolean {
  const implication = listedImplication(lower(parse.words[at]!), frame);
  return implication !== null && (isFactive(implication) || implication.affirmed === 'did not');
}

/** What a verb in its frame commits its writer to, as the verb stands there: "did not know that …" still affirms. */
export function commitmentAt(parse: Parse, at: number, frame: string, standing = factualityAt(parse, at)): Standing {
  const implication = listedImplication(lower(parse.words[at]!), frame, particleAt(parse, at));
  if (!implication) return OPEN;
  const guessed = /probable|possible/.test(`${implication.affirmed} ${implication.negated}`); // of somebody's wish or belief
  return guessed ? OPEN : through(standing, implication);
}

/** "I believe", "we do not think", out of any quotation: the one who writes is the source; "I said" tells of another day. */
function isWriter(parse: Parse, { source, frame, at }: Candidate): boolean {
  if (!source[0] || !/^(?:I|we)$/i.test(parse.text.slice(...source[0])) || !/^(?:that|to|parenthesis)$/.test(frame))
    return false;
  return /^VBP?$/.test(parse.words[at]!.tag) && spokenIn(parse, source).length === 0;
}

/** "As he admitted, …" commits as "admitted that …" does; what is quoted stays in the mouth of who said it. */
function frameOf(frame: string): string | null {
  if (frame === 'parenthesis') return 'that';
  return /^(?:that|told-that|passive-that|to|object-to|passive-to|ing)$/.test(frame) ? frame : null;
}

/** "admitted that it may have failed": committed to a possibility. */
function doubted(parse: Parse, standing: Standing, hedges: readonly Span[]): Standing {
  let result = standing;
  for (const [start] of hedges) {
    const doubt = doubtAt(parse, firstWordAt(parse, start));
    if (doubt && doubt.kind !== 'distance') result = weakened(result, doubt.certainty);
  }
  return result;
}

const particleAt = (parse: Parse, verb: number): string => {
  const particle = dependentOf(parse, verb, 'compound:prt');
  return particle === undefined ? '' : lower(parse.words[particle]!);
};

const asksWhether = (parse: Parse, { content }: Candidate): boolean =>
  content[0] !== undefined && /^(?:whether|if)\b/i.test(parse.text.slice(content[0][0], content[0][0] + 8));

/** "Three REPORTED missing": by nobody whom the headline names, and not by the writer */
const isReported = ({ frame, lemma }: Candidate): boolean =>
  frame === 'passive-headline' && /^(?:report|say|rumou?r)$/.test(lemma);

/** The writer's words of stepping back: the cue ("claimed"), "reportedly", "alleged"; not those that a source is quoted with. */
function distanceOf(parse: Parse, candidate: Candidate): Span[] {
  const isApart = stances.get(candidate.lemma)?.distance || isReported(candidate);
  const cue = isApart ? candidate.cue : [];
  const words: Span[] = [];
  for (const [start, end] of candidate.content) {
    for (let at = firstWordAt(parse, start); at < parse.words.length && parse.words[at]!.start < end; at++) {
      const doubt = doubtAt(parse, at);
      if (doubt?.kind === 'distance') words.push(doubt.span);
    }
  }
  for (const d of dependentsOf(parse, candidate.at, 'advmod')) {
    const doubt = doubtAt(parse, d);
    if (doubt?.kind === 'distance') words.push(doubt.span);
  }
  const spoken = spokenIn(parse, candidate.content);
  const own = words.filter((span) => !spoken.some((quoted) => overlaps(span, quoted)));
  return inOrder([...cue, ...own, ...scareQuotes(parse, candidate.content, false)]);
}

/** The quoted stretches of a content. */
function spokenIn(parse: Parse, content: readonly Span[]): Span[] {
  return content.flatMap(([start, end]) => {
    const found: Span[] = [];
    for (let at = firstQuotation(parse, start); at < parse.quotations.length; at++) {
      const { span } = parse.quotations[at]!;
      if (span[0] >= end) break;
      if (span[1] > start) found.push(span);
    }
    return found;
  });
}

/** The first that may reach past `start`: quotations are in the order of their openings, and one may hold others. */
function firstQuotation(parse: Parse, start: number): number {
  let first = firstIndex(parse.quotations.length, (i) => parse.quotations[i]!.span[0] < start);
  while (first > 0 && parse.quotations[first - 1]!.span[1] > start) first--;
  return first;
}

function inOrder(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return [...spans]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .filter((span) => !seen.has(span.join()) && seen.add(span.join()));
}
