import type { On } from '../ledger/decision.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface Change {
  readonly seq: number;
  readonly verb: string;
  readonly subject: string;
  readonly who: string;
  /** of a decision: what it is on */
  readonly on: On['kind'] | null;
}

export interface Changes {
  /** Look now: something was written here. */
  poke(): void;
  /** Every entry after one, as it is written. */
  after(seq: number): AsyncIterable<Change>;
  close(): void;
}

/** In milliseconds: how soon others see what another process wrote; what this one writes they see at once. */
const lookEvery = 1000;

/** New entries of the log, whoever writes them. */
export function changesOf(ledger: Ledger): Changes {
  let listeners = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let waiting = Promise.withResolvers<void>();
  const poke = () => {
    waiting.resolve();
    waiting = Promise.withResolvers();
  };
  return {
    poke,
    async *after(seq) {
      if (listeners++ === 0) timer = setInterval(poke, lookEvery).unref();
      try {
        for (let seen = seq; !closed; ) {
          const next = waiting.promise;
          const found = await ledger.since(seen);
          for (const { seq, verb, subject, who, body } of found) {
            yield { seq, verb, subject, who, on: (body.on as On | undefined)?.kind ?? null };
            seen = seq;
          }
          if (found.length === 0) await next;
        }
      } finally {
        if (--listeners === 0) clearInterval(timer);
      }
    },
    close() {
      closed = true;
      poke();
    },
  };
}
