import type { DocumentAnswer } from '../../api/client.ts';
import { FACTS, type FactName, factOf, isFact } from '../../ledger/facts.ts';
import type { Told } from '../parts/decide.ts';

type Report = DocumentAnswer['reading'];

/** What can be told of a report, by the names on the form. */
export const FACT_LABEL = {
  title: 'Title',
  outlet: 'Outlet',
  byline: 'Byline',
  published: 'Published',
} as const satisfies Record<FactName, string>;

export type Typed = Readonly<Record<FactName, string>>;

/** As the fields of the form hold it. */
export const asTyped = (report: Report): Typed =>
  Object.fromEntries(FACTS.map((fact) => [fact, report[fact] ?? ''])) as Record<FactName, string>;

/** What a byline is can hang on whose report it is: it is told first, as long as it stands as it was seen. */
const IN_ORDER: readonly FactName[] = ['byline', 'outlet', 'title', 'published'];

/**
 * A decision for every fact that is told otherwise; an empty field says that the report has none. Throws what cannot be told.
 *
 * @param seen the report as the form was opened on it: refused where somebody told the same otherwise since
 */
export function decisionsOn(seen: Report, typed: Typed, why: string): Told[] {
  return IN_ORDER.filter((field) => typed[field].trim() !== (seen[field] ?? '')).map((field) => {
    const to = factOf(field, typed[field].trim() || null);
    return { verb: 'correct', on: { kind: 'document', id: seen.id }, field, from: seen[field], to, why };
  });
}

/** "outlet and date as told by Ana": what of the report people told, and who; null where nobody did. */
export function tellersOf({ facts, reading }: Pick<DocumentAnswer, 'facts' | 'reading'>): string | null {
  const told = new Map<FactName, string>();
  for (const { correction, undoneBy, who } of facts)
    if (correction && undoneBy === null && isFact(correction.field) && reading[correction.field] === correction.to)
      told.set(correction.field, who);
  const names = FACTS.filter((fact) => told.has(fact)).map((fact) => (fact === 'published' ? 'date' : fact));
  if (names.length === 0) return null;
  const list = new Intl.ListFormat('en-GB').format(names);
  return `${list} as told by ${[...new Set(told.values())].join(', ')}`;
}
