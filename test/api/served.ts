import { Readable } from 'node:stream';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { type ApiOptions, apiOf } from '../../src/api/api.ts';
import type { App } from '../../src/api/app.ts';
import { type ApiClient, ApiProblem, apiClient } from '../../src/api/client.ts';
import type { Reader } from '../../src/api/reads/reader.ts';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { read } from '../../src/read.ts';

export interface Served {
  readonly app: App;
  readonly ledger: Ledger;
  readonly client: ApiClient;
  readonly defects: unknown[];
  get(path: string, more?: InjectOptions): Promise<LightMyRequestResponse>;
  post(path: string, payload: object, more?: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** Rules alone, and in this thread: what is tested is not the reading. */
export const quickReader: Reader = {
  read: (capture, given) => read(capture, given, fastModel()),
  close: async () => {},
};

const at = '2025-03-01T08:00:00.000Z';

/** A server in this process, over a new ledger, with the example coverage where it is asked for. */
export async function served({
  coverage = false,
  ...options
}: Partial<ApiOptions> & { coverage?: boolean } = {}): Promise<Served> {
  const ledger = openLedger(':memory:', { now: () => new Date(at) });
  if (coverage) await readInto(ledger, 'examples/kursk');
  const defects: unknown[] = [];
  const app = await apiOf(ledger, {
    name: 'test.db',
    version: '9.9.9',
    reader: quickReader,
    fetching: { now: () => new Date(at) },
    onDefect: (error) => defects.push(error),
    ...options,
  });
  return {
    ...{ app, ledger, defects },
    client: apiClient({ base: 'http://localhost', fetch: fetchOf(app) }),
    get: (path, more = {}) => app.inject({ method: 'GET', url: `/api/v1${path}`, ...more }),
    post: (path, payload, more = {}) => app.inject({ method: 'POST', url: `/api/v1${path}`, payload, ...more }),
    close: async () => {
      await app.close();
      await ledger.close();
    },
  };
}

async function readInto(ledger: Ledger, folder: string): Promise<void> {
  const captures = [];
  for await (const capture of gather(folder, { now: () => new Date(at) })) captures.push(capture);
  for (const capture of captures) {
    if (capture instanceof Refusal) throw capture;
    await ledger.store(capture, await quickReader.read(capture, {}), { reader: '9.9.9 accurate' });
  }
}

/** `fetch` that asks the server in this process. */
export function fetchOf(app: App): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const response = await app.inject({
      method: request.method as 'GET',
      url: pathname + search,
      headers: Object.fromEntries(request.headers),
      payload: Buffer.from(await request.arrayBuffer()),
      payloadAsStream: true,
      signal: request.signal,
    });
    const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    return new Response(Readable.toWeb(response.stream()) as unknown as ReadableStream, {
      status: response.statusCode,
      headers,
    });
  };
}

/** Why the API refuses what is asked of it. */
export async function refusedBy(asked: Promise<unknown>): Promise<ApiProblem['problem']> {
  const error = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  if (error instanceof ApiProblem) return error.problem;
  throw new Error('was not refused', { cause: error });
}
