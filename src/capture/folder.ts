import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isReadme, knownExtensions, mediaOf } from './media.ts';
import { Refusal, refusalOf } from './refusal.ts';

/** What a walk through a folder left out, counted by kind: { ".jpg": 3, "README": 1 }. */
export type PassedOver = Map<string, number>;

const isHidden = (name: string) => name.startsWith('.') || name === 'node_modules';

/** The files of a folder that can be read, sorted by name, one folder at a time; what is left out is counted. */
export async function* filesIn(folder: string, passedOver: PassedOver = new Map()): AsyncGenerator<string | Refusal> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield refusalOf(folder, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, passedOver);
    else if (isWanted(entry) && !(await isLinkedFolder(entry, path))) yield path;
    else passOver(passedOver, entry.name);
  }
}

const isWanted = (entry: Dirent) =>
  (entry.isFile() || entry.isSymbolicLink()) && mediaOf(entry.name) !== null && !isReadme(entry.name);

/** Linked folders are passed over, since they may lead back here. */
async function isLinkedFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function passOver(passedOver: PassedOver, name: string): void {
  const kind = isReadme(name) ? 'README' : extname(name).toLowerCase() || 'no extension';
  passedOver.set(kind, (passedOver.get(kind) ?? 0) + 1);
}

/** "passed over 4 files in coverage: 3 .jpg, 1 README" */
export function passedOverNote(folder: string, passedOver: PassedOver): string | null {
  const total = [...passedOver.values()].reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const kinds = [...passedOver].map(([kind, n]) => `${n} ${kind}`).join(', ');
  return `passed over ${total} ${total === 1 ? 'file' : 'files'} in ${folder}: ${kinds}`;
}

export const nothingToRead = (folder: string): Refusal =>
  new Refusal(folder, 'holds no file that can be read', `put texts there as ${knownExtensions.join(' ')}`);
