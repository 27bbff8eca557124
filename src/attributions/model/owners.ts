import type { Parse } from '../../language/parse.ts';
import type { Span } from '../../text/span.ts';
import type { Chosen } from '../select.ts';
import { firstWordAt } from '../tree.ts';

/** Of words that no attribution has, and of those that one has as cue or source. */
export const FREE = -2;
const TAKEN = -1;

/** Which outermost attribution has each word in its content. */
export function ownersOf(parse: Parse, chosen: readonly Chosen[]): Int32Array {
  const owners = new Int32Array(parse.words.length).fill(FREE);
  const fill = (spans: readonly Span[], owner: number) => {
    for (const [start, end] of spans) owners.fill(owner, firstWordAt(parse, start), firstWordAt(parse, end));
  };
  chosen.forEach(({ candidate, within }, i) => {
    if (within === null) fill(candidate.content, i);
  });
  for (const { candidate } of chosen) fill([...candidate.cue, ...candidate.source], TAKEN);
  return owners;
}

/** The first outermost attribution that has words of a span in its content; else what is true of one of them. */
export function ownerIn(parse: Parse, owners: Int32Array, [start, end]: Span): number {
  const words = owners.subarray(firstWordAt(parse, start), firstWordAt(parse, end));
  return words.find((owner) => owner >= 0) ?? (words.includes(TAKEN) ? TAKEN : FREE);
}
