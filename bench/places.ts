/**
 * Places on MEANTIME (Wikinews, English): which mentions are found, and whether they are the right place.
 *
 *     node bench/places.ts [--shared ../shared] [--errors]
 *
 * Only sentences 0-5 are annotated in full. MEANTIME marks whole phrases ("the Moscone Center in San Francisco") and
 * things that no gazetteer of towns, regions and countries has ("Europe", "the world", an airport). Gold here is a
 * mention of class LOC whose own words, without "the" and what follows a comma, are a name in the gazetteer, of a
 * noun ("NAM", "NOM"); those before a noun ("US Government", "PRE.NAM") may be found and need not. A place of ours
 * that is no mention of class LOC is extra, unless MEANTIME has its words in a mention of a government (class ORG).
 *
 * Which place is right is told from DBpedia's page: its name must be a name of the place we give, or its bracket or
 * what follows its comma ("Victoria_(Australia)", "Cupertino,_California") one of what our place lies in. Where the mention
 * has no page, or one of something else (a government, a language), right and wrong cannot be told and it is not counted.
 *
 * Halves: articles by even and odd index; only the errors of the first were looked at.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from '../src/language/parse.ts';
import { candidatesOf, keyOf } from '../src/meaning/gazetteer.ts';
import type { Place } from '../src/meaning/meaning.ts';
import { places } from '../src/meaning/places.ts';
import type { Document } from '../src/text/document.ts';
import type { Span } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    errors: { type: 'boolean', default: false },
  },
});

interface Mention {
  readonly spans: readonly Span[];
  readonly text: readonly string[];
  readonly syntax: string | null;
  readonly class: string | null;
  readonly link?: string;
}
interface Row {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly entities: readonly Mention[];
}

const rows = gunzipSync(readFileSync(join(opt.shared, 'data', 'meantime', 'documents.jsonl.gz')))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** "the United States of America" → [start, end) of "United States of America"; "Bangkok, Thailand" → of "Bangkok" */
function nameIn({ spans, text }: Mention): Span {
  const words = text[0]!;
  const opening = /^(?:the|The) |^(?:central|downtown|northern|southern|eastern|western) /.exec(words)?.[0].length ?? 0;
  const name = words.slice(opening).split(',')[0]!;
  const start = spans[0]![0] + opening;
  return [start, start + name.replace(/-based$|'s$/, '').length];
}

const isGazetteered = (text: string, [start, end]: Span): boolean =>
  candidatesOf(keyOf(text.slice(start, end))).length > 0;
const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** null where DBpedia's page cannot tell */
function isRight(place: Place, link: string | undefined): boolean | null {
  if (!link) return null;
  const page = decodeURIComponent(link.split('/').at(-1)!).replaceAll('_', ' ');
  const [, name = page, around] = /^(.*?)(?:, (.*)| \((.*)\))?$/.exec(page) ?? [];
  const named = candidatesOf(keyOf(name));
  if (named.length === 0) return null;
  const ids = named.map(({ site }) => site.geonames);
  if (!around || place.geonames === null) return place.geonames !== null && ids.includes(place.geonames);
  return ids.includes(place.geonames);
}

/** MEANTIME has a title, a date and paragraphs, a line each. */
function linedDocument({ id, text }: Row): Document {
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }, i) => ({
    kind: i === 0 ? ('headline' as const) : ('paragraph' as const),
    span: [index, index + line.length] as Span,
  }));
  return { ...plainDocument(id, text), blocks };
}

interface Score {
  gold: number;
  found: number;
  may: number;
  ours: number;
  right: number;
  wrong: number;
  open: number;
  untold: number;
}

const halves: Score[] = [0, 1].map(() => ({
  gold: 0,
  found: 0,
  may: 0,
  ours: 0,
  right: 0,
  wrong: 0,
  open: 0,
  untold: 0,
}));
const extras = [0, 0];
let seconds = 0;
places(plainDocument('warm', 'Kyiv.'), parse(plainDocument('warm', 'Kyiv.')));

rows.forEach((row, index) => {
  const half = halves[index % 2]!;
  const say = (...told: unknown[]) => opt.errors && index % 2 === 0 && console.log(row.id.slice(-24), ...told);
  const end = row.sentences[5]?.[1] ?? row.text.length;
  const document = linedDocument(row);
  const parsed = parse(document);
  const began = performance.now();
  const all = places(document, parsed);
  seconds += (performance.now() - began) / 1000;
  const ours = all.filter(({ span }) => span[0] < end);
  const mentions = row.entities.filter(
    (e) => e.class === 'LOC' && e.spans[0]![0] < end && isGazetteered(row.text, nameIn(e)),
  );
  const told = new Map(mentions.map((e) => [nameIn(e)[0], e]));
  for (const mention of told.values()) {
    const isGold = mention.syntax !== null && /^(?:NAM|NOM)$/.test(mention.syntax);
    const place = ours.find(({ span }) => overlap(span, nameIn(mention)));
    if (isGold) half.gold++;
    if (isGold && !place)
      say(
        'missed',
        JSON.stringify(mention.text[0]),
        JSON.stringify(row.text.slice(Math.max(0, mention.spans[0]![0] - 50), mention.spans[0]![1] + 40)),
      );
    if (!place) continue;
    if (isGold) half.found++;
    const right = isRight(place, mention.link);
    if (place.geonames === null) half.open++;
    else if (right === null) half.untold++;
    else if (right) half.right++;
    else half.wrong++;
    if (place.geonames === null || right === false)
      say(
        place.geonames === null ? 'open' : 'WRONG',
        JSON.stringify(mention.text[0]),
        place.name,
        place.geonames,
        mention.link,
      );
  }
  for (const place of ours) {
    if ([...told.values()].some((mention) => overlap(place.span, nameIn(mention)))) half.ours++;
    else if (row.entities.some((e) => e.class === 'LOC' && e.spans.some((span) => overlap(span, place.span))))
      half.may++;
    else {
      half.ours++;
      extras[index % 2]!++;
      say('extra', place.name, JSON.stringify(row.text.slice(Math.max(0, place.span[0] - 50), place.span[1] + 40)));
    }
  }
});

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '–').padStart(5);
halves.forEach((half, i) => {
  const hits = half.ours - extras[i]!;
  console.log(
    `${i === 0 ? 'first half (looked at)' : 'second half (held out)'}  recall ${percent(half.found, half.gold)} (${half.found}/${half.gold})  ` +
      `precision ${percent(hits, half.ours)} (${hits}/${half.ours}; ${half.may} more inside longer LOC mentions)  ` +
      `right place ${percent(half.right, half.right + half.wrong)} of ${half.right + half.wrong} told, ${half.open} left open, ${half.untold} not decidable`,
  );
});
console.log(`${((1000 * seconds) / rows.length).toFixed(2)} ms an article (places only)`);
