import { extent } from '../../ledger/correctable.ts';
import type { Ledger, Statement, StatementFilter } from '../../ledger/ledger.ts';
import type { ClaimRow } from '../../ledger/links/linked-ledger.ts';
import { statementIn } from '../../ledger/statement-pages.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { pageOfLedger, placed } from '../cursor.ts';
import { byStatement } from '../linked.ts';
import { listRoute } from '../list-route.ts';
import { passageOf } from '../passage-of.ts';
import { idParams } from '../schemas/parts.ts';
import {
  FacetsSchema,
  StatementFilterSchema,
  StatementRowSchema,
  StatementSchema,
  skip,
  sort,
  statementFilter,
} from '../schemas/statement.ts';
import { seenOf } from '../seen.ts';
import type { SoonLinked } from '../soon-linked.ts';
import { statementColumns } from '../statement-columns.ts';

export function statementRoutes(app: App, ledger: Ledger, linked: SoonLinked): void {
  listRoute(app, '/statements', {
    summary: 'Statements that fit, with their words and how people stand to them.',
    filter: { ...statementFilter, sort, skip },
    row: StatementRowSchema,
    columns: statementColumns,
    page: async ({ skip = 0, ...filter }, paged) => {
      // a page that follows another goes on from there
      const asked = await withDocument(ledger, { ...filter, skip: paged.after === undefined ? skip : 0 });
      // what is told elsewhere is asked of the links
      if (asked.told !== undefined) await linked.answers();
      const page = pageOfLedger(await ledger.statements({ ...asked, ...placed(paged) }));
      return { ...page, rows: await statementRowsOf(ledger, linked, page.rows) };
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
    async ({ query }) => {
      if (query.told !== undefined) await linked.answers();
      return ledger.facets(await withDocument(ledger, query));
    },
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
      return statementOf(ledger, id, await claimsOf(linked, [id]));
    },
  );
}

const withDocument = async <F extends StatementFilter>(ledger: Ledger, filter: F): Promise<F> =>
  filter.document === undefined ? filter : { ...filter, document: await fullId(ledger, filter.document, 'document') };

type Claims = ReadonlyMap<string, ClaimRow>;

async function claimsOf(linked: SoonLinked, statements: readonly string[]): Promise<Claims> {
  const answers = await linked.answers();
  return byStatement(await answers.claimsOfStatements(statements, linked.isLinking()));
}

/** Statements with their claims and what is mentioned in them. */
export async function statementRowsOf(ledger: Ledger, linked: SoonLinked, statements: readonly Statement[]) {
  const ids = statements.map(({ attribution }) => attribution.id);
  const claims = await claimsOf(linked, ids);
  const mentioned = await ledger.mentioned(ids);
  return statements.map((one) => ({ ...rowOf(one, claims), mentioned: mentioned.get(one.attribution.id)! }));
}

function rowOf(statement: Statement, claims: Claims) {
  const { attribution, standing } = statement;
  const beside = claims.get(attribution.id);
  const claim = beside ? { id: beside.id, reports: beside.reports, origins: beside.origins } : null;
  return { ...statement, seen: seenOf(attribution, standing), claim };
}

/** A statement with what stands in it. */
export async function statementOf(ledger: Ledger, id: string, claims: Claims = new Map()) {
  const { reading, attribution, standing, grades, newest, arrivals } = (await ledger.statement(id))!;
  const [start, end] = extent(attribution);
  const within = <T extends { readonly span: readonly [number, number] }>(things: readonly T[]): T[] =>
    things.filter(({ span }) => span[0] >= start && span[1] <= end);
  return {
    ...rowOf({ ...statementIn(reading, id), standing }, claims),
    passage: passageOf(reading.document, [start, end]),
    figures: within(reading.figures),
    times: within(reading.times),
    places: within(reading.places),
    grades: [...grades],
    url: reading.document.url,
    captured: arrivals[0]?.at ?? null,
    newest,
  };
}
