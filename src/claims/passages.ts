import { mix } from './hash.ts';
import type { WordSequence } from './word-sequence.ts';

/** A stretch of one text that stands, edited or not, in another: pairs of the indexes of equal telling words, rising in both. */
export interface Passage {
  readonly inA: readonly number[];
  readonly inB: readonly number[];
}

/** A passage goes on over this many telling words that have no equal. Wider joins what only happens to follow. */
const WIDEST_GAP = 6;
/** Two words that follow one another more often than this in a text are a name or a phrase, and start no passage. */
const MOST_PLACES = 4;

interface Chain {
  readonly inA: number[];
  readonly inB: number[];
}

/** Matched passages in the order of a's text; the same words of a text may be in two of them. */
export function passages(a: WordSequence, b: WordSequence): Passage[] {
  return chains(a.hashes, b.hashes).map((chain) => filled(chain, a.hashes, b.hashes));
}

/** Two equal words on both sides begin a chain or go on with the nearest that ended before them. */
function chains(a: Uint32Array, b: Uint32Array): Chain[] {
  const places = placesOf(b);
  const often = placesOf(a);
  const found: Chain[] = [];
  let open: Chain[] = [];
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = mix(a[i]!, a[i + 1]!);
    const at = places.get(pair);
    if (!at || at.length > MOST_PLACES || often.get(pair)!.length > MOST_PLACES) continue;
    open = open.filter((chain) => i - chain.inA.at(-1)! <= WIDEST_GAP + 1);
    for (const j of at) {
      const chain = nearest(open, i, j) ?? begin(found, open);
      if (chain.inA.at(-1) !== i) push(chain, i, j);
      push(chain, i + 1, j + 1);
    }
  }
  return found;
}

/** Where each two words that follow one another stand; a list one too long tells that there are more. */
function placesOf(hashes: Uint32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let i = 0; i + 1 < hashes.length; i++) {
    const pair = mix(hashes[i]!, hashes[i + 1]!);
    const at = places.get(pair);
    if (!at) places.set(pair, [i]);
    else if (at.length <= MOST_PLACES) at.push(i);
  }
  return places;
}

function nearest(open: readonly Chain[], i: number, j: number): Chain | null {
  let found: Chain | null = null;
  let least = 2 * WIDEST_GAP + 3;
  for (const chain of open) {
    const across = i - chain.inA.at(-1)!;
    const down = j - chain.inB.at(-1)!;
    const goesOn = (across === 0 && down === 0) || (across > 0 && down > 0 && down <= WIDEST_GAP + 1);
    if (!goesOn || across + down >= least) continue;
    found = chain;
    least = across + down;
  }
  return found;
}

function begin(found: Chain[], open: Chain[]): Chain {
  const chain: Chain = { inA: [], inB: [] };
  found.push(chain);
  open.push(chain);
  return chain;
}

function push(chain: Chain, i: number, j: number): void {
  chain.inA.push(i);
  chain.inB.push(j);
}

/** Equal words in the gaps of a chain, the first that fit. */
function filled(chain: Chain, a: Uint32Array, b: Uint32Array): Passage {
  const whole: Chain = { inA: [], inB: [] };
  for (let k = 0; k < chain.inA.length; k++) {
    push(whole, chain.inA[k]!, chain.inB[k]!);
    if (k + 1 === chain.inA.length) break;
    let from = chain.inB[k]! + 1;
    for (let i = chain.inA[k]! + 1; i < chain.inA[k + 1]!; i++) {
      const j = b.subarray(from, chain.inB[k + 1]!).indexOf(a[i]!);
      if (j < 0) continue;
      push(whole, i, from + j);
      from += j + 1;
    }
  }
  return whole;
}
