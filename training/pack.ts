import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { constants, zstdCompressSync } from 'node:zlib';

/** Weights as bytes, `rows` × `classes`; see `averaged`. */
export interface Dense {
  readonly classes: number;
  readonly rows: number;
  readonly bytes: Int8Array;
}

/** The columns of the weights that are not 0: how many in each row, their classes, their values. */
export function columns({ classes, rows, bytes }: Dense) {
  const counts = new Uint8Array(rows);
  const filled = bytes.reduce((sum, byte) => (byte ? sum + 1 : sum), 0);
  const made = { counts, classes: new Uint8Array(filled), values: new Int8Array(filled) };
  let next = 0;
  bytes.forEach((byte, i) => {
    if (byte === 0) return;
    counts[Math.floor(i / classes)]!++;
    made.classes[next] = i % classes;
    made.values[next++] = byte;
  });
  return made;
}

type Parts = Readonly<Record<'tagger' | 'moves' | 'labels', Dense>>;

/** Writes weights and manifest as `loadModel` reads them. @returns the manifest */
export function writeModel(folder: string, parts: Parts, about: Readonly<Record<string, unknown>>) {
  const { tagger, moves, labels } = parts;
  const raw = Buffer.concat([...streams(tagger), bufferOf(moves.bytes), ...streams(labels)]);
  const packed = zstdCompressSync(raw, {
    params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_windowLog]: 24 },
  });
  const sizes = Object.entries(parts).map(([name, part]) => [name, sizeOf(part)]);
  const { scores, ...named } = about;
  const manifest = {
    ...named,
    sha256: createHash('sha256').update(packed).digest('hex'),
    bytes: packed.length,
    size: raw.length,
    parts: Object.fromEntries(sizes),
    scores,
  };
  writeFileSync(`${folder}/weights.zst`, packed);
  writeFileSync(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function streams(part: Dense): Buffer[] {
  const { counts, classes, values } = columns(part);
  return [bufferOf(counts), bufferOf(classes), bufferOf(values)];
}

const sizeOf = ({ classes, rows, bytes }: Dense) => ({
  classes,
  rows,
  filled: bytes.reduce((sum, byte) => (byte ? sum + 1 : sum), 0),
});

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Int8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
