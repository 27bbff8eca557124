import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { filesIn } from './folder.ts';
import { jsonLines, mediaOf } from './media.ts';
import { lines } from './rows.ts';

/** How many captures and refusals `gather` will yield for a target: names and line ends are counted, nothing is opened that need not be. */
export async function countInputs(target: string): Promise<number> {
  if (target === '-' || /^[a-z][a-z+.-]+:\/\//i.test(target)) return 1;
  const found = await stat(target).catch(() => null);
  if (!found?.isDirectory()) return countFile(target);
  let total = 0;
  for await (const file of filesIn(target)) total += typeof file === 'string' ? await countFile(file) : 1;
  return Math.max(total, 1);
}

async function countFile(path: string): Promise<number> {
  if (mediaOf(path) !== jsonLines) return 1;
  let total = 0;
  try {
    for await (const [, line] of lines(createReadStream(path))) if (!line || line.some((byte) => byte > 32)) total++;
  } catch {
    return Math.max(total, 1);
  }
  return Math.max(total, 1);
}
