import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expand, type Weights } from './features.ts';

/** The tagger and parser of one language; see models/language-en/README.md. */
export interface LanguageModel {
  readonly tagger: Weights;
  readonly moves: Weights;
  readonly labels: Weights;
}

interface Manifest {
  readonly sha256: string;
  readonly parts: readonly { readonly name: keyof LanguageModel; readonly classes: number; readonly rows: number }[];
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
  const packed = readFileSync(new URL('weights.br', folder));
  const sha256 = createHash('sha256').update(packed).digest('hex');
  if (sha256 !== manifest.sha256) {
    throw new Error(`${folder.pathname}weights.br has SHA-256 ${sha256}, not ${manifest.sha256}: install Hearsay anew`);
  }
  const raw = brotliDecompressSync(packed);
  let at = 0;
  const parts = manifest.parts.map(({ name, classes, rows }): [string, Weights] => {
    const bytes = new Int8Array(raw.buffer, raw.byteOffset + at, classes * rows);
    at += bytes.length;
    return [name, { classes, rows, values: expand(bytes) }];
  });
  return Object.fromEntries(parts) as unknown as LanguageModel;
}
