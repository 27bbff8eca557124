import type { SourceKind } from '../attributions/attribution.ts';
import { wordList } from '../text/word-list.ts';
import { type Cluster, mayBePerson } from './cluster.ts';
import type { Mention } from './mention.ts';
import type { Gender } from './person-name.ts';

interface Description {
  readonly kind: string;
  readonly gender: Gender | null;
  /** words that may have stood at the name; "any" for every source of the kind */
  readonly also: ReadonlySet<string>;
}

const descriptions = new Map(
  wordList('descriptions').map(([noun, kind, gender, also]): [string, Description] => [
    noun!,
    {
      kind: kind!,
      gender: gender === '-' ? null : (gender as Gender),
      also: new Set([noun!, ...also!.split(' ').filter((word) => word !== '-')]),
    },
  ]),
);

/** In sentences: a definite phrase takes up somebody named not longer ago than this. */
const REACH = 12;
/** Of two that fit, the nearer one is meant when the other was not named within as many sentences. */
const APART = 1;

const singular = (word: string): string =>
  word
    .replace(/women$/, 'woman')
    .replace(/men$/, 'man')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '');

/**
 * Whom "the senator", "the ministry", "the 43-year-old" takes up, of those named before it, the last named first; null
 * where nobody fits, or two that are both near.
 *
 * @param noun the phrase's head noun, small letters
 * @param qualifiers what stands before it: "defence" of "the defence ministry"
 */
export function described(
  mention: Mention,
  noun: string,
  qualifiers: readonly string[],
  recent: readonly Recent[],
): Cluster | null {
  const description = descriptions.get(noun) ?? aged(noun) ?? ofPost(noun);
  if (mention.plural) return theSameGroup(singular(noun), qualifiers, mention.sentence, recent);
  const near = recent.filter(({ sentence }) => mention.sentence - sentence <= REACH);
  const fitting = near.filter(({ cluster }) => fits(cluster, description, qualifiers));
  const told = fitting.filter(({ cluster }) => isTold(cluster, description));
  const named = fitting.filter(({ cluster }) => /\p{Lu}/u.test(cluster.name));
  return clear(told.length ? told : named.length ? named : fitting);
}

/** "two Western officials … the officials": the one group that was called so. */
function theSameGroup(
  noun: string,
  qualifiers: readonly string[],
  sentence: number,
  recent: readonly Recent[],
): Cluster | null {
  const groups = recent.filter(({ cluster, sentence: last }) => {
    const words = wordsOf(cluster);
    const fits = cluster.plural && words.has(noun) && qualifiers.every((word) => words.has(word));
    return fits && sentence - last <= REACH;
  });
  return groups.length === 1 ? groups[0]!.cluster : null;
}

/** Somebody named before, and the sentence of the last mention; the last first. */
export interface Recent {
  readonly cluster: Cluster;
  readonly sentence: number;
}

function clear(fitting: readonly Recent[]): Cluster | null {
  const [first, second] = fitting;
  if (!first) return null;
  return !second || first.sentence - second.sentence >= APART ? first.cluster : null;
}

/** "the 43-year-old": whoever is said to be of that age, else any one person */
const aged = (noun: string): Description | null =>
  /^\d+-year-old$/.test(noun) ? { kind: 'person', gender: null, also: new Set([noun, 'any']) } : null;

/** A noun that the list does not know takes up whoever was told to be just that: "the former inspector". */
const ofPost = (noun: string): Description => ({ kind: 'person', gender: null, also: new Set([noun]) });

function fits(cluster: Cluster, { kind, gender, also }: Description, qualifiers: readonly string[]): boolean {
  if (!isOfKind(cluster, kind)) return false;
  if (gender && cluster.gender && gender !== cluster.gender) return false;
  const words = wordsOf(cluster);
  if (qualifiers.some((word) => !words.has(word) && !NEUTRAL.has(word))) return false;
  return (also.has('any') && mayBeAny(cluster, kind, words)) || [...also].some((word) => words.has(word));
}

/** "the company" may be any firm that is called so or by name, and no "fire service". */
const mayBeAny = ({ named, kind }: Cluster, wanted: string, words: ReadonlySet<string>): boolean =>
  named || kind !== null || wanted === 'person' || [...words].some((word) => descriptions.get(word)?.kind === wanted);

/** Was this very thing told of it, rather than that it merely could be? */
const isTold = (cluster: Cluster, { also }: Description): boolean => {
  const words = wordsOf(cluster);
  return [...also].some((word) => words.has(word));
};

/** Adjectives that add nothing to who it is. */
const NEUTRAL = new Set('former veteran outgoing incoming embattled top senior new state-run same'.split(' '));

function isOfKind(cluster: Cluster, kind: string): boolean {
  switch (kind) {
    case 'person':
      return mayBePerson(cluster);
    case 'country':
      return cluster.government !== null;
    case 'outlet':
      return cluster.kind === 'outlet' || cluster.kind === 'agency' || isUnknownBody(cluster);
    case 'agency':
      return cluster.kind === 'agency';
    case 'government':
      return cluster.kind === 'government';
    case 'company':
      return (
        !isKnownPerson(cluster) &&
        (cluster.kind === 'person' || cluster.kind === null || cluster.kind === 'organisation') &&
        !cluster.plural
      );
    default:
      return (
        !cluster.plural &&
        !isPlatform(cluster) &&
        (cluster.kind === 'organisation' ||
          cluster.kind === 'agency' ||
          cluster.kind === 'government' ||
          (cluster.kind === null && !isKnownPerson(cluster)))
      );
  }
}

/** "posted on Telegram": where it was said, and no group */
const isPlatform = ({ name, kind, located }: Cluster): boolean =>
  /^(?:Telegram|Facebook|Twitter|X|YouTube|Instagram|TikTok|WhatsApp|Weibo|VK|Truth Social|Reddit|Threads|Bluesky|Signal)$/.test(
    name,
  ) ||
  (kind === null && located);

/** "the Spree Anzeiger": a name that may be a paper's for all the text says. */
const isUnknownBody = ({ kind, person, government, name, located }: Cluster): boolean =>
  kind === null && person === null && government === null && / \p{Lu}/u.test(name) && !located;

/** "Fen Diagnostics" looks like somebody's name until a given name, a title or a post tells. */
const isKnownPerson = ({ gender, person, roles }: Cluster): boolean =>
  person !== null && (gender !== null || person.titles.length > 0 || roles.size > 0);

function wordsOf({ name, roles, kind, named }: Cluster): Set<string> {
  const own = named ? name : name.split(/\s(?:for|of|at|in|from|with|on|to|by|who|that|which|whose)\s/)[0]!;
  return new Set(
    [...own.toLowerCase().split(/[\s-]+/), ...roles, ...(kind === 'agency' ? ['agency'] : [])].map(singular),
  );
}

/** "the paper | Södra Bladet": what the noun before a name makes of it. */
export function kindOfNoun(noun: string): SourceKind | null {
  const kind = descriptions.get(noun)?.kind;
  if (kind === 'outlet' || kind === 'agency' || kind === 'organisation') return kind;
  return kind === 'company' ? 'organisation' : null;
}

/** Nouns of people that no list has all of. */
const PEOPLE = /[a-z](?:man|woman|person|keeper|worker|fighter|[a-z]ologist|icist|onist|alist|ician|arian)$/;

export const isPersonNoun = (noun: string): boolean => descriptions.get(noun)?.kind === 'person' || PEOPLE.test(noun);

export const isDescription = (noun: string): boolean => descriptions.has(noun) || /^\d+-year-old$/.test(noun);
