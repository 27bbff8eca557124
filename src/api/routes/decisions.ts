import Type from 'typebox';
import { BadSlice } from '../../ledger/check-slice.ts';
import { type NewDecision, saidIn } from '../../ledger/decision.ts';
import { DecisionRefused } from '../../ledger/decision-refused.ts';
import type { Entry } from '../../ledger/entries.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import type { Changes } from '../changes.ts';
import { listRoute } from '../list-route.ts';
import { pageOfList } from '../page-of-list.ts';
import { RequestRefused } from '../problem.ts';
import type { ReadQueue } from '../reads/read-queue.ts';
import { DecisionSchema, decisionFilter, EntrySchema, NewDecisionSchema, UndoSchema } from '../schemas/decision.ts';
import { object } from '../schemas/parts.ts';
import { lastDecision, seenOf } from '../seen.ts';
import { statementOf } from './statements.ts';

export function decisionRoutes(app: App, ledger: Ledger, changes: Changes, queue: ReadQueue): void {
  listRoute(app, '/decisions', {
    summary: 'What people decided, newest first; undone decisions too.',
    filter: decisionFilter,
    row: DecisionSchema,
    columns: {
      seq: ({ seq }) => seq,
      at: ({ at }) => at,
      who: ({ who }) => who,
      verb: ({ verb }) => verb,
      subject: ({ subject }) => subject,
      why: ({ why }) => why,
      field: ({ correction }) => correction?.field ?? null,
      grade: ({ grade }) => grade,
      from: ({ correction }) => (correction ? JSON.stringify(correction.from) : null),
      to: ({ correction }) => (correction ? JSON.stringify(correction.to) : null),
      undoes: ({ undoes }) => undoes,
      undoneBy: ({ undoneBy }) => undoneBy,
      said: ({ addition }) => (addition ? saidIn(addition) : null),
      saidBy: ({ addition }) => addition?.name ?? null,
    },
    page: async ({ on: kind }, paged) => {
      const fit = (await ledger.decisions()).filter(({ on }) => kind === undefined || on.kind === kind);
      return pageOfList(fit.toReversed(), ({ seq }) => String(seq), paged);
    },
  });

  app.post(
    '/decisions',
    {
      schema: {
        summary:
          'Decide: confirm, reject, correct, merge or split; grade a source; add a statement; correct what is told of a document.',
        body: NewDecisionSchema,
        response: { 201: EntrySchema },
      },
    },
    async ({ body: { seen, ...told } }, reply) => {
      const on = 'id' in told.on ? { ...told.on, id: await fullId(ledger, told.on.id, told.on.kind) } : told.on;
      const expected =
        on.kind === 'statement' && seen !== undefined ? { expected: await sameAs(ledger, on.id, seen) } : {};
      const entry = await ledger.decide({ ...told, on, ...expected } as NewDecision).catch(noSlice);
      changes.poke();
      if (on.kind === 'document' && told.verb === 'correct') await readAnew(on.id, entry);
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
      const entry = await ledger.undo(seq, { ...by, ...expected });
      changes.poke();
      if (on.kind === 'document') await readAnew(on.id, entry);
      return reply.code(201).send(entry);
    },
  );

  /** What is told of a report goes into all that is read in it. */
  async function readAnew(document: string, { seq }: Entry): Promise<void> {
    await queue.again(document).catch((error: unknown) => {
      const told = {
        title: 'Not read again',
        status: 500,
        detail: `entry ${seq} is stored, and document ${document} could not be read again (${(error as Error).message})`,
        way_out: 'It shows what it had until then. Take the entry back, and tell it once more.',
      };
      throw new RequestRefused('not-read-again', told, error);
    });
  }
}

/** A correction to words that are no slice of the text is wrong, and not the ledger. */
function noSlice(error: unknown): never {
  throw error instanceof BadSlice ? new DecisionRefused(error.owner, error.message) : error;
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
