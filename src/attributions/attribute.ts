import type { Parse } from '../language/parse.ts';
import type { Document } from '../text/document.ts';
import type { Attribution } from './attribution.ts';
import { propose } from './propose.ts';
import { englishCues } from './lexicon.ts';
import { select } from './select.ts';

export function attribute(document: Document, parse: Parse): Attribution[] {
  const chosen = select(parse, propose(parse, englishCues()));
  return chosen.map(({candidate: c, within}, i) => ({
      id: `${document.id}-${i}`, kind: 'attribution', manner: 'indirect', content: c.content, cue: c.cue, source: c.source, chain: [], polarity: 'affirms', certainty: 'certain', hedges: [], within: within === null ? null : `${document.id}-${within}`, confidence: c.rate }));
}
