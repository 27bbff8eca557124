import type { Attribution } from '../attributions/attribution.ts';
import { isTakenBack } from '../attributions/taken-back.ts';
import type { Reading } from '../read.ts';
import { overlaps, type Span, slice } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import type { Claim } from './claims.ts';
import type { Mistake } from './correction-errors.ts';
import { type Correction, correctionsIn } from './corrections.ts';
import type { Coverage } from './coverage.ts';
import { isInstitution, isTold, nameIn, sourceKey, sourceOf } from './origin.ts';
import { outletKey } from './outlet-key.ts';
import { publishedAt, versionAt } from './published-at.ts';
import { relate } from './relate.ts';
import { roughly, stemOf } from './stem.ts';
import { type ChangedStatement, changesBetween, toldIn } from './versions.ts';
import { usualWeights } from './weights.ts';
import { tellingWords } from './word-sequence.ts';

/** One thing that a notice takes back, and the statements that say it. */
export interface MadeCorrection {
  readonly kind: 'corrected' | 'withdrawn';
  /** the version with the notice */
  readonly document: string;
  readonly notice: Span;
  /** who takes its own words back, as the report that tells of it has it; null for a notice */
  readonly by: string | null;
  /** statements of the versions before; of a whole report that was withdrawn also its own. Empty where it is not sure which */
  readonly corrects: readonly string[];
  /** what the notice itself says was wrong, where it was read as a statement */
  readonly wrong: readonly string[];
  /** what stands now in the place of what it corrects */
  readonly instead: readonly string[];
}

/**
 * What is taken back of a claim: by notices of the pages of its reports, and by sources who withdraw their words.
 *
 * @param asked members whose pages are looked through for notices
 */
export function correctionsOf(
  claim: Pick<Claim, 'members'>,
  coverage: Coverage,
  asked: readonly string[] = claim.members,
): MadeCorrection[] {
  const own = new Set(asked);
  const pages = new Map(asked.map((id) => pageWith(coverage.assertions.get(id)!.document, coverage)));
  const noticed = [...pages.values()].flatMap((page) =>
    correctionsMade(page, coverage).flatMap((made) => {
      const wrong = made.wrong.filter((id) => own.has(id));
      const corrects = made.corrects.filter((id) => own.has(id));
      const told = corrects.length > 0 ? corrects : elsewhere({ ...made, wrong }, claim, page, coverage);
      return told.length + wrong.length > 0 ? [{ ...made, corrects: told, wrong }] : [];
    }),
  );
  return [...noticed, ...retractionsIn(claim, coverage)];
}

/** An outlet corrects a report of its own within weeks, if it does. */
const DAYS_BEFORE = 30;

/** "Our report on 10 March said …": what earlier reports of the outlet say, where a notice calls it wrong elsewhere. */
function elsewhere(
  { document, wrong }: MadeCorrection,
  { members }: Pick<Claim, 'members'>,
  page: readonly string[],
  { assertions, readings }: Coverage,
): string[] {
  const { outlet, published } = readings.get(document)!.document;
  const told = wrong.map((id) => assertions.get(id)!);
  const at = publishedAt(published);
  if (outlet === null || at === 0) return [];
  return members.filter((id) => {
    const member = assertions.get(id)!;
    const other = readings.get(member.document)!.document;
    const days = (at - publishedAt(other.published)) / 86_400_000;
    const isBefore = other.published !== null && days > 0 && days <= DAYS_BEFORE;
    if (!isBefore || other.outlet === null || page.includes(member.document)) return false;
    return outletKey(other.outlet) === outletKey(outlet) && told.some((one) => saysTheSame(one, member));
  });
}

const saysTheSame = (one: Assertion, other: Assertion): boolean => {
  const relation = relate(one, other)?.relation;
  return relation === 'same' || relation === 'firmer' || relation === 'weaker';
};

