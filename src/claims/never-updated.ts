import { contains, overlaps, slice } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import type { Claim } from './claims.ts';
import { correctionsIn, isCalledWrong } from './corrections.ts';
import { callsWrong, correctionsOf, type MadeCorrection } from './corrections-made.ts';
import type { Coverage } from './coverage.ts';
import { sourceKey } from './origin.ts';
import { outletKey } from './outlet-key.ts';
import { daysLater, daysOf, publishedAt, versionAt } from './published-at.ts';
import { relate } from './relate.ts';
import { reportsOf } from './reports.ts';

/** A report that says what another took back, and of which nothing was captured that takes it back too. */
export interface NeverUpdated {
  readonly report: string;
  /** what it says of the claim; null where it only holds the words of the corrected report */
  readonly assertion: string | null;
  /** the version with the notice, and what that takes back */
  readonly correction: string;
  readonly corrected: string;
  /** "the health ministry", where a source took its words back and the correction only tells of it */
  readonly by: string | null;
}

/**
 * Reports published before a notice that say what it takes back as firmly, or are copies that hold it, as long as no
 * later version of theirs, nor a later report of the same outlet, takes it back. What is not dated is not told of.
 */
export function neverUpdated(claim: Claim, coverage: Coverage): NeverUpdated[] {
  const found = oncePerSource(correctionsOf(claim, coverage), coverage).flatMap((made) =>
    heldBefore(made, claim, coverage)
      .filter((held) => !isTakenOver(held, made, coverage))
      .map((held): NeverUpdated => {
        const { report, assertion, corrected } = held;
        const by = made.by?.replace(/^The (?=\p{Ll})/u, 'the ') ?? null;
        return { report, assertion: assertion?.id ?? null, correction: made.document, corrected: corrected.id, by };
      }),
  );
  // one report may hold what several notices take back
  return [...new Map(found.toReversed().map((one) => [`${one.report} ${one.correction}`, one])).values()].sort(
    (a, b) => (a.report + a.correction < b.report + b.correction ? -1 : 1),
  );
}

/** That a source takes its words back is told by many reports, and done once. */
function oncePerSource(all: readonly MadeCorrection[], coverage: Coverage): MadeCorrection[] {
  const told = all.filter((made) => made.corrects.length > 0 && !isNotice(made, coverage));
  const bySource = Map.groupBy(told, (made) => takingBack(made, coverage) ?? made.document);
  const at = ({ document }: MadeCorrection): number => publishedAt(versionAt(coverage.readings.get(document)!));
  const first = [...bySource.values()].map(
    (some) => some.toSorted((a, b) => at(a) - at(b) || (a.document < b.document ? -1 : 1))[0]!,
  );
  return all.filter((made) => !told.includes(made) || first.includes(made));
}

const takingBack = ({ wrong }: MadeCorrection, coverage: Coverage): string | null =>
  whoSays(coverage.assertions.get(wrong[0] ?? ''), coverage);

const whoSays = (one: Assertion | undefined, { readings, keyOf }: Coverage): string | null =>
  one ? sourceKey(one, readings.get(one.document)!, keyOf) : null;

interface Held {
  /** the first captured version of the page */
  readonly report: string;
  readonly document: string;
  readonly assertion: Assertion | null;
  readonly corrected: Assertion;
}

function heldBefore(made: MadeCorrection, { members }: Claim, coverage: Coverage): Held[] {
  const { assertions, readings } = coverage;
  const noticed = publishedAt(versionAt(readings.get(made.document)!));
  const corrected = made.corrects.map((id) => assertions.get(id)!);
  // what a source takes back others may say still, on their own word
  const back = isNotice(made, coverage) ? null : takingBack(made, coverage);
  const said = members
    .map((id) => assertions.get(id)!)
    .filter(({ span, document }) => !isCalledWrong(span, readings.get(document)!.document))
    .filter((member) => back === null || (whoSays(member, coverage) ?? back) === back)
    .flatMap((member) => {
      const one = corrected.find((each) => (back !== null && each.id === member.id) || saysAsFirmly(member, each));
      return one ? [{ document: member.document, assertion: member, corrected: one }] : [];
    });
  const copied = corrected.flatMap((one) =>
    copiesWith(one, coverage).map((document) => ({ document, assertion: null, corrected: one })),
  );
  const all = [...said, ...copied];
  const reports = reportsOf([...all.map(({ document }) => document), made.document], readings);
  const held = all.filter(({ document }) => {
    const at = publishedAt(readings.get(document)!.document.published);
    return at > 0 && at < noticed && reports.of(document) !== reports.of(made.document);
  });
  return [...Map.groupBy(held, ({ document }) => reports.of(document)!)].map(([report, [first]]) => ({
    report,
    ...first!,
  }));
}

