import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../src/text/span.ts';

export interface Gold {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface Article {
  readonly name: string;
  readonly text: string;
  /** the first annotator's */
  readonly gold: readonly Gold[];
}

/** The articles of one part of PolNeAR (`…/polnear/train`), offsets turned from code points to UTF-16 code units. */
export function polnear(folder: string): Article[] {
  const files = readdirSync(join(folder, 'attributions')).sort();
  return readdirSync(join(folder, 'text'))
    .sort()
    .flatMap((file) => {
      const name = file.replace(/\.txt$/, '');
      const own = files.find((f) => f.startsWith(name));
      if (!own) return [];
      const text = readFileSync(join(folder, 'text', file), 'utf8');
      return [{ name, text, gold: readBrat(text, readFileSync(join(folder, 'attributions', own), 'utf8')) }];
    });
}

/** Where each code point of a text begins, in UTF-16 code units; last, where the text ends. */
export function codeUnits(text: string): number[] {
  const at: number[] = [];
  let unit = 0;
  for (const point of text) {
    at.push(unit);
    unit += point.length;
  }
  return [...at, unit];
}

function readBrat(text: string, ann: string): Gold[] {
  const at = codeUnits(text);
  const spans = new Map<string, Span[]>();
  const gold: Gold[] = [];
  const rows = ann.split('\n').map((line) => line.split('\t'));
  for (const [id, body] of rows) {
    if (!id?.startsWith('T') || !body) continue;
    const pieces = body.slice(body.indexOf(' ') + 1).split(';');
    spans.set(
      id,
      pieces.map((piece): Span => {
        const [start, end] = piece.split(' ').map(Number);
        return [at[start!]!, at[end!]!];
      }),
    );
  }
  for (const [id, body] of rows) {
    if (!id?.startsWith('E') || !body) continue;
    const roles = { source: [] as Span[], cue: [] as Span[], content: [] as Span[] };
    for (const argument of body.trim().split(/\s+/).slice(1)) {
      const [role, ref] = argument.split(':');
      const key = role!.replace(/\d+$/, '').toLowerCase();
      if (key in roles) roles[key as keyof Gold & keyof typeof roles].push(...(spans.get(ref!) ?? []));
    }
    if (roles.content.length) gold.push(roles);
  }
  return gold;
}
