import type { Parse } from '../language/parse.ts';
import type { Cluster } from './cluster.ts';
import { kindOfNoun } from './described.ts';
import type { Mention } from './mention.ts';

/** Names by their first word and by their head. */
export type Names = ReadonlyMap<number, { readonly mention: Mention; readonly cluster: Cluster }>;

/** "Her lawyer, | Terrence Oduya, | said", "the head of the union, | Lt. Bob Strand": the name behind tells who it is. */
export function apposed({ words, dependents }: Parse, { run, head, plural }: Mention, names: Names): Cluster | null {
  if (plural) return null;
  const called = names.get(run[1]); // "the paper | Södra Bladet"
  if (called && called.mention.run[0] === run[1] && kindOfNoun(words[head]!.form) !== null) return called.cluster;
  const endsInName = /^NNPS?$/.test(words[run[1] - 1]!.tag); // "the bishop of Lincoln, | Nebraska"
  const behind = words[run[1]]?.text === ',' ? [run[1] + 1] : [];
  const hung = dependents[head]!.filter((at) => at > head && words[at]!.label === 'appos');
  for (const name of [...behind, ...hung].map((at) => names.get(at))) {
    const ends =
      name && (name.mention.run[1] >= words.length || /^(?:[,.;:]|of|from|at)$/.test(words[name.mention.run[1]]!.text));
    if (ends && words[name.mention.run[0] - 1]?.text === ',' && mayBe(name, endsInName)) return name.cluster;
  }
  return null;
}

const mayBe = ({ mention, cluster }: { mention: Mention; cluster: Cluster }, endsInName: boolean): boolean =>
  cluster.government === null && (!endsInName || (mention.person?.given ?? null) !== null);
