import fastify, { type FastifyError } from 'fastify';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerLinks } from '../ledger/ledger-links.ts';
import type { App, TypeBox } from './app.ts';
import { changesOf } from './changes.ts';
import { localOnly } from './local-only.ts';
import { problemOf, RequestRefused } from './problem.ts';
import { readQueue } from './reads/read-queue.ts';
import { type Reader, threadReader } from './reads/reader.ts';
import { captureRoutes } from './routes/capture.ts';
import { changeRoutes } from './routes/changes.ts';
import { claimRoutes } from './routes/claims.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { documentRoutes } from './routes/documents.ts';
import { logRoutes } from './routes/log.ts';
import { readRoutes } from './routes/reads.ts';
import { statementRoutes } from './routes/statements.ts';
import { versionRoutes } from './routes/versions.ts';
import { safeHeaders } from './safe-headers.ts';
import { count, object, text } from './schemas/parts.ts';
import { validator } from './validator.ts';
import { webPages } from './web-pages.ts';

export interface ApiOptions {
  /** what the ledger is called: "hearsay.db" */
  readonly name: string;
  readonly version: string;
  /** folder of the built workbench; null where there is none to give */
  readonly web?: string | null;
  /** what reads; a thread of its own unless told */
  readonly reader?: Reader;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
  /** told of defects, which an answer does not tell */
  readonly onDefect?: (error: unknown, address: string) => void;
}

/** The ledger over HTTP, under /api/v1, and the workbench everywhere else. It listens nowhere yet. */
export async function apiOf(ledger: Ledger, options: ApiOptions): Promise<App> {
  const app = fastify({
    logger: false,
    return503OnClosing: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  }).withTypeProvider<TypeBox>();
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validator);
  // what the schemas say of an answer is checked by tests; here it goes out as it is
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  const links = ledgerLinks(ledger);
  const changes = changesOf(ledger);
  const { reader = threadReader(), now = () => new Date(), version } = options;
  const queue = readQueue(ledger, reader, version, changes.poke);
  const arrived = () => ({ at: now().toISOString(), now, ...(options.fetch && { fetch: options.fetch }) });
  app.addHook('preClose', async () => {
    changes.close();
    await queue.close();
  });
  localOnly(app as App);
  safeHeaders(app as App);
  problems(app as App, options);
  await app.register(
    async (routes) => {
      about(routes as App, ledger, options);
      documentRoutes(routes as App, ledger, links);
      versionRoutes(routes as App, ledger, links);
      statementRoutes(routes as App, ledger, links);
      claimRoutes(routes as App, links);
      captureRoutes(routes as App, ledger);
      decisionRoutes(routes as App, ledger, changes);
      changeRoutes(routes as App, ledger, changes);
      await readRoutes(routes as App, queue, arrived);
      logRoutes(routes as App, ledger);
    },
    { prefix: '/api/v1' },
  );
  await webPages(app as App, options.web ?? null);
  return app as App;
}

function about(app: App, ledger: Ledger, { name, version }: ApiOptions): void {
  const counts = { captures: count(), documents: count(), statements: count(), entries: count(), head: text() };
  const answer = object({ name: text(), version: text(), counts: object(counts), ledger: text(), head: text() });
  app.get('/', { schema: { summary: 'What answers here.', response: { 200: answer } } }, async () => {
    const counts = await ledger.counts();
    return { name: 'hearsay', version, counts, ledger: name, head: counts.head };
  });
}

function problems(app: App, { onDefect = () => {} }: ApiOptions): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error, request.url);
    if (problem.status === 500) onDefect(error, request.url);
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problem as never);
  });
  app.setNotFoundHandler(async (request) => {
    throw new RequestRefused('not-found', {
      title: 'Not here',
      status: 404,
      detail: `nothing answers ${request.method} ${request.url.split('?')[0]}`,
      way_out: 'See /api/v1/openapi.json.',
    });
  });
}
