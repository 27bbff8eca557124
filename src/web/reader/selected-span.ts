import type { Span } from '../../text/span.ts';

/** The span of the words that are selected in the text, without the spaces at its ends; null where none are. */
export function selectedSpan(root: HTMLElement, text: string): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = placeOf(root, range.startContainer, range.startOffset);
  const end = placeOf(root, range.endContainer, range.endOffset);
  return start === null || end === null ? null : trimmed(text, [start, end]);
}

/** trimmed("a bc d", [1, 5]) → [2, 4] */
export function trimmed(text: string, [start, end]: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? [from, to] : null;
}

/** A place in the page as one in the text: in a run of text, else at the run that follows. */
function placeOf(root: HTMLElement, node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const run = node.parentElement?.closest<HTMLElement>('[data-at]');
    return run ? Number(run.dataset.at) + offset : null;
  }
  const at = document.createRange();
  at.setStart(node, offset);
  const runs = [...root.querySelectorAll<HTMLElement>('[data-at]')];
  const next = runs.find((run) => at.comparePoint(run, 0) >= 0);
  if (next) return Number(next.dataset.at);
  const last = runs.at(-1);
  return last ? Number(last.dataset.at) + (last.textContent?.length ?? 0) : null;
}
