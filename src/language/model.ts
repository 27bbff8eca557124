import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { type MoveWeights, moveWeights, sparseWeights, type Weights } from './weights.ts';

/** The tagger and parser of one language; see models/language-en/README.md. */
export interface LanguageModel {
  readonly tagger: Weights;
  readonly moves: MoveWeights;
  readonly labels: Weights;
}

interface Part {
  readonly classes: number;
  readonly rows: number;
  /** how many weights are not 0 */
  readonly filled: number;
}
interface Manifest {
  readonly sha256: string;
  /** of the weights without compression */
  readonly size: number;
  readonly parts: Readonly<Record<keyof LanguageModel, Part>>;
}

const ENGLISH = new URL('../../models/language-en/', import.meta.url);
let english: LanguageModel | undefined;

/** The model that comes with the package, read once. */
export function englishModel(): LanguageModel {
  english ??= loadModel(ENGLISH);
  return english;
}

/** @throws Error when the weights are not those that the manifest names */
export function loadModel(folder: URL): LanguageModel {
  const manifest: Manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  const packed = readFileSync(new URL('weights.zst', folder));
  const sha256 = createHash('sha256').update(packed).digest('hex');
  if (sha256 !== manifest.sha256) {
    throw new Error(
      `${folder.pathname}weights.zst has SHA-256 ${sha256}, not ${manifest.sha256}: install Hearsay anew`,
    );
  }
  // one chunk: by default it grows in pieces of 16 KB, which takes longer than the rest
  return unpack(zstdDecompressSync(packed, { chunkSize: manifest.size }), manifest.parts);
}

function unpack(raw: Uint8Array, { tagger, moves, labels }: Manifest['parts']): LanguageModel {
  let at = raw.byteOffset;
  const next = (length: number): Uint8Array => {
    at += length;
    return new Uint8Array(raw.buffer, at - length, length);
  };
  const sparse = (part: Part): Weights =>
    sparseWeights(part, next(part.rows), next(part.filled), signed(next(part.filled)));
  return {
    tagger: sparse(tagger),
    moves: moveWeights(moves.rows, signed(next(moves.classes * moves.rows))),
    labels: sparse(labels),
  };
}

const signed = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
