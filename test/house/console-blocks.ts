import { fromMarkdown } from 'mdast-util-from-markdown';

/** One command of a ```console block, with what it is said to print. */
export interface Step {
  readonly command: string;
  readonly expected: string;
}

export interface ConsoleBlock {
  /** of the lines between the fences, counted from 0, end exclusive */
  readonly lines: readonly [start: number, end: number];
  readonly steps: readonly Step[];
}

/** The console blocks of a Markdown text, also those in lists and quotations. */
export function blocksOf(markdown: string): ConsoleBlock[] {
  const blocks: ConsoleBlock[] = [];
  const visit = (node: object): void => {
    if ('lang' in node && node.lang === 'console' && 'value' in node && 'position' in node) {
      const { start, end } = node.position as { start: { line: number }; end: { line: number } };
      blocks.push({ lines: [start.line, end.line - 1], steps: stepsOf(String(node.value)) });
    }
    if ('children' in node) for (const child of node.children as object[]) visit(child);
  };
  visit(fromMarkdown(markdown));
  return blocks;
}

/** "$ hearsay verify\nall is well" → command "hearsay verify", expected "all is well"; a backslash carries a command on. */
export function stepsOf(block: string): Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const [command] = /^(?:.*\\\n)*.*/.exec(step)!;
      return { command, expected: step.slice(command.length).trim() };
    });
}

/** Whether a command printed what is shown: `…` alone on a line stands for any lines, at a line's end for any rest of it. */
export function matches(expected: string, actual: string): boolean {
  const pattern = trimLines(expected).map((line) => {
    if (line === '…') return '(?:.*\\n)*?';
    return line.endsWith('…') ? `${literal(line.slice(0, -1))}.*\\n` : `${literal(line)}\\n`;
  });
  return new RegExp(`^${pattern.join('')}$`).test(`${trimLines(actual).join('\n')}\n`);
}

/**
 * The text with what its commands printed: what still matches stays as it is, with its `…`.
 * `printed` goes block by block, step by step; null was not run.
 */
export function accept(markdown: string, printed: readonly (readonly (string | null)[])[]): string {
  const lines = markdown.split('\n');
  const blocks = blocksOf(markdown).map((block, i) => ({ ...block, printed: printed[i] ?? [] }));
  for (const { lines: span, steps, printed } of blocks.reverse()) {
    const indent = /^\s*/.exec(lines[span[0]]!)![0];
    const renewed = steps.flatMap(({ command, expected }, i) => {
      const actual = printed[i] ?? null;
      const output = actual === null || matches(expected, actual) ? expected : trimLines(actual).join('\n');
      return `$ ${command}${output && `\n${output}`}`.split('\n');
    });
    lines.splice(span[0], span[1] - span[0], ...renewed.map((line) => line && indent + line));
  }
  return lines.join('\n');
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const trimLines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
