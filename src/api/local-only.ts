import type { FastifyInstance } from 'fastify';
import { RequestRefused } from './problem.ts';

/** Names of this machine for itself. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

export const isLoopback = (host: string): boolean => loopback.has(host.toLowerCase());

/**
 * Answers nobody but this machine: a page of elsewhere whose name was turned to 127.0.0.1 (DNS rebinding) still sends its
 * own name as Host, and one that posts here (CSRF) its own Origin.
 */
export function localOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    const host = headers.host ?? '';
    if (!isLoopback(host.replace(/:\d+$/, ''))) {
      throw refused(`“${host}” is not a name of this machine`, 'Open http://localhost with the port that was told.');
    }
    const { origin } = headers;
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
      throw refused(`a page of “${origin}” may not ask here`, 'Open the page that this server gives.');
    }
    // a form of another site that sends no Origin still says that it comes from elsewhere
    if (/^(cross|same)-site$/.test(String(headers['sec-fetch-site'])) && headers['sec-fetch-mode'] !== 'navigate') {
      throw refused('a page of another site may not ask here', 'Open the page that this server gives.');
    }
  });
}

const refused = (detail: string, way_out: string) =>
  new RequestRefused('not-local', { title: 'Not from this machine', status: 403, detail, way_out });
