import type { Document } from '../text/document.ts';
import type { Unknown } from './meaning.ts';

export function unknowns(_document: Document): Unknown[] {
  return [];
}
