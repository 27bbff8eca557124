import Type from 'typebox';
import type { Claim } from '../../claims/claims.ts';
import type { LedgerLinks } from '../../ledger/ledger-links.ts';
import type { App } from '../app.ts';
import { severalIds, unknownId } from '../by-id.ts';
import { claimAnswer, claimRow, contestRow, says } from '../claim-answers.ts';
import { type Linked, linkedOf, nameOf } from '../linked.ts';
import { pageOfList } from '../page-of-list.ts';
import {
  ClaimAnswerSchema,
  ClaimsPageSchema,
  ClaimsQuerySchema,
  ContestSchema,
  CopyRowSchema,
  VIEWS,
} from '../schemas/links.ts';
import { idParams, object, oneOf, pageOf, paging } from '../schemas/parts.ts';

export function claimRoutes(app: App, links: LedgerLinks): void {
  const linked = async () => linkedOf(await links.newest());

  app.get(
    '/claims',
    {
      schema: {
        summary: 'What several statements say, those in the most reports first.',
        querystring: ClaimsQuerySchema,
        response: { 200: ClaimsPageSchema },
      },
    },
    async ({ query: { contested = false, search, ...paged } }) => {
      const all = await linked();
      const disputed = new Set(contested ? all.contests().map(({ claim }) => claim) : []);
      const fit = all.claims.filter(
        (claim) => (!contested || disputed.has(claim.id)) && (search === undefined || says(all, claim, search)),
      );
      const page = pageOfList(fit, ({ id }) => id, paged);
      return { ...page, rows: page.rows.map((claim) => claimRow(all, claim)) };
    },
  );

  app.get(
    '/claims/:id',
    {
      schema: {
        summary: 'A claim: who says it, what that rests on, how it fared, who denies it.',
        params: idParams,
        response: { 200: ClaimAnswerSchema },
      },
    },
    async ({ params: { id } }) => {
      const all = await linked();
      return claimAnswer(all, claimBy(all, id));
    },
  );

  app.get(
    '/contested',
    {
      schema: {
        summary: 'What is denied and by whom; figures that differ, side by side. The most disputed first.',
        querystring: object({ view: Type.Optional(oneOf(VIEWS, 'One number out of the figures too.')), ...paging }),
        response: { 200: pageOf(ContestSchema) },
      },
    },
    async ({ query: { view, ...paged } }) => {
      const all = await linked();
      const page = pageOfList(all.contests(), ({ claim }) => claim, paged);
      return { ...page, rows: page.rows.map((contest) => contestRow(all, contest, view)) };
    },
  );

  app.get(
    '/copies',
    {
      schema: {
        summary: 'Which documents hold the words of which.',
        querystring: object(paging),
        response: { 200: pageOf(CopyRowSchema) },
      },
    },
    async ({ query }) => {
      const all = await linked();
      const page = pageOfList(all.copies, ({ a, b }) => `${a}-${b}`, query);
      return {
        ...page,
        rows: page.rows.map((copy) => ({ ...copy, documents: { a: nameOf(all, copy.a), b: nameOf(all, copy.b) } })),
      };
    },
  );
}

/** By the beginning of its id, or of the id of a statement in it. */
function claimBy({ claims, claimOf }: Linked, typed: string): Claim {
  const sought = typed.toLowerCase();
  const own = claims.filter(({ id }) => id.startsWith(sought));
  const held = [...claimOf].filter(([statement]) => statement.startsWith(sought)).map(([, claim]) => claim);
  const found = [...new Set([...own, ...held])];
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw unknownId('claim', typed);
  throw severalIds('claim', typed, found.slice(0, 10));
}
