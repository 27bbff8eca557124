import type { DatabaseSync } from 'node:sqlite';
import { type CorrectedSpeakers, keyIn, type SourceKey, speakersAs } from './source-keys.ts';

/** Another that a source is in one chain with. */
export interface Tie {
  /** null for a document without an outlet */
  readonly name: string | null;
  readonly statements: number;
  readonly documents: number;
}

/** Under which names a source goes, and whom its words pass through. Those of most statements come first. */
export interface SourceTies {
  readonly names: readonly Tie[];
  /** who passes on what it says */
  readonly relays: readonly Tie[];
  /** who prints what it says */
  readonly printers: readonly Tie[];
  /** whose words it passes on */
  readonly passesOn: readonly Tie[];
  /** by day of publication, how often it speaks; null where the day is not told */
  readonly days: readonly { readonly day: string | null; readonly statements: number }[];
}

interface Link {
  readonly item: number;
  readonly n: number;
  readonly name: string;
  readonly document: string;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** The chains in which a source stands, by its key; the corrected links in the places of the machine's. */
export function sourceTies(
  db: DatabaseSync,
  people: SourceKey | null,
  corrected: CorrectedSpeakers,
  key: string,
): SourceTies {
  const { select, values } = speakersAs(corrected);
  const sql = select(
    () => 'h.item, h.n, h.name, r.document, r.outlet, r.published',
    (item) => `${keyIn(db, people, item)} = $key`,
  );
  const own = db.prepare(`${sql} ORDER BY 1`).all({ ...values, key }) as unknown as Link[];
  const byCorrected = Map.groupBy(corrected.links, (link) => link.item);
  const beside = (links: readonly Link[], isMeant: (other: Other) => boolean): Link[] => {
    const byItem = new Map(links.map((link) => [link.item, link]));
    const rows = db
      .prepare('SELECT h.item, h.n, h.name, h.last FROM json_each(?) ids JOIN hops h ON h.item = ids.value')
      .all(JSON.stringify([...byItem.keys()].filter((one) => !byCorrected.has(one)))) as unknown as Other[];
    const told = [...rows, ...[...byItem.keys()].flatMap((one) => byCorrected.get(one) ?? [])];
    return told.filter(isMeant).map((other) => ({ ...byItem.get(other.item)!, name: other.name }));
  };
  const says = own.filter(({ n }) => n === 0);
  const passes = own.filter(({ n }) => n > 0);
  return {
    names: ties(own, ({ name }) => name),
    relays: ties(
      beside(says, ({ n, last }) => n > 0 && last === 0),
      ({ name }) => name,
    ),
    printers: ties(says, ({ outlet }) => outlet),
    passesOn: ties(
      beside(passes, ({ n }) => n === 0),
      ({ name }) => name,
    ),
    days: days(says),
  };
}

interface Other {
  readonly item: number;
  readonly n: number;
  readonly name: string;
  readonly last: number;
}

const distinct = (values: readonly unknown[]): number => new Set(values).size;

function ties(links: readonly Link[], nameOf: (link: Link) => string | null): Tie[] {
  return [...Map.groupBy(links, nameOf)]
    .map(([name, same]) => ({
      name,
      statements: distinct(same.map(({ item }) => item)),
      documents: distinct(same.map(({ document }) => document)),
    }))
    .sort((a, b) => b.statements - a.statements || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

function days(links: readonly Link[]): SourceTies['days'] {
  const byDay = Map.groupBy(links, ({ published }) => published?.slice(0, 10) ?? null);
  return [...byDay]
    .map(([day, same]) => ({ day, statements: same.length }))
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
}
