import { createHash } from 'node:crypto';
import type { Reading } from '../read.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The same for equal values, in whatever order their fields were written. */
export const digest = (value: unknown): string => sha256(JSON.stringify(value, inOrder));

/** Covers everything a reading says; the text is in it by its hash. */
export function readingDigest(reading: Reading): string {
  const { text: _, ...document } = reading.document;
  return digest({ ...reading, document });
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
