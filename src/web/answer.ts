import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { Paged } from './answers.ts';
import { get, type Query, Refused } from './client.ts';

/** Loopback answers at once or not at all: a second try helps only where the server was away for a moment. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 1 && error instanceof Refused && error.problem.status === 0,
      refetchOnWindowFocus: false,
    },
  },
});

/** One answer of the API; while another is fetched for the same place, the one before stays in view. */
export function useAnswer<Answer>(path: string | null, query: Query = {}): UseQueryResult<Answer, Error> {
  return useQuery({
    queryKey: [path, query],
    queryFn: ({ signal }) => get<Answer>(path!, query, signal),
    enabled: path !== null,
    placeholderData: keepPreviousData,
  });
}

/** A list, page by page as it is scrolled to. */
export function usePages<Item>(path: string, query: Query, limit: number) {
  return useInfiniteQuery({
    queryKey: [path, query, limit],
    queryFn: ({ pageParam, signal }) => get<Paged<Item>>(path, { ...query, limit, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}
