import { Refusal } from './refusal.ts';

/** In bytes. A long feature is 100 kB and a heavy page 5 MB; what is larger is an archive or a mistake, and would be held in memory whole. */
export const sizeLimit = 100 * 1024 * 1024;

export function checkSize(address: string, size: number, limit = sizeLimit): void {
  if (size <= limit) return;
  const wayOut = 'split it, or put one text a row into a .jsonl file, which is read row by row';
  throw new Refusal(address, `is larger than ${inWords(limit)}`, wayOut);
}

const inWords = (bytes: number) => (bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${bytes} bytes`);

/** All bytes of a stream of unknown length; refused as soon as the limit is passed. */
export async function readWithin(
  address: string,
  chunks: AsyncIterable<Uint8Array | string>,
  limit = sizeLimit,
): Promise<Buffer> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    checkSize(address, size, limit);
    kept.push(bytes);
  }
  return Buffer.concat(kept);
}
