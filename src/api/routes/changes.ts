import Type from 'typebox';
import type { Ledger } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import type { Change, Changes } from '../changes.ts';
import { eventStream, lastSeen } from '../event-stream.ts';
import { object } from '../schemas/parts.ts';
import { ChangeSchema } from '../schemas/reads.ts';

export function changeRoutes(app: App, ledger: Ledger, changes: Changes): void {
  app.get(
    '/changes',
    {
      config: { stream: true },
      exposeHeadRoute: false,
      schema: {
        summary: 'Every new entry of the log, as an event, whoever writes it.',
        querystring: object({
          since: Type.Optional(
            Type.Integer({ minimum: 0, description: 'After this entry; from now on, unless told.' }),
          ),
        }),
        response: { 200: ChangeSchema },
      },
    },
    async ({ query: { since }, headers }, reply) => {
      const seq = lastSeen(headers) ?? since ?? (await ledger.log({ limit: 1 })).rows[0]?.seq ?? 0;
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-store')
        .send(eventStream(told(changes.after(seq))) as never);
    },
  );
}

async function* told(changes: AsyncIterable<Change>) {
  for await (const change of changes) yield { id: change.seq, event: 'change', data: change };
}
