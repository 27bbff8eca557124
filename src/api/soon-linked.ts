import type { LedgerLinks, LinkAnswers } from '../ledger/links/linked-ledger.ts';

/** How reports hang together, for those who do not wait long. */
export interface SoonLinked {
  /** As of the last entry where that is soon done, else as far as it is linked by now; the rest goes on behind. */
  answers(): Promise<LinkAnswers>;
  /** Was much left when last asked? Then a list does not work out what claims rest on, which changes anyway. */
  isLinking(): boolean;
  /** Readings and decisions that are not linked yet. */
  left(): Promise<number>;
  /** Begins with what is left, and settles once it is done. */
  start(): Promise<void>;
  /** Settles once nothing is under way. */
  idle(): Promise<void>;
}

/** A report takes some 10 ms to link: an answer waits for so many, and not for more. */
const FEW = 20;

/** `behind` links all that is left while answers are given. */
export function soonLinked(links: LedgerLinks, behind: () => Promise<void>): SoonLinked {
  let running: Promise<void> | null = null;
  let isBehind = false;

  function start(): Promise<void> {
    running ??= behind().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    async answers() {
      const left = await links.left();
      isBehind = left > FEW;
      if (isBehind) void start();
      else if (left > 0) await links.update();
      return links.soFar;
    },
    isLinking: () => isBehind,
    left: () => links.left(),
    start,
    idle: async () => running ?? undefined,
  };
}
