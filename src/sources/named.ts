import { governmentOf } from '../meaning/metonym.ts';
import { countryOfPeople } from '../meaning/place-names.ts';
import { addMention, type Cluster, clusterOf } from './cluster.ts';
import type { Mention } from './mention.ts';

/** A surname that two people bear is the one's who is named this many times more often, else nobody's. */
const DOMINANT = 3;

/** Everybody whom the text calls by name, each once: "Kim" with "Kim Jong Un", "IAEA" with the agency, "Pyongyang" with "North Korea". */
export function namedClusters(
  mentions: readonly Mention[],
  acts: (mention: Mention) => boolean,
  ofKorea: boolean,
): Map<Mention, Cluster> {
  const names = mentions.filter(({ form, modifier }) => form === 'name' && !modifier);
  const clusters = new Map<string, Cluster>();
  const found = new Map<Mention, Cluster>();
  const join = (mention: Mention, known: Cluster | null = null, ambiguous = false) => {
    const government = known ? null : governmentBy(mention, clusters, ofKorea);
    const key = government ? `government ${government}` : keyOf(mention);
    const cluster = known ?? clusters.get(key) ?? clusterOf(mention);
    if (!known) clusters.set(key, cluster);
    cluster.ambiguous ||= ambiguous;
    if (government)
      Object.assign(cluster, { government, kind: 'government', person: null, gender: null, plural: false });
    found.set(mention, grown(cluster, mention));
    if (cluster.government === null || acts(mention)) addMention(cluster, mention);
  };
  for (const mention of names) if (!isShort(mention)) join(mention);
  const shorter = shortNames([...clusters.values()]);
  const later: Mention[] = [];
  for (const mention of names) {
    if (!isShort(mention)) continue;
    const known = shorter(mention);
    if (known === null && mention.person && mention.gender === null && mention.person.titles.length === 0)
      later.push(mention);
    else join(mention, known === MANY ? null : known, known === MANY);
  }
  for (const mention of later) join(mention, bySex(clusters, mention.name));
  for (const cluster of clusters.values()) cluster.mentions.sort((a, b) => a.span[0] - b.span[0]);
  return found;
}

/** "Pyongyang", "the Kremlin"; "the North" where North Korea is spoken of */
function governmentBy({ name }: Mention, clusters: ReadonlyMap<string, Cluster>, ofKorea: boolean): string | null {
  const half = name === 'North' ? 'KP' : name === 'South' ? 'KR' : null;
  if (half) return ofKorea || clusters.has('government KP') || clusters.has('government KR') ? half : null;
  return governmentOf(name) ?? governmentOf(`the ${name}`) ?? governmentOfPeople(name);
}

/** "UKRAINIAN strikes": the government of the country, not "Ukrainians" */
export const governmentOfPeople = (word: string): string | null =>
  word.endsWith('s') ? null : (countryOfPeople(word) ?? null);

/** One word, or a title and one word: it may stand for a longer name. */
const isShort = ({ name, person }: Mention): boolean => !/\s/.test(name) || (person !== null && person.given === null);

/** People by given name and surname, whatever title stands before; the rest as printed. */
function keyOf({ name, person, kind, gender }: Mention): string {
  if (person && (kind === 'person' || kind === null)) {
    const surname = person.surname.split(' ').at(-1)!;
    if (person.given) return `${person.given} ${surname}`;
    return gender ? `${gender} ${person.surname}` : person.surname; // "Mr. Lopez", "Mrs. Lopez"
  }
  return name.replace(/,? (?:Inc|Corp|Co|Ltd|PLC|plc|LLC)\.?$/, '');
}

/** "Lopez" after "Mrs. Lopez", where there is no Mr. Lopez too. */
function bySex(clusters: ReadonlyMap<string, Cluster>, surname: string): Cluster | null {
  const [he, she] = [clusters.get(`male ${surname}`), clusters.get(`female ${surname}`)];
  return he && she ? null : (he ?? she ?? null);
}

/** "Ada Marsh" says more than "Mrs. Marsh". */
const isFuller = (name: string, person: Mention['person'], cluster: Cluster): boolean => {
  const [own, before] = [person?.given != null, cluster.person?.given != null];
  return own === before ? name.length > cluster.name.length : own;
};

function grown(cluster: Cluster, { name, kind, gender, person }: Mention): Cluster {
  const fuller = fullName(name, person);
  if (cluster.mentions.length === 0 || (isFuller(fuller, person, cluster) && !cluster.government))
    cluster.name = fuller;
  cluster.kind ??= kind;
  cluster.gender ??= gender;
  if (cluster.person === null || (cluster.person.given === null && person?.given)) cluster.person = person;
  return cluster;
}

/** "Defense Secretary Ann Lee" → "Ann Lee"; "Mr. Lowe" stays, since nothing fuller is known. */
function fullName(name: string, person: Mention['person']): string {
  if (!person?.given) return name;
  const words = name.split(' ');
  return words.slice(words.indexOf(person.given)).join(' ');
}

