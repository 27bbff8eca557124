import type { Coverage } from './coverage.ts';
import { pageOf } from './page-of.ts';
import { inTime, publishedAt, versionAt } from './published-at.ts';

/** Documents as reports: versions of one page are one. */
export interface Reports {
  /** the first version of each page, the earliest report first */
  readonly ids: readonly string[];
  /** by report, all its versions, the earliest first; only of those that have more than one */
  readonly versions: Readonly<Record<string, readonly string[]>>;
  /** the report that a document is a version of, whether or not it is one of these documents; null where it is of none */
  readonly of: (document: string) => string | null;
}

export function reportsOf(documents: readonly string[], readings: Coverage['readings']): Reports {
  const page = (id: string): string => pageOf(readings.get(id)!.document) ?? id;
  const atOf = (id: string): number => publishedAt(versionAt(readings.get(id)!));
  const ordered = [...new Set(documents)].sort((a, b) => atOf(a) - atOf(b) || (a < b ? -1 : 1));
  const pages = Map.groupBy(ordered, page);
  return {
    ids: inTime(
      [...pages.values()].map(([first]) => first!),
      readings,
    ),
    versions: Object.fromEntries([...pages.values()].filter(({ length }) => length > 1).map((ids) => [ids[0]!, ids])),
    of: (document) => pages.get(page(document))?.[0] ?? null,
  };
}
