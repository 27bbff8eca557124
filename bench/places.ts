/**
 * Places on MEANTIME (Wikinews, English): which mentions are found, and whether they are the right place.
 *
 *     node bench/places.ts [--shared ../shared] [--errors]
 *
 * Only sentences 0-5 are annotated in full. MEANTIME marks whole phrases ("the Moscone Center in San Francisco") and
 * things that no gazetteer of countries, regions and towns has ("Europe", "the world", an airport). Gold here is a
 * mention of class LOC whose words, without "the" and what follows a comma, are a name of the gazetteer, and that is a
 * name or a noun itself ("NAM", "NOM"). What stands before a noun ("PRE.NAM": "US Government", "Canadian") may be found
 * and need not. Whatever we find that is no LOC at all is extra, though MEANTIME has countries that act as ORG.
 *
 * The right place is DBpedia's page: the gazetteer's only entry of that name, or the one given in PAGES by hand.
 * Mentions without a page cannot be decided and are told apart; so are those that we leave open.
 *
 * No peer is measured here. Halves: articles by even and odd index; only the first half's errors were looked at.
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
import { overlaps, type Span, slice } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    errors: { type: 'boolean', default: false },
  },
});

/** DBpedia's pages whose name is more than one place's, to GeoNames. */
// biome-ignore format: a table
const PAGES: ReadonlyMap<string, readonly number[]> = new Map(Object.entries({
  Bangkok: [1609350], Dubai: [292223, 292224], Frankfurt: [2925533], London: [2643743], 'Los Angeles': [5368361], Ontario: [6093943], Paris: [2988507],
  'San Francisco': [5391959], 'San Jose, California': [5392171], Singapore: [1880251, 1880252], 'St. Louis': [4407066], Sydney: [2147714],
  'Victoria (Australia)': [2145234], Wyoming: [5843591],
}));

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
interface Score {
  gold: number;
  found: number;
  ours: number;
  extra: number;
  right: number;
  wrong: number;
  open: number;
  undecided: number;
}

const rows = gunzipSync(readFileSync(join(opt.shared, 'data', 'meantime', 'documents.jsonl.gz')))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** "the United States of America" → of "United States of America"; "Bangkok, Thailand" → of "Bangkok" */
function nameIn({ spans, text }: Mention): Span {
  const words = text[0]!;
  const opening = /^(?:[Tt]he )?(?:(?:central|downtown|northern|southern|eastern|western) )?/.exec(words)![0].length;
  const name = words.slice(opening).split(',')[0]!;
  const start = spans[0]![0] + opening;
  return [start, start + name.replace(/-based$|'s$/, '').length];
}

/** A title, a date and paragraphs, a line each. */
function linedDocument({ id, text }: Row): Document {
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }, i) => ({
    kind: i === 0 ? ('headline' as const) : ('paragraph' as const),
    span: [index, index + line.length] as Span,
  }));
  return { ...plainDocument(id, text), blocks };
}

/** null where DBpedia's page cannot tell */
function isRight({ geonames }: Place, link: string | undefined): boolean | null {
  const page = decodeURIComponent(link?.split('/').at(-1) ?? '').replaceAll('_', ' ');
  const named = candidatesOf(keyOf(page.replace(/ \(.*|, .*/, '')));
  const ids = PAGES.get(page) ?? (named.length === 1 ? [named[0]!.site.geonames] : null);
  return ids && geonames !== null ? ids.includes(geonames) : null;
}

const isListed = (text: string, span: Span): boolean => candidatesOf(keyOf(slice(text, span))).length > 0;
const around = (text: string, [start, end]: Span): string =>
  JSON.stringify(
    `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`,
  );

function count(score: Score, row: Row, ours: readonly Place[], end: number, say: (told: string) => void): void {
  const located = row.entities.filter((mention) => mention.class === 'LOC' && mention.spans[0]![0] < end);
  const distinct = new Map(located.map((mention) => [nameIn(mention).join(), mention]));
  for (const mention of [...distinct.values()].filter((each) => isListed(row.text, nameIn(each)))) {
    const span = nameIn(mention);
    const place = ours.find((each) => overlaps(each.span, span));
    if (/^(?:NAM|NOM)$/.test(mention.syntax ?? '')) {
      score.gold++;
      if (place) score.found++;
      else say(`missed ${around(row.text, span)}`);
    }
    if (!place) continue;
    const right = isRight(place, mention.link);
    if (place.geonames === null) score.open++;
    else if (right === null) score.undecided++;
    else if (right) score.right++;
    else score.wrong++;
    if (place.geonames === null || right === false)
      say(`${right === false ? 'wrong' : 'open'} ${place.name} ${place.geonames}: ${around(row.text, span)}`);
  }
  for (const place of ours) {
    score.ours++;
    if (located.some(({ spans }) => spans.some((span) => overlaps(span, place.span)))) continue;
    score.extra++;
    say(`extra ${around(row.text, place.span)}`);
  }
}

const scores: Score[] = [0, 1].map(() => ({
  gold: 0,
  found: 0,
  ours: 0,
  extra: 0,
  right: 0,
  wrong: 0,
  open: 0,
  undecided: 0,
}));
const opened = performance.now();
candidatesOf('kyiv');
const loading = performance.now() - opened;
const parsed = rows
  .map((row) => [row, linedDocument(row)] as const)
  .map(([row, document]) => [row, document, parse(document)] as const);
const began = performance.now();
const found = parsed.map(([, document, tree]) => places(document, tree));
const once = (performance.now() - began) / rows.length;

parsed.forEach(([row], index) => {
  const end = row.sentences[5]?.[1] ?? row.text.length;
  const say = (told: string) => opt.errors && index % 2 === 0 && console.log(told);
  count(
    scores[index % 2]!,
    row,
    found[index]!.filter(({ span }) => span[0] < end),
    end,
    say,
  );
});

const share = (part: number, whole: number): string =>
  `${whole ? ((100 * part) / whole).toFixed(1) : '–'} (${part}/${whole})`;
scores.forEach(({ gold, found: hits, ours, extra, right, wrong, open, undecided }, i) => {
  console.log(`${i === 0 ? 'first half, looked at' : 'second half, held out'}`);
  console.log(
    `  recall ${share(hits, gold)}  precision ${share(ours - extra, ours)}  right place ${share(right, right + wrong)}`,
  );
  console.log(`  left open ${open}, no page to decide by ${undecided}`);
});
console.log(`gazetteer loads in ${loading.toFixed(0)} ms; places take ${once.toFixed(2)} ms an article`);
