import type { DatabaseSync } from 'node:sqlite';
import type { Place, Time } from '../meaning/meaning.ts';

/** What stands among the words of a statement, each with its own words. */
export interface Mentioned {
  readonly figures: readonly {
    readonly words: string;
    readonly min: number | null;
    readonly max: number | null;
    readonly unit: string | null;
  }[];
  readonly times: readonly { readonly words: string; readonly type: Time['type']; readonly value: string | null }[];
  readonly places: readonly {
    readonly words: string;
    readonly name: string;
    readonly geonames: number | null;
    readonly precision: Place['precision'];
  }[];
}

interface Row {
  readonly id: string;
  readonly kind: 'figure' | 'time' | 'place';
  readonly words: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly type: Time['type'];
  readonly value: string | null;
  readonly name: string;
  readonly geonames: number | null;
  readonly precision: Place['precision'];
}

/** By statement, the figures, times and places in what is said, in the order of the text. */
export function mentioned(db: DatabaseSync): (statements: readonly string[]) => ReadonlyMap<string, Mentioned> {
  const select = db.prepare(`
    SELECT DISTINCT a.id, i.kind, s.words, s.start, s.end, f.min, f.max, f.unit, t.type, t.value, p.name, p.geonames, p.precision
    FROM json_each(?) ids JOIN attributions a ON a.id = ids.value JOIN newest r ON r.reading = a.reading
      JOIN spans c ON c.item = a.item AND c.role = 'content'
      JOIN items i ON i.reading = a.reading AND i.kind IN ('figure', 'time', 'place')
      JOIN spans s ON s.item = i.item AND s.role = 'span' AND s.start >= c.start AND s.end <= c.end
      LEFT JOIN figures f ON f.item = i.item LEFT JOIN times t ON t.item = i.item LEFT JOIN places p ON p.item = i.item
    ORDER BY a.id, s.start, s.end, i.n`);
  return (statements) => {
    const rows = select.all(JSON.stringify(statements)) as unknown as Row[];
    const found = Map.groupBy(rows, ({ id }) => id);
    return new Map(statements.map((id) => [id, mentionedIn(found.get(id) ?? [])]));
  };
}

function mentionedIn(rows: readonly Row[]): Mentioned {
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  return {
    figures: of('figure').map(({ words, min, max, unit }) => ({ words, min, max, unit })),
    times: of('time').map(({ words, type, value }) => ({ words, type, value })),
    places: of('place').map(({ words, name, geonames, precision }) => ({ words, name, geonames, precision })),
  };
}
