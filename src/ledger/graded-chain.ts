import type { DatabaseSync } from 'node:sqlite';
import type { Attribution, Hop } from '../attributions/attribution.ts';
import type { Reading } from '../read.ts';
import { correctStatement } from './as-decided.ts';
import type { GradedLink } from './grade.ts';
import { type Grades, gradeInForce } from './grades.ts';
import { notEstablished, type SourceKey, sourceFinder, speakerNamed } from './source-keys.ts';
import type { Standing } from './standing.ts';

/** As people hold the sources now. */
export interface Held {
  readonly people: SourceKey | null;
  readonly grades: Grades;
}

/** A source as the machine tells it apart. */
interface Named {
  readonly item: string | null;
  readonly name: string;
}

/** The links of a statement's chain, as people corrected it, each with the grade of its source. */
export function gradedChain(
  db: DatabaseSync,
): (reading: Reading, attribution: Attribution, standing: Standing, held: Held) => GradedLink[] {
  const find = sourceFinder(db);

  /** Null where nobody else has that name, or two have. */
  function renamed(name: string): Named | null {
    const [key, ...others] = find(name);
    if (key === undefined || others.length > 0) return null;
    return { item: key === speakerNamed(name) ? null : key, name: speakerNamed(name) };
  }

  function named(hop: Hop, machine: readonly Hop[], { entities }: Reading): Named | null {
    const entity = entities.find(({ id }) => id === hop.source);
    const item = entity?.wikidata ?? null;
    if (machine.some(({ name, source }) => name === hop.name && source === hop.source)) {
      return { item, name: speakerNamed(hop.name) };
    }
    // a person gave it this name: the machine's entity is that of the name before
    if (!machine.some(({ name }) => name === hop.name)) return renamed(hop.name);
    return { item, name: speakerNamed(entity?.name ?? hop.name) };
  }

  return (reading, attribution, { corrections }, { people, grades }) => {
    const fitting = corrections.filter(({ fits }) => fits);
    return correctStatement(reading, attribution, fitting).chain.map((hop) => {
      const source = named(hop, attribution.chain, reading);
      if (!source || (source.item === null && source.name === notEstablished)) return { name: hop.name, grade: null };
      const { item, name } = source;
      const key = people ? people(item, name, reading.document.id) : (item ?? name);
      return { name: hop.name, grade: gradeInForce(grades(key)) };
    });
  };
}
