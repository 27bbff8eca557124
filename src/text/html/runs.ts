import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import type { BlockKind } from '../document.ts';
import { collapse } from '../draft.ts';

/** Words of a page that stand together, with nothing but inline tags between them. */
export interface Run {
  readonly kind: BlockKind;
  readonly text: string;
  /** how much of the text is link, 0…1 */
  readonly linked: number;
  /** 1–6 in h1–h6, else 0 */
  readonly level: number;
}

/** An element and the runs inside it: `runs.slice(from, to)`. */
export interface Box {
  readonly element: Element;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

export interface Runs {
  readonly runs: readonly Run[];
  /** in page order, the outer before the inner */
  readonly boxes: readonly Box[];
}

const set = (names: string) => new Set(names.split(' '));

const unread = set(
  'script style noscript template svg math iframe object embed canvas video audio select option button input textarea dialog map head title amp-ad amp-embed amp-iframe amp-analytics',
);
const blockTags = set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead time-line tr ul amp-img picture img',
);

const kinds: Readonly<Record<string, BlockKind>> = { blockquote: 'quote', li: 'list-item' };
const headingTag = /^h([1-6])$/;

/** Two line breaks are a paragraph's end, one is a space. */
const lineBreak = '\v';
const paragraphEnd = /\v\s*\v/;

interface Leaving {
  readonly box: { element: Element; from: number; to: number; depth: number };
  readonly kind: BlockKind;
  readonly level: number;
  readonly block: boolean;
  readonly link: boolean;
}

/** The words of a page in order, cut where block tags begin and end. One walk, without recursion. */
export function runsOf(root: Document): Runs {
  const runs: Run[] = [];
  const boxes: Box[] = [];
  let words = '';
  let linkWords = 0;
  let links = 0;
  let depth = 0;
  let kind: BlockKind = 'paragraph';
  let level = 0;

  const flush = () => {
    const linked = words.length > 0 ? linkWords / words.length : 0;
    for (const part of words.includes(lineBreak) ? words.split(paragraphEnd) : [words]) {
      const text = collapse(part);
      if (/[\p{L}\p{N}]/u.test(text)) runs.push({ kind: kindOf(kind, text), text, linked, level });
    }
    words = '';
    linkWords = 0;
  };
  const steps: (ChildNode | Leaving)[] = root.children.toReversed();
  const enter = (element: Element) => {
    const block = blockTags.has(element.name);
    if (block) flush();
    const box = { element, from: runs.length, to: runs.length, depth };
    boxes.push(box);
    const link = element.name === 'a';
    steps.push({ box, kind, level, block, link });
    if (link) links++;
    const heading = headingTag.exec(element.name);
    if (heading && kind !== 'caption') [kind, level] = ['heading', Number(heading[1])];
    else if (kind !== 'caption') kind = isCaption(element) ? 'caption' : (kinds[element.name] ?? kind);
    depth++;
    for (let i = element.children.length - 1; i >= 0; i--) steps.push(element.children[i]!);
  };
  const leave = (left: Leaving) => {
    if (left.block) flush();
    if (left.link) links--;
    kind = left.kind;
    level = left.level;
    depth--;
    left.box.to = runs.length;
  };
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('box' in step) leave(step);
    else if (step.type === 'text') {
      words += step.data;
      if (links > 0) linkWords += step.data.length;
    } else if (isTag(step)) {
      if (step.name === 'br') words += lineBreak;
      else if (!unread.has(step.name) && !isForEarsOnly(step)) enter(step);
    }
  }
  flush();
  return { runs, boxes };
}

/** "photo-caption", "image__caption", "imageCaption" */
const isCaption = ({ name, attribs }: Element) =>
  name === 'figcaption' || /(?:^|[\s_-]|[a-z](?=C))[cC]aptions?(?:$|[\s_-]|[A-Z])/.test(attribs.class ?? '');

/** Lines that stand under a picture whatever their tag: "Photo: Hau Dinh, AP", "(Image: GETTY)", "STR/AFP via Getty Images" */
const pictureLine =
  /^[([]?(?:photo|foto|image|bild|picture|imagen|photograph|legende|ljósmynd|写真|사진)s?\s?(?:by|credit|von|courtesy)?\s?:|\((?:image|photo|foto|pic|picture)s?: ?[^)]{2,60}\)\s*$|\bgetty images\W*$/i;
const longestPictureLine = 300;

const kindOf = (kind: BlockKind, text: string): BlockKind =>
  kind !== 'heading' && text.length <= longestPictureLine && pictureLine.test(text) ? 'caption' : kind;

/** "opens in a new window" */
const isForEarsOnly = ({ attribs }: Element) =>
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|u-hidden)(?:\s|$)/i.test(attribs.class ?? '');
