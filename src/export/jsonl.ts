import { createHash } from 'node:crypto';
import { Compile } from 'typebox/compile';
import type { Reading } from '../read.ts';
import { ReadingSchema, type Row } from './schema.ts';
import { checkSlices } from './slices.ts';

/** One JSON object on one line, without a line end; keys in the order of the contract. */
export function jsonl(reading: Reading): string {
  return JSON.stringify(rowOf(checkSlices(reading))).replace(LINE_ENDS, escapeLineEnd);
}

// JSON lets these stand in a string, but Python's splitlines and others break the line at them.
const LINE_ENDS = /[\u0085\u2028\u2029]/g;
const escapeLineEnd = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The reading on one level, keys in the order of the contract. */
export function rowOf({ document, ...found }: Reading): Row {
  const flat: Row = { ...document, ...found };
  return inOrder(ReadingSchema as unknown as Shape, flat) as Row;
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

// Any key the schema does not know is dropped, and the compiler says so first (schemaFitsRow).
function inOrder(shape: Shape, value: unknown): unknown {
  if (shape.items && Array.isArray(value)) return value.map((item) => inOrder(shape.items!, item));
  if (!shape.properties || value === null || typeof value !== 'object') return value;
  const from = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(shape.properties).map(([key, inner]) => [key, inOrder(inner, from[key])]));
}

let check: ReturnType<typeof Compile<typeof ReadingSchema>> | undefined;

/** The way back from a line that `jsonl` wrote. Throws where the line breaks the schema, the hash or a slice. */
export function readingOf(line: string): Reading {
  const row: unknown = JSON.parse(line);
  check ??= Compile(ReadingSchema);
  if (!check.Check(row)) {
    const [first] = check.Errors(row);
    throw new Error(
      `not a reading: ${first?.instancePath || 'the line'} ${first?.message}; see schema/reading.schema.json`,
    );
  }
  const reading = nested(row as Row);
  checkHash(reading);
  return checkSlices(reading);
}

function nested(row: Row): Reading {
  const { attributions, entities, figures, times, places, events, unknowns, ...document } = row;
  return { document, attributions, entities, figures, times, places, events, unknowns };
}

function checkHash({ document: { id, text, sha256 } }: Reading): void {
  const found = createHash('sha256').update(text).digest('hex');
  if (found !== sha256) {
    throw new Error(`the text of document ${id} has SHA-256 ${found}, not ${sha256}: it was changed; read it again`);
  }
}
