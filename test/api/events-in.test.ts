import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventStream } from '../../src/api/event-stream.ts';
import { eventsIn } from '../../src/api/events-in.ts';
import { line } from '../../src/api/reads/line.ts';

it('events come out as they went in, wherever the bytes are cut', async () => {
  const told = fc.record({ id: fc.nat(), event: fc.constantFrom('read', 'done'), data: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(told),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (events, cuts) => {
        async function* all() {
          yield* events;
        }
        const chunks: Buffer[] = [];
        for await (const chunk of eventStream(all())) chunks.push(Buffer.from(chunk));
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            const bytes = Buffer.concat(chunks);
            for (let at = 0, i = 0; at < bytes.length; i++) {
              const next = at + cuts[i % cuts.length]!;
              controller.enqueue(bytes.subarray(at, next));
              at = next;
            }
            controller.close();
          },
        });
        const found = [];
        for await (const one of eventsIn(body)) found.push(one);
        expect(found).toEqual(events.map(({ event, data }) => JSON.parse(JSON.stringify({ event, data }))));
      },
    ),
  );
});

it('who comes late to a line sees all of it, who comes in between the rest, and both its end', async () => {
  const things = line<number>();
  const seen = async (from: number) => {
    const all: number[] = [];
    for await (const thing of things.from(from)) all.push(thing);
    return all;
  };
  const early = seen(0);
  things.add(1);
  things.add(2);
  const between = seen(1);
  things.add(3);
  things.end();
  expect(await Promise.all([early, between, seen(0), seen(5)])).toEqual([[1, 2, 3], [2, 3], [1, 2, 3], []]);
});
