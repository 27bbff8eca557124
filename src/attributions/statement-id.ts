import { hash } from 'node:crypto';
import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';

/**
 * The same words in the same place have the same id, whatever else a later version finds.
 *
 * @param nth where a person added it again: how often it was added before
 */
export function statementId(
  document: Pick<Document, 'id'>,
  kind: Attribution['kind'],
  content: readonly Span[],
  cue: readonly Span[],
  nth = 0,
): string {
  return hash('sha256', JSON.stringify([document.id, kind, content, cue, ...(nth > 0 ? [nth] : [])])).slice(0, 12);
}
