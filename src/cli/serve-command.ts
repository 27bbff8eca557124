import { once } from 'node:events';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiOf } from '../api/api.ts';
import { tasksInThreads } from '../api/ledger-task.ts';
import { isLoopback } from '../api/local-only.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { ownVersion } from './own-version.ts';
import { ServeRefused } from './serve-refused.ts';
import type { Terminal } from './terminal.ts';

export interface ServeOptions {
  readonly ledger: string;
  readonly port: number;
  readonly host: string;
  readonly debug?: boolean;
}

/** Serves the workbench and the HTTP API of a ledger to this machine, until it is stopped. */
export async function serveCommand(
  { ledger: path, port, host, debug = false }: ServeOptions,
  terminal: Terminal,
  untilStopped: () => Promise<unknown> = interrupted,
): Promise<number> {
  if (!isLoopback(host)) throw notLoopback(host);
  const ledger = openLedger(path);
  const onDefect = (error: unknown, address: string) => terminal.err(`${told(error, address, debug)}\n`);
  const app = await apiOf(ledger, {
    name: basename(path),
    version: ownVersion(),
    web: builtPages(),
    tasks: tasksInThreads(path),
    onDefect,
  });
  try {
    const address = await app.listen({ port, host }).catch((error: unknown) => {
      throw refused(error, port);
    });
    const at = address.replace('[::1]', 'localhost');
    await terminal.out(`${path} is served at ${terminal.style('bold', at)} · to stop: Ctrl C\n`);
    await untilStopped();
    return 0;
  } finally {
    await app.close();
    await ledger.close();
  }
}

const interrupted = (): Promise<unknown> => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

/** Everyone who can reach the machine could read and decide: there are no accounts. */
const notLoopback = (host: string) =>
  new ServeRefused(
    `${host} is not this machine alone, and there are no accounts yet: everyone who reaches it could read the ledger and decide in your name. Give --host 127.0.0.1.`,
  );

function refused(error: unknown, port: number): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ServeRefused(`port ${port} is in use: give another, --port ${port + 1}.`);
  if (code === 'EACCES') return new ServeRefused(`port ${port} may not be used: give one above 1023, --port 8844.`);
  return error as Error;
}

const told = (error: unknown, address: string, debug: boolean): string =>
  `defect: ${address}: ${debug ? stacksOf(error) : (error as Error).message}`;

/** Beside the compiled program, or where `npm run build` puts them. */
const builtPages = (): string =>
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../dist/web' : '../web', import.meta.url));

/** Of an error, and of what it comes from. */
const stacksOf = (error: unknown): string =>
  error instanceof Error ? [error.stack, ...(error.cause ? [stacksOf(error.cause)] : [])].join('\n') : String(error);
