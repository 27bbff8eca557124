import type { Hop, SourceKind } from '../attributions/attribution.ts';
import type { Reading } from '../read.ts';
import type { Assertion } from './assertion.ts';
import type { KeyOfSource } from './coverage.ts';
import { outletKey } from './outlet-key.ts';

/** Where a claim entered the reporting, as far as it can be told. */
export interface Origin {
  /** Wikidata item, name, or document and words: equal for the same origin */
  readonly key: string;
  readonly name: string;
  readonly kind: SourceKind | null;
  /** could it be rung up: a person, a body, a government; not "officials" */
  readonly named: boolean;
  /** a paper that was cited and not captured: who told it is not known */
  readonly uncaptured: boolean;
  /** reports that have it at first hand */
  readonly documents: readonly string[];
}

/** A source as one report names it, before it is told which of them are one. */
export interface Mention extends Omit<Origin, 'documents'> {
  readonly report: string;
  /** the key under which people count it: another than the machine's where they joined or split it */
  readonly decided: string;
  readonly read: string;
}

/** Who said it first to the report itself; null where it names nobody. */
export function firstHand(
  { document, statement }: Assertion,
  report: string,
  reading: Reading,
  keyOf: KeyOfSource,
): Mention | null {
  const hop = reading.attributions.find(({ id }) => id === statement)?.chain[0];
  return hop && isTold(hop) && !PRESS.test(hop.kind ?? '') ? mentionOf(hop, document, report, reading, keyOf) : null;
}

/** A paper that is cited and was not captured stands for whoever told it. */
export function uncaptured(hop: Hop, report: string, reading: Reading, keyOf: KeyOfSource): Mention {
  const mention = mentionOf(hop, reading.document.id, report, reading, keyOf);
  const named = mention.named && !isDescribed(mention.name);
  const key = outletKey(mention.name);
  return { ...mention, named, key: named ? key : `${report} ${key}`, uncaptured: true };
}

/** Who a link of a chain is, as far as the report tells. */
export function sourceOf(
  hop: Hop,
  { entities }: Reading,
): Pick<Origin, 'name' | 'kind' | 'named'> & { readonly wikidata: string | null } {
  const entity = entities.find(({ id }) => id === hop.source);
  const kind = entity?.kind ?? hop.kind;
  const name = entity?.name ?? hop.name;
  const wikidata = entity?.wikidata ?? null;
  return { kind, name, wikidata, named: isNamed(kind, wikidata, name) };
}

const PRONOUN = /^(?:he|she|they|it|who|i|we|his|her|their|its)$/i;

/** Who says it: "Pyongyang" where that is what is printed; the name of whoever a pronoun stands for. Null for the report itself. */
export function nameIn(statement: string, reading: Reading): string | null {
  const hop = reading.attributions.find(({ id }) => id === statement)?.chain[0];
  if (!hop || !isTold(hop)) return null;
  return PRONOUN.test(hop.name) ? sourceOf(hop, reading).name : hop.name;
}

function mentionOf(hop: Hop, document: string, report: string, reading: Reading, keyOf: KeyOfSource): Mention {
  const { kind, name, wikidata, named } = sourceOf(hop, reading);
  const spoken = hop.name.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  return {
    key: wikidata ?? (named || isInstitution(kind, name) ? plain(name) : `${report} ${coreOf(name)}`),
    read: wikidata ?? spoken,
    decided: keyOf(wikidata, spoken, document),
    name,
    kind,
    named,
    uncaptured: false,
    report,
  };
}

/** Who says it, as one among the sources of a claim: as people decided, else by item or name. Null for the report itself. */
export function sourceKey({ document, statement }: Assertion, reading: Reading, keyOf: KeyOfSource): string | null {
  const hop = reading.attributions.find(({ id }) => id === statement)?.chain[0];
  if (!hop || !isTold(hop)) return null;
  const { decided, read } = mentionOf(hop, document, document, reading, keyOf);
  const { wikidata, name } = sourceOf(hop, reading);
  return plain(decided === read ? (wikidata ?? name) : decided);
}

const PRESS = /^(?:outlet|agency)$/;
export const isPress = ({ kind, span }: Hop): boolean => PRESS.test(kind ?? '') && span !== null;

/** The report itself, and nobody, stand nowhere in the text; nor may a name that a person gave, which has an entity. */
export const isTold = ({ span, source }: Hop): boolean => span !== null || source !== null;

