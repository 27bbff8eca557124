interface Pair {
  readonly a: string;
  readonly b: string;
}

/** Those who deny, facing what they deny: each once. */
export interface DenialBlock<Denial extends Pair> {
  readonly denials: readonly Denial[];
  readonly held: readonly Denial[];
}

/** Denials of the same things stand together: six that deny the same six are one block, not thirty-six lines. */
export function denialBlocks<Denial extends Pair>(denials: readonly Denial[]): DenialBlock<Denial>[] {
  const byDenier = [...Map.groupBy(denials, ({ a }) => a).values()];
  const alike = Map.groupBy(byDenier, (own) =>
    own
      .map(({ b }) => b)
      .sort()
      .join(' '),
  );
  return [...alike.values()].map((same) => ({ denials: same.map((own) => own[0]!), held: same[0]! }));
}
