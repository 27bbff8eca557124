import { styleText } from 'node:util';
import { hearsay } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Recorded {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function recordingTerminal({ width = 100, colour = false } = {}) {
  const written = { out: '', err: '' };
  const style: Terminal['style'] = (format, text) =>
    colour && text ? styleText(format, text, { validateStream: false }) : text;
  const terminal: Terminal = {
    out: async (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    width,
    style,
    errStyle: style,
    colour,
    screen: false,
    bar: false,
    command: 'hearsay',
  };
  return { terminal, written };
}

/** Runs a command as a shell would, with what it wrote. */
export async function typed(
  args: readonly string[],
  place: { width?: number; colour?: boolean } = {},
): Promise<Recorded> {
  const { terminal, written } = recordingTerminal(place);
  const code = await hearsay(args, terminal);
  return { code, ...written };
}
