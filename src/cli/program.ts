import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CERTAINTIES, POLARITIES } from '../attributions/attribution.ts';
import { ModelBroken } from '../attributions/model/model-broken.ts';
import { BadSlice } from '../ledger/check-slice.ts';
import { STATES } from '../ledger/decision.ts';
import { DecisionRefused } from '../ledger/decision-refused.ts';
import { LETTERS, NOT_GRADED } from '../ledger/grade.ts';
import { LedgerRefused } from '../ledger/ledger-refused.ts';
import { decideOptions } from './decide-options.ts';
import { ownVersion } from './own-version.ts';
import { UnknownId } from './resolve-id.ts';
import { ServeRefused } from './serve-refused.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command, loading only what that one needs. 0: fine; 1: something was refused or is broken; 2: it was typed wrongly. */
export async function hearsay(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = commands(terminal, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(`${terminal.errStyle('red', 'error:')} ${told(error, args.includes('--debug'))}\n`);
    return 1;
  }
}

/** Errors whose message says it all. */
const toldPlainly = [LedgerRefused, UnknownId, ModelBroken, DecisionRefused, BadSlice, ServeRefused];

function told(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (debug) return error.stack ?? error.message;
  if (toldPlainly.some((kind) => error instanceof kind)) return error.message;
  return `${error.message.split('\n')[0]}. Where it comes from: --debug`;
}

function commands(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('hearsay')
    .description('Who said what, on whose word: reads reporting and keeps a ledger of every attributed statement.')
    .version(ownVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.width,
    })
    .addHelpText('after', examples)
    .showHelpAfterError('(--help shows what there is)');
  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .addOption(new Option('--debug', 'show where an unexpected error comes from'));

  command('read', 'read reports into the ledger and print who said what')
    .addArgument(new Argument('<target...>', 'files, folders, http addresses, JSON Lines, or - for standard input'))
    .addOption(ledgerOption())
    .option('--published <date>', 'when it was published, where the page does not tell', isoDate)
    .option('--outlet <name>', 'who printed it, where the page does not tell')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'jsonl', 'html']).default('table'))
    .option('--json', 'the same as --format jsonl: one document a line, as `hearsay schema` tells')
    .option('--output <file>', 'write jsonl or html there')
    .addOption(
      new Option('--model <model>', 'what finds statements: a trained model, or rules that are much cheaper')
        .choices(['accurate', 'fast'])
        .default('accurate'),
    )
    .addOption(
      new Option(
        '--threads <n>',
        'how many the trained model may use, two unless told; the number changes no reading',
      ).argParser(threadCount),
    )
    .option('--no-store', 'print only')
    .option('--quiet', 'print nothing but errors')
    .action(async (targets, { json, ...options }, self) => {
      if (json) options.format = 'jsonl';
      if (options.output !== undefined && options.format === 'table') {
        self.error('error: --output needs --format jsonl or html', { exitCode: 2 });
      }
      exit(await (await import('./read-command.ts')).readCommand(targets, options, terminal));
    });

  command('ledger', 'list the statements of the ledger')
    .addOption(ledgerOption())
    .option('--source <text>', 'with this name in the chain')
    .addOption(new Option('--polarity <polarity>').choices([...POLARITIES]))
    .option('--denied', 'the same as --polarity denies')
    .addOption(new Option('--certainty <certainty>').choices([...CERTAINTIES]))
    .addOption(
      new Option('--kind <kind>', 'of others, or in the document’s own voice').choices(['attribution', 'voice']),
    )
    .addOption(new Option('--state <state>', 'how people stand to it; suggested: nobody decided').choices([...STATES]))
    .option('--doubtful', 'that the machine is in doubt of: a confidence below 0.5')
    .option('--document <id>', 'in this document (the beginning of its id is enough)')
    .option('--search <text>', 'with these words; "a phrase"; a beginning*')
    .addOption(limitOption())
    .option('--json', 'one statement a line')
    .action(async ({ denied, doubtful, debug: _, ...options }) => {
      const asked = {
        ...options,
        ...(denied && { polarity: 'denies' }),
        ...(doubtful && { below: (await import('./statement-lines.ts')).DOUBT }),
      };
      exit(await (await import('./ledger-command.ts')).ledgerCommand(asked, terminal));
    });

  command('show', 'show a statement in its passage, or a document')
    .argument('<id>', 'the beginning of an id')
    .addOption(ledgerOption())
    .option('--json', 'one object')
    .action(async (id, options) => exit(await (await import('./show-command.ts')).showCommand(id, options, terminal)));

  command('sources', 'who speaks how often, and how reliable people hold them to be')
    .addOption(ledgerOption())
    .addOption(new Option('--grade <letter>', 'with this grade').choices([...LETTERS, NOT_GRADED]))
    .addOption(limitOption())
    .option('--json', 'one source a line')
    .action(async (options) => exit(await (await import('./sources-command.ts')).sourcesCommand(options, terminal)));

  command('claims', 'what several statements say, in how many reports, from how many origins')
    .addOption(ledgerOption())
    .addOption(limitOption())
    .option('--json', 'one claim a line')
    .action(async (options) => exit(await (await import('./claims-command.ts')).claimsCommand(options, terminal)));

  command('origins', 'what the reports of a claim rest on, back to who said it first')
    .argument('<claim>', 'the beginning of the id of a claim, or of a statement in it')
    .addOption(ledgerOption())
    .option('--json', 'one object')
    .action(async (id, options) =>
      exit(await (await import('./origins-command.ts')).originsCommand(id, options, terminal)),
    );

  command('contested', 'what is denied and by whom; figures that differ, side by side')
    .addOption(ledgerOption())
    .addOption(limitOption())
    .addOption(
      new Option('--view <rule>', 'one number out of the figures too').choices([
        'lowest',
        'highest',
        'latest',
        'range',
      ]),
    )
    .option('--json', 'one claim a line')
    .action(async (options) =>
      exit(await (await import('./contested-command.ts')).contestedCommand(options, terminal)),
    );

  command('life', 'how a claim fared: first said, hardened, softened, moved, denied')
    .argument('<claim>', 'the beginning of the id of a claim, or of a statement in it')
    .addOption(ledgerOption())
    .option('--json', 'one moment a line')
    .action(async (id, options) => exit(await (await import('./life-command.ts')).lifeCommand(id, options, terminal)));

  command('copies', 'which reports hold the words of which')
    .addOption(ledgerOption())
    .option('--json', 'one pair a line')
    .action(async (options) => exit(await (await import('./copies-command.ts')).copiesCommand(options, terminal)));

  command('versions', 'what changed from version to version of a page')
    .argument('<document>', 'the beginning of the id of a document')
    .addOption(ledgerOption())
    .option('--json', 'one version a line')
    .action(async (id, options) =>
      exit(await (await import('./versions-command.ts')).versionsCommand(id, options, terminal)),
    );

  const decide = command(
    'decide',
    'confirm, reject, correct, merge or split what the machine found; add what it missed; grade a source; undo',
  );
  decideOptions(decide, ledgerOption, terminal.width, async (asked, options) =>
    exit(await (await import('./decide-command.ts')).decideCommand(asked, options, terminal)),
  );

  command('verify', 'check hashes, slices and the log; name what is broken')
    .addOption(ledgerOption())
    .option('--json', 'one problem a line; one object where the ledger is whole')
    .action(async (options) => exit(await (await import('./verify-command.ts')).verifyCommand(options, terminal)));

  command('serve', 'the workbench in a browser, and the HTTP API, for this machine alone')
    .addOption(ledgerOption())
    .addOption(new Option('--port <n>', 'where it listens').default(8844).argParser(portNumber))
    .addOption(new Option('--host <name>', 'a name of this machine for itself').default('127.0.0.1'))
    .action(async (options) => exit(await (await import('./serve-command.ts')).serveCommand(options, terminal)));

  command('schema', 'print the JSON Schema of one line of --format jsonl')
    .option('--json', 'it is JSON in any case')
    .action(async () => terminal.out((await import('../export/schema.ts')).readingJsonSchema()));

  return program;
}

