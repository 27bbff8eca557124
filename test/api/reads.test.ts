import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, ReadEvent } from '../../src/api/client.ts';
import { quickReader, type Served, served } from './served.ts';

const AT = '2025-03-01T08:00:00.000Z';
const REPORT = 'The dock will close on Monday, the mayor said.';

let server: Served;
const asked: string[] = [];
/** Pages of an internet of our own. */
const pages: Record<string, readonly [type: string, body: string]> = {
  'https://post.example/dock': [
    'text/html',
    `<html><body><h1>Dock to close</h1><p>${REPORT} She gave no reason for it, and the council did not either.</p></body></html>`,
  ],
  'https://post.example/feed': [
    'application/rss+xml',
    '<rss version="2.0"><channel><title>Post</title><link>https://post.example</link><item><link>https://post.example/dock</link></item><item><link>/gone</link></item></channel></rss>',
  ],
  'https://wire.example/atom': [
    'application/atom+xml',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>a</title><link rel="alternate" href="https://post.example/dock"/></entry></feed>',
  ],
};
const fetching = {
  now: () => new Date(AT),
  fetch: async (input: unknown) => {
    asked.push(String(input));
    const page = pages[String(input)];
    return new Response(page?.[1] ?? 'gone', {
      status: page ? 200 : 404,
      headers: { 'content-type': page?.[0] ?? 'text/plain' },
    });
  },
};
beforeEach(async () => {
  asked.length = 0;
  server = await served({ fetching });
});
afterEach(() => server.close());

async function told(id: string): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  for await (const event of server.client.progress(id)) events.push(event);
  return events;
}
const kinds = (events: readonly ReadEvent[]) => events.map(({ event }) => event);

