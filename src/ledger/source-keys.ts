import type { DatabaseSync } from 'node:sqlite';
import { nameOfItem, registered } from '../sources/register.ts';
import type { Decision, OnSources } from './decision.ts';
import { inForce } from './decisions.ts';
import { partKey, wholeKey } from './part-key.ts';

/** Under which source a link is counted: an item of the register ("Q423"), else its name in small letters. */
export type SourceKey = (wikidata: string | null, name: string, document: string) => string;

// The last link is the document itself, which says only what is its own voice.
const speakersIn = (hops: string) => `
  FROM ${hops} statements a USING (item) JOIN newest r ON r.reading = a.reading
    LEFT JOIN entities e ON e.reading = h.reading AND e.id = h.source
  WHERE (NOT h.last OR a.kind = 'voice')`;
/** As the machine has them. */
export const speakers = speakersIn('hops h JOIN');

/** One link of a chain of which people corrected who speaks. */
export interface CorrectedLink {
  readonly item: number;
  readonly n: number;
  readonly reading: number;
  readonly name: string;
  readonly kind: string | null;
  /** its entity; null where a person gave it another name */
  readonly source: string | null;
  /** of that other name */
  readonly wikidata: string | null;
  readonly last: number;
}

/** The statements of which people corrected who says them. */
export interface CorrectedSpeakers {
  /** their numbers */
  readonly items: readonly number[];
  /** all links of their chains but those that only print them */
  readonly links: readonly CorrectedLink[];
}

/** Who speaks, in SQL, with corrected links in the places of the machine's. */
export interface Speakers {
  /** rows of `speakers`; `item` is the item of the register that one is */
  readonly select: (columns: (item: string) => string, where?: (item: string) => string) => string;
  readonly values: Readonly<Record<string, string>>;
}

const COLUMNS = ['item', 'n', 'reading', 'name', 'kind', 'source', 'last', 'wikidata'];
const fromLinks = COLUMNS.map((name) => `value ->> '${name}' AS ${name}`).join(', ');
const corrected = speakersIn(`(SELECT ${fromLinks} FROM json_each($links)) h CROSS JOIN`);
const notCorrected = 'h.item NOT IN (SELECT value FROM json_each($corrected))';

export function speakersAs({ items, links }: CorrectedSpeakers): Speakers {
  const machine = { from: items.length > 0 ? `${speakers} AND ${notCorrected}` : speakers, item: 'e.wikidata' };
  const people = { from: corrected, item: 'coalesce(h.wikidata, e.wikidata)' };
  const parts = items.length > 0 ? [machine, people] : [machine];
  return {
    select: (columns, where = () => '1') =>
      parts.map(({ from, item }) => `SELECT ${columns(item)} ${from} AND ${where(item)}`).join(' UNION ALL '),
    values: items.length > 0 ? { corrected: JSON.stringify(items), links: JSON.stringify(links) } : {},
  };
}

/** "she" of two reports is not one source. */
const NOBODY = [
  ...['he', 'she', 'they', 'it', 'i', 'we', 'you', 'who', 'that', 'which', 'this', 'his', 'her', 'not named'],
];
export const nobody = `lower(h.name) IN (${NOBODY.map((name) => `'${name}'`).join(', ')})`;
/** Under this all are counted of whom nobody tells who they are; it can be neither merged nor split. */
export const notEstablished = 'not established';

export const speakerName = `CASE WHEN ${nobody} THEN '${notEstablished}' ELSE lower(h.name) END`;
/** `speakerName` of a link that is at hand. */
export function speakerNamed(name: string): string {
  const small = asciiLower(name);
  return NOBODY.includes(small) ? notEstablished : small;
}

/** As SQLite's lower() has it, by which names are counted together. */
export const asciiLower = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** As the machine tells sources apart. */
export const machineKey = (item: string): string => `coalesce(${item}, ${speakerName})`;

/** The key of a link in SQL, beside `speakers`: as people group the sources, where they did. */
export function keyIn(db: DatabaseSync, people: SourceKey | null, item: string): string {
  if (!people) return machineKey(item);
  db.function('source_key', (item, name, document) =>
    people(item === null ? null : String(item), String(name), String(document)),
  );
  return `source_key(${item}, ${speakerName}, r.document)`;
}

