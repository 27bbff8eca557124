import chardet from 'chardet';
import sniffHtml from 'html-encoding-sniffer';
import type { Capture } from '../capture/capture.ts';

type Bytes = Pick<Capture, 'bytes' | 'headers' | 'media'>;

/** The encoding of bytes that are not plainly UTF-8: as declared, else guessed. */
export function charsetOf({ bytes, headers, media }: Bytes): string {
  const declared = declaredCharset(bytes, headers, media);
  if (declared && declared !== 'UTF-8') return declared;
  return isMostlyUtf8(bytes) ? 'utf-8' : guessCharset(bytes);
}

function declaredCharset(bytes: Uint8Array, headers: Capture['headers'], media: string): string | null {
  const label = /charset\s*=\s*["']?([\w:.-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  const transport = label ? { transportLayerEncodingLabel: label } : {};
  const prescan = media === 'text/html' ? 4096 : 0;
  const name = sniffHtml(bytes, { ...transport, maxPrescanBytes: prescan, defaultEncoding: unknown });
  return name === unknown || name === 'x-user-defined' || name === 'replacement' ? null : name;
}

const unknown = 'unknown';

/** UTF-8 cut off at the end, or with one bad byte in it, is still UTF-8. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken * 10 <= foreign;
}

const sampleSize = 4096;

/** Below this share of bytes over 127 a text is Latin with a few marks (“ ” é), where the guess is at its worst. */
const latinShare = 0.03;

function guessCharset(bytes: Uint8Array): string {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 127) - 64);
  const sample = bytes.subarray(first, first + sampleSize);
  const high = sample.filter((byte) => byte > 127).length;
  if (high < sample.length * latinShare) return 'windows-1252';
  const guess = chardet.detect(sample) ?? 'windows-1252';
  return isDecodable(guess) ? guess : 'windows-1252';
}

function isDecodable(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}
