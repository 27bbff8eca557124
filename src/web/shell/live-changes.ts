import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Change } from '../../api/client.ts';
import { api } from '../api.ts';
import { DECIDED } from '../wording.ts';
import { announce } from './announce.tsx';
import { personNow } from './person.tsx';

/** A folder that is read makes many entries in a moment: they are one change on the screen. */
const BATCH = 300;
/** After the connection was lost. */
const AGAIN = 3000;

/** What others store and decide shows here without a reload, and a person is told who did it. */
export function useLiveChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const left = new AbortController();
    void followChanges(client, left.signal);
    return () => left.abort();
  }, [client]);
}

async function followChanges(client: QueryClient, signal: AbortSignal): Promise<void> {
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  while (!signal.aborted) {
    try {
      for await (const change of api.changes(since, signal)) {
        since = change.seq;
        if (isOfAnother(change)) announce(`${change.who} ${DECIDED[change.verb] ?? change.verb} ${change.subject}`);
        clearTimeout(timer);
        timer = setTimeout(() => void client.invalidateQueries(), BATCH);
      }
    } catch {
      // away for now: what was missed comes when it answers again
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

const isOfAnother = ({ who, verb }: Change): boolean => verb !== 'read' && verb !== 'arrived' && who !== personNow();