/** The keys that are meant by a key or a name; "name:georgia" is the name alone, of which no register tells. */
export function sourceFinder(db: DatabaseSync): (typed: string) => string[] {
  const named = db.prepare(`SELECT DISTINCT ${machineKey('e.wikidata')} AS key ${speakers}
    AND (e.wikidata IS NOT NULL OR NOT ${nobody}) AND lower(h.name) = lower(?) ORDER BY key LIMIT 10`);
  const item = db.prepare(`SELECT e.wikidata AS key ${speakers} AND e.wikidata = ? LIMIT 1`);
  const unlisted = db.prepare(`SELECT lower(h.name) AS key ${speakers}
    AND e.wikidata IS NULL AND NOT ${nobody} AND lower(h.name) = lower(?) LIMIT 1`);
  return (typed) => {
    const alone = typed.replace(/^name:/, '');
    const select = /^Q\d+$/.test(typed) ? item : alone === typed ? named : unlisted;
    const keys = (rows: unknown[]) => (rows as { key: string }[]).map(({ key }) => key);
    const found = keys(select.all(alone));
    // "South Korea" is listed so where every report says “Seoul”
    const listed = select === named && found.length === 0 ? registered(typed)?.wikidata : undefined;
    return listed === undefined ? found : keys(item.all(listed));
  };
}

/** The name of a key, or of a part of it, as reports write it: "the tide wire#17" → "The Tide Wire#17". */
export function writtenName(db: DatabaseSync): (key: string) => string {
  const written = db.prepare('SELECT min(name) AS name FROM hops WHERE lower(name) = ?');
  return (key) => {
    const whole = wholeKey(key);
    const name = nameOfItem(whole) ?? (written.get(whole) as { name: string | null }).name ?? whole;
    return name + key.slice(whole.length);
  };
}

/** How people group the sources; null where nobody decided anything, and each stays as the machine has it. */
export function sourceKeys(decisions: readonly Decision[]): SourceKey | null {
  const made = grouping(decisions);
  if (made.length === 0) return null;
  const leader = merged(made);
  const parts = partsOf(made);
  return (wikidata, name, document) => {
    const own = wikidata ?? name;
    const part = parts.findLast(
      ({ source, names, documents }) =>
        source === own &&
        (names.length === 0 || names.includes(name)) &&
        (documents.length === 0 || documents.includes(document)),
    );
    return leader(part?.key ?? own);
  };
}

/** The key under which people put a key of the machine, or a part; null for a part that is split off no more. */
export function joinedKey(decisions: readonly Decision[]): (key: string) => string | null {
  const made = grouping(decisions);
  const leader = merged(made);
  const parts = new Set(partsOf(made).map(({ key }) => key));
  const once = new Set(decisions.map(({ on, seq }) => on.kind === 'source' && partKey(on.source, seq)));
  return (key) => (once.has(key) && !parts.has(key) ? null : leader(key));
}

/** The decisions that put sources together with this one, directly or over others. */
export function joinsOf(decisions: readonly Decision[], key: string): (Decision & { readonly on: OnSources })[] {
  const leader = merged(grouping(decisions));
  return latest(grouping(decisions)).flatMap((decision) => {
    const { on, verb } = decision;
    return on.kind === 'sources' && verb !== 'reject' && leader(on.a) === leader(key) ? [{ ...decision, on }] : [];
  });
}

const grouping = (decisions: readonly Decision[]): readonly Decision[] =>
  inForce(decisions).filter(({ on }) => on.kind === 'sources' || on.kind === 'source');

const partsOf = (made: readonly Decision[]) =>
  latest(made).flatMap(({ on, seq, verb }) =>
    on.kind === 'source' && verb !== 'confirm' ? [{ ...on, key: partKey(on.source, seq) }] : [],
  );

const latest = (decisions: readonly Decision[]): readonly Decision[] =>
  [...new Map(decisions.map((decision) => [decision.subject, decision])).values()].sort((a, b) => a.seq - b.seq);

/** Whoever is joined to another, also over a third, goes under the first of them in the order of letters. */
function merged(decisions: readonly Decision[]): (key: string) => string {
  const up = new Map<string, string>();
  const leader = (key: string): string => {
    let top = key;
    while (up.has(top)) top = up.get(top)!;
    return top;
  };
  for (const { on, verb } of latest(decisions)) {
    if (on.kind !== 'sources' || verb === 'reject') continue;
    const [first, second] = [leader(on.a), leader(on.b)].sort();
    if (first !== second) up.set(second!, first!);
  }
  return leader;
}
