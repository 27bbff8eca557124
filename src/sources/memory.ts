import type { Candidate } from './antecedent.ts';
import type { Cluster } from './cluster.ts';
import type { Mention } from './mention.ts';

/** So many of those named last are kept in mind: a text without sentence ends must not take quadratic time. */
const KEPT = 20;
/** In sentences: nobody named longer ago is taken up by a pronoun or a description. */
const FORGOTTEN = 12;

/** Those named lately, the last first, with their last mention and how often they were named. */
export class Memory {
  private recent: { cluster: Cluster; last: Mention; count: number }[] = [];
  private speaker: Cluster | null = null;

  note(cluster: Cluster, mention: Mention, speaks: boolean): void {
    const before = this.recent.find((one) => one.cluster === cluster);
    const rest = this.recent
      .filter((one) => one.cluster !== cluster && mention.sentence - one.last.sentence <= FORGOTTEN)
      .slice(0, KEPT);
    this.recent = [{ cluster, last: mention, count: (before?.count ?? 0) + 1 }, ...rest];
    if (speaks) this.speaker = cluster;
  }

  forget(cluster: Cluster): void {
    this.recent = this.recent.filter((one) => one.cluster !== cluster);
  }

  /** @param says whoever says what the pronoun opens */
  candidates(says: Mention | null = null): Candidate[] {
    return this.recent.map((one, rank) => ({
      ...one,
      spoke: one.cluster === this.speaker,
      rank,
      says: one.last === says,
    }));
  }
}
