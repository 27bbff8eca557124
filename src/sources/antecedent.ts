import { wordList } from '../text/word-list.ts';
import { type Cluster, mayBePerson } from './cluster.ts';
import type { Mention } from './mention.ts';

/** Somebody whom a pronoun may stand for, as the text knows them just before it. */
export interface Candidate {
  readonly cluster: Cluster;
  /** the last mention before the pronoun */
  readonly last: Mention;
  /** mentions so far */
  readonly count: number;
  /** was it the source of the statement before? */
  readonly spoke: boolean;
  /** place among the candidates by nearness, from 0 */
  readonly rank: number;
  /** does the pronoun open what it says: "Coveld said IT had shut the valve"? */
  readonly says: boolean;
}

/** Of those that agree only so many of the last named are weighed. */
const NEAREST = 8;
/** In sentences. */
const REACH = 8;
/** The best must be ahead of the next by this much: at less, every second answer was wrong. */
const LEAST_MARGIN = 0.5;

const weights = new Map(wordList('antecedents').map(([feature, weight]) => [feature!, Number(weight)]));

/** "Russia denied IT": what somebody does to "it" is not done to themselves, or it would be "itself". */
const isObjectOf = (pronoun: Mention, { governor, place }: Mention): boolean =>
  pronoun.place === 'other' && place === 'subject' && governor === pronoun.governor && !/self$/.test(pronoun.name);

/** Could the pronoun be said of it at all? */
export function agrees(pronoun: Mention, { cluster, last }: Candidate): boolean {
  if (pronoun.sentence - last.sentence > REACH || last === pronoun || isObjectOf(pronoun, last)) return false;
  if (cluster.ambiguous || (last.span[0] <= pronoun.span[0] && pronoun.span[1] <= last.span[1])) return false; // "HIS doctor"
  const word = pronoun.name.toLowerCase();
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(word))
    return mayBePerson(cluster) && !(cluster.gender && pronoun.gender && cluster.gender !== pronoun.gender);
  if (/^(?:they|them|their|theirs)$/.test(word)) return cluster.plural || cluster.kind === 'collective';
  return (
    !cluster.plural && cluster.gender === null && !/^(?:person|office|anonymous|collective)$/.test(cluster.kind ?? '')
  );
}

/** What speaks for or against a candidate; names of rows in lexicons/en/antecedents.tsv. */
export function featuresOf(pronoun: Mention, candidate: Candidate, speaks: boolean): string[] {
  const { cluster, last, count, spoke, rank } = candidate;
  const apart = Math.min(5, pronoun.sentence - last.sentence);
  const kind = /^(?:he|she)$/i.test(pronoun.name)
    ? 'p'
    : /^they$/i.test(pronoun.name)
      ? 't'
      : /^it$/i.test(pronoun.name)
        ? 'i'
        : 'o';
  return [
    `apart ${apart}`,
    `rank ${Math.min(4, rank)}`,
    `paragraphs ${Math.min(2, pronoun.block - last.block)}${speaks ? ', says' : ''}`,
    `${last.form} ${last.place}${speaks ? ', says' : ''}`,
    `${apart === 0 ? 'same' : 'other'} sentence ${last.place}`,
    `last ${last.form}`,
    `count ${Math.min(4, Math.floor(Math.log2(count + 1)))}`,
    `gender ${cluster.gender === null ? 'unknown' : 'known'}`,
    `kind ${kind} ${cluster.kind ?? 'unknown'}`,
    ...(spoke ? [`${speaks ? 'says, ' : ''}spoke ${kind} ${Math.min(2, apart)}`] : []),
    ...(speaks ? [`says ${kind} ${last.place} ${Math.min(2, apart)}`] : []),
    `quoted ${last.quoted ? 'in' : 'out'} ${pronoun.quoted ? 'in' : 'out'}`,
    ...(last.place === pronoun.place ? [`both ${last.place}`] : []),
    ...(cluster.person ? ['person name'] : []),
    ...(cluster.gender === null && last.form === 'name' && !cluster.name.includes(' ') ? ['one unknown word'] : []),
  ];
}

export const score = (features: readonly string[]): number =>
  features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);

/**
 * Whom a pronoun stands for, or null where nobody agrees or two are about as good.
 *
 * @param margin by how much the best must be ahead; 0 always answers
 */
export function antecedentOf(
  pronoun: Mention,
  candidates: readonly Candidate[],
  speaks: boolean,
  margin = LEAST_MARGIN,
): Cluster | null {
  const ranked = candidates
    .filter((candidate) => agrees(pronoun, candidate))
    .slice(0, NEAREST)
    .map((candidate) => ({ candidate, value: score(featuresOf(pronoun, candidate, speaks)) }))
    .sort((a, b) => b.value - a.value || a.candidate.rank - b.candidate.rank);
  const [best, next] = ranked;
  // a firm that says what "it" did speaks of itself, unless somebody else is clearly ahead
  const own = ranked.find(({ candidate }) => candidate.says);
  if (own && (own === best || best!.value - own.value < margin)) return own.candidate.cluster;
  if (!best || (next && best.value - next.value < margin)) return null;
  return best.candidate.cluster;
}
