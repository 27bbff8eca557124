import type { Parse } from '../language/parse.ts';
import { slice } from '../text/span.ts';
import type { Cluster } from './cluster.ts';
import { isRank, type Office, officeOf, officeOfUnnamed } from './office.ts';

/** What somebody does and for whom: of the mentions that tell it the fullest, and a rank only where there is no post. */
export function officeOfCluster(parse: Parse, cluster: Cluster): Office {
  const told = cluster.mentions
    .map((mention) => (mention.form === 'name' ? officeOf(parse, mention) : officeOfUnnamed(parse, mention)))
    .filter(({ office }) => office !== null);
  const weight = ({ office }: Office) => {
    const words = slice(parse.text, office!);
    return isRank(words) ? 0 : words.length;
  };
  const [best] = told.toSorted((a, b) => weight(b) - weight(a));
  const one = cluster.kind === null || /^(?:person|office|anonymous)$/.test(cluster.kind);
  if (!best || cluster.plural || !one) return { office: null, affiliation: null, roles: [] };
  const affiliation = best.affiliation ?? told.find((one) => one.affiliation)?.affiliation ?? null;
  const courtesy = /^(?:Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Sister|Father)\b/.test(slice(parse.text, best.office!));
  return { ...best, affiliation, office: courtesy ? null : best.office };
}
