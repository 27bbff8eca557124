import { keepPreviousData, QueryClient, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Page } from '../api/client.ts';
import { isAway } from './api.ts';

/** Loopback answers at once or not at all: a second try helps only where the server was away for a moment. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (tries, error) => tries < 1 && isAway(error), refetchOnWindowFocus: false },
  },
});

type Ask<Answer> = (init: { readonly signal: AbortSignal }) => Promise<Answer>;

/** One answer of the API, under a key of its own; while another is fetched for the same place, the one before stays in view. */
export function useAnswer<Answer>(
  key: readonly unknown[],
  ask: Ask<Answer>,
  isAsked = true,
): UseQueryResult<Answer, Error> {
  return useQuery({ queryKey: key, queryFn: ask, enabled: isAsked, placeholderData: keepPreviousData });
}

/** A list, page by page as it is scrolled to. */
export function usePages<Row>(
  key: readonly unknown[],
  ask: (after: { readonly after?: string }, init: { readonly signal: AbortSignal }) => Promise<Page<Row>>,
) {
  return useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam, signal }) => ask(pageParam === null ? {} : { after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}
