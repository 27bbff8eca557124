import { afterEach, beforeEach, expect, it } from 'vitest';
import { captureOf } from '../../src/capture/capture-of.ts';
import { quickReader, type Served, served } from './served.ts';

let server: Served;
beforeEach(async () => {
  server = await served();
});
afterEach(() => server.close());

async function stored(bytes: Buffer, media: string, headers: Record<string, string> = {}): Promise<string> {
  const capture = captureOf({ bytes, address: 'page', media, headers, method: 'file' });
  const { document } = await server.ledger.store(capture, await quickReader.read(capture, {}), { reader: '1' });
  return document;
}

const PAGE =
  '<!doctype html><html><body><h1>Dock</h1><script>fetch("/api/v1/decisions")</script><p onclick="alert(1)">The mayor said the dock will close on Monday.</p></body></html>';

it('gives the bytes as they arrived, byte for byte', async () => {
  const bytes = Buffer.from(PAGE);
  const response = await server.get(`/documents/${await stored(bytes, 'text/html')}/capture`);
  expect(response.rawPayload.equals(bytes)).toBe(true);
});

it('nothing of a page runs, is fetched or is framed by others', async () => {
  const { headers } = await server.get(`/documents/${await stored(Buffer.from(PAGE), 'text/html')}/capture`);
  const policy = String(headers['content-security-policy']).split('; ');
  expect(policy).toEqual([
    'sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "frame-ancestors 'self'",
  ]);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-type']).toBe('text/html');
});

it.each([
  ['a text in UTF-8', Buffer.from('Čas, the mayor said.'), 'text/plain', {}, 'text/plain; charset=utf-8'],
  ['a text in another charset', Buffer.from('Caf\xe9, the mayor said.', 'latin1'), 'text/plain', {}, 'text/plain'],
  [
    'a page with a charset',
    Buffer.from(PAGE),
    'text/html',
    { 'content-type': 'text/html; Charset="windows-1251"' },
    'text/html; charset=windows-1251',
  ],
  [
    'a header that would add lines',
    Buffer.from(PAGE),
    'text/html',
    { 'content-type': 'text/html; charset=a\r\nset-cookie: b' },
    'text/html; charset=a',
  ],
  [
    'a row',
    Buffer.from('{"text":"The mayor said it rained."}'),
    'application/json',
    {},
    'application/json; charset=utf-8',
  ],
])('names the charset of %s', async (_what, bytes, media, told, expected) => {
  const { headers } = await server.get(`/documents/${await stored(bytes, media, told)}/capture`);
  expect(headers['content-type']).toBe(expected);
  expect(headers['set-cookie']).toBeUndefined();
});
