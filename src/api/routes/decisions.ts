import Type from 'typebox';
import type { NewDecision } from '../../ledger/decision.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { pageOfList } from '../page-of-list.ts';
import { RequestRefused } from '../problem.ts';
import { DecisionSchema, EntrySchema, NewDecisionSchema, UndoSchema } from '../schemas/decision.ts';
import { object, pageOf, paging } from '../schemas/parts.ts';
import { lastDecision, seenOf } from '../seen.ts';
import { statementOf } from './statements.ts';

export function decisionRoutes(app: App, ledger: Ledger): void {
  app.get(
    '/decisions',
    {
      schema: {
        summary: 'What people decided, newest first; undone decisions too.',
        querystring: object(paging),
        response: { 200: pageOf(DecisionSchema) },
      },
    },
    async ({ query }) => pageOfList((await ledger.decisions()).toReversed(), ({ seq }) => String(seq), query),
  );

  app.post(
    '/decisions',
    {
      schema: {
        summary: 'Decide: confirm, reject, correct, merge or split.',
        body: NewDecisionSchema,
        response: { 201: EntrySchema },
      },
    },
    async ({ body: { seen, ...told } }, reply) => {
      const on =
        told.on.kind === 'statement' ? { ...told.on, id: await fullId(ledger, told.on.id, 'statement') } : told.on;
      const expected =
        on.kind === 'statement' && seen !== undefined ? { expected: await sameAs(ledger, on.id, seen) } : {};
      const entry = await ledger.decide({ ...told, on, ...expected } as NewDecision);
      return reply.code(201).send(entry);
    },
  );

  app.post(
    '/decisions/:seq/undo',
    {
      schema: {
        summary: 'Take a decision back. It stays in the log; an undo can be undone too.',
        params: object({ seq: Type.Integer({ minimum: 1 }) }),
        body: UndoSchema,
        response: { 201: EntrySchema },
      },
    },
    async ({ params: { seq }, body: { seen, ...by } }, reply) => {
      const decision = (await ledger.decisions()).find((one) => one.seq === seq);
      if (!decision) throw noDecision(seq);
      const { on } = decision;
      const expected =
        on.kind === 'statement' && seen !== undefined ? { expected: await sameAs(ledger, on.id, seen) } : {};
      return reply.code(201).send(await ledger.undo(seq, { ...by, ...expected }));
    },
  );
}

/** The last decision on a statement that is still as it was seen; refused, with both, where it is not. */
async function sameAs(ledger: Ledger, id: string, seen: string): Promise<string | null> {
  const { attribution, standing } = (await ledger.statement(id))!;
  if (seenOf(attribution, standing) === seen) return lastDecision(standing);
  const latest = standing.decisions.findLast(({ on }) => on.kind === 'statement') ?? null;
  throw new RequestRefused('decided-meanwhile', {
    title: 'Decided meanwhile',
    status: 409,
    detail: latest
      ? `${latest.who} decided meanwhile (entry ${latest.seq}, ${latest.verb})`
      : 'it was read again since, and is another now',
    way_out: 'Look at it as it is now, then decide again.',
    latest,
    current: await statementOf(ledger, id),
  });
}

const noDecision = (seq: number): RequestRefused =>
  new RequestRefused('unknown-id', {
    title: 'Not here',
    status: 404,
    detail: `entry ${seq} is no decision of this ledger`,
    way_out: 'List them: /api/v1/decisions',
  });
