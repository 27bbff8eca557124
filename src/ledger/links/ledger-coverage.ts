import type { DatabaseSync } from 'node:sqlite';
import type { Copy } from '../../claims/copy.ts';
import type { Coverage } from '../../claims/coverage.ts';
import { pageOf } from '../../claims/page-of.ts';
import { inOrder } from '../../claims/versions.ts';
import type { Reading } from '../../read.ts';
import type { AssertionTables } from './assertion-tables.ts';

interface Among {
  readonly assertions: AssertionTables;
  readonly reading: (document: string) => Reading;
}

/** What lineages and lives look up, answered from the tables of the links. */
export function ledgerCoverage(db: DatabaseSync, { assertions, reading }: Among): Omit<Coverage, 'keyOf'> {
  const sql = statements(db);
  const ids = (rows: readonly unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);
  const versionsOf = (document: string): string[] => {
    const page = pageOf(reading(document).document);
    const versions = page === null ? [document] : ids(sql.page.all(page));
    return inOrder(versions.map(reading)).map((version) => version.document.id);
  };
  return {
    versionsOf,
    assertions: { get: (id) => (assertions.has(id) ? assertions.get(id) : undefined) },
    readings: { get: reading },
    copiesOf: (document) => sql.copies.all(document, document).map(({ copy }) => JSON.parse(String(copy)) as Copy),
    documentsOf: (outlet, [first, last]) => ids(sql.outlet.all(outlet, first, `${last}~`)),
    saidIn: (document) => assertions.in(document).map(assertions.get),
  };
}

function statements(db: DatabaseSync) {
  return {
    page: db.prepare('SELECT document AS id FROM linked WHERE story = ? ORDER BY document'),
    copies: db.prepare('SELECT copy FROM copies WHERE a = ? OR b = ? ORDER BY a, b'),
    // "2025-03-01T10:00Z" is of the day before "2025-03-01~"
    outlet: db.prepare(`
      SELECT document AS id FROM linked WHERE outlet_name = ? AND published >= ? AND published < ?
      ORDER BY published, document`),
  };
}
