import type { Static } from 'typebox';
import { fold } from '../../ledger/fold.ts';
import { NOT_GRADED } from '../../ledger/grade.ts';
import type { Ledger, StatementFilter } from '../../ledger/ledger.ts';
import type { SourceCount } from '../../ledger/source-counts.ts';
import { asciiLower, joinedKey } from '../../ledger/source-keys.ts';
import { NOT_TOLD } from '../../ledger/statement-facets.ts';
import type { App } from '../app.ts';
import { pageOfLedger, usualLimit } from '../cursor.ts';
import { listRoute } from '../list-route.ts';
import { pageOfList } from '../page-of-list.ts';
import { RequestRefused } from '../problem.ts';
import { object, text } from '../schemas/parts.ts';
import { SourceCountSchema, type SourceFilterSchema, SourceSchema, sourceFilter } from '../schemas/sources.ts';
import type { SoonLinked } from '../soon-linked.ts';
import { statementRowsOf } from './statements.ts';

export function sourceRoutes(app: App, ledger: Ledger, linked: SoonLinked): void {
  listRoute(app, '/sources', {
    summary: 'Who speaks how often, those who speak most first.',
    filter: sourceFilter,
    row: SourceCountSchema,
    columns: {
      key: ({ key }) => key,
      name: ({ name }) => name,
      wikidata: ({ wikidata }) => wikidata,
      kind: ({ kind }) => kind,
      says: ({ says }) => says,
      passesOn: ({ passesOn }) => passesOn,
      denies: ({ denies }) => denies,
      documents: ({ documents }) => documents,
      outlets: ({ outlets }) => outlets,
      merged: ({ merged }) => merged.join(' | '),
      grade: ({ grade }) => grade?.letter ?? null,
      gradeWhy: ({ grade }) => grade?.why ?? null,
      gradeWho: ({ grade }) => grade?.who ?? null,
      gradeAt: ({ grade }) => grade?.at ?? null,
    },
    page: async (filter, paged) => {
      const fit = (await ledger.sources()).filter((source) => fits(source, filter));
      return pageOfList(fit, ({ key }) => key, paged);
    },
  });

  app.get(
    '/sources/:key',
    {
      schema: {
        summary: 'A source: its names and grades, what it says, through whom that reaches print.',
        params: object({ key: text('Its key, or a name that no other has.') }),
        response: { 200: SourceSchema },
      },
    },
    async ({ params }) => {
      const source = await sourceBy(ledger, params.key);
      // what is told elsewhere is asked of the links
      await linked.answers();
      const { names: aliases, ...ties } = await ledger.sourceTies(source.key);
      const page = pageOfLedger(await ledger.statements({ speaker: source.key, limit: usualLimit }));
      return {
        source,
        grades: await ledger.grades(source.key),
        aliases,
        ...ties,
        told: await toldOf(ledger, source.key),
        statements: { ...page, rows: await statementRowsOf(ledger, linked, page.rows) },
      };
    },
  );
}

async function toldOf(ledger: Ledger, speaker: string) {
  const many = async (filter: StatementFilter) => (await ledger.statements({ ...filter, speaker, limit: 1 })).total;
  return {
    alone: await many({ told: 'alone' }),
    byOthers: await many({ told: 'by others' }),
    denied: await many({ told: 'denied' }),
    corrected: await many({ state: 'corrected' }),
  };
}

function fits({ name, key, kind, grade }: SourceCount, asked: Static<typeof SourceFilterSchema>): boolean {
  const sought = fold(asked.search ?? '');
  return (
    [name, key].some((one) => fold(one).includes(sought)) &&
    (asked.kind === undefined || (kind ?? NOT_TOLD) === asked.kind) &&
    (asked.grade === undefined || (grade?.letter ?? NOT_GRADED) === asked.grade)
  );
}

async function sourceBy(ledger: Ledger, typed: string): Promise<SourceCount> {
  const sources = await ledger.sources();
  const joined = joinedKey(await ledger.decisions());
  // the log leads to the key that was decided on: it may since have been joined with another
  const keys = [typed, joined(typed), joined(asciiLower(typed))];
  const found = keys.map((one) => sources.find(({ key }) => key === one)).find((one) => one !== undefined);
  if (found) return found;
  const named = sources.filter(({ name, key }) => [name, key].some((one) => one.toLowerCase() === typed.toLowerCase()));
  if (named.length === 1) return named[0]!;
  throw new RequestRefused('unknown-id', {
    title: named.length > 1 ? 'Several go by that name' : 'Not here',
    status: 404,
    detail:
      named.length > 1
        ? `“${typed}” is the name of several sources: ${named.map(({ key }) => key).join(', ')}`
        : `no source has the key or the name “${typed}”`,
    way_out: named.length > 1 ? 'Give one of the keys.' : 'List them: /api/v1/sources',
    near: named.map(({ key, name }) => ({ id: key, name })),
  });
}
