import type { SourceKind } from '../attributions/attribution.ts';
import { wordList } from '../text/word-list.ts';

/** Whoever a name stands for, as lexicons/en/register.tsv lists it. */
export interface Registered {
  /** the item in Wikidata: "Q159" */
  readonly wikidata: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** ISO 3166-1 alpha-2; null for what is of no one country */
  readonly country: string | null;
  /** the item of the state or body it speaks for: the Kremlin's is Russia's; null for those that speak for themselves */
  readonly standsFor: string | null;
}

export type StateClass =
  | 'state-controlled'
  | 'captured public'
  | 'captured private'
  | 'independent, state funded and managed'
  | 'independent, state funded'
  | 'independent, state managed'
  | 'independent public';

export interface StateMedia {
  /** by name, as the list has it: "Russia" */
  readonly country: string;
  readonly class: StateClass;
}

/** The classes of the State Media Monitor; one with a question mark there is none here. */
const CLASSES: ReadonlyMap<string, StateClass> = new Map([
  ['SC', 'state-controlled'],
  ['CaPu', 'captured public'],
  ['CaPr', 'captured private'],
  ['ISFM', 'independent, state funded and managed'],
  ['ISF', 'independent, state funded'],
  ['ISM', 'independent, state managed'],
  ['IP', 'independent public'],
]);

/** "the Kremlin" → "Kremlin" */
const bare = (name: string): string => name.replace(/^the /i, '');

/** Each key's value; null where two different ones claim it. */
function only<V>(pairs: Iterable<readonly [key: string, value: V]>): Map<string, V | null> {
  const found = new Map<string, V | null>();
  for (const [key, value] of pairs)
    found.set(key, (found.get(key) ?? value) === value && found.get(key) !== null ? value : null);
  return found;
}

const cell = (text: string): string | null => (text === '-' ? null : text);

function* registerNames(): Generator<[name: string, entry: readonly [Registered, readonly string[]]]> {
  for (const [wikidata, name, kind, country, others, standsFor] of wordList('register')) {
    const names = [name!, ...(cell(others!)?.split('|') ?? [])].map(bare);
    const known: Registered = {
      wikidata: wikidata!,
      name: name!,
      kind: kind as SourceKind,
      country: cell(country!),
      standsFor: cell(standsFor!),
    };
    const entry = [known, names] as const;
    for (const each of names) yield [each, entry];
  }
}

let register: ReturnType<typeof readRegister> | undefined;
const readRegister = () => only(registerNames());

/** The one that a name stands for: "the Pentagon" → Q11209. Null where none is listed, or two share the name: "Congo". */
export function registered(name: string): Registered | null {
  register ??= readRegister();
  return register.get(bare(name))?.[0] ?? null;
}

let byItem: ReadonlyMap<string, string> | undefined;

/** The register's name for an item: Q423 → "North Korea" */
export function nameOfItem(wikidata: string): string | null {
  byItem ??= new Map(wordList('register').map(([item, name]) => [item!, name!]));
  return byItem.get(wikidata) ?? null;
}

let byCountry: ReadonlyMap<string, Registered> | undefined;

/** The state of an ISO 3166-1 code: UA → Ukraine, Q212. Null where the register has none. */
export function registeredState(code: string): Registered | null {
  if (!byCountry) {
    const states = new Map<string, Registered>();
    for (const [, [entry]] of registerNames())
      if (entry.kind === 'government' && entry.country && entry.standsFor === null && !states.has(entry.country))
        states.set(entry.country, entry);
    byCountry = states;
  }
  return byCountry.get(code) ?? null;
}

/** "Xinhua Arabic" is the Arabic edition of Xinhua. */
const EDITION =
  / (?:Arabic|Chinese|English|French|German|Greek|Italian|Japanese|Korean|Persian|Polish|Portuguese|Russian|Spanish|Turkish|Urdu|International|Español|Français|Deutsch)$/;

/** Outlets with their states, and those of which only editions are listed: by two or more, or it may be another's name. */
function* stateNames(): Generator<[name: string, state: string]> {
  const listed = wordList('outlets').flatMap(([name, , state]) =>
    state === '-' ? [] : [[bare(name!), state!] as const],
  );
  const editions = new Map<string, string[]>();
  for (const [name, state] of listed) {
    yield [name, state];
    const of = name.replace(EDITION, '');
    if (of !== name) editions.set(of, [...(editions.get(of) ?? []), state]);
  }
  for (const [of, found] of editions) if (found.length > 1) for (const state of found) yield [of, state];
}

let states: Map<string, string | null> | undefined;

/** "Russia SC" for the outlet, by this name or by another of the same item; null where those differ. */
function stateOf(name: string): string | null {
  register ??= readRegister();
  states ??= only(stateNames());
  const own = states.get(bare(name));
  if (own !== undefined) return own;
  const told = new Set((register.get(bare(name))?.[1] ?? []).flatMap((other) => states!.get(other) ?? []));
  return told.size === 1 ? [...told][0]! : null;
}

/** Which state an outlet is tied to, and how. It tells nothing of whether a report is right. */
export function stateMedia(name: string): StateMedia | null {
  const [, country, code] = stateOf(name)?.match(/^(.+) (\S+)$/) ?? [];
  const known = CLASSES.get(code ?? '');
  return known ? { country: country!, class: known } : null;
}
