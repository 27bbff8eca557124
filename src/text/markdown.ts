import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BlockKind } from './document.ts';
import { collapse, type Draft, layOut, type Piece } from './draft.ts';
import { toldByLines } from './header-lines.ts';
import { plainText } from './plain-text.ts';
import { mergedTold, type ToldPart, toldLine } from './told-line.ts';

const frontMatter = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** In UTF-16 units. The parser takes more than linear time on long runs of marks; what is larger is read as plain text. */
const longest = 500_000;

/** The words of a Markdown text without its marks: headings, paragraphs, quotations, list items. Front matter is told, not text. */
export function markdown(source: string): Draft {
  const front = frontMatter.exec(source);
  const told = front ? toldByLines(front[1]!) : {};
  const body = front ? source.slice(front[0].length) : source;
  if (body.length > longest) return { ...plainText(body), told };
  const pieces = piecesOf(fromMarkdown(body));
  const title = pieces.find((piece) => piece.kind === 'headline')?.text;
  const above = aboveText(pieces);
  const parts = [...above.values()].flat();
  const under = parts.some(({ kind }) => kind === 'byline' || kind === 'date') ? mergedTold(parts) : {};
  const isCredit = (piece: Piece) => above.get(piece)?.some(({ kind }) => kind === 'byline');
  const kinds = pieces.map((piece): Piece => (isCredit(piece) ? { ...piece, kind: 'credit' } : piece));
  const lined = kinds.map(({ kind, text }) => ({ kind, text: collapse(text) })).filter((piece) => piece.text);
  return { ...layOut(lined), told: { ...under, ...(title ? { title: collapse(title) } : {}), ...told } };
}

/** The paragraphs at the top that are no text: names, dates */
function aboveText(pieces: readonly Piece[]): ReadonlyMap<Piece, readonly ToldPart[]> {
  const above = new Map<Piece, readonly ToldPart[]>();
  const first = pieces.findIndex(({ kind }) => kind === 'paragraph');
  for (const piece of first < 0 ? [] : pieces.slice(first)) {
    const lines = piece.kind === 'paragraph' ? piece.text.split('\n').map((line) => toldLine(line.trim())) : [null];
    if (lines.includes(null)) break;
    above.set(
      piece,
      lines.flatMap((parts) => parts!),
    );
  }
  return above;
}

interface Step {
  readonly node: Nodes;
  readonly kind: BlockKind;
}

/** In order, without recursion: a text may nest a thousand quotations. */
function piecesOf(root: Nodes): readonly Piece[] {
  const pieces: Piece[] = [];
  const steps: Step[] = [{ node: root, kind: 'paragraph' }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, kind } = step;
    if (node.type === 'paragraph') pieces.push({ kind, text: wordsOf(node) });
    else if (node.type === 'heading') pieces.push({ kind: headingKind(node.depth, pieces), text: wordsOf(node) });
    else if (node.type === 'code') pieces.push({ kind: 'paragraph', text: node.value });
    else if ('children' in node) {
      const inner = node.type === 'blockquote' ? 'quote' : node.type === 'listItem' ? 'list-item' : kind;
      for (const child of node.children.toReversed()) steps.push({ node: child, kind: inner });
    }
  }
  return pieces;
}

const headingKind = (depth: number, before: readonly Piece[]): BlockKind =>
  depth === 1 && before.length === 0 ? 'headline' : 'heading';

function wordsOf(block: Nodes): string {
  let words = '';
  const nodes: Nodes[] = [block];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode') words += node.value;
    else if (node.type === 'break') words += '\n';
    else if ('children' in node) nodes.push(...node.children.toReversed());
  }
  return words;
}
