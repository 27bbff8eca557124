import Type from 'typebox';
import type { Claim } from '../../claims/claims.ts';
import type { LedgerLinks } from '../../ledger/ledger-links.ts';
import type { App } from '../app.ts';
import { severalIds, unknownId } from '../by-id.ts';
import { claimAnswer, claimRow, contestRow, says } from '../claim-answers.ts';
import { type Linked, linkedOf, nameOf } from '../linked.ts';
import { listRoute } from '../list-route.ts';
import { pageOfList } from '../page-of-list.ts';
import {
  ClaimAnswerSchema,
  ClaimRowSchema,
  ContestSchema,
  CopyRowSchema,
  claimFilter,
  type DocumentNameSchema,
  VIEWS,
} from '../schemas/links.ts';
import { idParams, oneOf } from '../schemas/parts.ts';
import type { Of } from '../schemas/same.ts';

export function claimRoutes(app: App, links: LedgerLinks): void {
  const linked = async () => linkedOf(await links.newest());

  listRoute(app, '/claims', {
    summary: 'What several statements say, those in the most reports first.',
    filter: claimFilter,
    row: ClaimRowSchema,
    columns: {
      id: ({ id }) => id,
      words: ({ words }) => words,
      reports: ({ reports }) => reports,
      origins: ({ origins }) => origins,
      named: ({ named }) => named,
      notRecorded: ({ notRecorded }) => notRecorded,
      denied: ({ denied }) => denied,
      from: ({ from }) => from,
      to: ({ to }) => to,
    },
    page: async ({ contested = false, search }, paged) => {
      const all = await linked();
      const disputed = new Set(contested ? all.contests().map(({ claim }) => claim) : []);
      const fit = all.claims.filter(
        (claim) => (!contested || disputed.has(claim.id)) && (search === undefined || says(all, claim, search)),
      );
      const page = pageOfList(fit, ({ id }) => id, paged);
      return { ...page, rows: page.rows.map((claim) => claimRow(all, claim)) };
    },
  });

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

  listRoute(app, '/contested', {
    summary: 'What is denied and by whom; figures that differ, side by side. The most disputed first.',
    filter: { view: Type.Optional(oneOf(VIEWS, 'One number out of the figures too.')) },
    row: ContestSchema,
    columns: {
      claim: ({ claim }) => claim,
      words: ({ words }) => words,
      denials: ({ denials }) =>
        distinct(denials.map(({ sides: [denial] }) => inReport(denial.words, denial.document))).join(' | '),
      values: ({ values }) => values.map((value) => inReport(value.words, value.in)).join(' | '),
      view: ({ view }) => view?.name ?? null,
      min: ({ view }) => view?.min ?? null,
      max: ({ view }) => view?.max ?? null,
    },
    page: async ({ view }, paged) => {
      const all = await linked();
      const page = pageOfList(all.contests(), ({ claim }) => claim, paged);
      return { ...page, rows: page.rows.map((contest) => contestRow(all, contest, view)) };
    },
  });

  listRoute(app, '/copies', {
    summary: 'Which documents hold the words of which.',
    filter: {},
    row: CopyRowSchema,
    columns: {
      a: ({ a }) => a,
      b: ({ b }) => b,
      kind: ({ kind }) => kind,
      from: ({ from }) => from,
      ofA: ({ containment }) => containment[0],
      ofB: ({ containment }) => containment[1],
      outletA: ({ documents }) => documents.a.outlet,
      outletB: ({ documents }) => documents.b.outlet,
      evidence: ({ evidence }) => evidence.map(({ kind, words }) => `${kind}: ${words}`).join(' | '),
    },
    page: async (_, paged) => {
      const all = await linked();
      const page = pageOfList(all.copies, ({ a, b }) => `${a}-${b}`, paged);
      const named = page.rows.map((copy) => {
        return { ...copy, documents: { a: nameOf(all, copy.a), b: nameOf(all, copy.b) } };
      });
      return { ...page, rows: named };
    },
  });
}

const distinct = (told: readonly string[]): string[] => [...new Set(told)];

/** “at least 10,000” (The Courier) */
const inReport = (words: string, { outlet, title, address }: Of<typeof DocumentNameSchema>): string =>
  `“${words}” (${outlet ?? title ?? address})`;

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
