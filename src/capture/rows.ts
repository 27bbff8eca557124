import type { Capture } from './capture.ts';
import { captureOf } from './capture-of.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { checkSize, sizeLimit } from './size-limit.ts';

const newline = 10;
const isBlank = (line: Buffer) => line.every((byte) => byte <= 32);
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines of a stream, without their ends, from line 1; `null` for a line over the limit, whose bytes are let go. */
export async function* lines(
  chunks: AsyncIterable<Uint8Array>,
  limit = sizeLimit,
): AsyncGenerator<readonly [number: number, line: Buffer | null]> {
  let number = 1;
  let held: Buffer[] = [];
  let size = 0;
  const take = (piece: Buffer) => {
    size += piece.length;
    if (size > limit) held = [];
    else held.push(piece);
  };
  const finish = () => {
    const line = size > limit ? null : Buffer.concat(held);
    held = [];
    size = 0;
    return [number++, line] as const;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      take(bytes.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    // a copy, since the stream may use its chunk again
    if (start < bytes.length) take(Buffer.from(bytes.subarray(start)));
  }
  if (size > 0) yield finish();
}

/** One capture a row of a JSON Lines stream, `coverage.jsonl#12`; blank lines are no rows. What a row says is read by the text stage. */
export async function* rows(
  address: string,
  chunks: AsyncIterable<Uint8Array>,
  at: string | null,
  limit = sizeLimit,
): AsyncGenerator<Capture | Refusal> {
  let found = false;
  for await (const [number, line] of lines(chunks, limit)) {
    if (line && isBlank(line)) continue;
    found = true;
    yield row(`${address}#${number}`, line, at, limit);
  }
  if (!found) yield new Refusal(address, 'is empty', 'give a file with text in it');
}

function row(address: string, line: Buffer | null, at: string | null, limit: number): Capture | Refusal {
  try {
    if (!line) checkSize(address, limit + 1, limit);
    return captureOf({ bytes: withoutMark(line!), address, at, method: 'row', media: 'application/json' });
  } catch (error) {
    return refusalOf(address, error);
  }
}

function withoutMark(line: Buffer): Buffer {
  const end = line.at(-1) === 13 ? line.length - 1 : line.length;
  return line.subarray(line.subarray(0, 3).equals(mark) ? 3 : 0, end);
}
