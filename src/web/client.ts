/** What the server answers where it cannot do what was asked (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly way_out?: string;
}

/** Carries the server's problem, so that a screen can show it with its way out. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'Refused';
    this.problem = problem;
  }
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const API = '/api/v1';

/** address('/statements', { state: 'confirmed', search: '' }) → "/api/v1/statements?state=confirmed": what is empty is left out. */
export function address(path: string, query: Query = {}): string {
  const told = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = new URLSearchParams(told.map(([key, value]) => [key, String(value)])).toString();
  return API + path + (search ? `?${search}` : '');
}

export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return answerOf(await sent(address(path, query), { signal: signal ?? null }));
}

export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const isForm = body instanceof FormData;
  return answerOf(
    await sent(address(path), {
      method: 'POST',
      headers: isForm ? {} : { 'Content-Type': 'application/json' },
      body: isForm ? body : JSON.stringify(body),
    }),
  );
}

async function sent(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Refused({
      type: 'about:blank',
      title: 'The server does not answer',
      status: 0,
      detail: 'Nothing was lost: what you decided before this is stored.',
      way_out: 'See that `hearsay serve` still runs, then try again.',
    });
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return (await response.json()) as Answer;
  throw new Refused(await problemOf(response));
}

async function problemOf(response: Response): Promise<Problem> {
  const bare: Problem = { type: 'about:blank', title: response.statusText || 'Refused', status: response.status };
  try {
    return { ...bare, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return bare;
  }
}
