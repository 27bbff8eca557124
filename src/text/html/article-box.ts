import type { Element } from 'domhandler';
import { isByline } from '../byline.ts';
import { isBoilerplate, isLeadingAway } from './boilerplate.ts';
import type { Box, Run, Runs } from './runs.ts';

/** The part of a page that is the report: an element, and which of the page's runs belong. */
export interface ArticleBox {
  readonly box: Box;
  /** by run: whether it is part of the report */
  readonly kept: readonly boolean[];
  /** by run: whether it stands in navigation, sharing, comments */
  readonly furniture: readonly boolean[];
  /** characters of prose inside */
  readonly prose: number;
}

/** Chinese, Japanese and Korean say in one character what takes Latin letters two or three. */
const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

export const lengthOf = (text: string): number =>
  text.length + (/[\u3040-\ud7af]/.test(text) ? (text.match(dense)?.length ?? 0) : 0);

const sentenceEnd = /[.!?…。！？।؟:][)\]"'”’»«›“]*$/;

/** Long enough to be a paragraph, or short but a sentence, and not made of links. */
export function isProse({ kind, text, linked }: Run): boolean {
  if (kind === 'heading' || kind === 'caption' || linked > 0.5) return false;
  const length = lengthOf(text);
  if (isByline(text)) return false;
  return length >= 80 || (length >= 25 && sentenceEnd.test(text));
}

/** What one run adds to the element around it: prose by its length, all else takes a little away. */
function worth(run: Run): number {
  if (isProse(run)) return lengthOf(run.text) * (1 - run.linked);
  if (run.kind === 'caption') return 0;
  if (run.kind === 'heading') return run.linked > 0.5 ? -40 : 0;
  return run.linked > 0.5 ? -Math.min(60, 20 + run.text.length) : -15;
}

/** Sums over any range of runs in one step. */
function sums(values: readonly number[]): (from: number, to: number) => number {
  const upTo = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    upTo[i + 1] = upTo[i]! + value;
  });
  return (from, to) => upTo[to]! - upTo[from]!;
}

/** The share of the page's prose that shields an element from being left out for its name: some papers call the whole page "sidebar". */
const shield = 0.4;

/** Which runs stand in furniture: every element is looked at once, and ranges are added up. */
function inFurniture({ runs, boxes }: Runs): readonly boolean[] {
  const prose = sums(runs.map((run) => (isProse(run) ? lengthOf(run.text) : 0)));
  const all = prose(0, runs.length);
  const opens = new Int32Array(runs.length + 1);
  for (const { element, from, to } of boxes) {
    if (from === to || !isBoilerplate(element) || prose(from, to) > all * shield) continue;
    opens[from]!++;
    opens[to]!--;
  }
  let open = 0;
  return runs.map((_, i) => {
    open += opens[i]!;
    return open > 0;
  });
}

/** How plainly an element says that it is the report: 3 its body, 2 the article, 1 the main part. */
function hint({ name, attribs }: Element): number {
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  if (/articleBody/i.test(attribs.itemprop ?? '')) return 3;
  if (/(?:article|story|entry|post|content)[-_]{0,2}(?:body|content|text)\b|articleBody|storyBody/i.test(names))
    return 3;
  if (name === 'article' || attribs.role === 'article' || /\bNewsArticle$/.test(attribs.itemtype ?? '')) return 2;
  return name === 'main' || attribs.role === 'main' ? 1 : 0;
}

/** A hinted element has to hold this much of what the best one holds. */
const hintShare = 0.7;

/**
 * The element whose runs are worth most together: outside of it the page takes away more than it adds.
 * An element that says it is the body wins where it holds nearly as much.
 */
export function articleBox(page: Runs, isOfBody: ((run: Run) => boolean) | null): ArticleBox | null {
  const { runs, boxes } = page;
  const furniture = inFurniture(page);
  const inBody = runs.map((run) => isOfBody?.(run) ?? false);
  const values = runs.map((run, i) => {
    if (inBody[i]) return 2 * lengthOf(run.text);
    return furniture[i] ? Math.min(0, worth(run)) : worth(run) * (isOfBody ? 0.2 : 1);
  });
  const value = sums(values);
  const best = top(boxes, (box) => value(box.from, box.to));
  if (!best) return null;
  const most = value(best.from, best.to);
  if (most <= 0) return null;
  const hinted = boxes.filter((box) => hint(box.element) > 0 && value(box.from, box.to) >= most * hintShare);
  const box = top(hinted, (box) => hint(box.element) * most * 10 + value(box.from, box.to)) ?? best;
  const kept = runs.map(
    (run, i) => i >= box.from && i < box.to && (inBody[i] || (!furniture[i] && !isLeadingAway(run))),
  );
  const prose = runs.reduce((sum, run, i) => sum + (kept[i] && isProse(run) ? lengthOf(run.text) : 0), 0);
  return { box, kept, furniture, prose };
}

/** The last of the best, which is the innermost. */
function top(boxes: readonly Box[], value: (box: Box) => number): Box | null {
  let best: Box | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    const worth = value(box);
    if (worth < most) continue;
    best = box;
    most = worth;
  }
  return best;
}
