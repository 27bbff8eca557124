import { publishedAt, versionAt } from '../../claims/published-at.ts';
import { ofOnePage } from '../../claims/versions.ts';
import { rowOf } from '../../export/jsonl.ts';
import type { Ledger, StoredReading } from '../../ledger/ledger.ts';
import type { LedgerLinks } from '../../ledger/ledger-links.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { pageOfLedger, placed } from '../cursor.ts';
import { claimBeside, type Linked, linkedOf } from '../linked.ts';
import { listRoute } from '../list-route.ts';
import { DocumentRowSchema, DocumentSchema, documentFilter } from '../schemas/document.ts';
import { idParams } from '../schemas/parts.ts';
import { seenOf } from '../seen.ts';

export function documentRoutes(app: App, ledger: Ledger, links: LedgerLinks): void {
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
      const linked = await links.atHand();
      return { ...documentOf((await ledger.reading(id))!), ...linksOf(id, linked && linkedOf(linked)) };
    },
  );
}

function documentOf({ reading, reader, at, arrivals, decided }: StoredReading) {
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
    standings,
    seen: Object.fromEntries(seen),
  };
}

const undecided = (statement: string) => {
  const none = { corrections: [], decisions: [], instead: [], changed: [] };
  return { statement, state: 'suggested', found: true, ...none } as const;
};

/** How it hangs together with others; nothing yet where that is still to be worked out. */
function linksOf(id: string, linked: Linked | null) {
  const reading = linked?.readings.get(id);
  if (!linked || !reading) return { claims: {}, versions: [id], copies: [] };
  const claims = reading.attributions.flatMap((attribution) => {
    const claim = claimBeside(linked, attribution.id);
    return claim ? [[attribution.id, claim] as const] : [];
  });
  const versions = ofOnePage(id, linked.readings)
    .sort((a, b) => publishedAt(versionAt(a)) - publishedAt(versionAt(b)) || (a.document.id < b.document.id ? -1 : 1))
    .map(({ document }) => document.id);
  const copies = linked.copies.filter(({ a, b }) => a === id || b === id);
  return { claims: Object.fromEntries(claims), versions, copies };
}
