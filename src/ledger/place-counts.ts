import type { DatabaseSync } from 'node:sqlite';
import type { Place } from '../meaning/meaning.ts';

/** A place across documents: under its gazetteer id, else by name. */
export interface PlaceCount extends Omit<Place, 'span'> {
  /** statements that name it */
  readonly statements: number;
  readonly documents: number;
}

/** Those in the most statements first. */
export function placeCounts(db: DatabaseSync): PlaceCount[] {
  return db.prepare(sql).all() as unknown as PlaceCount[];
}

// A reading has few places and few statements, so each is set beside each.
const sql = `
  SELECT min(p.name) AS name, p.geonames, max(p.lat) AS lat, max(p.lon) AS lon, max(p.precision) AS precision,
    count(DISTINCT c.item) AS statements, count(DISTINCT r.document) AS documents
  FROM newest r JOIN items i ON i.reading = r.reading AND i.kind = 'place' JOIN places p ON p.item = i.item
    JOIN spans s ON s.item = p.item AND s.role = 'span'
    LEFT JOIN items ai ON ai.reading = r.reading AND ai.kind IN ('attribution', 'added')
      AND ai.item NOT IN (SELECT item FROM withdrawn)
    LEFT JOIN spans c ON c.item = ai.item AND c.role = 'content' AND c.start <= s.start AND c.end >= s.end
  GROUP BY coalesce(p.geonames, lower(p.name)) ORDER BY statements DESC, documents DESC, name`;
