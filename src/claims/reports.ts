import type { Coverage } from './coverage.ts';
import { outletKey } from './outlet-key.ts';
import { pageOf } from './page-of.ts';
import { inTime } from './published-at.ts';
import { inOrder } from './versions.ts';

/** Documents as reports: versions of one page are one. */
export interface Reports {
  /** the first version of each page, the earliest report first */
  readonly ids: readonly string[];
  /** by report, all its versions, the earliest first; only of those that have more than one */
  readonly versions: Readonly<Record<string, readonly string[]>>;
  /** the report that a document is a version of, whether or not it is one of these documents; null where it is of none */
  readonly of: (document: string) => string | null;
  /** those of an outlet, by its `outletKey` */
  readonly ofOutlet: (outlet: string) => readonly string[];
}

export function reportsOf(documents: readonly string[], readings: Coverage['readings']): Reports {
  const page = (id: string): string => pageOf(readings.get(id)!.document) ?? id;
  const ofOne = Map.groupBy([...new Set(documents)], page);
  const pages = new Map(
    [...ofOne].map(([key, ids]) => [
      key,
      inOrder(ids.map((id) => readings.get(id)!)).map(({ document }) => document.id),
    ]),
  );
  const ids = inTime(
    [...pages.values()].map(([first]) => first!),
    readings,
  );
  const outlets = Map.groupBy(ids, (id) => outletKey(readings.get(id)!.document.outlet ?? ''));
  return {
    ids,
    versions: Object.fromEntries([...pages.values()].filter(({ length }) => length > 1).map((own) => [own[0]!, own])),
    of: (document) => pages.get(page(document))?.[0] ?? null,
    ofOutlet: (outlet) => outlets.get(outlet) ?? [],
  };
}
