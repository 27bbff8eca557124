import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { App } from './app.ts';
import { RequestRefused } from './problem.ts';

/** Files of the workbench; every other address outside /api is a view of it, so gives its one page. */
export async function webPages(app: App, folder: string | null): Promise<void> {
  if (folder === null || !existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(notBuilt as never));
    return;
  }
  await app.register(fastifyStatic, { root: folder, wildcard: false, index: false, cacheControl: false, setHeaders });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  app.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (/^\/(api|assets)(\/|$)/.test(path)) {
      throw new RequestRefused('not-found', { title: 'Not here', status: 404, detail: `there is no ${path}` });
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(page as never);
  });
}

/** Names of built files change with what is in them; others are asked for again. */
const setHeaders = (reply: Pick<FastifyReply, 'header'>, path: string): unknown =>
  reply.header('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');

const notBuilt = `<!doctype html>
<html lang="en">
<title>Hearsay: the workbench is not built</title>
<h1>The workbench is not built</h1>
<p>The HTTP API answers under <a href="/api/v1">/api/v1</a>. To build the pages, stop this server and run:</p>
<pre>npm run build</pre>
<p>Then start it again: <code>hearsay serve</code>.</p>
</html>
`;
