import { Refusal } from '../../capture/refusal.ts';
import { isByline } from '../byline.ts';
import type { BlockKind } from '../document.ts';
import { collapse, type Draft, layOut, type Piece, type Told } from '../draft.ts';
import { mergedTold, toldLine } from '../told-line.ts';
import { type ArticleBox, articleBox, isProse, lengthOf } from './article-box.ts';
import { parseHtml } from './parse-html.ts';
import { readability } from './readability.ts';
import { type Run, type Runs, runsOf } from './runs.ts';
import { shareIn, shingles, tokensOf } from './shingles.ts';
import { type PageTold, toldByPage } from './told-by-page.ts';
import { withoutTags } from './without-tags.ts';

/** The report of a page without what stands around it: headline first, then its blocks in order. */
export async function htmlPage(html: string, address: string): Promise<Draft> {
  const root = parseHtml(html);
  if (!root) return needWords(withoutTags(html), address);
  const page = runsOf(root);
  const told = toldByPage(root, address);
  const pieces = piecesOf(page, told) ?? (await byReadability(html, told)) ?? allProse(page) ?? bodyTold(told);
  if (!pieces) throw noArticle(address);
  const headline = pieces.find((piece) => piece.kind === 'headline');
  const title = told.told.title ?? headline?.text;
  const seen = told.told.byline ? {} : seenByline(page);
  return { ...layOut(pieces), told: { ...seen, ...told.told, ...(title ? { title } : {}) }, credits: told.credits };
}

/** "By Lowell Winters | 3 September 2024", where only the eye is told */
function seenByline({ runs }: Runs): Told {
  const first = runs.findIndex(isProse);
  const line = runs.slice(Math.max(0, first - 8), first).find((run) => isByline(run.text.split(/[|·•]/)[0]!.trim()));
  const parts = line?.text.split(/[|·•]/).flatMap((part) => toldLine(part.trim()) ?? []) ?? [];
  const { byline, published } = mergedTold(parts);
  return { ...(byline ? { byline } : {}), ...(published ? { published } : {}) };
}

const noArticle = (address: string) =>
  new Refusal(
    address,
    'holds no article, only links and short lines',
    'give the page of one report, or save its text as .txt',
  );

function needWords(draft: Draft, address: string): Draft {
  if (draft.blocks.length === 0) throw noArticle(address);
  return draft;
}

/** Less prose than this may be a teaser or a cookie notice; another look is worth its time. */
const fewest = 250;

function piecesOf(page: Runs, told: PageTold): readonly Piece[] | null {
  const article = articleBox(page, bodyTest(page, told.body));
  if (!article || article.prose < fewest) return null;
  return withHeadline(page, article, told);
}

/** In UTF-16 units: a shorter articleBody is a teaser. */
const shortestBody = 400;

/** Whether a run stands in the body the publisher gives to search engines; null where that body is not on the page. */
function bodyTest({ runs }: Runs, body: string): ((run: Run) => boolean) | null {
  if (body.length < shortestBody) return null;
  const told = new Set(shingles(body));
  const found = new Set(runs.filter((run) => shareIn(run.text, told) > 0.6));
  const seen = [...found].reduce((sum, run) => sum + run.text.length, 0);
  return seen > body.length * 0.5 ? (run) => found.has(run) && run.kind !== 'heading' : null;
}

function withHeadline({ runs }: Runs, { box, kept, furniture }: ArticleBox, told: PageTold): readonly Piece[] {
  const at = headlineAt(runs, told.titles, box.from, box.to);
  const first = runs.findIndex((run, i) => kept[i] && i > at && isProse(run));
  const above =
    at < 0 ? [] : runs.slice(at + 1, box.from).filter((run, i) => !furniture[at + 1 + i] && opens(run, told));
  const body = runs.filter((run, i) => {
    if (i <= at || !kept[i] || isSameTitle(run, told.titles)) return false;
    return i < first ? opens(run, told) || isPoint(run) : belongs(run);
  });
  const title = at >= 0 ? runs[at]!.text : told.titles[0];
  const top: Piece[] = title ? [{ kind: 'headline', text: title }] : [];
  return [...top, ...withoutLooseHeadings(once([...above, ...body]).map(pieceOf))];
}

/** Galleries print a caption once for the picture and once for the large view; standfirsts come twice for two screens. */
function once(runs: readonly Run[]): readonly Run[] {
  const seen = new Set<string>();
  return runs.filter((run) => {
    if (lengthOf(run.text) <= 60) return true;
    const isNew = !seen.has(run.text);
    seen.add(run.text);
    return isNew;
  });
}

