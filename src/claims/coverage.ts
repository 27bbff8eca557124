import type { Reading } from '../read.ts';
import type { Assertion } from './assertion.ts';
import type { Copy } from './copy.ts';
import type { Links } from './links.ts';
import { outletKey } from './outlet-key.ts';
import { pageOf } from './page-of.ts';
import { type Days, dayOf, inTime } from './published-at.ts';
import { inOrder } from './versions.ts';

/** Under which key people count a source: its item or its name in small letters, unless they joined or split it. */
export type KeyOfSource = (wikidata: string | null, name: string, document: string) => string;

/** All that was read, as lineages look things up in it. A ledger answers the same from its indexes. */
export interface Coverage {
  readonly assertions: Pick<ReadonlyMap<string, Assertion>, 'get'>;
  readonly readings: Pick<ReadonlyMap<string, Reading>, 'get'>;
  readonly copiesOf: (document: string) => readonly Copy[];
  /** documents of an outlet, by its `outletKey`, that were published on these days, first and last included; the earliest first */
  readonly documentsOf: (outlet: string, days: Days) => readonly string[];
  readonly keyOf: KeyOfSource;
  /** the captured versions of a document's page, the earliest first; itself alone where it has no address */
  readonly versionsOf: (document: string) => readonly string[];
  readonly saidIn: (document: string) => readonly Assertion[];
}

/** As the machine has sources apart. */
const asRead: KeyOfSource = (wikidata, name) => wikidata ?? name;

/** @param own answers that are known better: from an index, or from what people decided */
export function coverageOf(
  { assertions, readings, copies }: Pick<Links, 'assertions' | 'readings' | 'copies'>,
  own: Partial<Omit<Coverage, 'assertions' | 'readings'>> = {},
): Coverage {
  return {
    assertions,
    readings,
    copiesOf: made(() => byDocument(copies)),
    documentsOf: byOutlet(readings),
    keyOf: asRead,
    versionsOf: made(() => byPage(readings)),
    saidIn: made(() => Map.groupBy(assertions.values(), ({ document }) => document)),
    ...own,
  };
}

/** Looks up in what is made when it is first asked for. */
function made<T>(make: () => ReadonlyMap<string, readonly T[]>): (key: string) => readonly T[] {
  let found: ReadonlyMap<string, readonly T[]> | undefined;
  return (key) => {
    found ??= make();
    return found.get(key) ?? [];
  };
}

function byDocument(copies: readonly Copy[]): ReadonlyMap<string, readonly Copy[]> {
  const found = new Map<string, Copy[]>();
  for (const copy of copies) for (const id of [copy.a, copy.b]) found.set(id, [...(found.get(id) ?? []), copy]);
  return found;
}

function byOutlet(readings: Links['readings']): Coverage['documentsOf'] {
  const known = made(() => {
    const named = inTime([...readings.keys()], readings).filter((id) => readings.get(id)!.document.outlet);
    return Map.groupBy(named, (id) => outletKey(readings.get(id)!.document.outlet!));
  });
  return (outlet, [first, last]) =>
    known(outlet).filter((id) => {
      const day = dayOf(readings.get(id)!.document.published);
      return day !== null && first <= day && day <= last;
    });
}

function byPage(readings: Links['readings']): ReadonlyMap<string, readonly string[]> {
  const pages = Map.groupBy(readings.values(), ({ document }) => pageOf(document) ?? document.id);
  const found = [...pages.values()].map((page) => inOrder(page).map(({ document }) => document.id));
  return new Map(found.flatMap((ids) => ids.map((id) => [id, ids])));
}
