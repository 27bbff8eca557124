import type { DatabaseSync } from 'node:sqlite';
import type { Attribution } from '../attributions/attribution.ts';
import { words } from '../text/span.ts';
import type { WriteItem } from './write-item.ts';

/** Found by the machine, or added by a person. */
export type StatementKind = 'attribution' | 'added';

export type WriteStatement = (
  into: Parameters<WriteItem>[0],
  kind: StatementKind,
  n: number,
  attribution: Attribution,
) => void;

/** Writes the rows of one statement; call it inside a transaction. */
export function statementWriter(db: DatabaseSync, writeItem: WriteItem): WriteStatement {
  const addStatement = db.prepare(`INSERT INTO attributions VALUES (?${', ?'.repeat(11)})`);
  const addHop = db.prepare(`INSERT INTO hops VALUES (?${', ?'.repeat(7)})`);
  const addWords = db.prepare('INSERT INTO statement_search (rowid, content, cue, source) VALUES (?, ?, ?, ?)');
  return (into, kind, n, attribution) => {
    const { content, cue, source, hedges, author, chain, id } = attribution;
    if (content.length === 0) throw new Error(`statement ${id}: has no content span; no slice, no row`);
    const hop = chain.map((link) => link.span);
    const roles = { content, cue, source, hedge: hedges, distance: author.distance, hop };
    const key = writeItem(into, { kind, n, thing: attribution, id }, roles);
    addStatement.run(key, into.reading, ...columns(attribution));
    for (const [i, link] of chain.entries()) {
      const last = Number(i === chain.length - 1);
      addHop.run(key, i, into.reading, link.name, link.kind, link.source, last, link.basis);
    }
    addWords.run(key, ...[content, cue, source].map((spans) => words(into.text, spans)));
  };
}

const columns = (a: Attribution) => [
  ...[a.id, a.kind, a.manner, a.polarity, a.certainty],
  ...[a.within, a.confidence, a.author.polarity, a.author.certainty, a.said],
];
