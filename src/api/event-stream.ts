import { Readable } from 'node:stream';

interface Told {
  /** named again by who comes back after a break, as Last-Event-ID */
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** Events as they come (SSE). It ends when they do, or when nobody listens any more. */
export function eventStream(events: AsyncIterable<Told>): Readable {
  async function* lines() {
    // said at once, so that who listens knows that he is heard
    yield ': open\n\n';
    for await (const { id, event, data } of events)
      yield `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }
  return Readable.from(lines(), { objectMode: false });
}

export const lastSeen = (headers: Readonly<Record<string, unknown>>): number | null => {
  const told = headers['last-event-id'];
  return typeof told === 'string' && /^\d{1,15}$/.test(told) ? Number(told) : null;
};
