import type { DocumentAnswer } from '../../api/client.ts';
import { FACTS, type Fact, factOf } from '../../ledger/facts.ts';
import type { Told } from '../parts/decide.ts';

/** What can be told of a report, by the names on the form. */
export const FACT = {
  title: 'Title',
  outlet: 'Outlet',
  byline: 'Byline',
  published: 'Published',
} as const satisfies Record<Fact, string>;

export type Facts = Readonly<Record<Fact, string>>;

/** As the fields of the form hold it. */
export const factsOf = (reading: DocumentAnswer['reading']): Facts =>
  Object.fromEntries(FACTS.map((fact) => [fact, reading[fact] ?? ''])) as Record<Fact, string>;

/** A decision for every fact that is told otherwise; an empty field says that the report has none. Throws what cannot be told. */
export function toldOfFacts(reading: DocumentAnswer['reading'], facts: Facts, why: string): Told[] {
  return FACTS.filter((field) => facts[field].trim() !== (reading[field] ?? '')).map((field) => {
    const to = factOf(field, facts[field].trim() || null);
    return { verb: 'correct', on: { kind: 'document', id: reading.id }, field, from: reading[field], to, why };
  });
}

/** "Outlet and date as Ana tells": which facts of a report people told, and who; null where nobody did. */
export function tellersOf({ facts }: Pick<DocumentAnswer, 'facts'>): string | null {
  const standing = facts.filter(({ verb, undoneBy }) => verb === 'correct' && undoneBy === null);
  const last = new Map(standing.map(({ correction, who }) => [correction!.field as Fact, who]));
  const told = FACTS.filter((fact) => last.has(fact));
  if (told.length === 0) return null;
  const [first, ...rest] = told.map((fact) => (fact === 'published' ? 'date' : fact));
  const names = [...rest.slice(0, -1).map((one) => `, ${one}`), ...rest.slice(-1).map((one) => ` and ${one}`)].join('');
  return `${first}${names} as told by ${[...new Set(last.values())].join(', ')}`;
}
