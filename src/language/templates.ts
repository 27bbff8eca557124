/**
 * Templates of hashed features. A template names up to three atoms (a word, a tag, a distance …); its feature is a number
 * made of the template's own number and the values of those atoms. Kept as plain columns: the parser mixes six million
 * features for every hundred reports, and a call with arguments for each took longer than the mixing.
 */
export interface Templates {
  readonly length: number;
  /** what each template's number comes to at the start of `mix` */
  readonly seeds: Int32Array;
  /** places of the atoms; 0, the atom that is always 0, where a template has fewer */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly third: Uint8Array;
}

/** @param rows lines of a template's number and the names of its atoms: "14 s0w s0t n0t" */
export function templates(atoms: readonly string[], rows: string): Templates {
  const cells = rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  const place = (name: string | undefined) => (name === undefined ? 0 : atoms.indexOf(name));
  return {
    length: cells.length,
    seeds: Int32Array.from(cells, ([number]) => Math.imul(Number(number) + 1, 0x9e3779b1)),
    first: Uint8Array.from(cells, ([, a]) => place(a)),
    second: Uint8Array.from(cells, ([, , b]) => place(b)),
    third: Uint8Array.from(cells, ([, , , c]) => place(c)),
  };
}

/** Writes a feature for each template to `out`, beginning at `at`. @returns where the next one goes */
export function mix(
  { length, seeds, first, second, third }: Templates,
  atoms: Int32Array,
  out: Int32Array,
  at = 0,
): number {
  for (let k = 0; k < length; k++) {
    let h = seeds[k]! ^ atoms[first[k]!]!;
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ atoms[second[k]!]!;
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ atoms[third[k]!]!;
    h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
    out[at + k] = h ^ (h >>> 15);
  }
  return at + length;
}
