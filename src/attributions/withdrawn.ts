import type { Parse } from '../language/parse.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import type { CueLexicon } from './lexicon.ts';
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
  return withdrawalsIn(parse.text)
    .filter(({ said }) => said === null || isClause(parse, said))
    .reduce<readonly Chosen[]>((all, one) => withOne(all, one, candidateOf(parse, one, lexicon)), chosen);
}

/** In "the claim that the bid was withdrawn" it was the bid. */
function isClause(parse: Parse, [start, end]: Span): boolean {
  const words = parse.words.slice(firstWordAt(parse, start), firstWordAt(parse, end));
  return words.some(({ tag }) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
}

function withOne(chosen: readonly Chosen[], found: Withdrawal, candidate: Candidate | null): readonly Chosen[] {
  const whole: Span = [found.noun[0], found.verb[1]];
  if (candidate === null) return chosen.map((one) => (isOfNoun(one, found) ? cutBefore(one, found.verb[0]) : one));
  const kept = without(
    chosen,
    (one) => isOfNoun(one, found) || one.candidate.cue.some((cue) => overlaps(cue, found.verb)),
  );
  const around = kept.flatMap(({ candidate: { content } }, i) =>
    content.some((piece) => contains(piece, whole)) ? [i] : [],
  );
  const within = around.toSorted((a, b) => sizeOf(kept[a]!) - sizeOf(kept[b]!))[0] ?? null;
  return [...kept, { candidate, within }];
}

/** "THE CLAIM | that nine died", "A STATEMENT | saying | nine died": read of the same words. */
const isOfNoun = ({ candidate: { cue, content } }: Chosen, { noun, said, verb }: Withdrawal): boolean =>
  cue[0] !== undefined &&
  content[0] !== undefined &&
  overlaps(cue[0], [noun[0], said?.[0] ?? noun[1]]) &&
  content[0][0] >= cue[0][0] &&
  content[0][0] < verb[0];

/** Its content ends where the words begin that tell of the withdrawal. */
function cutBefore(one: Chosen, end: number): Chosen {
  const content = one.candidate.content
    .filter(([start]) => start < end)
    .map(([start, last]): Span => [start, Math.min(last, end - 1)]);
  return { ...one, candidate: { ...one.candidate, content } };
}

/** Those that are left, each in the nearest that is left. */
function without(chosen: readonly Chosen[], isGone: (one: Chosen) => boolean): Chosen[] {
  const kept = chosen.filter((one) => !isGone(one));
  const holderOf = (within: number | null): number | null => {
    let at = within;
    while (at !== null && isGone(chosen[at]!)) at = chosen[at]!.within;
    return at === null ? null : kept.indexOf(chosen[at]!);
  };
  return kept.map((one) => ({ ...one, within: holderOf(one.within) }));
}

const sizeOf = ({ candidate }: Chosen): number => candidate.content.reduce((sum, [start, end]) => sum + end - start, 0);

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
