import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { announce } from './announce.tsx';
import { personNow } from './person.tsx';

interface Change {
  readonly seq: number;
  readonly who: string;
  readonly verb: string;
  readonly subject: string;
}

/** What others store and decide shows here without a reload: every answer is asked for again, and a person is told who did it. */
export function useLiveChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/changes');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = ({ data }: MessageEvent<string>) => {
      const change = JSON.parse(data) as Change;
      if (isOfAnother(change)) announce(`${change.who}: ${change.verb} ${change.subject}`);
      clearTimeout(timer);
      timer = setTimeout(() => void client.invalidateQueries(), BATCH);
    };
    source.addEventListener('message', changed);
    source.addEventListener('change', changed as EventListener);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
}

/** A folder that is read makes many entries in a moment: they are one change on the screen. */
const BATCH = 300;

const isOfAnother = ({ who, verb }: Change): boolean => verb !== 'read' && verb !== 'arrived' && who !== personNow();
