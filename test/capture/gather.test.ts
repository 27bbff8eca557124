import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Capture } from '../../src/capture/capture.ts';
import { sha256 } from '../../src/capture/capture-of.ts';
import { countInputs } from '../../src/capture/count-inputs.ts';
import { type Gathering, gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const now = () => new Date('2024-11-23T10:00:00Z');

async function all(target: string, options: Gathering = {}): Promise<(Capture | Refusal)[]> {
  const found: (Capture | Refusal)[] = [];
  for await (const item of gather(target, { now, ...options })) found.push(item);
  return found;
}

async function one(target: string, options: Gathering = {}): Promise<Capture> {
  const [item, ...rest] = await all(target, options);
  expect(rest).toEqual([]);
  if (!item || item instanceof Refusal) throw new Error(`refused: ${item}`);
  return item;
}

async function refused(target: string, options: Gathering = {}): Promise<Refusal> {
  const [item, ...rest] = await all(target, options);
  expect(rest).toEqual([]);
  expect(item).toBeInstanceOf(Refusal);
  return item as Refusal;
}

const text = (capture: Capture | Refusal | undefined) =>
  capture instanceof Refusal ? `refused: ${capture.reason}` : Buffer.from(capture!.bytes).toString();

test('a file is kept byte for byte, with its hash, time and kind', async () => {
  writeFileSync(at('a.txt'), 'Mayor quits.\r\n');
  const capture = await one(at('a.txt'));
  expect(text(capture)).toBe('Mayor quits.\r\n');
  expect(capture).toMatchObject({
    address: at('a.txt'),
    at: '2024-11-23T10:00:00.000Z',
    method: 'file',
    headers: {},
    media: 'text/plain',
    sha256: sha256('Mayor quits.\r\n'),
  });
});

test.each([
  ['story.MD', '# Flood', 'text/markdown', 'letter case of the ending does not matter'],
  ['story.xhtml', '<p>Flood</p>', 'text/html', 'XHTML is read as HTML'],
  ['saved', '\n<!-- saved -->\n<!DOCTYPE html><p>Flood', 'text/html', 'no ending: the opening tells'],
  ['note', 'Flood <p> of', 'text/plain', 'a tag in the middle is text'],
])('%s is %s', async (name, content, media, why) => {
  writeFileSync(at(name), content);
  expect((await one(at(name))).media, why).toBe(media);
});

test.each<[name: string, content: string | Buffer, reason: RegExp]>([
  ['empty.txt', '', /is empty/],
  ['blank.txt', '\ufeff \r\n\t', /is empty/],
  ['scan.txt', '%PDF-1.7 …', /a PDF/],
  ['photo.html', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), /JPEG/],
  ['pack.txt', Buffer.from('504b0304140000', 'hex'), /ZIP/],
  ['noise.txt', Buffer.from(Array.from({ length: 2048 }, (_, i) => (i * 167 + (i >> 3)) % 256)), /binary data/],
  ['core.txt', Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7) % 32)), /binary data/],
])('%s is refused and its kind is named', async (name, content, reason) => {
  writeFileSync(at(name), content);
  const refusal = await refused(at(name));
  expect(refusal.reason).toMatch(reason);
  expect(refusal.address).toBe(at(name));
  expect(refusal.message).toBe(`${at(name)}: ${refusal.reason}; ${refusal.wayOut}`);
});

test('UTF-16, with or without a mark, and a stray NUL are text', async () => {
  writeFileSync(at('marked.txt'), Buffer.from('\ufeffMayor quits today.', 'utf16le'));
  writeFileSync(at('bare.txt'), Buffer.from('Mayor quits today.', 'utf16le'));
  writeFileSync(at('stray.html'), `<p>${'Mayor quits today. '.repeat(20)}\0</p>`);
  for (const name of ['marked.txt', 'bare.txt', 'stray.html']) await one(at(name));
});

test('a missing file is refused with its path', async () => {
  expect((await refused(at('nothing.txt'))).reason).toBe('no such file or folder');
});

test('100 MB is refused before it is read', async () => {
  writeFileSync(at('huge.txt'), 'x');
  truncateSync(at('huge.txt'), 100 * 1024 * 1024 + 1);
  expect((await refused(at('huge.txt'))).reason).toBe('is larger than 100 MB');
  rmSync(at('huge.txt'));
});