/** "The ministry retracted its claim that nine had died": what it had said so far, here or in earlier reports. */
function retractionsIn({ members }: Pick<Claim, 'members'>, coverage: Coverage): MadeCorrection[] {
  const { assertions, readings } = coverage;
  const all = members.map((id) => assertions.get(id)!);
  return all.flatMap((one) => {
    const { document, attributions } = readings.get(one.document)!;
    const attribution = one.stance === 0 ? attributions.find(({ id }) => id === one.statement) : undefined;
    if (!attribution || !isTakenBack(document.text, attribution) || !isOwnWord(attribution, attributions)) return [];
    const { cue, content } = attribution;
    const notice: Span = [Math.min(cue[0]![0], content[0]![0]), Math.max(cue.at(-1)![1], content.at(-1)![1])];
    const corrects = all.filter(
      (other) => other.stance !== 0 && saidBefore(other, one, coverage) && saysTheSame(one, other),
    );
    return [
      {
        kind: 'withdrawn' as const,
        document: document.id,
        notice,
        by: nameIn(one.statement, readings.get(one.document)!),
        corrects: corrects.map(({ id }) => id),
        wrong: [one.id],
        instead: [],
      },
    ];
  });
}

/**
 * Told by the report, by whoever takes it back, or as news: "the mayor said the ministry had retracted its claim" is the
 * mayor's word.
 */
function isOwnWord({ within, chain }: Attribution, all: readonly Attribution[]): boolean {
  const outer = within === null ? undefined : all.find(({ id }) => id === within);
  if (!outer) return true;
  const [by, teller] = [chain[0], outer.chain[0]];
  const isSame = by?.source ? by.source === teller?.source : by?.name === teller?.name;
  const isNews = teller?.kind === 'agency' || teller?.kind === 'outlet';
  return outer.polarity === 'affirms' && outer.certainty === 'certain' && (isSame || isNews) && isOwnWord(outer, all);
}

/** By the same source, earlier; who has no name is the same in one report only. */
function saidBefore(other: Assertion, back: Assertion, { readings, keyOf }: Coverage): boolean {
  const who = (one: Assertion) => sourceKey(one, readings.get(one.document)!, keyOf);
  const by = who(back);
  if (by === null || who(other) !== by) return false;
  if (other.document === back.document) return other.span[0] < back.span[0];
  const at = (one: Assertion) => publishedAt(versionAt(readings.get(one.document)!));
  return isNamed(back, readings) && at(other) > 0 && at(other) < at(back);
}

/** "The health ministry", "the harbour office" of two reports of one claim is one; "a ministry official", "residents" may be two. */
function isNamed({ statement, document }: Assertion, readings: Coverage['readings']): boolean {
  const reading = readings.get(document)!;
  const hop = reading.attributions.find(({ id }) => id === statement)?.chain[0];
  if (hop === undefined || !isTold(hop)) return false;
  const source = sourceOf(hop, reading);
  if (source.named || isInstitution(source.kind, source.name)) return true;
  return /^the\s/i.test(source.name) && hop.kind !== 'anonymous' && hop.kind !== 'collective';
}

function pageWith(document: string, { versionsOf }: Coverage): [string, readonly string[]] {
  const versions = versionsOf(document);
  const page = versions.length > 0 ? versions : [document];
  return [page[0]!, page];
}

/** @param page the versions of one page, the earliest first */
export function correctionsMade(page: readonly string[], coverage: Coverage): MadeCorrection[] {
  const versions = page.map((id) => versionOf(coverage.readings.get(id)!, coverage));
  return versions.flatMap((version, i) => {
    const before = versions[i - 1];
    const isNew = ({ span }: Correction) =>
      !before?.notices.some((old) => slice(before.document.text, old.span) === slice(version.document.text, span));
    return version.notices.filter(isNew).flatMap((notice) => madeBy(notice, version, versions.slice(0, i)));
  });
}

interface VersionRead {
  readonly document: Reading['document'];
  /** those that take something back */
  readonly notices: readonly Correction[];
  readonly said: readonly Assertion[];
  readonly told: ReturnType<typeof toldIn>;
}

function versionOf(reading: Reading, { saidIn }: Coverage): VersionRead {
  const { document } = reading;
  const all = correctionsIn(document);
  const said = saidIn(document.id);
  const notices = all.filter(({ kind }) => kind === 'corrected' || kind === 'withdrawn');
  return { document, notices, said, told: toldIn(reading, said, all) };
}

