import Type from 'typebox';
import { versionsOf } from '../../claims/versions.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { LedgerLinks } from '../../ledger/ledger-links.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { nameOf, saying } from '../linked.ts';
import { VersionSchema } from '../schemas/links.ts';
import { idParams } from '../schemas/parts.ts';

export function versionRoutes(app: App, ledger: Ledger, links: LedgerLinks): void {
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
      const all = await links.newest();
      const said = (assertion: string | null) => (assertion === null ? null : saying(all, assertion));
      return versionsOf(id, all).map((version) => {
        const { title, outlet, address } = nameOf(all, version.document);
        const changed = version.changed.map((one) => {
          return { ...one, words: { before: said(one.before), after: said(one.after) } };
        });
        return { ...version, changed, title, outlet, address };
      });
    },
  );
}
