import type { Parse } from '../language/parse.ts';
import type { Quotation } from '../language/quotations.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';

/** A chosen candidate, and the index of the chosen one in whose content it stands. */
export interface Chosen {
  readonly candidate: Candidate;
  readonly within: number | null;
}

/** Rarer cues are left out. Lower finds more and errs more: best triple F1 on the PolNeAR train part at 0.45. */
const LEAST = 0.45;
/** An attribution inside another must be plainer: nobody marks "wants to say that he knows" three times. */
const LEAST_NESTED = 0.6;
const SPEAKING = /^(?:quote-|that$|inverted$|parenthesis$|phrase$|passive-that$|told-that$|verb\+that$)/;

/** The candidates that report something, in text order, each cue once, with what stands in what. */
export function select(parse: Parse, candidates: readonly Candidate[]): Chosen[] {
  const quotations = parse.quotations.filter((q) => q.depth === 0);
  const likely = candidates.filter((c) => c.rate >= LEAST).map((c) => ({ ...c, content: snap(c.content, quotations) }));
  const single = withoutEchoes(oneByCue(likely)).map((c) => ({ ...c, content: outOf(c.content, [...c.cue, ...c.source]) }));
  const usable = single.filter((c) => c.content.length > 0);
  const outer = usable.map((c) => innermostHolder(c, usable));
  const kept = usable
    .map((candidate, i) => ({ candidate, holder: outer[i]! }))
    .filter(({ candidate: c, holder }) => holder === null || (c.rate >= LEAST_NESTED && SPEAKING.test(c.frame) && c.source.length > 0));
  kept.sort((a, b) => startOf(a.candidate) - startOf(b.candidate));
  const index = new Map(kept.map(({ candidate }, i) => [candidate, i]));
  return kept.map(({ candidate, holder }) => ({ candidate, within: holder === null ? null : holderIndex(holder, usable, index) }));
}

const startOf = (c: Candidate): number => Math.min(...[...c.content, ...c.cue, ...c.source].map(([start]) => start));

/** One attribution a cue word: the quotation rules know best, then the likeliest frame. */
function oneByCue(candidates: readonly Candidate[]): Candidate[] {
  const byWord = new Map<number, Candidate>();
  for (const c of candidates) {
    const known = byWord.get(c.at);
    if (!known) byWord.set(c.at, c);
    else if (known.frame.startsWith('quote-') && !c.frame.startsWith('quote-')) byWord.set(c.at, joined(known, c));
  }
  return [...byWord.values()];
}

/** He said the plan, “a bad one,” would fail: a clause that takes in all the quotations is the whole content. */
function joined(quote: Candidate, clause: Candidate): Candidate {
  if (clause.frame !== 'that' || quote.frame !== 'quote-before') return quote;
  const takesIn = quote.content.every((piece) => clause.content.some((run) => contains(run, piece)));
  return takesIn ? { ...quote, content: clause.content } : quote;
}

/** Two cues with the very same content ("said, adding"): the first keeps it. */
function withoutEchoes(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const c of candidates) {
    const key = JSON.stringify(c.content);
    const known = seen.get(key);
    if (!known || c.rate > known.rate) seen.set(key, c);
  }
  return [...seen.values()];
}

/** A piece of content that holds most of a quotation takes all of it, marks and all. */
function snap(content: readonly Span[], quotations: readonly Quotation[]): Span[] {
  const pieces = content.map(([start, end]): Span => {
    let [from, to] = [start, end];
    for (const { span, inner } of quotations) {
      if (span[0] >= to) break;
      const shared = Math.min(to, inner[1]) - Math.max(from, inner[0]);
      if (shared * 2 <= inner[1] - inner[0]) continue;
      from = Math.min(from, span[0]);
      to = Math.max(to, span[1]);
    }
    return [from, to];
  });
  return merge(pieces);
}

function merge(pieces: readonly Span[]): Span[] {
  const sorted = [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: Span[] = [];
  for (const piece of sorted) {
    const last = out.at(-1);
    if (last && piece[0] <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], piece[1])];
    else out.push(piece);
  }
  return out;
}

/** Cuts cue and source out of the content: "The plan [she said] would fail". */
function outOf(content: readonly Span[], holes: readonly Span[]): Span[] {
  let pieces = [...content];
  for (const hole of holes) {
    pieces = pieces.flatMap((piece): Span[] => {
      if (!overlaps(piece, hole)) return [piece];
      return [
        [piece[0], hole[0]],
        [hole[1], piece[1]],
      ].filter(([start, end]) => end! > start!) as unknown as Span[];
    });
  }
  return pieces;
}

function innermostHolder(c: Candidate, all: readonly Candidate[]): Candidate | null {
  const head = c.cue[0] ?? c.content[0]!;
  let holder: Candidate | null = null;
  for (const other of all) {
    if (other === c || !other.content.some((piece) => contains(piece, head))) continue;
    if (c.content.some((piece) => other.cue.some((cue) => contains(piece, cue)))) continue;
    if (!holder || size(other) < size(holder)) holder = other;
  }
  return holder;
}

const size = (c: Candidate): number => c.content.reduce((sum, [start, end]) => sum + end - start, 0);

/** The nearest holder that was kept itself. */
function holderIndex(holder: Candidate, all: readonly Candidate[], index: ReadonlyMap<Candidate, number>): number | null {
  for (let at: Candidate | null = holder; at; at = innermostHolder(at, all)) {
    const found = index.get(at);
    if (found !== undefined) return found;
  }
  return null;
}
