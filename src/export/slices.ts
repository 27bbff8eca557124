import type { Reading } from '../read.ts';
import type { Span } from '../text/span.ts';

/** No slice, no row: throws where a span of the reading is not a slice of its text. Returns the reading. */
export function checkSlices(reading: Reading): Reading {
  const { length } = reading.document.text;
  for (const [where, span] of namedSpans(reading)) {
    const [start, end] = span;
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length)) {
      throw new Error(
        `${where} has span [${start}, ${end}), which is no slice of the text (0 to ${length}) of document ${reading.document.id}; read it again`,
      );
    }
  }
  return reading;
}

function* namedSpans(reading: Reading): Generator<[where: string, span: Span]> {
  const { document, attributions, entities, figures, times, places, events, unknowns } = reading;
  if (document.dateline) yield ['the dateline', document.dateline];
  for (const block of document.blocks) yield [`a ${block.kind}`, block.span];
  for (const a of attributions) {
    const pieces = [...a.content, ...a.cue, ...a.source, ...a.hedges, ...a.author.distance];
    for (const span of pieces) yield [`statement ${a.id}`, span];
    for (const hop of a.chain) if (hop.span) yield [`“${hop.name}” in the chain of ${a.id}`, hop.span];
  }
  for (const { id, mentions, office, affiliation } of entities)
    for (const span of [...mentions, office, affiliation]) if (span) yield [`entity ${id}`, span];
  for (const figure of figures) yield ['a figure', figure.span];
  for (const figure of figures) if (figure.of) yield ['what a figure counts', figure.of];
  for (const found of [...times, ...places, ...events, ...unknowns]) yield ['a finding', found.span];
  for (const { about, who } of unknowns) for (const span of [about, who]) if (span) yield ['what is unknown', span];
}
