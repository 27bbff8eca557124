import { collapse, type Draft, layOut } from '../draft.ts';

const unread = /<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi;
const blockTag = /<\/?(?:p|div|h[1-6]|li|br|tr|td|blockquote|section|article|title|figcaption)\b[^<>]*>/gi;

/** All the words of a page whose tags make no tree: a line for every block tag. */
export function withoutTags(html: string): Draft {
  const lines = html
    .replace(unread, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(blockTag, '\n')
    .replace(/<[^<>]*>/g, '')
    .split('\n');
  const texts = lines.map(collapse).filter((text) => /[\p{L}\p{N}]/u.test(text));
  return { ...layOut(texts.map((text) => ({ kind: 'paragraph', text }))), told: {} };
}
