import { extent } from '../../ledger/correctable.ts';
import type { Ledger, Statement, StatementFilter } from '../../ledger/ledger.ts';
import { statementIn } from '../../ledger/statement-pages.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { cursorOf, placeOf, usualLimit } from '../cursor.ts';
import { passageOf } from '../passage-of.ts';
import { idParams } from '../schemas/parts.ts';
import {
  FacetsSchema,
  StatementFilterSchema,
  StatementSchema,
  StatementsPageSchema,
  StatementsQuerySchema,
} from '../schemas/statement.ts';
import { seenOf } from '../seen.ts';

export function statementRoutes(app: App, ledger: Ledger): void {
  app.get(
    '/statements',
    {
      schema: {
        summary: 'Statements that fit, with their words and how people stand to them.',
        querystring: StatementsQuerySchema,
        response: { 200: StatementsPageSchema },
      },
    },
    async ({ query: { limit = usualLimit, after, format: _, ...filter } }) => {
      const asked = await withDocument(ledger, filter);
      const place = placeOf(after);
      const page = await ledger.statements({ ...asked, limit, ...(place !== undefined && { after: place }) });
      return { ...page, rows: page.rows.map(rowOf), next: cursorOf(page.next) };
    },
  );

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
      return statementOf(ledger, id);
    },
  );
}

const withDocument = async <F extends StatementFilter>(ledger: Ledger, filter: F): Promise<F> =>
  filter.document === undefined ? filter : { ...filter, document: await fullId(ledger, filter.document, 'document') };

const rowOf = (statement: Statement) => ({
  ...statement,
  seen: seenOf(statement.attribution, statement.standing),
  claim: null,
});

/** A statement with what stands in it. */
export async function statementOf(ledger: Ledger, id: string) {
  const { reading, attribution, standing, newest } = (await ledger.statement(id))!;
  const [start, end] = extent(attribution);
  const within = <T extends { readonly span: readonly [number, number] }>(things: readonly T[]): T[] =>
    things.filter(({ span }) => span[0] >= start && span[1] <= end);
  return {
    ...rowOf({ ...statementIn(reading, id), standing }),
    passage: passageOf(reading.document, [start, end]),
    figures: within(reading.figures),
    times: within(reading.times),
    places: within(reading.places),
    newest,
  };
}
