import type { Reading } from '../read.ts';
import type { Assertion } from './assertion.ts';
import type { Copy } from './copy.ts';
import type { Links } from './links.ts';
import { outletKey } from './outlet-key.ts';
import { inTime } from './published-at.ts';

/** Under which key people count a source: its item or its name in small letters, unless they joined or split it. */
export type KeyOfSource = (wikidata: string | null, name: string, document: string) => string;

/** All that was read, as lineages look things up in it. A ledger answers the same from its indexes. */
export interface Coverage {
  readonly assertions: Pick<ReadonlyMap<string, Assertion>, 'get'>;
  readonly readings: Pick<ReadonlyMap<string, Reading>, 'get'>;
  readonly copiesOf: (document: string) => readonly Copy[];
  /** documents of an outlet by its `outletKey`, the earliest first */
  readonly documentsOf: (outlet: string) => readonly string[];
  readonly keyOf: KeyOfSource;
}

/** As the machine has sources apart. */
const asRead: KeyOfSource = (wikidata, name) => wikidata ?? name;

/** @param own answers that are known better: from an index, or from what people decided */
export function coverageOf(
  { assertions, readings, copies }: Pick<Links, 'assertions' | 'readings' | 'copies'>,
  own: Partial<Pick<Coverage, 'documentsOf' | 'keyOf'>> = {},
): Coverage {
  const copiesOf = byDocument(copies);
  return {
    assertions,
    readings,
    copiesOf: (document) => copiesOf.get(document) ?? [],
    documentsOf: own.documentsOf ?? byOutlet(readings),
    keyOf: own.keyOf ?? asRead,
  };
}

function byDocument(copies: readonly Copy[]): ReadonlyMap<string, readonly Copy[]> {
  const found = new Map<string, Copy[]>();
  for (const copy of copies) for (const id of [copy.a, copy.b]) found.set(id, [...(found.get(id) ?? []), copy]);
  return found;
}

function byOutlet(readings: Links['readings']): Coverage['documentsOf'] {
  const named = inTime([...readings.keys()], readings).filter((id) => readings.get(id)!.document.outlet);
  const found = Map.groupBy(named, (id) => outletKey(readings.get(id)!.document.outlet!));
  return (outlet) => found.get(outlet) ?? [];
}
