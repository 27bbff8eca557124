import type { Attribution } from '../attributions/attribution.ts';
import type { Document } from '../text/document.ts';
import { containsAny, overlaps, type Span } from '../text/span.ts';
import { plain, wrap } from './shorten.ts';
import type { Terminal } from './terminal.ts';

// A passage is there to be read: about a screen of it.
const most = 1200;

/** The blocks in which a statement stands, its words marked: by colour, or what is said by [brackets]. */
export function passageLines(document: Document, attribution: Attribution, terminal: Terminal): string[] {
  const parts = [attribution.content, attribution.cue, attribution.source].flat();
  const touched = document.blocks.filter((block) => parts.some((part) => overlaps(part, block.span)));
  const areas = touched.length > 0 ? touched.map((block) => block.span) : parts;
  return areas.flatMap((area, i) => {
    const lines = wrap(marked(document.text, near(area, parts), attribution, terminal), terminal.width - 4);
    return [...(i > 0 ? [''] : []), ...lines.map((line) => `    ${line}`)];
  });
}

/** So much of a long block as lies around the statement. */
function near([start, end]: Span, parts: readonly Span[]): Span {
  if (end - start <= most) return [start, end];
  const first = Math.min(...parts.filter((part) => overlaps(part, [start, end])).map((part) => part[0]));
  const from = Math.max(start, first - most / 4);
  return [from, Math.min(end, from + most)];
}

function marked(text: string, [start, end]: Span, attribution: Attribution, { style, colour }: Terminal): string {
  const { content, cue, source, hedges } = attribution;
  const edges = [content, cue, source, hedges].flat(2).filter((edge) => edge > start && edge < end);
  const points = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  let out = start > 0 && /\S/.test(text[start - 1]!) ? '…' : '';
  for (let i = 0; i + 1 < points.length; i++) {
    const span: Span = [points[i]!, points[i + 1]!];
    const inContent = containsAny(content, span);
    const words = spaced(text.slice(...span));
    if (!colour) {
      const opens = inContent && content.some((piece) => piece[0] === span[0]);
      const closes = inContent && content.some((piece) => piece[1] === span[1]);
      out += `${opens ? '[' : ''}${words}${closes ? ']' : ''}`;
    } else if (containsAny(hedges, span)) out += style(['yellow', 'bold'], words);
    else if (containsAny(cue, span)) out += style('magenta', words);
    else if (containsAny(source, span)) out += style('green', words);
    else out += inContent ? style(['bold', 'underline'], words) : words;
  }
  return out + (end < text.length && /\S/.test(text[end]!) ? '…' : '');
}

/** As `plain`, with the spaces at the ends that lie between two marks. */
function spaced(words: string): string {
  const space = (at: string | undefined) => (at !== undefined && /\s/.test(at) ? ' ' : '');
  return plain(words) === '' ? space(words[0]) : `${space(words[0])}${plain(words)}${space(words.at(-1))}`;
}
