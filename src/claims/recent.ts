/** Keeps at hand what was asked for last. */
export interface Recent<Thing> {
  (id: string, make: () => Thing): Thing;
  forget(id: string): void;
}

export function recent<Thing>(most: number): Recent<Thing> {
  const known = new Map<string, Thing>();
  const asked = (id: string, make: () => Thing): Thing => {
    const thing = known.get(id) ?? make();
    known.delete(id);
    known.set(id, thing);
    if (known.size > most) known.delete(known.keys().next().value!);
    return thing;
  };
  return Object.assign(asked, { forget: (id: string) => void known.delete(id) });
}
