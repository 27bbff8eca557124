import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Ledger } from '../ledger/ledger.ts';
import type { Problem } from '../ledger/problem.ts';

/** Long work on a whole ledger, which nobody else is to wait for. */
export interface LedgerTasks {
  /** Links what is not linked yet. */
  link(): Promise<void>;
  /** Every way in which the ledger differs from what was stored. */
  verify(): Promise<readonly Problem[]>;
  /** Ends what is under way; what it did so far stays. */
  stop(): Promise<void>;
}

export interface Task {
  readonly path: string;
  readonly kind: 'link' | 'verify';
}

/** Documents linked in one go: more would keep others waiting who want to write. */
export const AT_ONCE = 5;

/** In threads that open the file for themselves. */
export function tasksInThreads(path: string): LedgerTasks {
  const running = new Set<Worker>();
  let stopped = false;

  function run<Result>(kind: Task['kind']): Promise<Result> {
    // .ts in a checkout, .js in the package
    const file = new URL(`./ledger-task-worker${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { execArgv: [], workerData: { path, kind } satisfies Task });
    running.add(worker);
    return new Promise<Result>((resolve, reject) => {
      let told: { readonly result: Result } | null = null;
      worker.once('message', (result: Result) => {
        told = { result };
      });
      worker.once('error', reject);
      // not before it has closed the file
      worker.once('exit', () => {
        if (told || stopped) resolve(told?.result as Result);
        else reject(new Error(`${kind}: the thread stopped`));
      });
    }).finally(() => running.delete(worker));
  }

  return {
    link: () => run('link'),
    verify: async () => (await run<readonly Problem[] | undefined>('verify')) ?? [],
    async stop() {
      stopped = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

/** In this thread, between requests: for a ledger that no file holds. */
export function tasksHere(ledger: Ledger): LedgerTasks {
  let stopped = false;
  return {
    link: () =>
      ledger.links.update(() => {
        if (stopped) throw new Error('stopped');
      }, AT_ONCE),
    async verify() {
      const problems: Problem[] = [];
      for await (const problem of ledger.verify()) problems.push(problem);
      return problems;
    },
    stop: async () => {
      stopped = true;
    },
  };
}
