/** Keeps at hand what was asked for last. */
export interface Recent<Thing> {
  (id: string, make: () => Thing): Thing;
  forget(id: string): void;
}

/**
 * @param most as many at least: what was asked for since is kept in one half, what was asked for before in the other, and
 * when one is full the other goes
 */
export function recent<Thing>(most: number): Recent<Thing> {
  let since = new Map<string, Thing>();
  let before = new Map<string, Thing>();
  const asked = (id: string, make: () => Thing): Thing => {
    const known = since.get(id);
    if (known !== undefined) return known;
    const thing = before.get(id) ?? make();
    if (since.size >= most) [before, since] = [since, new Map()];
    since.set(id, thing);
    return thing;
  };
  const forget = (id: string): void => {
    since.delete(id);
    before.delete(id);
  };
  return Object.assign(asked, { forget });
}