const ledgerOption = () => new Option('--ledger <file>', 'the ledger').default('hearsay.db');

const limitOption = () =>
  new Option('--limit <n>', 'at most so many; 0 for all').default(20).argParser((typed) => {
    if (!/^\d{1,9}$/.test(typed)) throw new InvalidArgumentError('Give a whole number; 0 for all.');
    return Number(typed);
  });

function threadCount(typed: string): number {
  if (!/^[1-9]\d?$/.test(typed)) throw new InvalidArgumentError('Give a whole number from 1 to 99.');
  return Number(typed);
}

/** 0 takes any that is free. */
function portNumber(typed: string): number {
  if (!/^\d{1,5}$/.test(typed) || Number(typed) > 65_535)
    throw new InvalidArgumentError('Give a whole number up to 65535.');
  return Number(typed);
}

/** 2024-11-22, or 2024-11-22T09:30:00Z. */
function isoDate(typed: string): string {
  const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(typed);
  const day = new Date(`${typed.slice(0, 10)}T00:00:00Z`);
  const real = iso && !Number.isNaN(Date.parse(typed)) && day.toISOString().slice(0, 10) === typed.slice(0, 10);
  if (!real) throw new InvalidArgumentError('Give a day, 2024-11-22, or a time with its zone, 2024-11-22T09:30:00Z.');
  return typed;
}

const examples = `
Examples:
  hearsay read report.html                    read one report into hearsay.db
  hearsay read coverage/ --outlet "The Post"  read a folder
  hearsay read - --no-store < report.txt      read standard input, store nothing
  hearsay ledger --denied                     what is denied, and by whom
  hearsay ledger --source officials --json    statements on the word of officials, one JSON object a line
  hearsay show 3fa9                           a statement in its passage
  hearsay decide confirm 3fa9                 a person stands for it; the machine only suggests
  hearsay serve                               all of it in a browser
  hearsay verify                              is every slice still exact?

Exit codes: 0 fine; 1 something was refused or is broken; 2 typed wrongly.`;
