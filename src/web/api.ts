import { ApiProblem, apiClient } from '../api/client.ts';

/** The server that this page came from. */
export const api = apiClient({
  fetch: async (...request) => {
    try {
      return await globalThis.fetch(...request);
    } catch (error) {
      if ((error as Error).name === 'AbortError') throw error;
      throw away(String(request[0]));
    }
  },
});

const away = (instance: string): ApiProblem =>
  new ApiProblem({
    type: 'about:blank',
    title: 'The server does not answer',
    status: 0,
    detail: 'What was decided before this is stored',
    way_out: 'See that `hearsay serve` still runs, then try again.',
    instance,
  });

export const isAway = (error: unknown): boolean => error instanceof ApiProblem && error.problem.status === 0;
