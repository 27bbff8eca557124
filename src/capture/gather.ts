import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Capture } from './capture.ts';
import { type Fetching, fetchPage } from './fetch-page.ts';
import { filesIn, nothingToRead, type PassedOver, passedOverNote } from './folder.ts';
import { jsonLines, mediaOf } from './media.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { rows } from './rows.ts';
import { sealedBytes } from './sealed-bytes.ts';
import { checkSize, readWithin } from './size-limit.ts';

export interface Gathering extends Fetching {
  /** told once for each folder: "passed over 4 files in coverage: 3 .jpg, 1 README" */
  readonly note?: (note: string) => void;
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/**
 * The captures of one target: a file, a folder, a URL, or `-` for standard input. They come one by one, so a folder of any size fits in memory.
 * What cannot be read comes as a refusal in its place, and the rest goes on.
 */
export async function* gather(target: string, options: Gathering = {}): AsyncGenerator<Capture | Refusal> {
  try {
    if (target === '-') yield* fromStdin(options);
    else if (/^https?:/i.test(target)) yield await fetchPage(target, options);
    else if (/^[a-z][a-z+.-]+:\/\//i.test(target)) yield* fromPath(pathOf(target), options);
    else yield* fromPath(target, options);
  } catch (error) {
    yield refusalOf(target, error);
  }
}

function pathOf(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url);
  throw new Refusal(
    url,
    'is no address of a kind read here',
    'give http:// or https://, a path, or - for standard input',
  );
}

async function* fromPath(path: string, options: Gathering): AsyncGenerator<Capture | Refusal> {
  const found = await stat(path);
  if (found.isDirectory()) yield* fromFolder(path, options);
  else yield* fromFile(path, options);
}

async function* fromFolder(folder: string, options: Gathering): AsyncGenerator<Capture | Refusal> {
  const passedOver: PassedOver = new Map();
  let found = false;
  for await (const file of filesIn(folder, passedOver)) {
    found = true;
    if (file instanceof Refusal) yield file;
    else yield* gather(file, options);
  }
  const note = passedOverNote(folder, passedOver);
  if (note) options.note?.(note);
  if (!found) yield nothingToRead(folder);
}

async function* fromFile(path: string, options: Gathering): AsyncGenerator<Capture | Refusal> {
  const at = clock(options);
  if (mediaOf(path) === jsonLines) {
    yield* rows(path, createReadStream(path), at, options.limit);
    return;
  }
  const bytes = await bytesOf(path, options.limit);
  yield* sealedBytes({ address: path, bytes, at, method: 'file', limit: options.limit });
}

/** A pipe has no size to look at beforehand: `hearsay read <(unzip -p story.zip)`. */
async function bytesOf(path: string, limit?: number): Promise<Buffer> {
  const found = await stat(path);
  if (found.isFIFO()) return readWithin(path, createReadStream(path), limit);
  if (!found.isFile()) throw new Refusal(path, 'is a device, not a file', 'give a file, or - for standard input');
  checkSize(path, found.size, limit);
  return readFile(path);
}

async function* fromStdin(options: Gathering): AsyncGenerator<Capture | Refusal> {
  const bytes = await readWithin('-', options.stdin ?? process.stdin, options.limit);
  yield* sealedBytes({ address: '-', bytes, at: clock(options), method: 'stdin', limit: options.limit });
}

const clock = ({ now = () => new Date() }: Gathering) => now().toISOString();
