import type { LedgerLinks, LinkAnswers } from '../ledger/links/linked-ledger.ts';

/** How reports hang together, for those who do not wait long. */
export interface SoonLinked {
  /** As of the last entry where that is soon done, else as far as it is linked by now; the rest goes on behind. */
  answers(): Promise<LinkAnswers>;
  /** Readings and decisions that are not linked yet. */
  left(): Promise<number>;
  /** Begins with what is left, and settles once it is done. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A report takes some 10 ms to link: an answer waits for so many, and not for more. */
const FEW = 20;
/** Linked in one go while nobody waits: more would keep requests waiting in between. */
const AT_ONCE = 5;

export function soonLinked(links: LedgerLinks, onDefect: (error: unknown) => void): SoonLinked {
  let running: Promise<void> | null = null;
  let stopped = false;

  async function all(): Promise<void> {
    await links.update(() => {
      if (stopped) throw STOPPED;
    }, AT_ONCE);
  }

  function start(): Promise<void> {
    running ??= all()
      .catch((error: unknown) => {
        if (error !== STOPPED) onDefect(error);
      })
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    async answers() {
      if ((await links.left()) <= FEW) await links.update();
      else void start();
      return links.soFar;
    },
    left: () => links.left(),
    start,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

const STOPPED = new Error('stopped');
