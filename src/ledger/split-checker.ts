import type { DatabaseSync } from 'node:sqlite';
import type { OnSource, OnSources } from './decision.ts';
import type { DecisionLog } from './decisions.ts';
import { wholeKey } from './part-key.ts';
import {
  type CorrectedSpeakers,
  joinedKey,
  joinsOf,
  machineKey,
  sourceKeys,
  speakerName,
  speakersAs,
} from './source-keys.ts';

interface Link {
  readonly key: string;
  readonly name: string;
  readonly document: string;
}

/** Throws why a split of sources would part nothing. */
export function splitChecker(
  db: DatabaseSync,
  log: DecisionLog,
  corrected: () => CorrectedSpeakers,
): (on: OnSource | OnSources) => void {
  function links(): Link[] {
    const { select, values } = speakersAs(corrected());
    const columns = (item: string) => `${machineKey(item)} AS key, ${speakerName} AS name, r.document`;
    return db.prepare(`SELECT DISTINCT * FROM (${select(columns)})`).all(values) as unknown as Link[];
  }

  function otherWay(key: string): string {
    const joins = joinsOf(log.decisions(), key);
    return joins.length > 0 ? `. What people put together is parted by: ${undoOf(joins[0]!.seq)}` : '';
  }

  function checkTwo({ a, b }: OnSources): void {
    const joined = joinedKey(log.decisions());
    if (joined(a) !== joined(b)) throw new Error('are two already');
    const joins = joinsOf(log.decisions(), a);
    const own = joins.find(({ on }) => on.a === a && on.b === b) ?? joins[0]!;
    throw new Error(`were put together by entry ${own.seq}; take that back: ${undoOf(own.seq)}`);
  }

  function checkPart({ source, names, documents }: OnSource): void {
    if (wholeKey(source) !== source) throw new Error(`was split off ${wholeKey(source)} already: split that`);
    const all = links();
    const isMoved = ({ key, name, document }: Link) =>
      key === source &&
      (names.length === 0 || names.includes(name)) &&
      (documents.length === 0 || documents.includes(document));
    const people = sourceKeys(log.decisions());
    const keyOf = ({ key, name, document }: Link) => (people ? people(key === name ? null : key, name, document) : key);
    const [moved, rest] = [true, false].map((its) => all.filter((link) => isMoved(link) === its)) as [Link[], Link[]];
    if (moved.length === 0) {
      const where = documents.length > 0 ? 'says nothing there' : 'goes by no such name';
      throw new Error(
        `${source} ${where}. See where it speaks: hearsay ledger --source "${source}"${otherWay(source)}`,
      );
    }
    const staying = new Set(rest.map(keyOf));
    if (!moved.some((link) => staying.has(keyOf(link)))) {
      throw new Error(`that is all there is of ${source}: nothing would be parted${otherWay(source)}`);
    }
  }

  return (on) => (on.kind === 'sources' ? checkTwo(on) : checkPart(on));
}

const undoOf = (seq: number): string => `hearsay decide undo ${seq} --why WORDS`;
