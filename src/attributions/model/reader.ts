import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ConfidenceWeights } from './confidence.ts';
import { ModelBroken } from './model-broken.ts';
import type { Window } from './windows.ts';
import { type WordPieces, wordPieces } from './word-pieces.ts';

/** The reading model in memory; see models/attribution-en/README.md. */
export interface Reader {
  readonly pieces: WordPieces;
  /** what was measured when it was made: thresholds, and what the confidence is made of */
  readonly manifest: Manifest;
  /** Vectors of a window's words, and how likely each is the head of a cue: as an outermost one, and as any. */
  readonly cues: (window: Window) => Promise<{ readonly words: Float32Array; readonly cues: Float32Array }>;
  /** For each cue of a paragraph, the log probabilities of its words' labels. */
  readonly roles: (words: Float32Array, cues: readonly number[]) => Promise<Float32Array>;
}

export interface Manifest {
  readonly name: string;
  readonly version: number;
  readonly files: Readonly<Record<string, string>>;
  /** a cue less likely than this is none: an outermost one, and one inside another's content; the least confidence of nobody's */
  readonly least: { readonly outer: number; readonly inner: number; readonly sourceless: number };
  readonly confidence: ConfidenceWeights;
}

/** Numbers in the vector of a word. */
export const VECTOR = 384;

const ENGLISH = new URL('../../../models/attribution-en/', import.meta.url);
const loaded = new Map<number, Promise<Reader>>();

/** Two read a window in two thirds of the time of one, on two cores; four on two cores are slower than one. */
export const THREADS = 2;

/** The model that comes with the package, read once for each number of threads. */
export function englishReader(threads = THREADS): Promise<Reader> {
  const known = loaded.get(threads);
  if (known) return known;
  const reader = loadReader(ENGLISH, threads);
  loaded.set(threads, reader);
  reader.catch(() => loaded.delete(threads)); // mended files are read at the next try
  return reader;
}

/** @throws ModelBroken when a file is missing or not the one that the manifest names */
export async function loadReader(folder: URL, threads: number): Promise<Reader> {
  const manifest: Manifest = JSON.parse(readFile(folder, 'manifest.json').toString('utf8'));
  const file = (name: string): Buffer => {
    const bytes = readFile(folder, name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 === manifest.files[name]) return bytes;
    throw broken(`${folder.pathname}${name} has SHA-256 ${sha256}, not ${manifest.files[name]}`);
  };
  const ort = await runtime();
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'basic', // export.py fused what is worth it
    // threads that wait by spinning take the processor from each other: two of them were slower than one
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
  const [encoder, roles] = [
    await ort.InferenceSession.create(file('encoder.onnx'), options),
    await ort.InferenceSession.create(file('roles.onnx'), options),
  ];
  const ints = (numbers: Int32Array): Tensor => new ort.Tensor('int32', numbers, [numbers.length]);
  return {
    pieces: wordPieces(file('vocabulary.txt').toString('utf8')),
    manifest,
    cues: async ({ ids, case: cases, quoted, first }) => {
      const out = await encoder.run({ ids: ints(ids), case: ints(cases), quoted: ints(quoted), first: ints(first) });
      return { words: out.words!.data as Float32Array, cues: out.cues!.data as Float32Array };
    },
    roles: async (words, cues) => {
      const vectors = new ort.Tensor('float32', words, [words.length / VECTOR, VECTOR]);
      const out = await roles.run({ words: vectors, cues: ints(Int32Array.from(cues)) });
      return out.labels!.data as Float32Array;
    },
  };
}

const broken = (what: string, cause?: unknown): ModelBroken =>
  new ModelBroken(`${what}. Install Hearsay anew, or read with --model fast`, { cause });

function readFile(folder: URL, name: string): Buffer {
  try {
    return readFileSync(new URL(name, folder));
  } catch (error) {
    throw broken(`${folder.pathname}${name} cannot be read (${(error as Error).message})`, error);
  }
}

/** Loaded when it is needed: the fast model and `--version` do without. */
async function runtime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return (await import('onnxruntime-node')).default;
  } catch (error) {
    throw broken(`onnxruntime does not run here (${(error as Error).message})`, error);
  }
}
