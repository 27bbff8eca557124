import type { Parse } from '../language/parse.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { innermost } from './innermost.ts';
import type { CueLexicon } from './lexicon.ts';
import { nearby } from './nearby.ts';
import type { Chosen } from './select.ts';
import { agentOf, withoutDay } from './source.ts';
import { isTakenBack, type Withdrawal, withdrawalsIn } from './taken-back.ts';
import { firstWordAt, spanOf } from './tree.ts';
import { UNWEIGHED } from './unowned.ts';

/**
 * "The claim that nine died WAS WITHDRAWN BY the ministry": the ministry's statement, that it puts it forward no more. Where
 * nobody is named it is not told who takes it back; in either case nobody affirms it there.
 */
export function withWithdrawn(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] {
  const found = withdrawalsIn(parse.text).filter(({ said }) => said === null || isClause(parse, said));
  if (found.length === 0) return chosen;
  const near = nearby(
    parse,
    chosen.map(({ candidate }) => candidate),
  );
  const gone = new Set<Candidate>();
  const cut = new Map<Candidate, Candidate>();
  const more: Candidate[] = [];
  for (const one of found) {
    const back = candidateOf(parse, one, lexicon);
    const beside = near(one.verb[0]);
    const ofNoun = beside.filter((other) => isOfNoun(other, one));
    if (back === null) for (const other of ofNoun) cut.set(other, cutBefore(other, one.verb[0]));
    else {
      for (const other of ofNoun) gone.add(other);
      for (const other of beside) if (other.cue.some((cue) => overlaps(cue, one.verb))) gone.add(other);
      more.push(back);
    }
  }
  const kept = without(chosen, gone);
  const index = new Map(kept.map(({ candidate }, i) => [candidate, i]));
  const withinOf = ({ cue }: Candidate): number | null => {
    const beside = near(cue[0]![0]).filter((one) => index.has(one));
    const holder = innermost(beside, cue);
    return holder ? index.get(holder)! : null;
  };
  return [
    ...kept.map((one) => ({ ...one, candidate: cut.get(one.candidate) ?? one.candidate })),
    ...more.map((candidate) => ({ candidate, within: withinOf(candidate) })),
  ];
}

/** In "the claim that the bid was withdrawn" it was the bid. */
function isClause(parse: Parse, [start, end]: Span): boolean {
  const words = parse.words.slice(firstWordAt(parse, start), firstWordAt(parse, end));
  return words.some(({ tag }) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
}

/** "THE CLAIM | that nine died", "A STATEMENT | saying | nine died": read of the same words. */
const isOfNoun = ({ cue, content }: Candidate, { noun, said, verb }: Withdrawal): boolean =>
  cue[0] !== undefined &&
  content[0] !== undefined &&
  overlaps(cue[0], [noun[0], said?.[0] ?? noun[1]]) &&
  content[0][0] >= cue[0][0] &&
  content[0][0] < verb[0];

/** Its content ends where the words begin that tell of the withdrawal. */
const cutBefore = (one: Candidate, end: number): Candidate => ({
  ...one,
  content: one.content.filter(([start]) => start < end).map(([start, last]): Span => [start, Math.min(last, end - 1)]),
});

/** Those that are left, each in the nearest that is left. */
function without(chosen: readonly Chosen[], gone: ReadonlySet<Candidate>): Chosen[] {
  const kept = chosen.filter(({ candidate }) => !gone.has(candidate));
  const index = new Map(kept.map((one, i) => [one, i]));
  const holderOf = (within: number | null): number | null => {
    let at = within;
    while (at !== null && gone.has(chosen[at]!.candidate)) at = chosen[at]!.within;
    return at === null ? null : index.get(chosen[at]!)!;
  };
  return kept.map((one) => ({ ...one, within: holderOf(one.within) }));
}

/** Of whoever takes it back; null where nobody is named. */
function candidateOf(parse: Parse, { noun, said, verb }: Withdrawal, lexicon: CueLexicon): Candidate | null {
  const by = firstWordAt(parse, verb[1]);
  const at = by - 1;
  if (parse.words[by]?.form !== 'by' || at < 0) return null;
  const run = agentOf(parse, at);
  const source = run && run[0] === by + 1 ? spanOf(parse, withoutDay(parse, run)) : null;
  const content = [said ?? noun];
  if (!source || !isTakenBack(parse.text, { cue: [verb], content })) return null;
  const lemma = lexicon.lemma(parse.words[at]!.form);
  return {
    ...{ cueClass: 'verb', lemma, frame: 'passive', at, rate: UNWEIGHED },
    content,
    cue: [verb],
    source: [source],
  };
}
