import type { Parse } from '../language/parse.ts';
import type { Document } from '../text/document.ts';
import type { Attribution } from './attribution.ts';

// Placeholder while the stage is written: "content," source said.
export function attribute(document: Document, parse: Parse): Attribution[] {
  const found: Attribution[] = [];
  for (const [start, end] of parse.sentences) {
    const m = /^([“"].+[”"]) ((?:[A-Z]\w+ ?)+|he|she) (said)/d.exec(document.text.slice(start, end));
    if (!m?.indices) continue;
    const at = (i: number) => [start + m.indices![i]![0], start + m.indices![i]![1]] as const;
    found.push({
      id: (start * 7919 + 281474976).toString(16).padStart(12, '0'),
      kind: 'attribution',
      manner: 'direct',
      content: [at(1)],
      cue: [at(3)],
      source: [at(2)],
      chain: [
        { name: m[2]!.trim(), kind: 'person', span: at(2), source: null },
        { name: document.outlet ?? 'this document', kind: 'outlet', span: null, source: null },
      ],
      polarity: 'affirms',
      certainty: 'certain',
      hedges: [],
      within: null,
      confidence: 0.8,
    });
  }
  return found;
}
