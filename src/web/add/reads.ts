import { useSyncExternalStore } from 'react';
import type { ReadEvent } from '../../api/client.ts';
import { queries } from '../answer.ts';
import { api } from '../api.ts';
import { announce } from '../shell/announce.tsx';
import { asSentence, count, number } from '../wording.ts';

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
      if (event.event === 'done') announce(heardOf(event, events));
    }
  } catch (error) {
    change(key, { error: error as Error });
  }
  await queries.invalidateQueries();
}

type Done = ReadEvent & { readonly event: 'done' };

/** "2 reports with 31 statements · 1 known already · 1 not read" */
export const summaryOf = ({ read, known, refused, statements }: Done): string =>
  [
    read > 0 && `${count(read, 'report')} with ${count(statements, 'statement')}`,
    known > 0 && `${number(known)} known already`,
    refused > 0 && `${number(refused)} not read`,
  ]
    .filter(Boolean)
    .join(' · ') || 'nothing was in it';

/** The same to be heard, with what could not be read and why: "… not read: report.pdf looks like a PDF" */
function heardOf(done: Done, events: readonly ReadEvent[]): string {
  const refused = events.find((event) => event.event === 'refused');
  const summary = summaryOf(done);
  const words = done.read > 0 ? `Read ${summary}` : asSentence(summary);
  return refused ? `${words}: ${refused.input} ${refused.reason}${done.refused > 1 ? ', and others' : ''}` : words;
}
