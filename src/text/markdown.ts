import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { bylineOf } from './byline.ts';
import type { BlockKind } from './document.ts';
import { collapse, type Draft, layOut, type Piece } from './draft.ts';
import { toldByLines } from './header-lines.ts';
import { plainText } from './plain-text.ts';

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
  const named = pieces.findIndex((piece) => piece.kind === 'paragraph');
  const under = named >= 0 ? bylineOf(pieces[named]!.text.split('\n')) : {};
  const kinds = pieces.map((piece, i): Piece => (under.byline && i === named ? { ...piece, kind: 'credit' } : piece));
  const lined = kinds.map(({ kind, text }) => ({ kind, text: collapse(text) })).filter((piece) => piece.text);
  return { ...layOut(lined), told: { ...under, ...(title ? { title: collapse(title) } : {}), ...told } };
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
