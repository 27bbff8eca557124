import { isCalledWrong } from '../../claims/corrections.ts';
import { publishedAt, versionAt } from '../../claims/published-at.ts';
import { rowOf } from '../../export/jsonl.ts';
import type { Ledger, StoredReading } from '../../ledger/ledger.ts';
import type { LinkAnswers } from '../../ledger/links/linked-ledger.ts';
import { undecided } from '../../ledger/standing.ts';
import type { Reading } from '../../read.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { pageOfLedger, placed } from '../cursor.ts';
import { byStatement } from '../linked.ts';
import { listRoute } from '../list-route.ts';
import { DocumentRowSchema, DocumentSchema, documentFilter } from '../schemas/document.ts';
import { idParams } from '../schemas/parts.ts';
import { seenOf } from '../seen.ts';
import type { SoonLinked } from '../soon-linked.ts';

export function documentRoutes(app: App, ledger: Ledger, linked: SoonLinked): void {
  listRoute(app, '/documents', {
    summary: 'Documents, the last stored first.',
    filter: documentFilter,
    row: DocumentRowSchema,
    columns: {
      id: ({ id }) => id,
      title: ({ title }) => title,
      outlet: ({ outlet }) => outlet,
      byline: ({ byline }) => byline,
      published: ({ published }) => published,
      updated: ({ updated }) => updated,
      address: ({ address }) => address,
      url: ({ url }) => url,
      language: ({ language }) => language,
      statements: ({ statements }) => statements,
      captured: ({ captured }) => captured,
      reader: ({ reader }) => reader,
    },
    page: async (filter, paged) => pageOfLedger(await ledger.documents({ ...filter, ...placed(paged) })),
  });

  app.get(
    '/documents/:id',
    {
      schema: {
        summary: 'A document: its newest reading, and how people stand to what was found in it.',
        params: idParams,
        response: { 200: DocumentSchema },
      },
    },
    async ({ params }) => {
      const id = await fullId(ledger, params.id, 'document');
      return { ...documentOf((await ledger.reading(id))!), ...(await linksOf(id, await linked.answers())) };
    },
  );
}

function documentOf({ reading, reader, at, arrivals, facts, decided }: StoredReading) {
  const standings = Object.fromEntries(decided.map((standing) => [standing.statement, standing]));
  const seen = reading.attributions.map((attribution) => {
    const standing = standings[attribution.id] ?? undecided(attribution.id);
    return [attribution.id, seenOf(attribution, standing)] as const;
  });
  return {
    reading: rowOf(reading),
    reader,
    at,
    arrivals,
    sha256: reading.document.capture,
    facts: [...facts],
    standings,
    seen: Object.fromEntries(seen),
    calledWrong: reading.attributions
      .filter(({ content }) => content.some((span) => isCalledWrong(span, reading.document)))
      .map(({ id }) => id),
  };
}

/** How it hangs together with others, as far as that is worked out. */
async function linksOf(id: string, answers: LinkAnswers) {
  const claims = [...byStatement(await answers.claimsOf(id))].map(([statement, claim]) => {
    const { words, reports, origins, summary: headline } = claim;
    return [statement, { id: claim.id, words, reports, origins, headline }] as const;
  });
  const page = (await answers.page(id)).sort(inOrder);
  return {
    claims: Object.fromEntries(claims),
    versions: page.map(({ document }) => document.id),
    copies: await answers.copies(id),
  };
}

const inOrder = (a: Reading, b: Reading): number =>
  publishedAt(versionAt(a)) - publishedAt(versionAt(b)) || (a.document.id < b.document.id ? -1 : 1);
