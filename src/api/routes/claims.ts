import Type from 'typebox';
import { contested } from '../../claims/contested.ts';
import type { LinkAnswers } from '../../ledger/links/linked-ledger.ts';
import type { App } from '../app.ts';
import { severalIds, unknownId } from '../by-id.ts';
import { claimAnswer, claimRow, contestRow } from '../claim-answers.ts';
import { pageOfLedger, placed } from '../cursor.ts';
import { nameOf } from '../linked.ts';
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
import type { SoonLinked } from '../soon-linked.ts';

export function claimRoutes(app: App, linked: SoonLinked): void {
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
      undecided: ({ undecided }) => undecided,
      from: ({ from }) => from,
      to: ({ to }) => to,
    },
    page: async (filter, paged) => {
      const page = pageOfLedger(
        await (await linked.answers()).claims({ ...filter, ...placed(paged), onlySettled: linked.isLinking() }),
      );
      return { ...page, rows: page.rows.map(claimRow) };
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
      const answers = await linked.answers();
      const links = await answers.claim(await claimId(answers, id));
      if (!links) throw unknownClaim(id);
      return claimAnswer(answers, links);
    },
  );

  listRoute(app, '/contested', {
    summary: 'What is denied and by whom; figures that differ, side by side. The most disputed first.',
    filter: { view: Type.Optional(oneOf(VIEWS, 'One number out of the figures too.')) },
    row: ContestSchema,
    columns: {
      claim: ({ claim }) => claim,
      words: ({ words }) => words,
      denials: ({ denials }) => distinct(denials.map(({ sides: [denial] }) => sideTold(denial))).join(' | '),
      denied: ({ denials }) => distinct(denials.map(({ sides: [, held] }) => sideTold(held))).join(' | '),
      values: ({ values }) => values.map((value) => sideTold({ ...value, document: value.in })).join(' | '),
      view: ({ view }) => view?.name ?? null,
      min: ({ view }) => view?.min ?? null,
      max: ({ view }) => view?.max ?? null,
    },
    page: async ({ view }, paged) => {
      const answers = await linked.answers();
      const page = pageOfLedger(
        await answers.claims({ contested: true, ...placed(paged), onlySettled: linked.isLinking() }),
      );
      const links = (await Promise.all(page.rows.map(({ id }) => answers.claim(id)))).filter((one) => one !== null);
      const contests = links.flatMap((one) =>
        contested([one.claim], one.assertions, one.readings, one.coverage).map((c) => contestRow(one, c, view)),
      );
      return { ...page, rows: contests };
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
      const answers = await linked.answers();
      const page = pageOfList(await answers.copies(), ({ a, b }) => `${a}-${b}`, paged);
      const named = page.rows.map(async (copy) => {
        const [a, b] = await Promise.all([answers.reading(copy.a), answers.reading(copy.b)]);
        return { ...copy, documents: { a: nameOf(a), b: nameOf(b) } };
      });
      return { ...page, rows: await Promise.all(named) };
    },
  });
}

const distinct = (told: readonly string[]): string[] => [...new Set(told)];

interface Side {
  readonly words: string;
  readonly name: string | null;
  readonly relays: readonly string[];
  readonly takenBack?: boolean;
  readonly document: Of<typeof DocumentNameSchema>;
}

/** “at least 10,000” (two of the officials → The Wire → The Courier), taken back */
function sideTold({ words, name, relays, takenBack, document: { outlet, title, address } }: Side): string {
  const chain = [name, ...relays, outlet ?? title ?? address].filter((link) => link !== null);
  return `“${words}” (${chain.join(' → ')})${takenBack ? ', taken back' : ''}`;
}

/** Its id goes with its members: what was linked to before a decision may be another one now. */
const unknownClaim = (typed: string) =>
  unknownId(
    'claim',
    typed,
    'A claim has another id once somebody decides on it or more is read: ask by the id of a statement in it, or look for its words: /api/v1/claims?search=',
  );

/** By the beginning of its id, or of the id of a statement in it. */
async function claimId(answers: LinkAnswers, typed: string): Promise<string> {
  const found = await answers.find(typed.toLowerCase());
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw unknownClaim(typed);
  throw severalIds(
    'claim',
    typed,
    found.map((id) => ({ id })),
  );
}
