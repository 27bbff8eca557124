import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../read.ts';
import { type DecisionLog, inForce } from './decisions.ts';
import type { LoadReading } from './load-reading.ts';
import { type Found, type Standing, standingOf } from './standing.ts';

/** How a statement stands beside the newest reading of its document. */
export function standings(
  db: DatabaseSync,
  log: DecisionLog,
  load: LoadReading,
): (statement: string, newest: Reading) => Standing {
  const readingSeen = db.prepare(`
    SELECT a.reading FROM attributions a JOIN items i USING (item) WHERE a.id = ? AND i.digest = ?
    ORDER BY a.reading DESC LIMIT 1`);
  const digestNow = db.prepare(`
    SELECT i.digest FROM attributions a JOIN items i USING (item) JOIN newest r ON r.reading = a.reading
    WHERE a.id = ?`);

  // statements of one document are asked for one after another
  let loaded: { readonly key: number; readonly reading: Reading } | null = null;
  const loadOnce = (key: number): Reading => {
    if (loaded?.key !== key) loaded = { key, reading: load(key) };
    return loaded.reading;
  };

  /** The statement as it was decided on, where it is another now. */
  function then(statement: string, digest: string): Found | null {
    if ((digestNow.get(statement) as { digest: string } | undefined)?.digest === digest) return null;
    const row = readingSeen.get(statement, digest) as { reading: number } | undefined;
    const reading = row && loadOnce(row.reading);
    const attribution = reading?.attributions.find(({ id }) => id === statement);
    return reading && attribution ? { reading, attribution } : null;
  }

  return (statement, newest) => {
    const decisions = log.decisions(statement);
    const own = decisions.filter(({ on }) => on.kind === 'statement');
    const seen = (inForce(own).at(-1) ?? own.at(-1))?.seen[0];
    return standingOf(statement, decisions, newest, seen ? then(statement, seen.digest) : null);
  };
}
