/** Things that come one after another: who comes later sees all from the first, and waits for those to come. */
export interface Line<Thing> {
  add(thing: Thing): void;
  end(): void;
  /** from the nth on, 0 for all */
  from(n: number): AsyncIterable<Thing>;
}

export function line<Thing>(): Line<Thing> {
  const things: Thing[] = [];
  let ended = false;
  let waiting = Promise.withResolvers<void>();
  const wake = () => {
    waiting.resolve();
    waiting = Promise.withResolvers();
  };
  return {
    add(thing) {
      things.push(thing);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *from(n) {
      for (let next = n; ; next++) {
        while (next >= things.length) {
          if (ended) return;
          await waiting.promise;
        }
        yield things[next]!;
      }
    },
  };
}