/** Is what the first says what the second says, or firmer? Who gives no figure says nothing of one that was wrong. */
function saysAsFirmly(one: Assertion, other: Assertion): boolean {
  const relation = relate(one, other);
  if (relation === null || (other.figures.length > 0 && one.figures.length === 0)) return false;
  return (
    relation.relation === 'same' ||
    (relation.relation === 'firmer' && relation.a === one.id) ||
    (relation.relation === 'weaker' && relation.b === one.id)
  );
}

/** Documents that share a passage which holds the statement. */
const copiesWith = ({ document, span }: Assertion, { copiesOf }: Coverage): string[] =>
  copiesOf(document).flatMap(({ a, b, shared }) => {
    const mine = a === document ? 0 : 1;
    return shared.some((pair) => contains(pair[mine], span)) ? [a === document ? b : a] : [];
  });

/** A correction is taken over within days or never: later reports of an outlet are looked through for so long. */
const DAYS_AFTER = 30;

function isTakenOver(held: Held, made: MadeCorrection, coverage: Coverage): boolean {
  const { readings, versionsOf, documentsOf } = coverage;
  const at = (id: string): number => publishedAt(versionAt(readings.get(id)!));
  const later = versionsOf(held.document).filter((id) => at(id) > at(held.document));
  const last = later.at(-1);
  if (last !== undefined && !saysStill(last, held, coverage)) return true;
  const { outlet } = readings.get(held.document)!.document;
  const noticed = daysOf(readings.get(made.document)!.document);
  if (outlet === null || noticed === null) return false;
  const since = documentsOf(outletKey(outlet), [noticed[1], daysLater(noticed[1], DAYS_AFTER)]);
  return since.some((id) => (id !== made.document || !isNotice(made, coverage)) && takesBack(id, held, made, coverage));
}

/** Of its own page; else it tells what a source has taken back. */
const isNotice = ({ document, notice }: MadeCorrection, { readings }: Coverage): boolean =>
  correctionsIn(readings.get(document)!.document).some(({ span }) => overlaps(span, notice));

function saysStill(id: string, { assertion, corrected }: Held, coverage: Coverage): boolean {
  const meant = assertion ?? corrected;
  return ownWords(id, coverage).some((said) => saysAsFirmly(said, meant));
}

/** A later report says what stands now, denies what was wrong, says it less firmly, or tells of the error in a notice. */
function takesBack(id: string, { corrected }: Held, { instead }: MadeCorrection, coverage: Coverage): boolean {
  const { assertions, readings } = coverage;
  const now = instead.map((each) => assertions.get(each)!);
  const isNow = (said: Assertion) => now.some((each) => relate(said, each)?.relation === 'same');
  if (ownWords(id, coverage).some((said) => isNow(said) || takesFrom(said, corrected))) return true;
  const { document } = readings.get(id)!;
  const words = slice(readings.get(corrected.document)!.document.text, corrected.span);
  return correctionsIn(document).some((notice) => callsWrong(notice, document.text, words));
}

function takesFrom(said: Assertion, corrected: Assertion): boolean {
  const relation = relate(said, corrected);
  if (relation === null) return false;
  if (/^(?:denies|contradicts|differs in figure)$/.test(relation.relation)) return true;
  return relation.relation === (relation.a === said.id ? 'weaker' : 'firmer');
}

/** What a document says outside its notices, which say what others or earlier versions said. */
function ownWords(id: string, { readings, saidIn }: Coverage): Assertion[] {
  const notices = correctionsIn(readings.get(id)!.document);
  return saidIn(id).filter(({ span }) => !notices.some((notice) => overlaps(notice.span, span)));
}
