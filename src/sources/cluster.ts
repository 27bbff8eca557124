import type { SourceKind } from '../attributions/attribution.ts';
import type { Mention } from './mention.ts';
import type { Gender, PersonName } from './person-name.ts';

/** What is known so far of one source: it grows as the text is read from its start. */
export interface Cluster {
  readonly mentions: Mention[];
  /** the fullest name, or the first description */
  name: string;
  kind: SourceKind | null;
  gender: Gender | null;
  plural: boolean;
  person: PersonName | null;
  /** title and role nouns told of it, in small letters: "senator", "analyst" */
  readonly roles: Set<string>;
  /** ISO 3166-1 code of the government that it stands for; "EU" for the European Union */
  government: string | null;
  /** is it called by name anywhere so far? */
  named: boolean;
  /** does it stand behind "in", "near", "from" anywhere so far? */
  located: boolean;
  /** may its name be one's or another's? Then nothing is taken for either. */
  ambiguous: boolean;
}

/** A mention more; told here, since asking all mentions each time would take quadratic time. */
export function addMention(cluster: Cluster, mention: Mention): void {
  cluster.mentions.push(mention);
  cluster.named ||= mention.form === 'name';
  cluster.located ||= mention.located;
}

export function clusterOf(mention: Mention, roles: Iterable<string> = []): Cluster {
  const { name, kind, gender, plural, person } = mention;
  const known = { kind, gender, plural, person, government: null, named: false, located: false, ambiguous: false };
  return { mentions: [], name, roles: new Set(roles), ...known };
}

/** Could "he" be said of it? Not of a paper, a ministry or a group. */
export const mayBePerson = ({ kind, plural, government, person, located }: Cluster): boolean =>
  !plural &&
  !(kind === null && located) &&
  !(kind === null && person === null) &&
  government === null &&
  (kind === null || kind === 'person' || kind === 'office' || kind === 'anonymous');
