import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Capture } from '../../capture/capture.ts';
import { Refusal } from '../../capture/refusal.ts';
import type { Reading } from '../../read.ts';
import type { Given } from '../../text/document-of.ts';

/** Reads captures apart from what answers requests, one after another, in the order in which they are asked for. */
export interface Reader {
  readonly read: (capture: Capture, given: Given) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

export type Answer =
  | { readonly reading: Reading }
  | { readonly refused: Pick<Refusal, 'address' | 'reason' | 'wayOut'> }
  | { readonly failed: string };

/** In a thread of its own: reading an article takes some 80 ms, a book minutes, and meanwhile pages are to be shown. */
export function threadReader(): Reader {
  let worker: Worker | null = null;

  function start(): Worker {
    // .ts in a checkout, .js in the package
    const started = new Worker(new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url), { execArgv: [] });
    started.unref();
    return started;
  }

  const readNow = (capture: Capture, given: Given) =>
    new Promise<Reading>((resolve, reject) => {
      worker ??= start();
      const current = worker;
      const finish = (done: () => void, broken = false) => {
        for (const event of ['message', 'error', 'exit']) current.removeAllListeners(event);
        if (broken) worker = null;
        else current.unref();
        done();
      };
      const broke = (why: string) => finish(() => reject(new Error(why)), true);
      current.ref();
      current.once('message', (answer: Answer) => finish(() => settle(answer, resolve, reject)));
      current.once('error', (error: Error) => broke(error.message));
      current.once('exit', () => broke('the reader stopped'));
      current.postMessage({ capture, given });
    });

  let last: Promise<unknown> = Promise.resolve();
  function read(capture: Capture, given: Given): Promise<Reading> {
    const reading = last.then(() => readNow(capture, given));
    last = reading.catch(() => {});
    return reading;
  }

  return { read, close: async () => void (await worker?.terminate()) };
}

function settle(answer: Answer, resolve: (reading: Reading) => void, reject: (error: Error) => void): void {
  if ('reading' in answer) resolve(answer.reading);
  else if ('failed' in answer) reject(new Error(answer.failed));
  else {
    const { address, reason, wayOut } = answer.refused;
    reject(new Refusal(address, reason, wayOut));
  }
}
