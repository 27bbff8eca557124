import type { StatementAnswer } from '../../api/client.ts';
import type { Attribution } from '../../attributions/attribution.ts';
import type { Note } from '../../export/notes.ts';
import { outerFirst } from '../../export/segments.ts';
import type { Span } from '../../text/span.ts';
import type { TextMark } from '../reader/marks.ts';

type Placed = Pick<StatementAnswer, 'passage'> & {
  readonly attribution: Pick<Attribution, 'content' | 'cue' | 'source'>;
};

/** The passage with as much blank before it as stands before it in its document: spans of the document fit it as they are. */
export function inPlace({ passage, attribution }: Placed): string {
  const starts = [attribution.content, attribution.cue, attribution.source].flat().map(([start]) => start);
  return ' '.repeat(Math.min(...starts) - passage.span[0]) + passage.text;
}

/** The marks of one statement alone. */
export function marksOf(attribution: Attribution): TextMark[] {
  const note: Note = {
    anchor: attribution.id,
    label: '',
    flags: attribution.kind === 'voice' ? ['voice'] : [],
    about: attribution,
    at: attribution.content[0]?.[0] ?? 0,
  };
  const of = (kind: TextMark['kind'], spans: readonly Span[]) =>
    spans.map((span) => ({ kind, span, note, lead: false }));
  return [
    ...of('content', attribution.content),
    ...of('cue', attribution.cue),
    ...of('source', attribution.source),
    ...of('hedge', attribution.hedges),
  ].sort(outerFirst);
}
