import type { Parse } from '../language/parse.ts';
import { dependentOf, lower } from './tree.ts';

/** "should it rain", "had he known": a condition without "if" */
export function isInverted(parse: Parse, clause: number): boolean {
  const subject = dependentOf(parse, clause, 'nsubj', 'nsubjpass');
  const first = dependentOf(parse, clause, 'aux');
  if (parse.words[clause]!.label !== 'advcl' || subject === undefined || first === undefined) return false;
  return first < subject && /^(?:should|had|were)$/.test(lower(parse.words[first]!));
}
