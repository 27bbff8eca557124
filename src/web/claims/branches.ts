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
export function branchesOf(lineage: Pick<Lineage, 'origins' | 'edges' | 'notRecorded'>): Root[] {
  const placed = new Set<string>();
  const roots: Root[] = lineage.origins.map(({ key, name, kind, named, documents }) => {
    const uncaptured = lineage.edges.filter((edge) => edge.to === null && edge.name === name);
    const isUncaptured = documents.length === 0 || uncaptured.length > 0;
    const first = [...new Set([...documents, ...uncaptured.map(({ from }) => from)])];
    const reports = first.map((id) =>
      branch(id, uncaptured.find(({ from }) => from === id) ?? null, lineage.edges, placed),
    );
    return { key, name, source: kind, kind: isUncaptured ? 'uncaptured' : named ? 'named' : 'unnamed', reports };
  });
  const alone = lineage.notRecorded.filter((id) => !placed.has(id));
  if (alone.length === 0) return roots;
  const reports = alone.map((id) => branch(id, null, lineage.edges, placed));
  return [...roots, { key: 'not recorded', name: 'Lineage not recorded', source: null, kind: 'unrecorded', reports }];
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
