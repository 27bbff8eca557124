import type { Attribution, Hop } from '../attributions/attribution.ts';
import type { Standing } from './standing.ts';

/** A statement as people corrected it; what the machine had is in the standing. Corrections that fit no more stay out. */
export function asCorrected(attribution: Attribution, standing: Standing | undefined): Attribution {
  const own = (standing?.corrections ?? []).filter(({ fits }) => fits);
  const inOrder = own.toSorted((a, b) => a.seq - b.seq);
  return inOrder.reduce((now, { field, to }) => withField(now, field, to), attribution);
}

/** withField(a, 'chain.0.name', 'Kyiv'): fields of figures, times, places and events are not the statement's own. */
function withField(attribution: Attribution, field: string, to: unknown): Attribution {
  const [head, ...path] = field.split('.');
  if (field === 'chain') return { ...attribution, chain: chainOf(attribution.chain, to as string[]) };
  if (head === 'chain') {
    const chain = attribution.chain.map((hop, i) => (i === Number(path[0]) ? { ...hop, [path[1]!]: to } : hop));
    return { ...attribution, chain };
  }
  if (head === 'author') return { ...attribution, author: { ...attribution.author, [path[0]!]: to } };
  return head! in attribution && head !== 'said' ? { ...attribution, [head!]: to } : attribution;
}

/** Links that stay keep what is known of them. */
const chainOf = (chain: readonly Hop[], names: readonly string[]): Hop[] =>
  names.map(
    (name) => chain.find((hop) => hop.name === name) ?? { name, kind: null, span: null, source: null, basis: null },
  );