test('a folder comes sorted, with its folders; the rest is counted once', async () => {
  const root = at('coverage');
  mkdirSync(join(root, 'b', '.git'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  const files = [
    'c.txt',
    'a.html',
    'b/z.md',
    'b/.git/x.txt',
    'node_modules/y.txt',
    'README.md',
    'p.jpg',
    'q.JPG',
    'Makefile',
  ];
  for (const name of files) writeFileSync(join(root, name), `<p>${name}</p>`);
  writeFileSync(join(root, 'broken.txt'), '');
  symlinkSync(root, join(root, 'loop.txt'));
  const notes: string[] = [];
  const found = await all(root, { note: (note) => notes.push(note) });
  expect(found.map((item) => item.address.slice(root.length + 1))).toEqual(['a.html', 'b/z.md', 'broken.txt', 'c.txt']);
  expect(found.map((item) => item instanceof Refusal)).toEqual([false, false, true, false]);
  expect(notes).toEqual([`passed over 5 files in ${root}: 1 no extension, 1 README, 1 .txt, 2 .jpg`]);
  expect(await countInputs(root)).toBe(4);
});

test('a folder with nothing to read says what it could hold', async () => {
  mkdirSync(at('bare'));
  expect((await refused(at('bare'))).wayOut).toContain('.html');
  expect(await countInputs(at('bare'))).toBe(1);
});

test('JSON Lines give one capture a row, with the line in the address', async () => {
  writeFileSync(at('rows.jsonl'), '\ufeff{"text":"one"}\r\n\n{"text":"two"}\n{"te');
  const found = await all(at('rows.jsonl'));
  expect(found.map(text)).toEqual(['{"text":"one"}', '{"text":"two"}', '{"te']);
  expect(found.map((item) => item.address)).toEqual([1, 3, 4].map((n) => `${at('rows.jsonl')}#${n}`));
  expect(found[0]).toMatchObject({ method: 'row', media: 'application/json' });
  expect(await countInputs(at('rows.jsonl'))).toBe(3);
});

test('a row over the limit is refused by its line and the next goes on', async () => {
  writeFileSync(at('long.jsonl'), `{"text":"${'x'.repeat(200_000)}"}\n{"text":"two"}\n`);
  const found = await all(at('long.jsonl'), { limit: 100_000 });
  expect(found.map(text)).toEqual(['refused: is larger than 100000 bytes', '{"text":"two"}']);
  expect(found[0]!.address).toBe(`${at('long.jsonl')}#1`);
});

test('an empty JSON Lines file is refused', async () => {
  writeFileSync(at('none.jsonl'), '\n \n');
  expect((await refused(at('none.jsonl'))).reason).toBe('is empty');
});

const given = (content: string) => ({
  async *[Symbol.asyncIterator]() {
    // in pieces, as a pipe gives it
    for (let i = 0; i < content.length; i += 5) yield Buffer.from(content.slice(i, i + 5));
  },
});

test('standard input may be text, a page or rows', async () => {
  expect(await one('-', { stdin: given('Mayor quits.') })).toMatchObject({
    address: '-',
    method: 'stdin',
    media: 'text/plain',
  });
  expect((await one('-', { stdin: given('<html><p>Mayor quits.') })).media).toBe('text/html');
  const found = await all('-', { stdin: given('{"text":"one"}\n{"text":"two"}') });
  expect(found.map((item) => item.address)).toEqual(['-#1', '-#2']);
  expect((await refused('-', { stdin: given('Mayor quits.'), limit: 5 })).reason).toBe('is larger than 5 bytes');
});

test.skipIf(process.platform === 'win32')('a pipe is read as a file, a device is not', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  const writing = import('node:fs/promises').then(({ writeFile }) => writeFile(at('pipe'), 'Mayor quits.'));
  expect(text(await one(at('pipe')))).toBe('Mayor quits.');
  await writing;
  expect((await refused('/dev/null')).reason).toContain('device');
});

test('an address of another kind is refused', async () => {
  expect((await refused('ftp://news.example/a')).wayOut).toContain('https://');
});

test('a page is fetched with its redirects, headers and final address', async () => {
  const server = createServer((request, response) => {
    const type = { 'content-type': 'text/html; charset=windows-1251' };
    if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
    else if (request.url === '/new') response.writeHead(200, type).end('<p>Mayor quits.');
    else if (request.url === '/pdf') response.writeHead(200, type).end('%PDF-1.7');
    else if (request.url === '/slow') response.writeHead(200, type).write('<p>');
    else if (request.url === '/big') response.writeHead(200, type).end('x'.repeat(2000));
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const port = (server.address() as AddressInfo).port;
  const url = (path: string) => `http://127.0.0.1:${port}${path}`;
  try {
    const page = await one(url('/old'));
    expect(page).toMatchObject({ address: url('/new'), method: 'http', media: 'text/html' });
    expect(page.headers['content-type']).toBe('text/html; charset=windows-1251');
    expect((await refused(url('/gone'))).reason).toBe('the server answered 404 Not Found');
    expect((await refused(url('/pdf'))).reason).toContain('PDF');
    expect((await refused(url('/big'), { limit: 1000 })).reason).toBe('is larger than 1000 bytes');
    expect((await refused(url('/slow'), { timeout: 200 })).reason).toBe('no answer within 0.2 s');
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect((await refused(url('/closed'))).reason).toContain('ECONNREFUSED');
  expect((await refused('http://')).reason).toContain('could not be fetched');
});
