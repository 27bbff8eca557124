import type { Event, Figure, Place, Time } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import { slice } from '../text/span.ts';
import { escapeHtml } from './escape-html.ts';

/** What a passage has of figures, times, places and events, in text order. */
export interface Facts {
  readonly figures: readonly Figure[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly events: readonly Event[];
}

/** A line for each sort: "Figures at least 10,000 North Korean troops (10,000 or more)" */
export function factCards(
  { document: { text }, entities }: Reading,
  { figures, times, places, events }: Facts,
): string[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const party = (id: string | null) => escapeHtml((id && names.get(id)) ?? 'not told');
  return [
    line('Figures', figures, ({ span, of, ...bounds }) => {
      const counted = of ? ` <span class="counted">${escapeHtml(slice(text, of))}</span>` : '';
      return `${bold(text, span)}${counted} <small>(${range(bounds)})</small>`;
    }),
    line('When', times, ({ span, value }) => `${bold(text, span)} <small>(${value ?? 'left open'})</small>`),
    line('Where', places, ({ span, name, precision }) => {
      return `${bold(text, span)} <small>(${escapeHtml(name)}, ${precision ?? 'left open'})</small>`;
    }),
    line('Events', events, ({ span, code, mode, actor, recipient, polarity }) => {
      const what = mode ? `${code}, ${mode}` : code;
      const how = polarity === 'affirms' ? '' : `, ${polarity}`;
      return `${bold(text, span)} <small>(${escapeHtml(what)}: ${party(actor)} → ${party(recipient)}${how})</small>`;
    }),
  ].filter((card) => card !== null);
}

const bold = (text: string, span: Figure['span']): string => `<b>${escapeHtml(slice(text, span))}</b>`;

function line<Fact>(name: string, facts: readonly Fact[], told: (fact: Fact) => string): string | null {
  if (facts.length === 0) return null;
  const items = facts.map((fact) => `<li>${told(fact)}</li>`);
  return `<li class="figures"><span class="what">${name}</span><ul>${items.join('')}</ul></li>`;
}

function range({ min, max, unit, approximate }: Pick<Figure, 'min' | 'max' | 'unit' | 'approximate'>): string {
  const n = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
  const of = unit ? ` ${escapeHtml(unit)}` : '';
  const about = approximate ? 'about ' : '';
  if (min === null && max === null) return 'no number given';
  if (min === null) return `${about}${n(max!)}${of} or fewer`;
  if (max === null) return `${about}${n(min)}${of} or more`;
  return min === max ? `${about}${n(min)}${of}` : `${about}${n(min)} to ${n(max)}${of}`;
}
