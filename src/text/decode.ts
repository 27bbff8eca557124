import { isUtf8 } from 'node:buffer';
import { utf16Order } from '../capture/binary-kind.ts';
import type { Capture } from '../capture/capture.ts';

/**
 * The bytes as text, without a byte-order mark. What fits no character becomes U+FFFD, so the text always goes back to UTF-8.
 * The bytes are believed before the header, and the header before the page: pages declare the wrong charset, bytes seldom
 * happen to be valid UTF-8.
 */
export async function decode(capture: Pick<Capture, 'bytes' | 'headers' | 'media'>): Promise<string> {
  return new TextDecoder(plainCharset(capture.bytes) ?? (await declaredOrGuessed(capture))).decode(capture.bytes);
}

function plainCharset(bytes: Uint8Array): string | null {
  return utf16Order(bytes) ?? (isUtf8(bytes) && !bytes.includes(escapeByte) ? 'utf-8' : null);
}

/** ISO-2022-JP is valid ASCII with escapes in it. */
const escapeByte = 0x1b;

/** Loaded when first needed: hardly anything is. */
const declaredOrGuessed: typeof decode = async (capture) => (await import('./charset.ts')).charsetOf(capture);
