/** FNV-1a's start. */
export const SEED = 0x811c9dc5;

/** A word as 32 bits (FNV-1a over UTF-16 code units, then MurmurHash3's finish), the same on every machine. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** Two numbers as one, in their order. */
export const mix = (first: number, second: number): number => finish(Math.imul(first, 31) + second);

function finish(hash: number): number {
  let h = hash | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
