import type { Static, TObject, TProperties, TSchema } from 'typebox';
import type { App } from './app.ts';
import { type Columns, csv } from './csv.ts';
import { type Paged, usualLimit } from './cursor.ts';
import type { ListPage } from './page-of-list.ts';
import { object, pageOf, paging } from './schemas/parts.ts';
import type { Of } from './schemas/same.ts';

/** One list: what it is asked, what its rows are, and how they come page by page. */
export interface List<Filter extends TProperties, Row extends TSchema> {
  readonly summary: string;
  readonly filter: Filter;
  readonly row: Row;
  /** the same rows as CSV */
  readonly columns: Columns<Of<Row>>;
  readonly page: (filter: Static<TObject<Filter>>, paged: Page) => Promise<ListPage<Of<Row>>>;
}

export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Big enough that a query costs little a row, small enough to be held. */
const chunk = 500;

/** GET of a list, as pages of JSON or, with format=csv, as all rows or one page. */
export function listRoute<Filter extends TProperties, Row extends TSchema>(
  app: App,
  path: string,
  { summary, filter, row, columns, page }: List<Filter, Row>,
): void {
  const querystring = object({ ...filter, ...paging });
  app.get(
    path,
    { config: { csv: true }, schema: { summary, querystring, response: { 200: pageOf(row) } } },
    async (request, reply) => {
      const { limit, after, format, ...asked } = request.query as Paged & Static<TObject<Filter>>;
      const wanted = asked as Static<TObject<Filter>>;
      const first = await page(wanted, { limit: limit ?? (format === 'csv' ? chunk : usualLimit), after });
      if (format !== 'csv') return reply.send(first as never);
      const next = limit === undefined ? (from: string) => page(wanted, { limit: chunk, after: from }) : null;
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${nameOf(path)}.csv"`)
        .send(csv(columns, rowsFrom(first, next)) as never);
    },
  );
}

/** The rows of a page and, where there is a way on, of all that follow. */
async function* rowsFrom<Row>(
  first: ListPage<Row>,
  next: ((after: string) => Promise<ListPage<Row>>) | null,
): AsyncGenerator<Row> {
  for (let page = first; ; page = await next(page.next)) {
    yield* page.rows;
    if (page.next === null || next === null) return;
  }
}

/** '/sources/:key/statements' → "sources-statements" */
const nameOf = (path: string): string =>
  path
    .split('/')
    .filter((part) => part && !part.startsWith(':'))
    .join('-');
