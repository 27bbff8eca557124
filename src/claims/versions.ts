import type { Reading } from '../read.ts';
import { overlaps, type Span, slice } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import { figurePairs } from './compare-figures.ts';
import { type Correction, correctionsIn } from './corrections.ts';
import type { Links } from './links.ts';
import { matchAssertions, type Told } from './match-assertions.ts';
import { pageOf } from './page-of.ts';
import { publishedAt, versionAt } from './published-at.ts';
import { relate } from './relate.ts';
import { nearest, unknownsOf } from './said-unknown.ts';
import { diffTexts, type TextEdit } from './text-diff.ts';
import { doubtIn, type Turn, turnsOf } from './turn.ts';

/** Of two versions of one page these are not told. */
type NoChange = 'first said' | 'said again' | 'undated';
export type Change = 'added' | 'dropped' | 'reworded' | 'source changed' | Exclude<Turn, NoChange>;

/** One statement as the earlier version has it and as the later has it; null where it does not. */
export interface ChangedStatement {
  readonly before: string | null;
  readonly after: string | null;
  readonly changes: readonly Change[];
  /** where the later version says that it is not known; null for all that it says or leaves out */
  readonly unknown: Span | null;
}

/** A version of a page beside the one before it. */
export interface Version {
  readonly document: string;
  /** when it was published or last changed; null where it does not tell */
  readonly at: string | null;
  /** statements that changed since the version before; empty for the first */
  readonly changed: readonly ChangedStatement[];
  /** how many statements stand in all that they say as they stood */
  readonly kept: number;
  /** where the text itself was changed; empty for the first */
  readonly edits: readonly TextEdit[];
  /** what it says of its own changes */
  readonly notices: readonly Correction[];
}

/** The readings of a document's page; of the document alone where it has no address. */
export function ofOnePage(document: string, readings: Links['readings']): Reading[] {
  const page = pageOf(readings.get(document)!.document);
  return [...readings.values()].filter((reading) =>
    page === null ? reading.document.id === document : pageOf(reading.document) === page,
  );
}

/**
 * Versions of one page, the earliest first: by their time where all tell one, else by their day. What day and time leave
 * open is told by what they call themselves.
 */
export function inOrder(versions: readonly Reading[]): Reading[] {
  const isFine = versions.every((version) => (versionAt(version) ?? '').length > 10);
  const told = versions.map((version) => {
    const at = isFine ? timeOf(version) : publishedAt((versionAt(version) ?? '').slice(0, 10) || null);
    return { version, at, number: versionNumber(version.document), fine: timeOf(version) };
  });
  return told
    .sort(
      (a, b) =>
        a.at - b.at ||
        a.number - b.number ||
        a.fine - b.fine ||
        (a.version.document.id < b.version.document.id ? -1 : 1),
    )
    .map(({ version }) => version);
}

/** "Fire in Selm" → 0, "(Adds quotes)" → 0.5, "UPDATE 2-Fire in Selm" → 2, corrected 2.5; what was withdrawn comes last. */
export function versionNumber(document: Reading['document']): number {
  const notices = correctionsIn(document);
  if (notices.some(({ kind }) => kind === 'withdrawn')) return Number.POSITIVE_INFINITY;
  const headline = document.blocks[0] ? slice(document.text, document.blocks[0].span) : '';
  const number = Number(/\bUPDATE ?(\d{1,2})\b/.exec(headline)?.[1] ?? 0);
  const isMore = notices.some(({ kind }) => kind !== 'updated' || number === 0);
  return number + (isMore ? 0.5 : 0);
}

/** All versions of a document's page, the earliest first. A document without an address is its only version. */
export function versionsOf(
  document: string,
  { readings, assertions }: Pick<Links, 'readings' | 'assertions'>,
): Version[] {
  const ordered = inOrder(ofOnePage(document, readings));
  const said = Map.groupBy(assertions.values(), (assertion) => assertion.document);
  const versions = ordered.map((reading) => {
    const notices = correctionsIn(reading.document);
    return { reading, notices, told: toldIn(reading, said.get(reading.document.id) ?? [], notices) };
  });
  return versions.map(({ reading, notices, told }, i) => {
    const before = versions[i - 1];
    const differences = before
      ? differencesOf(before.told, told, reading, notices)
      : { changed: [], kept: statementsIn(told).size };
    const edits = before ? diffTexts(before.reading.document.text, reading.document.text) : [];
    return {
      document: reading.document.id,
      at: versionAt(reading),
      ...differences,
      edits: edits.filter(({ kind }) => kind !== 'same'),
      notices,
    };
  });
}

