/** Opening bytes, in hex, of what is often mistaken for a text. */
const signatures: readonly (readonly [hex: string, name: string])[] = [
  ['25504446', 'a PDF'],
  ['504b0304', 'a ZIP archive or an office document'],
  ['504b0506', 'an empty ZIP archive'],
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['52494646', 'a WebP image or a sound file'],
  ['49492a00', 'a TIFF image'],
  ['4d4d002a', 'a TIFF image'],
  ['1f8b', 'a gzip file'],
  ['28b52ffd', 'a Zstandard file'],
  ['425a68', 'a bzip2 file'],
  ['fd377a585a00', 'an xz file'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['d0cf11e0a1b11ae1', 'an old office document'],
  ['7b5c727466', 'an RTF document'],
  ['53514c69746520666f726d6174203300', 'an SQLite database'],
  ['494433', 'an MP3 sound file'],
  ['4f676753', 'an Ogg sound file'],
  ['7f454c46', 'a program'],
  ['4d5a9000', 'a program'],
  ['0061736d', 'a WebAssembly program'],
];

/** A text page may hold a stray NUL or control character; one in every fifty bytes is no text. */
const controlShare = 1 / 50;
const sampleSize = 4096;

/** "a PDF", "binary data", or null where the bytes may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, sampleSize));
  const hex = head.subarray(0, 16).toString('hex');
  const named = signatures.find(([signature]) => hex.startsWith(signature));
  if (named) return named[1];
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'a video or sound file';
  return looksBinary(head) ? 'binary data' : null;
}

function looksBinary(head: Buffer): boolean {
  if (isUtf16(head)) return false;
  let controls = 0;
  for (const byte of head) if (byte < 7 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls > head.length * controlShare;
}

/** A byte-order mark, or NULs in every other place only: UTF-16 as Windows writes it. */
export function isUtf16(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return utf16Order(head) !== null;
}

/** Which byte of a pair is mostly NUL where the other never is: `utf-16le` "H·i·", `utf-16be` "·H·i". */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, sampleSize);
  if (!head.includes(0)) return null;
  const first = head.filter((byte, i) => byte === 0 && i % 2 === 0).length;
  const second = head.filter((byte, i) => byte === 0 && i % 2 === 1).length;
  const most = Math.max(4, head.length * 0.35);
  if (second > most && first === 0) return 'utf-16le';
  return first > most && second === 0 ? 'utf-16be' : null;
}
