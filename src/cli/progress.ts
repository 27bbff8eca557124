import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** How far a long command is, on standard error: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  readonly step: () => void;
  /** a line that has to be seen, above the bar */
  readonly line: (text: string) => void;
  /** a line for where there is no bar */
  readonly plainLine: (text: string) => void;
  readonly stop: () => void;
}

// A bar over fewer inputs comes and goes before anyone sees it, and would break into their tables.
const fewest = 20;

export function progress(total: number, terminal: Terminal, quiet = false): Progress {
  const write = (text: string) => terminal.err(`${text}\n`);
  if (quiet || !terminal.bar || total <= fewest) {
    return { step: () => {}, line: write, plainLine: quiet ? () => {} : write, stop: () => {} };
  }
  const format = ' {bar} {value}/{total} · {eta_formatted} left';
  const bar = new SingleBar(
    { format, clearOnComplete: true, hideCursor: null, stream: process.stderr },
    Presets.shades_grey,
  );
  bar.start(total, 0);
  return {
    step: () => bar.increment(),
    line: (text) => {
      terminal.err('\r\u001b[K');
      write(text);
      bar.render();
    },
    plainLine: () => {},
    stop: () => bar.stop(),
  };
}
