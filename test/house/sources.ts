import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** below the folder, with slashes: "text/html/html-page.ts" */
  readonly path: string;
  readonly code: string;
}

/** The files of a folder whose names end so, in all its folders. */
export function filesUnder(folder: string, ending: string): SourceFile[] {
  const top = join(root, folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(top, file).replaceAll(sep, '/'), code: readFileSync(file, 'utf8') }));
}
