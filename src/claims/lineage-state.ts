import type { Lineage } from './lineage.ts';

/** How two reports of a claim stand to one another, as far as the evidence goes. */
export type LineageState =
  | 'copy'
  | 'relies on'
  | 'same origin'
  | 'independent'
  | 'independence not established'
  | 'lineage not recorded';

/** Two reports of a claim, and how they stand to one another. */
export interface ReportPair {
  readonly a: string;
  readonly b: string;
  readonly state: LineageState;
}

/** Of more reports than this the pairs are not written out: 30 have 435. `stateBetween` tells of any two. */
const MOST_PAIRED = 30;

/** Every two of the reports; null of very many. */
export function reportPairs(lineage: Lineage): ReportPair[] | null {
  const { reports } = lineage;
  if (reports.length > MOST_PAIRED) return null;
  return reports.flatMap((a, i) => reports.slice(i + 1).map((b) => ({ a, b, state: stateBetween(lineage, a, b) })));
}

/**
 * One is taken from the other, over however many reports; or both lead to one origin, or to one report; or each leads
 * only to people and bodies that are named, and they have none in common. Else it is not established, or one of them
 * tells of nobody.
 */
export function stateBetween(lineage: Lineage, a: string, b: string): LineageState {
  const [fromA, fromB] = [givers(lineage, a), givers(lineage, b)];
  // two may cite one another
  const taken = [fromA.get(b), fromB.get(a)];
  if (taken.includes('copy')) return 'copy';
  if (taken.includes('relies on')) return 'relies on';
  const [x, y] = [lineage.reaches[a] ?? [], lineage.reaches[b] ?? []];
  if (x.some((key) => y.includes(key)) || [...fromA.keys()].some((id) => fromB.has(id))) return 'same origin';
  if (x.length === 0 || y.length === 0) return 'lineage not recorded';
  const known = new Map(lineage.origins.map((origin) => [origin.key, origin]));
  const isFirst = (key: string) => known.get(key)!.named && !known.get(key)!.uncaptured;
  return [...x, ...y].every(isFirst) ? 'independent' : 'independence not established';
}

/** The reports that one goes back to; by copies alone, or by a citation on the way. */
function givers({ edges }: Lineage, report: string): ReadonlyMap<string, 'copy' | 'relies on'> {
  const found = new Map<string, 'copy' | 'relies on'>();
  for (const state of ['copy', 'relies on'] as const) {
    const queue = [report];
    const seen = new Set(queue);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const edge of edges) {
        if (edge.from !== at || edge.cited !== 'contains' || seen.has(edge.to!)) continue;
        if (state === 'copy' && edge.state !== 'copy') continue;
        seen.add(edge.to!);
        queue.push(edge.to!);
        if (!found.has(edge.to!)) found.set(edge.to!, state);
      }
    }
  }
  found.delete(report);
  return found;
}
