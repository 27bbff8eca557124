import type { Capture } from '../../capture/capture.ts';
import { Refusal } from '../../capture/refusal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readAgain, readInto } from '../../ledger/read-into.ts';
import type { Given } from '../../text/document-of.ts';
import type { ReadEventSchema } from '../schemas/reads.ts';
import type { Of } from '../schemas/same.ts';
import { type Line, line } from './line.ts';
import type { Reader } from './reader.ts';

export type ReadEvent = Of<typeof ReadEventSchema>;
export type Inputs = AsyncIterable<Capture | Refusal>;

export interface ReadQueue {
  /** Puts inputs at the end of the queue; the id is that of their progress. */
  add(inputs: Inputs, given: Given): string;
  /** Reads a document of the ledger once more, before what waits in the queue. */
  again(document: string): Promise<void>;
  /** What happened so far and what happens next, to the end; null where there is no such read. */
  progress(id: string, after: number): AsyncIterable<ReadEvent> | null;
  close(): Promise<void>;
}

/** Progress of so many reads is kept for those who ask later. */
const kept = 100;

/** Reads what comes in, one document at a time, in the order in which it came. */
export function readQueue(ledger: Ledger, reader: Reader, version: string, onStored: () => void): ReadQueue {
  const lines = new Map<string, Line<ReadEvent>>();
  const by = `${version} accurate`;
  let last: Promise<void> = Promise.resolve();
  let count = 0;
  let closed = false;

  async function readAll(inputs: Inputs, given: Given, told: Line<ReadEvent>): Promise<void> {
    const sum = { read: 0, known: 0, refused: 0, statements: 0 };
    try {
      for await (const input of inputs) {
        if (closed) break;
        const event = input instanceof Refusal ? refusedEvent(input) : await readOne(input, given);
        if (event.event === 'refused') sum.refused++;
        else if (event.event === 'read') {
          sum[event.stored ? 'read' : 'known']++;
          sum.statements += event.statements;
        }
        told.add(event);
      }
    } catch (error) {
      sum.refused++;
      told.add(refusedEvent(asRefusal('the list', error)));
    }
    told.add({ event: 'done', ...sum });
    told.end();
  }

  async function readOne(capture: Capture, given: Given): Promise<ReadEvent> {
    try {
      const { stored, reading } = await readInto(ledger, capture, { reader: by, given }, reader.read);
      const { document } = reading ?? (await ledger.reading(stored.document))!.reading;
      const statements = (await ledger.statements({ document: document.id, limit: 1 })).total;
      onStored();
      const { address, at, method, sha256, media } = capture;
      return {
        event: 'read',
        document: document.id,
        title: document.title,
        outlet: document.outlet,
        published: document.published,
        statements,
        stored: stored.stored,
        because: stored.because,
        custody: { address, at, method, sha256, media, bytes: capture.bytes.length, text: document.sha256, reader: by },
      };
    } catch (error) {
      return refusedEvent(asRefusal(capture.address, error));
    }
  }

  return {
    add(inputs, given) {
      const id = String(++count);
      const told = line<ReadEvent>();
      lines.set(id, told);
      lines.delete(String(count - kept));
      told.add({ event: 'queued', id });
      last = last.then(() => readAll(inputs, given, told));
      return id;
    },
    again: async (document) => {
      await readAgain(ledger, document, by, reader.read);
      onStored();
    },
    progress: (id, after) => lines.get(id)?.from(after) ?? null,
    close: async () => {
      closed = true;
      await reader.close();
      await last;
    },
  };
}

const asRefusal = (address: string, error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  const says = error instanceof Error ? error.message : String(error);
  return new Refusal(address, `could not be read (${says})`, 'this is a defect: hearsay read --debug shows where');
};

const refusedEvent = ({ address, reason, wayOut }: Refusal): ReadEvent => ({
  event: 'refused',
  input: address,
  reason,
  way_out: wayOut,
});
