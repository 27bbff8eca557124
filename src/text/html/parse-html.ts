import { type ChildNode, type Document, DomHandler, type Element, isTag } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Pages of the news are some 40 tags deep. Below this a page is broken or hostile, and each further level costs every later tag. */
const deepest = 1000;

/** The tags of a page as a tree, however broken; null where they nest deeper than any page does. */
export function parseHtml(html: string): Document | null {
  let depth = 0;
  const handler = new DomHandler(null, { withStartIndices: true, withEndIndices: true });
  const open = handler.onopentag.bind(handler);
  const close = handler.onclosetag.bind(handler);
  handler.onopentag = (name, attributes) => {
    depth++;
    open(name, attributes);
  };
  handler.onclosetag = () => {
    depth--;
    close();
  };
  const parser = new Parser(handler);
  for (let at = 0; at < html.length; at += pieceSize) {
    parser.write(html.slice(at, at + pieceSize));
    if (depth > deepest) return null;
  }
  parser.end();
  return handler.root;
}

/** In UTF-16 units: how often the depth is looked at. */
const pieceSize = 4096;

/** Every element in page order, without recursion. */
export function* elements(root: Document): Generator<Element> {
  const nodes: ChildNode[] = root.children.toReversed();
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) nodes.push(node.children[i]!);
  }
}

/** The text inside a small element: a title, a script. */
export function textIn(element: Element): string {
  let text = '';
  const nodes: ChildNode[] = element.children.toReversed();
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'text') text += node.data;
    else if ('children' in node) nodes.push(...(node.children as ChildNode[]).toReversed());
  }
  return text;
}

/** "Wexley&#8217;s" → "Wexley’s" */
export function unescapeHtml(text: string): string {
  let words = '';
  const ontext = (part: string) => {
    words += part;
  };
  new Parser({ ontext }).end(text);
  return words;
}
