import fastify, { type FastifyError, type FastifyReply } from 'fastify';
import type { Fetching } from '../capture/fetch-page.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { App, TypeBox } from './app.ts';
import { changesOf } from './changes.ts';
import { type LedgerTasks, tasksHere } from './ledger-task.ts';
import { localOnly } from './local-only.ts';
import { openapi } from './openapi.ts';
import { type ProblemBody, problemOf, RequestRefused } from './problem.ts';
import { readQueue } from './reads/read-queue.ts';
import { type Reader, threadReader } from './reads/reader.ts';
import { captureRoutes } from './routes/capture.ts';
import { changeRoutes } from './routes/changes.ts';
import { claimRoutes } from './routes/claims.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { documentRoutes } from './routes/documents.ts';
import { eventRoutes } from './routes/events.ts';
import { logRoutes } from './routes/log.ts';
import { readRoutes } from './routes/reads.ts';
import { sourceRoutes } from './routes/sources.ts';
import { statementRoutes } from './routes/statements.ts';
import { versionRoutes } from './routes/versions.ts';
import { safe, safeHeaders } from './safe-headers.ts';
import { count, object, text } from './schemas/parts.ts';
import { type SoonLinked, soonLinked } from './soon-linked.ts';
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
  /** what works on the whole ledger; between requests unless told */
  readonly tasks?: LedgerTasks;
  /** how pages are had, and what time it is */
  readonly fetching?: Fetching;
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
    // an address that cannot be taken apart comes to no hook
    frameworkErrors: (error, request, reply) => refuse(reply.headers(safe), problemOf(error, request.url)),
  }).withTypeProvider<TypeBox>();
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validator);
  // what the schemas say of an answer is checked by tests; here it goes out as it is
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  const { tasks = tasksHere(ledger), onDefect = () => {} } = options;
  let closing = false;
  const linked = soonLinked(ledger.links, () =>
    tasks.link().catch((error: unknown) => {
      if (!closing) onDefect(error, 'links');
    }),
  );
  const changes = changesOf(ledger);
  const { reader = threadReader(), fetching = {}, version } = options;
  const queue = readQueue(ledger, reader, version, changes.poke);
  const arrived = () => ({ ...fetching, at: (fetching.now?.() ?? new Date()).toISOString() });
  app.addHook('preClose', async () => {
    closing = true;
    changes.close();
    await Promise.all([queue.close(), tasks.stop()]);
    await linked.idle();
  });
  localOnly(app as App);
  safeHeaders(app as App);
  problems(app as App, options);
  await app.register(
    async (routes) => {
      const described = openapi(routes as App, version);
      about(routes as App, ledger, linked, options);
      documentRoutes(routes as App, ledger, linked);
      versionRoutes(routes as App, ledger, linked);
      statementRoutes(routes as App, ledger, linked);
      claimRoutes(routes as App, linked);
      sourceRoutes(routes as App, ledger, linked);
      eventRoutes(routes as App, ledger);
      captureRoutes(routes as App, ledger);
      decisionRoutes(routes as App, ledger, changes, queue);
      changeRoutes(routes as App, ledger, changes);
      await readRoutes(routes as App, queue, arrived);
      routes.get('/openapi.json', async () => described() as never);
      logRoutes(routes as App, ledger, tasks);
    },
    { prefix: '/api/v1' },
  );
  void linked.start();
  await webPages(app as App, options.web ?? null);
  return app as App;
}

function about(app: App, ledger: Ledger, linked: SoonLinked, { name, version }: ApiOptions): void {
  const unlinked = count('Readings and decisions that claims, copies and versions do not take in yet.');
  const counts = { captures: count(), documents: count(), statements: count(), entries: count(), head: text() };
  const answer = object({
    name: text(),
    version: text(),
    counts: object(counts),
    ledger: text(),
    head: text(),
    unlinked,
  });
  app.get('/', { schema: { summary: 'What answers here.', response: { 200: answer } } }, async () => {
    const counts = await ledger.counts();
    return { name: 'hearsay', version, counts, ledger: name, head: counts.head, unlinked: await linked.left() };
  });
}

function problems(app: App, { onDefect = () => {} }: ApiOptions): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error, request.url);
    if (problem.status === 500) onDefect(error, request.url);
    return refuse(reply, problem);
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

const refuse = (reply: FastifyReply, problem: ProblemBody): FastifyReply =>
  reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem);
