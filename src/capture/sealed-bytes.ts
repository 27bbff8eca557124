import type { Capture } from './capture.ts';
import { captureOf } from './capture-of.ts';
import { jsonLines, mediaOf, sniffMedia } from './media.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { rows } from './rows.ts';

export interface Arriving {
  /** a path, or the name under which a file was sent */
  readonly address: string;
  readonly bytes: Buffer;
  /** when they arrived, ISO 8601 in UTC */
  readonly at: string;
  readonly method: Capture['method'];
  /** told by its name or its opening, unless given */
  readonly media?: string;
  readonly limit?: number | undefined;
}

/** The captures in some bytes: one, or one a row of JSON Lines. What cannot be read comes as a refusal. */
export async function* sealedBytes(arriving: Arriving): AsyncGenerator<Capture | Refusal> {
  const { address, bytes, at, method, limit } = arriving;
  const media = arriving.media ?? mediaOf(address) ?? sniffMedia(bytes);
  if (media === jsonLines) {
    yield* rows(address, pieces(bytes), at, limit);
    return;
  }
  try {
    yield captureOf({ bytes, address, media, at, method });
  } catch (error) {
    yield refusalOf(address, error);
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
