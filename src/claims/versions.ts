import type { Reading } from '../read.ts';
import { slice } from '../text/span.ts';
import type { Assertion } from './assertion.ts';
import { type Correction, correctionsIn } from './corrections.ts';
import { type Turn, turnsOf } from './life.ts';
import type { Links } from './links.ts';
import { publishedAt } from './published-at.ts';
import { type Relation, relate } from './relate.ts';
import { diffTexts, type TextEdit } from './text-diff.ts';

export type Change = 'added' | 'dropped' | 'reworded' | 'source changed' | Exclude<Turn, 'first said' | 'said again'>;

/** One statement as the earlier version has it and as the later has it; null where it does not. */
export interface ChangedStatement {
  readonly before: string | null;
  readonly after: string | null;
  readonly changes: readonly Change[];
}

/** A version of a page beside the one before it. */
export interface Version {
  readonly document: string;
  /** when it was published or last changed; null where it does not tell */
  readonly at: string | null;
  /** statements that changed since the version before; empty for the first */
  readonly changed: readonly ChangedStatement[];
  /** how many stand as they stood */
  readonly kept: number;
  /** where the text itself was changed; empty for the first */
  readonly edits: readonly TextEdit[];
  /** what it says of its own changes */
  readonly notices: readonly Correction[];
}

/** All versions of a document's address, the earliest first. A document without an address is its only version. */
export function versionsOf(document: string, { readings, assertions }: Links): Version[] {
  const { url } = readings.get(document)!.document;
  const all = [...readings.values()].filter((reading) =>
    url === null ? reading.document.id === document : reading.document.url === url,
  );
  const ordered = all.sort((a, b) => timeOf(a) - timeOf(b) || (a.document.id < b.document.id ? -1 : 1));
  const said = Map.groupBy(assertions.values(), (assertion) => assertion.document);
  const told = (reading: Reading) =>
    (said.get(reading.document.id) ?? []).map((assertion) => ({ assertion, words: wordsOf(reading, assertion) }));
  return ordered.map((reading, i) => {
    const before = ordered[i - 1];
    const differences = before ? between(told(before), told(reading)) : { changed: [], kept: told(reading).length };
    const edits = before ? diffTexts(before.document.text, reading.document.text) : [];
    return {
      document: reading.document.id,
      at: atOf(reading),
      ...differences,
      edits: edits.filter(({ kind }) => kind !== 'same'),
      notices: correctionsIn(reading.document),
    };
  });
}

const atOf = ({ document: { updated, published } }: Reading): string | null => updated ?? published;

const timeOf = (reading: Reading): number => publishedAt(atOf(reading));

const wordsOf = ({ document }: Reading, { span }: Assertion): string => slice(document.text, span).replace(/\s+/g, ' ');

interface Told {
  readonly assertion: Assertion;
  readonly words: string;
}

/** Pairs the same words first, then the most alike; what is left was dropped or added. */
function between(before: readonly Told[], after: readonly Told[]): Pick<Version, 'changed' | 'kept'> {
  const left = new Set(before);
  const fresh = new Set(after);
  const changed: ChangedStatement[] = [];
  let kept = 0;
  const take = (old: Told, now: Told, relation: Relation | null): void => {
    left.delete(old);
    fresh.delete(now);
    const changes = changesOf(old.assertion, now.assertion, relation, old.words === now.words);
    if (changes.length === 0) kept += 1;
    else changed.push({ before: old.assertion.id, after: now.assertion.id, changes });
  };
  for (const now of after) {
    const same = [...left].filter(({ words }) => words === now.words);
    const old = same.find(({ assertion }) => assertion.source === now.assertion.source) ?? same[0];
    if (old) take(old, now, null);
  }
  const alike = [...left].flatMap((old) =>
    [...fresh].flatMap((now) => {
      const relation = relate(old.assertion, now.assertion);
      return relation && !apart.has(relation.relation) ? [{ old, now, relation }] : [];
    }),
  );
  for (const { old, now, relation } of alike.sort((a, b) => b.relation.score - a.relation.score))
    if (left.has(old) && fresh.has(now)) take(old, now, relation);
  const whole = (one: Partial<ChangedStatement>, change: Change): ChangedStatement => {
    return { before: null, after: null, ...one, changes: [change] };
  };
  changed.push(...[...left].map(({ assertion }) => whole({ before: assertion.id }, 'dropped')));
  changed.push(...[...fresh].map(({ assertion }) => whole({ after: assertion.id }, 'added')));
  return { changed, kept };
}

/** Such two are two statements, not one that was changed. */
const apart = new Set(['denies', 'contradicts', 'differs in actor']);

function changesOf(old: Assertion, now: Assertion, relation: Relation | null, sameWords: boolean): Change[] {
  const turns = turnsOf(now, old, old, relation).filter((turn) => turn !== 'first said' && turn !== 'said again');
  // stance 0 on either side: left open before as well
  const told: Change[] = turns.filter((turn) => turn !== 'left open' || old.stance !== 0);
  if (now.kind === old.kind && now.source !== old.source) told.push('source changed');
  return told.length > 0 || sameWords ? told : ['reworded'];
}
