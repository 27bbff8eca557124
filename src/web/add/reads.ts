import { useSyncExternalStore } from 'react';
import type { ReadEvent } from '../../api/client.ts';
import { queries } from '../answer.ts';
import { api } from '../api.ts';
import { announce } from '../shell/announce.tsx';
import { count } from '../wording.ts';

/** One batch that was given to read, and what became of each of its documents so far. */
export interface Batch {
  readonly key: number;
  readonly name: string;
  readonly events: readonly ReadEvent[];
  readonly error: Error | null;
}

let batches: readonly Batch[] = [];
const listeners = new Set<() => void>();

function change(key: number, told: Partial<Batch>): void {
  batches = batches.map((one) => (one.key === key ? { ...one, ...told } : one));
  for (const tell of listeners) tell();
}

/** The newest first; kept while the page is open, also when another screen is shown. */
export const useBatches = (): readonly Batch[] => useSyncExternalStore(subscribe, () => batches);

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Gives something to read, and follows it to its end. */
export async function follow(name: string, send: () => Promise<{ readonly id: string }>): Promise<void> {
  const key = batches.length;
  batches = [{ key, name, events: [], error: null }, ...batches];
  try {
    const { id } = await send();
    for await (const event of api.progress(id)) {
      const events = batches.find((one) => one.key === key)!.events;
      change(key, { events: [...events, event] });
      if (event.event === 'done')
        announce(`Read ${count(event.read, 'report')} with ${count(event.statements, 'statement')}`);
    }
  } catch (error) {
    change(key, { error: error as Error });
  }
  await queries.invalidateQueries();
}
