import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Change } from '../../api/client.ts';
import { api } from '../api.ts';
import { DECIDED, isStatementId, titleOf } from '../wording.ts';
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
  let decided: Change | null = null;
  while (!signal.aborted) {
    try {
      for await (const change of api.changes(since, signal)) {
        since = change.seq;
        if (isOfAnother(change)) decided = change;
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (decided) void tellOf(decided);
          decided = null;
          void client.invalidateQueries();
        }, BATCH);
      }
    } catch {
      // away for now: what was missed comes when it answers again
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

/** "Cleo rejected “that it has sent soldiers”" */
async function tellOf({ who, verb, subject, on }: Change): Promise<void> {
  const words = on === 'document' ? await titleIn(subject) : isStatementId(subject) ? await wordsOf(subject) : subject;
  announce(`${who} ${DECIDED[verb] ?? verb} ${words}`);
}

async function wordsOf(statement: string): Promise<string> {
  const told = await api.statement(statement).catch(() => null);
  return told ? `“${shortened(told.words.content)}”` : statement;
}

async function titleIn(document: string): Promise<string> {
  const told = await api.document(document).catch(() => null);
  return told ? `the report “${shortened(titleOf(told.reading))}”` : document;
}

const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words);
/** In letters: what is read at a glance. */
const LONGEST = 80;

const isOfAnother = ({ who, verb }: Change): boolean => verb !== 'read' && verb !== 'arrived' && who !== personNow();
