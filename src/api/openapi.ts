import type { RouteOptions } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import type { App } from './app.ts';
import { ProblemSchema } from './schemas/problem.ts';

type Json = Readonly<Record<string, unknown>>;

interface Described {
  readonly summary?: string;
  readonly querystring?: TObject;
  readonly params?: TObject;
  readonly body?: TSchema;
  readonly response?: Readonly<Record<string, TSchema>>;
}

/** Notes every route that is added after this, and tells of them all as OpenAPI 3.1. */
export function openapi(app: App, version: string): () => Json {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    const { summary } = (route.schema ?? {}) as Described;
    if (summary !== undefined && route.method !== 'HEAD') routes.push(route);
  });
  return () => ({
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version,
      summary: 'Who said what, on whose word.',
      description: 'The ledger of one machine, for that machine alone. It tells who said what, and never what is so.',
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    paths: pathsOf(routes),
    components: { schemas: { Problem: plain(ProblemSchema) } },
  });
}

function pathsOf(routes: readonly RouteOptions[]): Json {
  const byPath = Map.groupBy(routes, ({ url }) => url.replace(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, ''));
  const operations = (same: readonly RouteOptions[]) =>
    Object.fromEntries(same.map((route) => [String(route.method).toLowerCase(), operationOf(route)]));
  return Object.fromEntries([...byPath].map(([path, same]) => [path, operations(same)]));
}

function operationOf({ method, url, schema, config }: RouteOptions): Json {
  const { summary, querystring, params, body, response = {} } = schema as Described;
  const parameters = [...parametersIn('path', params), ...parametersIn('query', querystring)];
  return {
    operationId: nameOf(String(method), url),
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: requestContent(body, config?.form) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(response).map(([status, answer]) => [status, told(status, contentOf(answer, config))]),
      ),
      ...(config?.bytes && { 200: told('200', { '*/*': {} }) }),
      default: told('default', { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }),
    },
  };
}

/** 'POST', '/api/v1/decisions/:seq/undo' → "postDecisionsSeqUndo" */
function nameOf(method: string, url: string): string {
  const parts = url
    .replace(/^\/api\/v1/, '')
    .split(/\W+/)
    .filter(Boolean);
  return method.toLowerCase() + (parts.length > 0 ? parts : ['about']).map(capitalised).join('');
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function parametersIn(place: 'path' | 'query', schema: TObject | undefined): Json[] {
  const required = new Set(schema?.required ?? []);
  return Object.entries(schema?.properties ?? {}).map(([name, value]) => {
    const { description, ...rest } = plain(value as TSchema);
    return {
      name,
      in: place,
      required: required.has(name),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

const requestContent = (body: TSchema, form: TSchema | undefined): Json => ({
  'application/json': { schema: plain(body) },
  ...(form && { 'multipart/form-data': { schema: plain(form) } }),
});

function contentOf(schema: TSchema, config: RouteOptions['config']): Json {
  const media = config?.stream ? 'text/event-stream' : 'application/json';
  return { [media]: { schema: plain(schema) }, ...(config?.csv && { 'text/csv': { schema: { type: 'string' } } }) };
}

const told = (status: string, content: Json): Json => ({
  description: descriptions[status] ?? 'What was asked for.',
  content,
});

const descriptions: Readonly<Record<string, string>> = {
  201: 'The new entry of the log.',
  202: 'It is in the queue.',
  default: 'Why it could not be answered, and what to do about it.',
};

/** As JSON has it, without the names that the schemas have among themselves. */
const plain = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json;
