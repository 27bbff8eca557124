import Type from 'typebox';
import type { Ledger } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import { pageOfLedger, placed } from '../cursor.ts';
import type { LedgerTasks } from '../ledger-task.ts';
import { listRoute } from '../list-route.ts';
import { EntrySchema, LedgerProblemSchema } from '../schemas/decision.ts';
import { object } from '../schemas/parts.ts';

export function logRoutes(app: App, ledger: Ledger, tasks: LedgerTasks): void {
  listRoute(app, '/entries', {
    summary: 'The log, newest first: who did what to which document or statement, and why.',
    filter: {},
    row: EntrySchema,
    columns: {
      seq: ({ seq }) => seq,
      at: ({ at }) => at,
      who: ({ who }) => who,
      verb: ({ verb }) => verb,
      subject: ({ subject }) => subject,
      why: ({ why }) => why,
      body: ({ body }) => JSON.stringify(body),
      hash: ({ hash }) => hash,
    },
    page: async (_, paged) => pageOfLedger(await ledger.log(placed(paged))),
  });

  app.get(
    '/verify',
    {
      schema: {
        summary: 'Is every hash, slice and entry as it was stored?',
        response: { 200: object({ whole: Type.Boolean(), problems: Type.Array(LedgerProblemSchema) }) },
      },
    },
    async () => {
      const problems = await tasks.verify();
      return { whole: problems.length === 0, problems };
    },
  );
}
