import type { Capture } from '../capture/capture.ts';
import { sha256 } from '../capture/capture-of.ts';
import { Refusal } from '../capture/refusal.ts';
import { outletOfByline } from './byline.ts';
import { creditsOf, withCreditBlocks } from './credits.ts';
import { type Dateline, datelineOf } from './dateline.ts';
import { decode } from './decode.ts';
import type { Block, Document } from './document.ts';
import type { Draft, Told } from './draft.ts';
import { isoDate } from './iso-date.ts';
import { languageOf } from './language-of.ts';
import { plainText } from './plain-text.ts';
import { printerOf } from './printer-of.ts';
import { row } from './row.ts';
import { slice } from './span.ts';

/** What people know better than the page: it wins over what the page says. Null: it has none, whatever the page says. */
export interface Given {
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly byline?: string | null;
  /** a date or time, best in ISO 8601 */
  readonly published?: string | null;
}

/** One fixed text from the bytes of a capture. Throws a Refusal where there is no text to be had. */
export async function documentOf(capture: Capture, given: Given = {}): Promise<Document> {
  const draft = await draftOf(capture);
  if (draft.blocks.length === 0) throw new Refusal(capture.address, 'holds no words', 'give a file with text in it');
  return sealed(capture, draft, given);
}

/** Pages and Markdown are read with libraries that take longer to load than a report to read: loaded when one comes. */
async function draftOf(capture: Capture): Promise<Draft> {
  const source = await decode(capture);
  if (capture.media === 'text/html') return (await import('./html/html-page.ts')).htmlPage(source, capture.address);
  if (capture.media === 'application/json') return row(source, capture.address);
  if (capture.media === 'text/markdown') return (await import('./markdown.ts')).markdown(source);
  return plainText(source);
}

async function sealed(
  capture: Capture,
  { text, blocks: found, told, credits }: Draft,
  given: Given,
): Promise<Document> {
  const blocks = withCreditBlocks(text, found);
  const dateline = firstDateline(text, blocks);
  const headline = blocks.find((block) => block.kind === 'headline');
  const signed = capture.media === 'text/html' ? null : signedFor(told, text);
  const outlet = orFound(given.outlet, told.outlet ?? signed?.outlet ?? wireOf(text, dateline));
  const own = new Set([outlet, told.url, capture.address].map((name) => bareName(name ?? '')));
  const printed = creditsOf(text, blocks, dateline?.agency ?? null).filter(
    (name) => name !== wireOf(text, dateline) || name !== outlet,
  );
  return {
    id: capture.sha256.slice(0, 12),
    sha256: sha256(text),
    capture: capture.sha256,
    address: capture.address,
    url: told.url ?? (/^https?:/i.test(capture.address) ? capture.address : null),
    outlet,
    title: orFound(given.title, told.title ?? (headline ? slice(text, headline.span) : null)),
    byline: orFound(given.byline, (signed && outlet === signed.outlet ? signed.byline : told.byline) ?? null),
    dateline: dateline && dateline.span[0] < dateline.span[1] ? dateline.span : null,
    published: given.published === null ? null : (isoDate(given.published) ?? told.published ?? null),
    updated: told.updated ?? null,
    language: await languageOf(bodyOf(text, blocks), told.language),
    credits: [...new Set([...printed, ...(credits ?? []).filter((credit) => !own.has(bareName(credit)))])],
    text,
    blocks,
  };
}

const orFound = (given: string | null | undefined, found: string | null): string | null =>
  given === undefined ? found : given;

/** "PORTMERROW-BLAST/ (URGENT, PIX)" above "PORT MERROW, March 3 (Corvane Wire) -": only the wire itself prints its slug. */
const wireOf = (text: string, dateline: Dateline | null): string | null =>
  dateline?.agency && SLUG.test(text) ? dateline.agency : null;
const SLUG = /^\s*\p{Lu}{3,}[\p{Lu}\d]*(?:-[\p{Lu}\d]+)*\/[\p{Lu}\d-]*(?: \([\p{Lu}\d, ]+\))?[ \t]*\r?\n/u;

/** The outlet behind the author's name. A page of the web may be of somebody else, who says so in its head. */
function signedFor({ byline }: Told, text: string): { readonly byline: string; readonly outlet: string } | null {
  const signed = byline ? outletOfByline(byline) : null;
  return signed && printerOf(signed.outlet, text) === signed.outlet ? signed : null;
}

/** "FOXBusiness" and "Fox Business" are one name, and an address is one with and without its last stroke. */
const bareName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The first two paragraphs: a standfirst may come before the one with the dateline, and a slug with headline and byline. */
function firstDateline(text: string, blocks: readonly Block[]): Dateline | null {
  const opening = blocks.filter((block) => block.kind === 'paragraph').slice(0, SLUG.test(text) ? 4 : 2);
  const found = opening.map((block) => datelineOf(text, block.span)).find((dateline) => dateline !== null) ?? null;
  return found && isSpeaker(text, found) ? null : found;
}

/** "SMITH: Good evening" where others speak in the same way: no place. */
const isSpeaker = (text: string, { span }: Dateline): boolean =>
  text[span[1]] === ':' && (text.match(/^[ \t]*\p{Lu}[\p{Lu} .'’-]{1,30}:(?=\s)/gmu)?.length ?? 0) > 1;

/** From the first paragraph on, where a header in another language is passed. */
function bodyOf(text: string, blocks: readonly Block[]): string {
  const first = blocks.find((block) => block.kind === 'paragraph') ?? blocks[0]!;
  return text.slice(first.span[0]);
}
