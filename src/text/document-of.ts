import type { Capture } from '../capture/capture.ts';
import type { Document } from './document.ts';

/** What the reader of a capture knows better than the page: it wins over what the page says. */
export interface Given {
  readonly outlet?: string;
  /** ISO 8601 date or time */
  readonly published?: string;
}

export async function documentOf(_capture: Capture, _given: Given = {}): Promise<Document> {
  throw new Error('not written yet');
}
