import type { Span } from '../text/span.ts';
import { escapeHtml } from './escape-html.ts';
import { isStatement, type Mark, type Note } from './notes.ts';
import { segments } from './segments.ts';

/** A passage with its marks as HTML. Without its tags it is the text, character for character: numbers are drawn by the style. */
export function passage(text: string, span: Span, marks: readonly Mark[]): string {
  const out: string[] = [];
  let depth = 0;
  for (const step of segments(span, marks)) {
    if (step.kind === 'text') {
      out.push(escapeHtml(text.slice(...step.span)));
      continue;
    }
    if (step.kind === 'point') {
      if (step.first && step.mark.lead) out.push(number(step.mark.note!, true));
      continue;
    }
    const { mark } = step;
    const tag = TAGS[mark.kind];
    if (step.kind === 'close') {
      out.push(`</${tag}>`);
      if (tag === 'mark') depth--;
      continue;
    }
    const leads = step.first && mark.lead;
    out.push(`<${tag} ${attributes(mark, depth, leads)}>`);
    if (leads) out.push(number(mark.note!, false));
    if (tag === 'mark') depth++;
  }
  return out.join('');
}

const TAGS = {
  content: 'mark',
  unknown: 'mark',
  cue: 'span',
  source: 'b',
  hedge: 'i',
  topic: 'span',
  figure: 'span',
} as const satisfies Record<Mark['kind'], string>;

function attributes({ kind, note }: Mark, depth: number, leads: boolean): string {
  if (!note) return `class="${kind}"`;
  const classes = kind === 'content' || kind === 'unknown' ? ['m', ...looks(note), `n${Math.min(depth, 3)}`] : [kind];
  const id = leads ? ` id="s-${escapeHtml(note.anchor)}"` : '';
  return `class="${classes.join(' ')}"${id} data-s="${escapeHtml(note.anchor)}"`;
}

/** The classes that a mark and its card have in common. */
export function looks({ about, flags }: Note): string[] {
  return isStatement(about) ? [about.polarity, ...flags] : [...flags];
}

/** "3" → "statement 3", "?2" → "unknown 2" */
export function spoken({ label, flags }: Note): string {
  const n = label.replace(/^\D/, '');
  if (flags.includes('unknown')) return `unknown ${n}`;
  return flags.includes('voice') ? `statement ${n} of the report itself` : `statement ${n}`;
}

function number(note: Note, isAnchor: boolean): string {
  const anchor = escapeHtml(note.anchor);
  const id = isAnchor ? ` id="s-${anchor}"` : '';
  const classes = ['ref', ...looks(note)].join(' ');
  const says = `aria-label="${spoken(note)}" aria-describedby="d-${anchor}"`;
  return `<a class="${classes}"${id} data-s="${anchor}" href="#c-${anchor}" data-n="${note.label}" ${says}></a>`;
}
