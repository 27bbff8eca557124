import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StatementRow, StatementsQuery } from '../../api/client.ts';
import { api } from '../api.ts';

/** Rows that are fetched at once: some screens full, in one short answer. */
const PAGE = 100;
/** So many rows before and after those in view are there already: what a fling of the wheel passes in the time of an answer. */
const AHEAD = 200;
/** While the bar is dragged over thousands of pages, one is asked for as often as this, in milliseconds. */
const OFTEN = 100;

type Query = Pick<StatementsQuery, 'sort'> & Omit<StatementsQuery, 'skip' | 'limit' | 'after'>;

export interface Rows {
  readonly total: number;
  /** undefined as long as its page is on its way */
  readonly at: (index: number) => StatementRow | undefined;
}

/** A list of any length, of which only the pages around what is in view are asked for, wherever that is. */
export function useRows(query: Query) {
  const key = JSON.stringify(query);
  const [seen, setSeen] = useState({ key, first: 0, last: 0 });
  const { first, last } = seen.key === key ? seen : { first: 0, last: 0 };
  const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const pages = useQueries({
    queries: numbers.map((n) => ({
      queryKey: ['statements', query, n],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.statements({ ...query, skip: n * PAGE, limit: PAGE }, { signal }),
    })),
  });
  const total = pages.find(({ data }) => data)?.data?.total;
  const known = useRef<{ readonly key: string; readonly rows: Rows } | null>(null);
  // until the first page of another list is there, the list before it stays in view
  const now = total ?? (known.current?.key === key ? known.current.rows.total : undefined);
  const at = (index: number) => pages[Math.floor(index / PAGE) - first]?.data?.rows[index % PAGE];
  const rows = now === undefined ? (known.current?.rows ?? null) : { total: now, at };
  useEffect(() => {
    if (now !== undefined && rows) known.current = { key, rows };
  });
  const failed = pages.find(({ error }) => error);
  return {
    rows,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    see: useSometimes((from: number, to: number) => {
      const [a, b] = [from - AHEAD, Math.min(to + AHEAD, Math.max(0, (now ?? 1) - 1))];
      const next = { key, first: Math.max(0, Math.floor(a / PAGE)), last: Math.max(0, Math.floor(b / PAGE)) };
      setSeen((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    }),
  };
}

/** At once, and then no more often than OFTEN; the last is never left out. */
function useSometimes<Asked extends unknown[]>(act: (...asked: Asked) => void): (...asked: Asked) => void {
  const now = useRef(act);
  now.current = act;
  const waiting = useRef<Asked | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((...asked: Asked) => {
    waiting.current = asked;
    if (timer.current !== undefined) return;
    const run = () => {
      timer.current = undefined;
      if (!waiting.current) return;
      now.current(...waiting.current);
      waiting.current = null;
      timer.current = setTimeout(run, OFTEN);
    };
    run();
  }, []);
}
