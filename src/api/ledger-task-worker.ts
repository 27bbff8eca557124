import { parentPort, workerData } from 'node:worker_threads';
import { openLedger } from '../ledger/open-ledger.ts';
import { AT_ONCE, type Task, tasksHere } from './ledger-task.ts';

const { path, kind } = workerData as Task;
const ledger = openLedger(path, { create: false });
try {
  const done = kind === 'verify' ? await tasksHere(ledger).verify() : await ledger.links.update(undefined, AT_ONCE);
  parentPort?.postMessage(done ?? null);
} finally {
  await ledger.close();
}
