import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../read.ts';
import type { Given } from '../text/document-of.ts';
import type { Ledger, ReadBy, Stored } from './ledger.ts';

export interface ReadInto {
  readonly stored: Stored;
  /** null where these bytes were read before by the same reader, and nothing else is told of them */
  readonly reading: Reading | null;
}

/** Reads a capture into a ledger. What people told of the same bytes before still holds. */
export async function readInto(
  ledger: Ledger,
  capture: Capture,
  { reader, given: told = {} }: ReadBy,
  read: (capture: Capture, given: Given) => Promise<Reading>,
): Promise<ReadInto> {
  const known = await ledger.arrive(capture, { reader, given: told });
  if (known) return { stored: known, reading: null };
  for (;;) {
    const before = await ledger.told(capture.sha256);
    const given = { ...before?.given, ...told };
    const decided = before?.decided ?? {};
    const reading = await read(capture, { ...given, ...decided });
    const stored = await ledger.store(capture, reading, { reader, given, decided });
    if (stored.because !== 'facts decided meanwhile') return { stored, reading };
  }
}

/** Reads a document of the ledger once more, where people decided otherwise since on what is told of it. */
export async function readAgain(
  ledger: Ledger,
  document: string,
  reader: string,
  read: (capture: Capture, given: Given) => Promise<Reading>,
): Promise<ReadInto> {
  const capture = await ledger.captured(document);
  if (!capture) throw new Error(`document ${document} is not in this ledger`);
  return readInto(ledger, capture, { reader }, read);
}
