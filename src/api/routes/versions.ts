import Type from 'typebox';
import { linksOf } from '../../claims/links.ts';
import { versionsOf } from '../../claims/versions.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { nameOf, saying, wordsAt } from '../linked.ts';
import { VersionSchema } from '../schemas/links.ts';
import { idParams } from '../schemas/parts.ts';
import type { SoonLinked } from '../soon-linked.ts';

export function versionRoutes(app: App, ledger: Ledger, linked: SoonLinked): void {
  app.get(
    '/documents/:id/versions',
    {
      schema: {
        summary: 'What changed from version to version of its page, the earliest first.',
        params: idParams,
        response: { 200: Type.Array(VersionSchema) },
      },
    },
    async ({ params }) => {
      const id = await fullId(ledger, params.id, 'document');
      const links = linksOf(await (await linked.answers()).page(id));
      const said = (assertion: string | null) => (assertion === null ? null : saying(links, assertion));
      return versionsOf(id, links).map((version) => {
        const { title, outlet, address } = nameOf(links.readings.get(version.document)!);
        const changed = version.changed.map((one) => {
          const { before, after, unknown } = one;
          const open = unknown && wordsAt(links, version.document, unknown);
          return { ...one, words: { before: said(before), after: said(after) ?? open } };
        });
        return { ...version, changed, title, outlet, address };
      });
    },
  );
}
