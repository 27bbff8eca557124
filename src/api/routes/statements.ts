import { extent } from '../../ledger/correctable.ts';
import type { Ledger, Statement, StatementFilter } from '../../ledger/ledger.ts';
import type { LedgerLinks } from '../../ledger/ledger-links.ts';
import { statementIn } from '../../ledger/statement-pages.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { pageOfLedger, placed } from '../cursor.ts';
import { claimBeside, type Linked, linkedOf } from '../linked.ts';
import { listRoute } from '../list-route.ts';
import { passageOf } from '../passage-of.ts';
import { idParams } from '../schemas/parts.ts';
import {
  FacetsSchema,
  StatementFilterSchema,
  StatementRowSchema,
  StatementSchema,
  sort,
  statementFilter,
} from '../schemas/statement.ts';
import { seenOf } from '../seen.ts';
import { statementColumns } from '../statement-columns.ts';

export function statementRoutes(app: App, ledger: Ledger, links: LedgerLinks): void {
  listRoute(app, '/statements', {
    summary: 'Statements that fit, with their words and how people stand to them.',
    filter: { ...statementFilter, sort },
    row: StatementRowSchema,
    columns: statementColumns,
    page: async (filter, paged) => {
      const asked = await withDocument(ledger, filter);
      const page = pageOfLedger(await ledger.statements({ ...asked, ...placed(paged) }));
      const linked = await linkedAtHand(links);
      return { ...page, rows: page.rows.map((row) => rowOf(row, linked)) };
    },
  });

  app.get(
    '/statements/facets',
    {
      schema: {
        summary: 'How many statements that fit have which value.',
        querystring: StatementFilterSchema,
        response: { 200: FacetsSchema },
      },
    },
    async ({ query }) => ledger.facets(await withDocument(ledger, query)),
  );

  app.get(
    '/statements/:id',
    {
      schema: {
        summary: 'A statement in its passage.',
        params: idParams,
        response: { 200: StatementSchema },
      },
    },
    async ({ params }) => {
      const id = await fullId(ledger, params.id, 'statement');
      return statementOf(ledger, id, await linkedAtHand(links));
    },
  );
}

const withDocument = async <F extends StatementFilter>(ledger: Ledger, filter: F): Promise<F> =>
  filter.document === undefined ? filter : { ...filter, document: await fullId(ledger, filter.document, 'document') };

const linkedAtHand = async (links: LedgerLinks): Promise<Linked | null> => {
  const made = await links.atHand();
  return made && linkedOf(made);
};

function rowOf(statement: Statement, linked: Linked | null) {
  const { attribution, standing } = statement;
  const beside = linked && claimBeside(linked, attribution.id);
  const claim = beside && { id: beside.id, reports: beside.reports, origins: beside.origins };
  return { ...statement, seen: seenOf(attribution, standing), claim };
}

/** A statement with what stands in it. */
export async function statementOf(ledger: Ledger, id: string, linked: Linked | null = null) {
  const { reading, attribution, standing, newest } = (await ledger.statement(id))!;
  const [start, end] = extent(attribution);
  const within = <T extends { readonly span: readonly [number, number] }>(things: readonly T[]): T[] =>
    things.filter(({ span }) => span[0] >= start && span[1] <= end);
  return {
    ...rowOf({ ...statementIn(reading, id), standing }, linked),
    passage: passageOf(reading.document, [start, end]),
    figures: within(reading.figures),
    times: within(reading.times),
    places: within(reading.places),
    newest,
  };
}
