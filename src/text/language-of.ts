import { isPlainEnglish } from './plain-english.ts';

/** Loaded when first needed: its tables take as long to load as forty reports to read. */
let loading: Promise<(sample: string) => Guess> | undefined;

interface Guess {
  readonly language: string;
  isReliable(): boolean;
}

async function loadDetector(): Promise<(sample: string) => Guess> {
  const { eld } = await import('eld/small');
  const detector = eld.newInstance();
  return (sample) => detector.detect(sample);
}

/** In UTF-16 units: more tells nothing new and takes longer. */
const sampleSize = 2000;
const fewestLetters = 20;

/** Languages the detector has never seen, so it would name a neighbour of theirs. */
const unseen = new Set([
  'sw',
  'ha',
  'so',
  'zu',
  'xh',
  'af',
  'ga',
  'cy',
  'mk',
  'bs',
  'kk',
  'uz',
  'mn',
  'ne',
  'si',
  'my',
  'km',
  'id',
  'mt',
  'lb',
  'gl',
]);

/** ISO 639-1 by the words themselves, else as the page has it ("en-GB"), else null. */
export async function languageOf(text: string, told?: string | null): Promise<string | null> {
  const declared = /^([a-z]{2})(?:[-_]|$)/i.exec(told?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
  if (declared && unseen.has(declared)) return declared;
  const sample = text.slice(0, sampleSize);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return null;
  if (isPlainEnglish(sample)) return 'en';
  loading ??= loadDetector();
  const found = (await loading)(sample);
  return found.isReliable() && found.language ? found.language : declared;
}
