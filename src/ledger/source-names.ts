import type { DatabaseSync } from 'node:sqlite';
import { fold } from './fold.ts';
import { sameSince } from './same-since.ts';

/** Names in chains, and words of source spans, in which some letters stand. */
export type SourceNames = (part: string) => { readonly names: string; readonly words: string };

type Folded = readonly (readonly [name: string, folded: string])[];

/** Names are few and their statements many: each is looked at once, until something is added to the log. */
export function sourceNames(db: DatabaseSync): SourceNames {
  const names = db.prepare('SELECT DISTINCT name FROM hops');
  const words = db.prepare("SELECT DISTINCT words AS name FROM spans WHERE role = 'source'");
  const known = sameSince<Folded>(db);
  const all = (rows: unknown[]): Folded => (rows as { name: string }[]).map(({ name }) => [name, fold(name)]);
  const having = (list: Folded, part: string) =>
    JSON.stringify(list.filter(([, folded]) => folded.includes(part)).map(([name]) => name));
  return (typed) => {
    const part = fold(typed);
    return {
      names: having(
        known('names', () => all(names.all())),
        part,
      ),
      words: having(
        known('words', () => all(words.all())),
        part,
      ),
    };
  };
}