const pieceOf = ({ kind, text }: Run): Piece => ({ kind, text });

/** The h1, or else another heading, that says what the page calls itself. */
function headlineAt(runs: readonly Run[], titles: readonly string[], from: number, to: number): number {
  const headings = runs.map((run, i) => ({ run, i })).filter(({ run }) => run.level > 0 && run.level <= 2);
  const like = headings.find(({ run }) => run.level === 1 && titles.some((title) => alike(run.text, title)));
  const found = like ?? headings.find(({ run }) => titles.some((title) => alike(run.text, title)));
  if (found) return found.i;
  const lone = headings.filter(({ run, i }) => run.level === 1 && i < to);
  return lone.length === 1 && titles.length === 0 ? lone[0]!.i : (lone.findLast(({ i }) => i >= from)?.i ?? -1);
}

/** Most words of the shorter are in the longer: "Flood in Wexley" and "Flood in Wexley: what we know". */
function alike(a: string, b: string): boolean {
  const [few, many] = [tokensOf(a), tokensOf(b)].toSorted((x, y) => x.length - y.length) as [
    readonly string[],
    readonly string[],
  ];
  const known = new Set(many);
  return (
    few.length >= Math.min(3, many.length) &&
    few.length * 4 >= many.length &&
    few.filter((token) => known.has(token)).length >= few.length * 0.7
  );
}

const isSameTitle = (run: Run, titles: readonly string[]) =>
  run.text.length < 200 && titles.some((title) => title.toLowerCase() === run.text.toLowerCase());

/** What may stand between a headline and the first paragraph: a caption, and the standfirst, which says what the page's description says. */
const opens = (run: Run, { description }: PageTold) =>
  run.kind === 'caption' ||
  (run.level !== 1 && lengthOf(run.text) >= 25 && shareIn(run.text, new Set(shingles(description))) > 0.6);

/** The points of a summary often end without a full stop. */
const isPoint = (run: Run) => run.kind === 'list-item' && lengthOf(run.text) >= 40 && run.linked < 0.3;

/** Lines of links lead elsewhere; a short line that ends no sentence is a label: "Close", "28.4.2023 18:41". */
function belongs(run: Run): boolean {
  if (run.linked > 0.8) return false;
  return (
    run.kind !== 'paragraph' ||
    (run.linked < 0.6 && (isProse(run) || endsSentence(run.text) || lengthOf(run.text) >= 25))
  );
}

const endsSentence = (text: string) => /[.!?…:。！？।؟"”’»)]$/.test(text);

/** A heading with nothing under it before the next one, or the end, belongs to what was left out. */
function withoutLooseHeadings(pieces: readonly Piece[]): readonly Piece[] {
  const isHeading = (piece?: Piece) => piece?.kind === 'heading';
  const last = pieces.findLastIndex((piece) => !isHeading(piece));
  return pieces.slice(0, last + 1);
}

async function byReadability(html: string, told: PageTold): Promise<readonly Piece[] | null> {
  const found = await readability(html);
  const root = found ? parseHtml(found) : null;
  if (!root) return null;
  const kept = runsOf(root).runs.filter((run) => belongs(run) && !isSameTitle(run, told.titles));
  if (kept.reduce((sum, run) => sum + (isProse(run) ? lengthOf(run.text) : 0), 0) < 100) return null;
  return titled(kept.map(pieceOf), told);
}

/** A short notice: whatever prose the page has. */
function allProse(page: Runs): readonly Piece[] | null {
  const article = articleBox(page, null);
  const kept = page.runs.filter((run, i) => article?.kept[i] && isProse(run)).map(pieceOf);
  const heading = page.runs.find((run) => run.level === 1);
  if (kept.length === 0) return null;
  return heading ? [{ kind: 'headline', text: heading.text }, ...kept] : kept;
}

/** Pages that paint their text by script still tell it to search engines. */
function bodyTold(told: PageTold): readonly Piece[] | null {
  if (told.body.length < shortestBody) return null;
  const kind: BlockKind = 'paragraph';
  const lines = told.body.split(/\n+/).map((line) => ({ kind, text: collapse(line) }));
  return titled(
    lines.filter((piece) => piece.text),
    told,
  );
}

const titled = (pieces: readonly Piece[], told: PageTold): readonly Piece[] =>
  told.titles[0] ? [{ kind: 'headline', text: told.titles[0] }, ...pieces] : pieces;
