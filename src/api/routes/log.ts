import Type from 'typebox';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Problem } from '../../ledger/problem.ts';
import type { App } from '../app.ts';
import { cursorOf, placeOf, usualLimit } from '../cursor.ts';
import { EntrySchema, LedgerProblemSchema } from '../schemas/decision.ts';
import { object, pageOf, paging } from '../schemas/parts.ts';

export function logRoutes(app: App, ledger: Ledger): void {
  app.get(
    '/entries',
    {
      schema: {
        summary: 'The log, newest first: who did what to which document or statement, and why.',
        querystring: object(paging),
        response: { 200: pageOf(EntrySchema) },
      },
    },
    async ({ query: { limit = usualLimit, after } }) => {
      const place = placeOf(after);
      const page = await ledger.log({ limit, ...(place !== undefined && { after: place }) });
      return { ...page, next: cursorOf(page.next) };
    },
  );

  app.get(
    '/verify',
    {
      schema: {
        summary: 'Is every hash, slice and entry as it was stored?',
        response: { 200: object({ whole: Type.Boolean(), problems: Type.Array(LedgerProblemSchema) }) },
      },
    },
    async () => {
      const problems: Problem[] = [];
      for await (const problem of ledger.verify()) problems.push(problem);
      return { whole: problems.length === 0, problems };
    },
  );
}
