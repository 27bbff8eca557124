import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** In UTF-16 units: what is larger takes the library minutes. */
const longest = 3_000_000;
/** Milliseconds. A real page takes 30; what takes longer has no end. */
const timeLimit = 5_000;

let worker: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** The article of a page as Mozilla's Readability finds it, as HTML; null where it finds none, or has no end. It runs apart, one page at a time. */
export function readability(html: string): Promise<string | null> {
  if (html.length > longest) return Promise.resolve(null);
  const answer = queue.then(() => ask(html));
  queue = answer;
  return answer;
}

function start(): Worker {
  // .ts in a checkout, .js in the package
  const started = new Worker(new URL(`./readability-worker${extname(import.meta.url)}`, import.meta.url), {
    execArgv: [],
  });
  started.unref();
  return started;
}

function ask(html: string): Promise<string | null> {
  worker ??= start();
  const current = worker;
  return new Promise((resolve) => {
    const finish = (found: string | null, broken: boolean) => {
      clearTimeout(timer);
      // by name: without names the thread loses its own listeners too
      for (const event of ['message', 'error', 'exit']) current.removeAllListeners(event);
      if (broken) {
        void current.terminate();
        worker = null;
      } else current.unref();
      resolve(found);
    };
    const timer = setTimeout(() => finish(null, true), timeLimit);
    current.ref();
    current.once('message', (found: string | null) => finish(found, false));
    current.once('error', () => finish(null, true));
    current.once('exit', () => finish(null, true));
    current.postMessage(html);
  });
}
