import type { Document } from '../text/document.ts';

/** Which documents hold a fingerprint. In memory here; a ledger keeps the same in a table. */
export interface Postings {
  /** @param fingerprints each once */
  put(document: Pick<Document, 'id' | 'outlet' | 'published'>, fingerprints: Iterable<number>): void;
  /** how many documents hold it */
  count(fingerprint: number): number;
  /** all that hold it */
  holders(fingerprint: number): readonly string[];
  /** the `HUBS` of least id among those that hold it */
  hubs(fingerprint: number): readonly string[];
  /** how many documents of each outlet hold it */
  outletsOf(fingerprint: number): ReadonlyMap<string, number>;
  /** in how many weeks documents that hold it were published */
  weeksOf(fingerprint: number): number;
  /** whose document it is */
  outletOf(document: string): string | null;
}

/**
 * What more documents hold than this ties each of them only to so many of least id. Ids are hashes: which these are hangs
 * on no order of arrival, and a text that ten thousand carry costs ten thousand times 16 comparisons, not ten thousand squared.
 */
export const HUBS = 16;

/** Lists longer than this are counted by outlet and week as they grow, shorter ones when asked. */
const COUNTED = HUBS;

/** An open-addressing table over flat arrays: about 25 bytes for each fingerprint of a document; a Map of lists takes 100. */
export function memoryPostings(): Postings {
  const lists = chainedLists();
  const ids: string[] = [];
  const outlets: (string | null)[] = [];
  const weeks: (number | null)[] = [];
  const numbers = new Map<string, number>();
  const long = new Map<number, LongList>();

  function put({ id, outlet, published }: Parameters<Postings['put']>[0], fingerprints: readonly number[]): void {
    const number = ids.push(id) - 1;
    outlets.push(outlet);
    weeks.push(weekOf(published));
    numbers.set(id, number);
    for (const fingerprint of fingerprints) {
      const total = lists.push(fingerprint, number);
      if (total === COUNTED + 1) long.set(fingerprint, longList());
      if (total <= COUNTED) continue;
      for (const held of total === COUNTED + 1 ? lists.of(fingerprint) : [number]) enter(fingerprint, held);
    }
  }

  function enter(fingerprint: number, number: number): void {
    const list = long.get(fingerprint)!;
    const id = ids[number]!;
    count(list.outlets, outlets[number]);
    if (weeks[number] != null) list.weeks.add(weeks[number]);
    let at = list.hubs.length;
    while (at > 0 && id < list.hubs[at - 1]!) at--;
    if (at < HUBS) list.hubs.splice(at, 0, id);
    if (list.hubs.length > HUBS) list.hubs.pop();
  }

  function weeksOf(fingerprint: number): number {
    const list = long.get(fingerprint);
    if (list) return list.weeks.size;
    return new Set(
      lists
        .of(fingerprint)
        .map((number) => weeks[number])
        .filter((week) => week != null),
    ).size;
  }

  function outletsOf(fingerprint: number): ReadonlyMap<string, number> {
    const list = long.get(fingerprint);
    if (list) return list.outlets;
    const counts = new Map<string, number>();
    for (const number of lists.of(fingerprint)) count(counts, outlets[number]);
    return counts;
  }

  const holders = (fingerprint: number) => lists.of(fingerprint).map((number) => ids[number]!);
  return {
    put,
    count: lists.count,
    holders,
    hubs: (fingerprint) => long.get(fingerprint)?.hubs ?? holders(fingerprint),
    outletsOf,
    weeksOf,
    outletOf: (document) => outlets[numbers.get(document) ?? -1] ?? null,
  };
}

interface LongList {
  /** least id first */
  readonly hubs: string[];
  readonly outlets: Map<string, number>;
  readonly weeks: Set<number>;
}

const longList = (): LongList => ({ hubs: [], outlets: new Map(), weeks: new Set() });

function count(counts: Map<string, number>, name: string | null | undefined): void {
  if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
}

const DAY = 86_400_000;

export const weekOf = (published: string | null): number | null =>
  published ? Math.floor(Date.parse(published.slice(0, 10)) / (7 * DAY)) : null;

interface ChainedLists {
  /** @returns how many the key has then */
  push(key: number, value: number): number;
  count(key: number): number;
  of(key: number): number[];
}

function chainedLists(): ChainedLists {
  let table = tableOf(1 << 12);
  let keys = 0;
  let values = new Int32Array(1 << 12);
  let next = new Int32Array(1 << 12);
  let used = 1;

  function grow(): void {
    const old = table;
    table = tableOf(old.keys.length * 2);
    for (let at = 0; at < old.keys.length; at++) {
      if (old.counts[at] === 0) continue;
      const to = slotOf(table, old.keys[at]!);
      table.keys[to] = old.keys[at]!;
      table.latest[to] = old.latest[at]!;
      table.counts[to] = old.counts[at]!;
    }
  }

  function push(key: number, value: number): number {
    if (keys * 2 > table.keys.length) grow();
    if (used === values.length) [values, next] = [longer(values), longer(next)];
    const slot = slotOf(table, key);
    if (table.counts[slot] === 0) keys++;
    values[used] = value;
    next[used] = table.latest[slot]!;
    table.keys[slot] = key;
    table.latest[slot] = used++;
    table.counts[slot]!++;
    return table.counts[slot]!;
  }

  function of(key: number): number[] {
    const found: number[] = [];
    for (let at = table.latest[slotOf(table, key)]!; at > 0; at = next[at]!) found.push(values[at]!);
    return found;
  }

  return { push, of, count: (key) => table.counts[slotOf(table, key)]! };
}

interface Table {
  readonly keys: Uint32Array;
  /** where the latest value of each key stands */
  readonly latest: Int32Array;
  /** 0 where the slot is free */
  readonly counts: Int32Array;
}

const tableOf = (size: number): Table => ({
  keys: new Uint32Array(size),
  latest: new Int32Array(size),
  counts: new Int32Array(size),
});

function slotOf({ keys, counts }: Table, key: number): number {
  const mask = keys.length - 1;
  let at = Math.imul(key, 0x9e3779b1) & mask;
  while (counts[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
  return at;
}

function longer(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(list.length * 2);
  twice.set(list);
  return twice;
}
