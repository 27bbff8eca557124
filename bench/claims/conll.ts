import { munkres } from 'munkres';

/** Ids of mentions, by cluster. */
export type Clusters = readonly ReadonlySet<string>[];

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Conll {
  readonly muc: Score;
  readonly b3: Score;
  readonly ceafe: Score;
  /** the mean of the three F1 (Pradhan and others 2012) */
  readonly f1: number;
}

/** The CoNLL-2012 score of clusters of mentions that were found beside those of gold: the two may have other mentions. */
export function conll(found: Clusters, gold: Clusters): Conll {
  const muc = scoreOf(links(found, gold), links(gold, found));
  const b3 = scoreOf(shares(found, gold), shares(gold, found));
  const ceafe = aligned(found, gold);
  return { muc, b3, ceafe, f1: (muc.f1 + b3.f1 + ceafe.f1) / 3 };
}

type Share = readonly [part: number, whole: number];

const rate = ([part, whole]: Share): number => (whole === 0 ? 0 : part / whole);

function scoreOf(precise: Share, recalled: Share): Score {
  const [precision, recall] = [rate(precise), rate(recalled)];
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const clusterOf = (clusters: Clusters): Map<string, number> =>
  new Map(clusters.flatMap((cluster, n) => [...cluster].map((id) => [id, n] as const)));

/** MUC (Vilain and others 1995): the links of one that the other has, of all of its links. */
function links(own: Clusters, other: Clusters): Share {
  const where = clusterOf(other);
  let [part, whole] = [0, 0];
  for (const cluster of own) {
    const pieces = new Set([...cluster].map((id) => where.get(id) ?? id)).size;
    part += cluster.size - pieces;
    whole += cluster.size - 1;
  }
  return [part, whole];
}

/** B³ (Bagga and Baldwin 1998): for each mention the share of its cluster that is with it in the other. */
function shares(own: Clusters, other: Clusters): Share {
  const where = clusterOf(other);
  let [part, whole] = [0, 0];
  for (const cluster of own) {
    for (const id of cluster) {
      const n = where.get(id);
      whole++;
      if (n !== undefined) part += [...cluster].filter((one) => other[n]!.has(one)).length / cluster.size;
    }
  }
  return [part, whole];
}

/** CEAF-e (Luo 2005): the best pairing of clusters, each pair by how alike it is. */
function aligned(found: Clusters, gold: Clusters): Score {
  if (found.length === 0 || gold.length === 0) return scoreOf([0, found.length], [0, gold.length]);
  const alike = found.map((one) => gold.map((two) => phi(one, two)));
  const best = munkres(alike.map((row) => row.map((value) => 1 - value)));
  const sum = best.reduce((total, [i, j]) => total + (alike[i]?.[j] ?? 0), 0);
  return scoreOf([sum, found.length], [sum, gold.length]);
}

function phi(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let both = 0;
  for (const id of one) if (two.has(id)) both++;
  return (2 * both) / (one.size + two.size);
}
