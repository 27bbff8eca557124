import { once } from 'node:events';
import process from 'node:process';
import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Where a command writes, and what it knows of the place. */
export interface Terminal {
  /** settles once more may be written, so a long list never piles up in memory */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** columns; 100 where nobody can tell */
  readonly width: number;
  readonly style: (format: Format, text: string) => string;
  readonly errStyle: (format: Format, text: string) => string;
  readonly colour: boolean;
  /** standard output goes to a person's screen */
  readonly screen: boolean;
  /** progress can be drawn on standard error */
  readonly bar: boolean;
  /** what is typed to start this program: "hearsay" */
  readonly command: string;
}

const widthUnknown = 100;
const narrowest = 40;

export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  // `hearsay ledger | head`: the reader has gone, and that is no error
  for (const stream of [stdout, stderr]) stream.on('error', leaveOnBrokenPipe);
  return {
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    err: (text) => void stderr.write(text),
    width: Math.max(stdout.columns ?? widthUnknown, narrowest),
    style: stylist(stdout),
    errStyle: stylist(stderr),
    colour: stylist(stdout)('bold', 'x') !== 'x',
    screen: stdout.isTTY === true,
    bar: stderr.isTTY === true,
    command: import.meta.url.endsWith('.ts') ? 'npm run --silent hearsay --' : 'hearsay',
  };
}

/** Node itself asks whether the stream is a terminal, and NO_COLOR and FORCE_COLOR. */
const stylist =
  (stream: NodeJS.WriteStream) =>
  (format: Format, text: string): string =>
    text === '' ? '' : styleText(format, text, { stream });

function leaveOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
