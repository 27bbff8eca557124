import { isHeadline } from './headline.ts';
import { linesOf } from './lines-of.ts';
import { type Span, slice } from './span.ts';
import { isWrapped, lengthOf, unwrapped } from './unwrapped.ts';

/** Chunks between blank lines; a chunk that no hand wrapped falls into its lines. Without blank lines the lines themselves tell. */
export function paragraphsOf(text: string, from = 0): readonly Span[] {
  const chunks: Span[][] = [[]];
  for (const line of linesOf(text, from)) {
    if (line[0] < line[1]) chunks.at(-1)!.push(line);
    else if (chunks.at(-1)!.length > 0) chunks.push([]);
  }
  const filled = chunks.filter((chunk) => chunk.length > 0);
  return filled.flatMap((chunk, i) => {
    if (!isWrapped(chunk)) return chunk;
    const parts = i === 0 ? unwrapped(text, chunk) : [];
    return filled.length === 1 || isHeaded(text, parts) ? parts : [[chunk[0]![0], chunk.at(-1)![1]] as const];
  });
}

/** A headline with one wrapped paragraph right under it */
const isHeaded = (text: string, [first, body, ...others]: readonly Span[]) =>
  body !== undefined &&
  others.length === 0 &&
  isHeadline(slice(text, first!)) &&
  /[\r\n]/.test(slice(text, body)) &&
  lengthOf(body) > 2 * lengthOf(first!);