/** "Two news organisations" and "Its state agency" open with a capital, and name nobody. */
const isNamed = (kind: SourceKind | null, wikidata: string | null, name: string): boolean =>
  wikidata !== null ||
  (!/^(?:anonymous|collective|document)$/.test(kind ?? 'anonymous') && /\p{Lu}/u.test(name.replace(OPENING, '')));
const OPENING =
  /^(?:The|An?|One|Two|Three|Four|Five|Some|Several|Many|Most|Both|All|Other|Another|No|Neither|Its|Their|His|Her|Our|This|That|These|Those)(?=\s)/;

/**
 * "The health ministry", "harbour office" of reports of one claim is one, though it has no name; "the ministry" is whichever
 * the report tells of, and "ministry officials" here and there are not shown to be the same.
 */
export const isInstitution = (kind: SourceKind | null, name: string): boolean =>
  /^(?:government|organisation|office)$/.test(kind ?? 'office') && INSTITUTION.test(plain(name));
const INSTITUTION =
  /^(?!(?:an?|one|two|some|several|many|both|all|other|another|its|their|his|her|our|this|that|these|local|same) )(?:[\p{L}'-]+ ){1,3}(?:ministry|office|department|council|authority|commission|committee|court|parliament|service|board|bureau|directorate|inspectorate|police|army|navy|air force|military|government)$/u;

/** "The American newspaper" could be any. */
const isDescribed = (name: string): boolean => /\s\p{Ll}\S*$/u.test(name);

/** "Ukraine’s" and "Ukraine's" are one name. */
const plain = (name: string): string =>
  name.toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/^the /, '').replace(/'s$/, '');

/** "Western officials briefed on the attack" and "Western Officials" of one report are not shown to be two. */
const coreOf = (name: string): string =>
  plain(name)
    .replace(/^(?:a|an|two|three|several|some|many|one|two of the|one of the|other) /, '')
    .split(/,|\s(?:briefed|familiar|with|who|for|of|in|at|from|close|on|speaking)\s/)[0]!;

/**
 * "Officials" and "Ministry" of a headline are the "security officials" and the "Interior Ministry" of its report, as long
 * as no others could be meant: those of one report are not shown to be two.
 */
export function fullerInReport(mentions: readonly Mention[]): Mention[] {
  const isFuller = (one: Mention, { report, key, name }: Mention): boolean =>
    one.report === report && one.key !== key && coreOf(one.name).endsWith(` ${coreOf(name)}`);
  return mentions.map((mention) => {
    if (mention.named && !BODY.test(coreOf(mention.name))) return mention;
    const fuller = mentions.filter((one) => isFuller(one, mention));
    const keys = new Set(fuller.map(({ key }) => key));
    return keys.size === 1 ? { ...mention, ...pick(fuller[0]!) } : mention;
  });
}
const pick = ({ key, name, kind, named }: Mention) => ({ key, name, kind, named });
/** A body by what it is alone: which one is told by the report. */
const BODY =
  /^(?:ministry|police|government|army|military|navy|air force|court|council|agency|embassy|hospital|company|party|union|university|prosecution)$/;

/** Each source once, with the reports that name it; what people joined is one, what they split is two. */
export function distinctOrigins(mentions: readonly Mention[]): Origin[] {
  const keyOf = joined(mentions);
  const byKey = Map.groupBy(mentions, keyOf);
  return [...byKey]
    .map(([key, same]): Origin => {
      const { name, kind, named } = same.find((mention) => mention.named) ?? same[0]!;
      const documents = [...new Set(same.map(({ report }) => report))];
      return { key, name, kind, named, uncaptured: same.every((mention) => mention.uncaptured), documents };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** By which key each mention is counted: the machine's own, unless people joined or split what it names. */
export function joined(mentions: readonly Mention[]): (mention: Mention) => string {
  const told = mentions.filter(({ decided, read }) => decided !== read);
  const heads = new Set(told.map(({ decided }) => decided));
  const isPart = ({ decided, read }: Mention) => decided.startsWith(`${read}#`);
  // "Mayor Torv" goes where "Ana Torv" was put, if the two are one person
  const isOne = ({ named, kind, name }: Mention) => named || isInstitution(kind, name);
  const moved = new Map(told.filter((each) => isOne(each) && !isPart(each)).map(({ key, decided }) => [key, decided]));
  return (mention) => (heads.has(mention.decided) ? mention.decided : (moved.get(mention.key) ?? mention.key));
}