describe('a read', () => {
  it('of a pasted text is told from the queue to the end, with its custody at once', async () => {
    const { id } = await server.client.read({
      text: REPORT,
      title: 'Dock to close',
      outlet: 'The Harbour Post',
      published: '2025-02-27',
    });
    const events = await told(id);
    expect(kinds(events)).toEqual(['queued', 'read', 'done']);
    expect(events[1]).toMatchObject({
      title: 'Dock to close',
      outlet: 'The Harbour Post',
      published: '2025-02-27',
      statements: 1,
      stored: true,
      custody: { address: 'paste', method: 'paste', at: AT, media: 'text/plain', reader: '9.9.9 accurate' },
    });
    const { document, custody } = events[1] as Extract<ReadEvent, { event: 'read' }>;
    const stored = await server.client.document(document);
    expect(stored).toMatchObject({
      sha256: custody.sha256,
      reading: { outlet: 'The Harbour Post', published: '2025-02-27' },
    });
    expect(stored.reading.text).toBe(`Dock to close\n\n${REPORT}`);
  });

  it('of the same bytes is known, and says so', async () => {
    await told((await server.client.read({ text: REPORT })).id);
    const events = await told((await server.client.read({ text: REPORT })).id);
    expect(events[1]).toMatchObject({ event: 'read', stored: false, because: 'same bytes', statements: 1 });
    expect(events[2]).toMatchObject({ event: 'done', read: 0, known: 1 });
  });

  it('of a page is of what its address gives', async () => {
    const events = await told((await server.client.read({ address: 'https://post.example/dock' })).id);
    expect(events[1]).toMatchObject({ event: 'read', custody: { method: 'http', media: 'text/html' } });
  });

  it.each([
    ['what is not there', { address: 'https://post.example/none' }, 'the server answered 404'],
    ['what is no text', { text: '%PDF-1.4 dock' }, 'is a PDF, not text'],
    ['what has no words', { text: '— — —' }, ''],
  ])('of %s is refused with the reason and the way out', async (_what, body, reason) => {
    const events = await told((await server.client.read(body)).id);
    expect(kinds(events).at(-1)).toBe('done');
    if (reason) {
      expect(events[1]).toMatchObject({ event: 'refused', reason: expect.stringContaining(reason) });
      expect((events[1] as { way_out: string }).way_out).not.toBe('');
    }
  });

  it('of a list of feeds follows each to its reports', async () => {
    const outlines =
      '<outline text="news"><outline xmlUrl="https://post.example/feed"/></outline><outline xmlUrl="https://wire.example/atom"/>';
    const { id } = await server.client.read({
      text: `<?xml version="1.0"?><opml version="2.0"><body>${outlines}</body></opml>`,
    });
    const events = await told(id);
    expect(asked).toEqual([
      'https://post.example/feed',
      'https://post.example/dock',
      'https://post.example/gone',
      'https://wire.example/atom',
      'https://post.example/dock',
    ]);
    expect(kinds(events)).toEqual(['queued', 'read', 'refused', 'read', 'done']);
    expect(events.at(-1)).toMatchObject({ read: 1, known: 1, refused: 1 });
  });

  it('of a list that names no feed is refused', async () => {
    const events = await told(
      (await server.client.read({ text: '<opml version="2.0"><body><outline text="a"/></body></opml>' })).id,
    );
    expect(events[1]).toMatchObject({ event: 'refused', reason: expect.stringMatching(/feed/) });
  });

  it('of files takes each for itself: texts, rows, and what cannot be read', async () => {
    const file = (name: string, words: string) => new File([words], name);
    const { id } = await server.client.readFiles(
      [
        file('coverage/a.txt', REPORT),
        file(
          'b.jsonl',
          '{"text":"The dock stays open, the owner said."}\n{"text":"The ferry sank, the pilot said."}\n',
        ),
        file('c.pdf', '%PDF-1.4'),
      ],
      { outlet: 'The Harbour Post' },
    );
    const events = await told(id);
    expect(kinds(events)).toEqual(['queued', 'read', 'read', 'read', 'refused', 'done']);
    expect(events.flatMap((one) => (one.event === 'read' ? [one.custody.address] : []))).toEqual([
      'a.txt',
      'b.jsonl#1',
      'b.jsonl#2',
    ]);
    expect((await server.client.documents({ outlet: 'The Harbour Post' })).total).toBe(3);
  });

  it('of a file that is too large refuses it alone', async () => {
    const { id } = await server.client.readFiles([
      new File(['x'.repeat(20 * 1024 * 1024 + 1)], 'large.txt'),
      new File([REPORT], 'a.txt'),
    ]);
    const events = await told(id);
    expect(events[1]).toMatchObject({ event: 'refused', input: 'large.txt', reason: 'is larger than 20 MB' });
    expect(events[2]).toMatchObject({ event: 'read' });
  });

  it('that breaks says so, and the next is read', async () => {
    let broken = true;
    const reader = {
      ...quickReader,
      read: async (...given: Parameters<typeof quickReader.read>) => {
        if (broken) throw new Error('out of memory');
        return quickReader.read(...given);
      },
    };
    const other = await served({ reader });
    const first = await other.client.read({ text: REPORT });
    const events: ReadEvent[] = [];
    for await (const event of other.client.progress(first.id)) events.push(event);
    expect(events[1]).toMatchObject({ event: 'refused', reason: expect.stringContaining('out of memory') });
    broken = false;
    const second = await other.client.read({ text: REPORT });
    for await (const event of other.client.progress(second.id)) if (event.event === 'done') expect(event.read).toBe(1);
    await other.close();
  });

  it('comes after those before it, whoever asks', async () => {
    const ids = await Promise.all(
      ['a', 'b', 'c'].map((name) => server.client.read({ text: `The ferry ${name} sank, the pilot said.` })),
    );
    await Promise.all(ids.map(({ id }) => told(id)));
    const { rows } = await server.client.entries();
    expect(rows.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  });
});

it('progress goes on where a reader of it left off', async () => {
  const { id } = await server.client.read({ text: REPORT });
  await told(id);
  const rest = await server.get(`/reads/${id}/progress`, { headers: { 'last-event-id': '1' } });
  expect(rest.headers['content-type']).toContain('text/event-stream');
  expect(rest.body).toMatch(/^: open\n\nid: 2\nevent: done\ndata: \{/);
});

it('tells others of every entry as it is written, and nothing twice', async () => {
  const changes: Change[] = [];
  const heard = (async () => {
    for await (const change of server.client.changes(0)) {
      changes.push(change);
      if (changes.length === 3) break;
    }
  })();
  const { id } = await server.client.read({ text: REPORT });
  await told(id);
  const [row] = (await server.client.statements()).rows;
  const on = { kind: 'statement', id: row!.attribution.id } as const;
  const { seq } = await server.client.decide({ verb: 'confirm', on, who: 'Ana' });
  await server.client.undo(seq, { who: 'Ana', why: 'too soon' });
  await heard;
  expect(changes.map(({ verb, who }) => [verb, who])).toEqual([
    ['read', 'hearsay'],
    ['confirm', 'Ana'],
    ['undo', 'Ana'],
  ]);
});