/** Two or more bear it as well as one another. */
const MANY = 'many';
type Shorter = (mention: Mention) => Cluster | typeof MANY | null;

/** In sentences: a surname may stand so far before the whole name, as in a headline. */
const AHEAD = 3;

/** Whom a short name stands for, where one bears it, or one far more than the others. */
function shortNames(clusters: readonly Cluster[]): Shorter {
  const bySurname = new Map<string, Cluster[]>();
  const byGiven = new Map<string, Cluster[]>();
  const byLetters = new Map<string, Cluster[]>();
  const byFirst = new Map<string, Cluster[]>();
  const byLast = new Map<string, Cluster[]>();
  const put = (map: Map<string, Cluster[]>, key: string, cluster: Cluster) => {
    const list = map.get(key);
    if (list && !list.includes(cluster)) list.push(cluster);
    else if (!list) map.set(key, [cluster]);
  };
  for (const cluster of clusters) {
    const words = cluster.name.split(' ');
    if (cluster.person?.given) {
      put(bySurname, cluster.person.surname, cluster);
      put(bySurname, cluster.person.surname.split(' ').at(-1)!, cluster);
      put(isFamilyFirst(words) ? bySurname : byGiven, words[0]!, cluster);
    }
    if (cluster.gender === null && words.length > 1 && cluster.government === null) {
      put(byLetters, initials(words), cluster);
      put(byFirst, words[0]!, cluster);
      if (cluster.kind === 'outlet' || cluster.kind === 'agency') put(byLast, words.at(-1)!, cluster);
    }
  }
  return (mention) => {
    const { name, person, gender } = mention;
    const word = person?.surname ?? name;
    const isCountry = governmentOf(name) !== null;
    const given = isCountry || (person?.titles.length ?? 0) > 0 ? undefined : byGiven.get(word);
    const people = (bySurname.get(word) ?? given ?? []).filter(
      (cluster) =>
        (gender === null || cluster.gender === null || cluster.gender === gender) &&
        isNamedBefore(cluster, mention, isCountry ? 0 : AHEAD),
    );
    if (people.length > 0) return onlyOne(withTitle(people, person?.titles ?? []));
    if (/^\p{Lu}[\p{Lu}.&]+$/u.test(name)) return onlyOne(byLetters.get(name.replaceAll('.', '')) ?? []);
    const bodies = [...(byFirst.get(name) ?? []).filter(isBody), ...(byLast.get(name) ?? [])]; // "the Courier"
    return /^\p{Lu}\p{Ll}{3,}/u.test(name) ? onlyOne(bodies) : null;
  };
}

const isNamedBefore = ({ mentions }: Cluster, { sentence }: Mention, ahead: number): boolean =>
  mentions[0]!.sentence - sentence <= ahead;

/** "Sen. Smith" is the one of them who is called so. */
function withTitle(people: readonly Cluster[], titles: readonly string[]): readonly Cluster[] {
  const called = people.filter(({ person }) => person?.titles.some((title) => titles.includes(title)));
  return called.length > 0 ? called : people;
}

/** "Boeing" for "Boeing Co.", "Wexley" not for "Wexley Town Council": the longer name only adds what sort of body it is. */
const isBody = ({ name }: Cluster): boolean =>
  /^\S+ (?:Inc|Corp|Co|Ltd|PLC|plc|LLC|AG|SA|Group|Holdings|Company|Corporation|Airlines|Airways|Motors|Bank|Industries|Marine|Shipping|Securities|Pharmaceuticals|Insurance|Apparel|Diagnostics|Foods|Stores|Media|Oil|Gas|Steel|Mining|Partners|Capital|Aerospace|Technologies|Systems|Energy|Motor)\.?(?: (?:Inc|Corp|Co|Ltd|Company|Group)\.?)?$/.test(
    name,
  );

function onlyOne(clusters: readonly Cluster[]): Cluster | typeof MANY | null {
  if (clusters.length < 2) return clusters[0] ?? null;
  const [first, second] = clusters.toSorted((a, b) => b.mentions.length - a.mentions.length);
  return first!.mentions.length >= DOMINANT * second!.mentions.length ? first! : MANY;
}

/** "Kim Jong Un", "Xi Jinping", "Hong Min": the family's name comes first. */
const FAMILY_FIRST =
  /^(?:Kim|Lee|Park|Choi|Jung|Jeong|Kang|Cho|Yoon|Jang|Lim|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|Song|Hong|Moon|Roh|Ban|Xi|Li|Wang|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|He|Guo|Ma|Luo|Liang|Song|Zheng|Xie|Tang|Deng|Feng|Mao|Wen|Jiang|Bo|Ai|Nguyen|Tran|Pham|Le|Ho|Vo|Tsai|Lai|Ri|Pak|Choe|Jong|Ro|Hun|Aung|Min)$/;
const isFamilyFirst = (words: readonly string[]): boolean => FAMILY_FIRST.test(words[0]!) && words.length <= 3;

const SMALL = /^(?:of|for|the|and|&|de|on|in)$/i;
const initials = (words: readonly string[]): string =>
  words
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0])
    .join('');
