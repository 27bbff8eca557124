import type { Copy } from './copy.ts';

/** Documents tied by copies, directly or over others: each group by ids, the groups by their first. */
export function copyGroups(copies: readonly Copy[]): string[][] {
  const leader = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let at = id;
    while ((leader.get(at) ?? at) !== at) at = leader.get(at)!;
    leader.set(id, at);
    return at;
  };
  for (const { a, b } of copies) {
    const [x, y] = [leaderOf(a), leaderOf(b)];
    if (x < y) leader.set(y, x);
    else if (y < x) leader.set(x, y);
  }
  const groups = new Map<string, string[]>();
  for (const id of [...leader.keys()].sort()) {
    const group = groups.get(leaderOf(id));
    if (group) group.push(id);
    else groups.set(leaderOf(id), [id]);
  }
  return [...groups.values()];
}
