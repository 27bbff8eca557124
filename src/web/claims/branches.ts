import type { Lineage } from '../../claims/lineage.ts';

export type Edge = Lineage['edges'][number];

/** A report below what it rests on, and those that take it from there. */
export interface Branch {
  readonly document: string;
  /** how it takes it from what stands above; null where it is at first hand */
  readonly edge: Edge | null;
  /** it stands in the tree already, with all that rests on it */
  readonly isAgain: boolean;
  readonly takers: readonly Branch[];
}

export interface Root {
  readonly key: string;
  readonly name: string;
  /** "government", "anonymous" … */
  readonly source: string | null;
  readonly kind: 'named' | 'unnamed' | 'uncaptured' | 'unrecorded';
  readonly reports: readonly Branch[];
}

/** The reports of a claim as trees: one for every origin, and one for those whose lineage is not recorded. */
export function branchesOf(lineage: Pick<Lineage, 'reports' | 'origins' | 'edges' | 'notRecorded'>): Root[] {
  const { reports, origins, edges, notRecorded } = lineage;
  const placed = new Set<string>();
  const below = (ids: readonly string[], cited: readonly Edge[]) =>
    ids.map((id) => branch(id, cited.find(({ from }) => from === id) ?? null, edges, placed));
  const left = (ids: readonly string[], cited: readonly Edge[]) =>
    ids.flatMap((id) => (placed.has(id) ? [] : below([id], cited)));
  const roots = origins.map(({ key, name, kind, named, uncaptured, documents }): Root => {
    const cited = edges.filter((edge) => edge.to === null && edge.name === name);
    const first = [...new Set([...documents, ...cited.map(({ from }) => from)])];
    const sort = uncaptured ? 'uncaptured' : named ? 'named' : 'unnamed';
    return { key, name, source: kind, kind: sort, reports: below(first, cited) };
  });
  const told = left(notRecorded, []);
  const rest = left(reports, edges);
  if (told.length + rest.length === 0) return roots;
  const name = 'Lineage not recorded';
  return [...roots, { key: 'not recorded', name, source: null, kind: 'unrecorded', reports: [...told, ...rest] }];
}

/** Each report is told in full once: two that cite one another would have no end. */
function branch(document: string, edge: Edge | null, edges: readonly Edge[], placed: Set<string>): Branch {
  if (placed.has(document)) return { document, edge, isAgain: true, takers: [] };
  placed.add(document);
  const takers = edges
    .filter(({ to, from }) => to === document && from !== document)
    .map((one) => branch(one.from, one, edges, placed));
  return { document, edge, isAgain: false, takers };
}
