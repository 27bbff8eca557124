import type { Document } from '../text/document.ts';
import type { Hop } from './attribution.ts';
import { sourceKind } from './source-kind.ts';

/** The document: the last link of every chain. */
export function ownHop(document: Document): Hop {
  const name = document.outlet ?? document.title ?? document.address;
  if (!document.outlet) return { name, kind: 'document', span: null, source: null, basis: null };
  const kind = sourceKind(name) === 'agency' ? 'agency' : 'outlet';
  return { name, kind, span: null, source: null, basis: null };
}