/** With what the later version says no more, but that it is not known: "whether he was hurt then has not been established". */
function differencesOf(
  before: readonly Told[],
  after: readonly Told[],
  later: Reading,
  notices: readonly Correction[],
): Pick<Version, 'changed' | 'kept'> {
  const said = new Set(after.map(({ words }) => words));
  const gone = before.filter(({ words }) => !said.has(words)).map(({ assertion }) => assertion);
  // "was hurt" after "was wounded": it still stands, whatever is asked of it beside
  const again = after.map(({ assertion }) => assertion).filter(({ stance }) => stance !== 0);
  const opened = new Map(
    unknownsOf(later).flatMap(({ unknown, asks }) => {
      if (notices.some((notice) => overlaps(notice.span, unknown.span))) return [];
      const one = nearest(asks, gone, LEAST_OPENED);
      return one && closest(one, again) < closest(one, asks) ? [[one.id, unknown.span] as const] : [];
    }),
  );
  const { changed, kept } = changesBetween(
    before.filter(({ assertion }) => !opened.has(assertion.id)),
    after,
  );
  const open = [...opened].map(
    ([id, unknown]): ChangedStatement => ({ before: id, after: null, changes: ['left open'], unknown }),
  );
  return { changed: [...open, ...changed], kept };
}

/** What is asked must be what was said, nearly whole: below, "how badly he was hurt" would take away that he was. */
const LEAST_OPENED = 0.8;

/** How nearly one of these says it. */
const closest = (one: Assertion, others: readonly Assertion[]): number =>
  Math.max(0, ...others.map((other) => relate(one, other)?.score ?? 0));

const timeOf = (reading: Reading): number => publishedAt(versionAt(reading));

/** What a version says, in text order, but for its notices: they say what another version said. */
export function toldIn(reading: Reading, assertions: readonly Assertion[], notices: readonly Correction[]): Told[] {
  const isNotice = ({ span }: Assertion) => notices.some((notice) => overlaps(notice.span, span));
  const wording = ({ span }: Assertion) => wordsOf(slice(reading.document.text, span));
  return assertions
    .filter((assertion) => !isNotice(assertion))
    .sort((a, b) => a.span[0] - b.span[0] || (a.id < b.id ? -1 : 1))
    .map((assertion, at) => ({ assertion, at, words: wording(assertion), doubt: doubtIn(assertion, reading) }));
}

const wordsOf = (said: string): string => (said.toLowerCase().match(WORD) ?? []).join(' ').replace(/^that /, '');
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*|[%$£€]/gu;

/** In the order of the later version; what was dropped stands first. */
export function changesBetween(before: readonly Told[], after: readonly Told[]): Pick<Version, 'changed' | 'kept'> {
  const pairs = matchAssertions(before, after);
  const beforeOf = new Map(pairs.map(([old, now]) => [now, old]));
  const stayed = new Set(beforeOf.values());
  const changed: ChangedStatement[] = before
    .filter((old) => !stayed.has(old))
    .map(({ assertion }) => ({ before: assertion.id, after: null, changes: ['dropped'], unknown: null }));
  for (const now of after) {
    const old = beforeOf.get(now);
    const changes: readonly Change[] = old ? changesOf(old, now) : ['added'];
    if (changes.length > 0)
      changed.push({ before: old?.assertion.id ?? null, after: now.assertion.id, changes, unknown: null });
  }
  const now = new Set(changed.map((one) => one.after));
  const touched = statementsIn(after.filter(({ assertion }) => now.has(assertion.id)));
  return { changed, kept: statementsIn(after).size - touched.size };
}

/** A statement may say several things. */
const statementsIn = (told: readonly Told[]): Set<string> => new Set(told.map(({ assertion }) => assertion.statement));

function changesOf(was: Told, is: Told): Change[] {
  const [old, now] = [was.assertion, is.assertion];
  const relation = relate(old, now);
  const told = turnsOf(now, old, old, relation, is.doubt - was.doubt)
    .filter((turn): turn is Change & Turn => !/^(?:first said|said again|undated)$/.test(turn))
    // stance 0 on either side: left open before as well
    .filter((turn) => turn !== 'left open' || old.stance !== 0)
    // "reportedly" is the word of nobody
    .filter((turn) => !turn.startsWith('attribution') || (old.source ?? now.source) !== null) as Change[];
  if (!relation && figurePairs(old, now).some(({ agrees }) => !agrees)) told.push('figure moved');
  if (now.kind === old.kind && now.source !== old.source) told.push('source changed');
  return told.length > 0 || was.words === is.words ? told : ['reworded'];
}
