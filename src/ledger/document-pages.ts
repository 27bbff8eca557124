import type { DatabaseSync } from 'node:sqlite';
import type { Page } from './ledger.ts';
import { searchQuery } from './search-query.ts';

/** A document as lists show it: what is told of it, and how much was found in it. */
export interface DocumentRow {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly address: string;
  readonly url: string | null;
  readonly language: string | null;
  readonly statements: number;
  /** when its bytes first arrived, ISO 8601 in UTC; null where nobody recorded it */
  readonly captured: string | null;
  /** version of the reader of its newest reading */
  readonly reader: string;
}

export interface DocumentFilter {
  /** words of its text, title or outlet; "in quotation marks" for a phrase, trailing * for a beginning */
  readonly search?: string;
  readonly outlet?: string;
  /** rows on this page; 0 for all */
  readonly limit?: number;
  /** `next` of the page before */
  readonly after?: number;
}

const pageSize = 20;

/** Documents by their newest readings, the last stored first. */
export function documentPages(db: DatabaseSync): (filter: DocumentFilter) => Page<DocumentRow> {
  return ({ search, outlet, limit = pageSize, after }) => {
    const sql = ['1'];
    const values: Record<string, string | number> = {};
    if (search !== undefined) {
      const query = searchQuery(search);
      if (!query) return { rows: [], total: 0, next: null };
      sql.push(`(r.text IN (SELECT rowid FROM text_search WHERE text_search MATCH $query)
        OR instr(lower(coalesce(r.title, '') || ' ' || coalesce(r.outlet, '')), lower($search)))`);
      Object.assign(values, { query, search });
    }
    if (outlet !== undefined) {
      sql.push('r.outlet = $outlet');
      values.outlet = outlet;
    }
    const from = `FROM newest r WHERE ${sql.join(' AND ')}`;
    const total = Number(db.prepare(`SELECT count(*) AS n ${from}`).get(values)?.n);
    const page = after === undefined ? '' : 'AND r.reading < $after';
    const rows = db
      .prepare(`${columns} ${from} ${page} ORDER BY r.reading DESC LIMIT $limit`)
      .all({ ...values, ...(after !== undefined && { after }), limit: limit === 0 ? -1 : limit + 1 });
    const more = limit > 0 && rows.length > limit;
    const shown = (more ? rows.slice(0, limit) : rows) as unknown as (DocumentRow & { readonly key: number })[];
    return { rows: shown.map(({ key: _, ...row }) => row), total, next: more ? shown.at(-1)!.key : null };
  };
}

const columns = `
  SELECT r.reading AS key, r.document AS id, r.title, r.outlet, r.byline, r.published, r.updated, r.address, r.url, r.language,
    (SELECT count(*) FROM statements a WHERE a.reading = r.reading) AS statements,
    (SELECT min(c.at) FROM captures c JOIN documents d ON d.capture = c.sha256 WHERE d.id = r.document) AS captured,
    r.reader`;
