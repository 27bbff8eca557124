import { fold } from '../../ledger/fold.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { pageOfLedger, placed } from '../cursor.ts';
import { listRoute } from '../list-route.ts';
import { pageOfList } from '../page-of-list.ts';
import { EventRowSchema, eventFilter, PlaceCountSchema, placeFilter } from '../schemas/sources.ts';

export function eventRoutes(app: App, ledger: Ledger): void {
  listRoute(app, '/events', {
    summary: 'Who did what to whom, where and when, as the reports tell it.',
    filter: eventFilter,
    row: EventRowSchema,
    columns: {
      words: ({ words }) => words,
      code: ({ code }) => code,
      mode: ({ mode }) => mode,
      polarity: ({ polarity }) => polarity,
      certainty: ({ certainty }) => certainty,
      actor: ({ actor }) => actor,
      recipient: ({ recipient }) => recipient,
      time: ({ time }) => time?.value ?? null,
      timeWords: ({ time }) => time?.words ?? null,
      place: ({ place }) => place?.name ?? null,
      geonames: ({ place }) => place?.geonames ?? null,
      lat: ({ place }) => place?.lat ?? null,
      lon: ({ place }) => place?.lon ?? null,
      precision: ({ place }) => place?.precision ?? null,
      statement: ({ statement }) => statement,
      outlet: ({ document }) => document.outlet,
      published: ({ document }) => document.published,
      updated: ({ document }) => document.updated,
      document: ({ document }) => document.id,
    },
    page: async ({ document, ...filter }, paged) => {
      const within = document === undefined ? {} : { document: await fullId(ledger, document, 'document') };
      return pageOfLedger(await ledger.events({ ...filter, ...within, ...placed(paged) }));
    },
  });

  listRoute(app, '/places', {
    summary: 'Where, those in the most statements first.',
    filter: placeFilter,
    row: PlaceCountSchema,
    columns: {
      name: ({ name }) => name,
      geonames: ({ geonames }) => geonames,
      lat: ({ lat }) => lat,
      lon: ({ lon }) => lon,
      precision: ({ precision }) => precision,
      statements: ({ statements }) => statements,
      documents: ({ documents }) => documents,
    },
    page: async ({ search = '' }, paged) => {
      const fit = (await ledger.places()).filter(({ name }) => fold(name).includes(fold(search)));
      return pageOfList(fit, ({ geonames, name }) => String(geonames ?? name.toLowerCase()), paged);
    },
  });
}
