import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openLedger } from '../ledger/open-ledger.ts';
import { AT_ONCE, type Task, tasksHere } from './ledger-task.ts';

/** In milliseconds: who waits to write asks every tenth of a second, and is to get in between. */
const TURN = 120;

/** So many times between two looks at the first claims, which lists show while the rest is linked. */
const LOOK = 10;

const { path, kind } = workerData as Task;
const ledger = openLedger(path, { create: false });
try {
  parentPort?.postMessage(kind === 'verify' ? await tasksHere(ledger).verify() : await link());
} finally {
  await ledger.close();
}

/** All that is left, and then what each claim rests on, so that no list waits for it. */
async function link(): Promise<null> {
  const { links } = ledger;
  let turns = 0;
  await links.update(async () => {
    await setTimeout(TURN);
    if (++turns % LOOK === 0) for (const contested of [false, true]) await links.soFar.claims({ contested });
  }, AT_ONCE);
  for (let after: number | null = 0; after !== null; ) {
    await setTimeout(TURN);
    after = (await links.claims({ limit: 20, after })).next;
  }
  return null;
}