function madeBy(notice: Correction, version: VersionRead, earlier: readonly VersionRead[]): MadeCorrection[] {
  const { document, told, said } = version;
  const kind = notice.kind as MadeCorrection['kind'];
  const made = { kind, document: document.id, notice: notice.span, by: null };
  if (kind === 'withdrawn' && notice.mistakes.length === 0) {
    const corrects = [...earlier.flatMap((one) => one.told), ...told].map(({ assertion }) => assertion.id);
    return [{ ...made, corrects, wrong: [], instead: [] }];
  }
  const before = earlier.at(-1);
  const changed = before ? changesBetween(before.told, told).changed.filter((one) => one.before !== null) : [];
  const words = wordsBy(before, version);
  return (notice.mistakes.length > 0 ? notice.mistakes : [null]).map((mistake): MadeCorrection => {
    const found = meant(changed, mistake, notice, document.text, words);
    const wrong = mistake?.wrong ? said.filter(({ span }) => overlaps(span, mistake.wrong!)) : [];
    return {
      ...made,
      corrects: found.map((one) => one.before!),
      wrong: wrong.map(({ id }) => id),
      instead: found.flatMap(({ after }) => after ?? []),
    };
  });
}

type WordsOf = (assertion: string) => { readonly assertion: Assertion; readonly words: ReadonlySet<string> };

function wordsBy(before: VersionRead | undefined, now: VersionRead): WordsOf {
  const all = [...(before?.told ?? []), ...now.told].map(({ assertion }) => assertion);
  const known = new Map(all.map((assertion) => [assertion.id, assertion]));
  return (id) => {
    const assertion = known.get(id)!;
    const { text } = assertion.document === now.document.id ? now.document : before!.document;
    return { assertion, words: stemsOf(slice(text, assertion.span)) };
  };
}

/** So much of what a notice says was wrong must a statement say to be the one that is meant. */
const LEAST_SAID = 0.5;
/** Two that say nearly as much of it may either be meant. */
const MARGIN = 0.1;

/** The changed statements that a notice tells of: one, or several that say the same. */
function meant(
  changed: readonly ChangedStatement[],
  mistake: Mistake | null,
  notice: Correction,
  text: string,
  wordsOf: WordsOf,
): ChangedStatement[] {
  const about = notice.about ? stemsOf(slice(text, notice.about), GENERIC) : new Set<string>();
  const wanted = mistake?.wrong ?? mistake?.right;
  const told = wanted ? stemsOf(slice(text, wanted)) : new Set<string>();
  if (told.size + about.size === 0) return changed.length === 1 ? [...changed] : [];
  const ranked = changed
    .map((one) => ({ one, score: scoreOf(one, mistake, about, told, wordsOf) }))
    .filter(({ score }) => score >= LEAST_SAID)
    .sort((a, b) => b.score - a.score);
  const near = ranked.filter(({ score }) => score >= ranked[0]!.score - MARGIN).map(({ one }) => one);
  const [best, ...others] = near.map((one) => wordsOf(one.before!).assertion);
  return others.every((other) => relate(best!, other) !== null) ? near : [];
}

/** What was wrong is said by the version before, what is right by the later one. */
function scoreOf(
  { before, after }: ChangedStatement,
  mistake: Mistake | null,
  about: ReadonlySet<string>,
  told: ReadonlySet<string>,
  wordsOf: WordsOf,
): number {
  const old = wordsOf(before!).words;
  const side = mistake?.wrong || after === null ? old : wordsOf(after).words;
  const lacks = [...told].some((word) => /^\p{N}/u.test(word) && !side.has(word));
  return lacks && mistake !== null ? 0 : shareIn(new Set([...about, ...told]), side);
}

/** Does a notice, of whatever report, call wrong what a statement says? */
export function callsWrong({ mistakes }: Correction, text: string, said: string): boolean {
  const words = stemsOf(said);
  return mistakes.some(({ wrong }) => {
    const told = wrong ? stemsOf(slice(text, wrong)) : new Set<string>();
    if (told.size === 0 || [...told].some((word) => /^\p{N}/u.test(word) && !words.has(word))) return false;
    return shareIn(told, words) >= LEAST_SAID;
  });
}

function shareIn(words: ReadonlySet<string>, said: ReadonlySet<string>): number {
  const weigh = (some: readonly string[]) => some.reduce((sum, word) => sum + usualWeights(word), 0);
  const all = [...words];
  return weigh(all.filter((word) => said.has(word))) / weigh(all);
}

/** What notices call that which was wrong: no statement says it. */
const GENERIC = new Set(
  'number figure name surname spelling date day age title headline paragraph sentence quote quotation location place total toll amount size caption version wrong incorrect error mistake typo'
    .split(' ')
    .map((word) => roughly(stemOf(word))),
);

const stemsOf = (text: string, without: ReadonlySet<string> = new Set()): Set<string> =>
  new Set(
    tellingWords(text)
      .map((word) => roughly(stemOf(word)))
      .filter((stem) => !without.has(stem)),
  );
