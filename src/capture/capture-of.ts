import { createHash } from 'node:crypto';
import { binaryKind } from './binary-kind.ts';
import type { Capture } from './capture.ts';
import { Refusal } from './refusal.ts';

type Arrival = Pick<Capture, 'bytes' | 'address' | 'media'> & Partial<Pick<Capture, 'at' | 'method' | 'headers'>>;

/** Seals bytes as a capture. Refuses what holds no text: nothing at all, or a PDF, an image, an archive. */
export function captureOf({ bytes, address, media, at = null, method = 'paste', headers = {} }: Arrival): Capture {
  if (isBlank(bytes)) throw new Refusal(address, 'is empty', 'give a file with text in it');
  const binary = binaryKind(bytes);
  if (binary) throw new Refusal(address, `is ${binary}, not text`, 'save its text as .txt or .html and read that');
  return { bytes, address, at, method, headers, sha256: sha256(bytes), media };
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const spaces = new Set([9, 10, 12, 13, 32]);

/** Spaces, line ends and a byte-order mark are no text. */
function isBlank(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let i = start; i < bytes.length; i++) if (!spaces.has(bytes[i]!)) return false;
  return true;
}
