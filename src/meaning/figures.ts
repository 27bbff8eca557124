import type { Document } from '../text/document.ts';
import type { Figure } from './meaning.ts';

export function figures(_document: Document): Figure[] {
  return [];
}
