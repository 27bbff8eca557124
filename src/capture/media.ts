import { basename, extname } from 'node:path';

/** JSON Lines: one capture for each row, so no capture has this kind itself. */
export const jsonLines = 'application/x-ndjson';

const byExtension: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.jsonl': jsonLines,
  '.ndjson': jsonLines,
};

export const knownExtensions: readonly string[] = Object.keys(byExtension);

/** By the name of a file; null where the name does not tell. */
export const mediaOf = (path: string): string | null => byExtension[extname(path).toLowerCase()] ?? null;

/** README files in a folder tell about the texts; they are none. */
export const isReadme = (path: string): boolean => /^readme(\.|$)/i.test(basename(path));

/** By the opening of the bytes: a tag, a JSON object that ends its line, or else plain text. */
export function sniffMedia(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
  const opening = head.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll(/<!--[\s\S]*?-->|<\?xml[^>]*>/g, '');
  if (/^\s*<(!doctype\s+html|html|head|body|meta|article|div|p)\b/i.test(opening)) return 'text/html';
  return /^\s*\{\s*"/.test(opening) ? jsonLines : 'text/plain';
}

/** By the Content-Type header: "text/html; charset=windows-1251". */
export function mediaOfHeader(header: string | undefined): string | null {
  const type = header?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'text/html';
  if (type === 'text/markdown' || type === 'text/plain') return type;
  return /^application\/(x-)?(ndjson|jsonl(ines)?)$/.test(type) ? jsonLines : null;
}
