import { type FileHandle, open } from 'node:fs/promises';
import { type ModelName, modelNamed } from '../attributions/attribution-model.ts';
import { ModelBroken } from '../attributions/model/model-broken.ts';
import type { Capture } from '../capture/capture.ts';
import { countInputs } from '../capture/count-inputs.ts';
import { gather } from '../capture/gather.ts';
import { Refusal } from '../capture/refusal.ts';
import { html } from '../export/html.ts';
import { jsonl } from '../export/jsonl.ts';
import { addedBy } from '../ledger/decision.ts';
import type { Ledger, Stored } from '../ledger/ledger.ts';
import { LedgerRefused } from '../ledger/ledger-refused.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { readInto } from '../ledger/read-into.ts';
import type { Standing } from '../ledger/standing.ts';
import { type Reading, read as readCapture } from '../read.ts';
import type { Given } from '../text/document-of.ts';
import { documentLines, plural } from './document-lines.ts';
import { ownVersion } from './own-version.ts';
import { type Progress, progress } from './progress.ts';
import { plain, wrap } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface ReadOptions extends Given {
  readonly ledger: string;
  readonly format: 'table' | 'jsonl' | 'html';
  /** false with --no-store */
  readonly store: boolean;
  readonly output?: string;
  readonly model: ModelName;
  readonly threads?: number;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

// More documents than this are told in a line each: nobody reads a thousand tables.
const mostTables = 20;

/** Reads every target into the ledger, document by document; a refused input is told and the rest goes on. */
export async function readCommand(
  targets: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
  read: typeof readCapture = readCapture,
): Promise<number> {
  const total = await countAll(targets);
  const ledger = options.store ? openLedger(options.ledger) : null;
  // opened before anything is read: a long read must not end without a place for it
  const file = options.output === undefined ? null : await opened(options.output);
  const printed = printer(options, total, terminal, file ? (text) => file.appendFile(text) : terminal.out);
  const shown = progress(total, terminal, options.quiet || (options.format !== 'table' && !options.output));
  const tally: Tally = { stored: 0, known: 0, statements: 0, refused: 0, unstored: 0, denied: false, example: '' };
  const refuse = (refusal: Refusal) => {
    tally.refused++;
    const { address, reason, wayOut } = refusal;
    const way = wayOut.charAt(0).toUpperCase() + wayOut.slice(1);
    shown.line(`${terminal.errStyle('red', 'error:')} ${plain(address)}: ${plain(reason)}. ${plain(way)}`);
    if (options.debug) shown.line(String((refusal.cause as Error | undefined)?.stack ?? refusal.stack));
  };

  try {
    for (const target of targets) {
      for await (const input of gather(target, { note: (note) => options.quiet || shown.line(plain(note)) })) {
        const done = input instanceof Refusal ? input : await readOne(input, ledger, options, read, printed.needs);
        if (done instanceof Refusal) refuse(done);
        else {
          count(tally, done);
          await printed.add(done);
          tellStored(done, total, options, shown);
        }
        shown.step();
      }
    }
    shown.stop();
    await printed.end();
  } finally {
    shown.stop();
    await file?.close();
    await ledger?.close();
  }
  if (!options.quiet) await sum(tally, options, terminal);
  return tally.refused > 0 ? 1 : 0;
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    throw new Error(`${path} cannot be written (${(error as Error).message}): name a file in a folder that is there`);
  }
}

interface Tally {
  stored: number;
  known: number;
  statements: number;
  refused: number;
  unstored: number;
  denied: boolean;
  /** id of a statement to show */
  example: string;
}
interface Done {
  readonly address: string;
  /** null where these bytes were known and nobody wants to see them */
  readonly reading: Reading | null;
  readonly stored: Stored | null;
  /** who added which of its statements */
  readonly added?: readonly (readonly [statement: string, who: string])[];
}

async function countAll(targets: readonly string[]): Promise<number> {
  let total = 0;
  for (const target of targets) total += await countInputs(target);
  return total;
}

async function readOne(
  capture: Capture,
  ledger: Ledger | null,
  options: ReadOptions,
  read: typeof readCapture,
  needsReading: boolean,
): Promise<Done | Refusal> {
  const { address } = capture;
  const told = givenIn(options);
  const by = { reader: `${ownVersion()} ${options.model}`, given: told };
  const readIt = (one: Capture, given: Given) => read(one, given, modelNamed(options.model, options.threads));
  try {
    if (!ledger) return { address, reading: await readIt(capture, told), stored: null };
    const { stored, reading } = await readInto(ledger, capture, by, readIt);
    const back = !reading && needsReading ? await ledger.reading(stored.document) : null;
    return { address, reading: reading ?? back?.reading ?? null, stored, added: back?.decided.flatMap(adding) ?? [] };
  } catch (error) {
    return refusalOf(address, error);
  }
}

const adding = (standing: Standing): (readonly [statement: string, who: string])[] => {
  const added = addedBy(standing);
  return added && !added.isTakenBack ? [[standing.statement, added.who]] : [];
};

/** A defect in reading one input is told as a refusal; what is wrong with the ledger or the model stops the command. */
function refusalOf(address: string, error: unknown): Refusal {
  if (error instanceof LedgerRefused || error instanceof ModelBroken) throw error;
  if (error instanceof Refusal) return error;
  const says = error instanceof Error ? error.message : String(error);
  return new Refusal(address, `could not be read (${says})`, 'this is a defect: --debug shows where', error);
}

function givenIn({ outlet, published }: ReadOptions): Given {
  return { ...(outlet === undefined ? {} : { outlet }), ...(published === undefined ? {} : { published }) };
}

function count(tally: Tally, { reading, stored }: Done): void {
  if (!stored) tally.unstored++;
  else if (stored.stored) tally.stored++;
  else tally.known++;
  if (stored?.stored !== false) tally.statements += reading?.attributions.length ?? 0;
  tally.denied ||= reading?.attributions.some(({ polarity }) => polarity === 'denies') ?? false;
  tally.example ||= (reading?.attributions.find((a) => a.kind === 'attribution') ?? reading?.attributions[0])?.id ?? '';
}

function tellStored({ address, stored, reading }: Done, total: number, options: ReadOptions, shown: Progress): void {
  if (options.quiet || total <= mostTables || !stored) return;
  const told = stored.stored ? `(${plural(reading?.attributions.length ?? 0, 'statement')})` : `(${stored.because})`;
  shown.plainLine(`${stored.stored ? 'stored' : 'known'} ${stored.document} ${plain(address)} ${told}`);
}

interface Printer {
  /** whether known documents are to be fetched from the ledger to be shown */
  readonly needs: boolean;
  readonly add: (done: Done) => Promise<void>;
  readonly end: () => Promise<void>;
}

type Write = (text: string) => Promise<void>;

function printer(options: ReadOptions, total: number, terminal: Terminal, out: Write): Printer {
  if (options.format === 'jsonl') return jsonlPrinter(out);
  if (options.format === 'html') return htmlPrinter(out);
  const needs = !options.quiet && total <= mostTables;
  return {
    needs,
    add: async ({ reading }) => {
      if (needs && reading) await terminal.out(`${documentLines(reading, terminal).join('\n')}\n\n`);
    },
    end: async () => {},
  };
}

function jsonlPrinter(out: Write): Printer {
  return { needs: true, add: async ({ reading }) => out(`${jsonl(reading!)}\n`), end: async () => {} };
}

/** One page holds all readings, so they are kept until the end. */
function htmlPrinter(out: Write): Printer {
  const readings: Reading[] = [];
  const all = new Map<string, string>();
  return {
    needs: true,
    add: async ({ reading, added = [] }) => {
      readings.push(reading!);
      for (const [id, who] of added) all.set(id, who);
    },
    end: async () => out(html(readings, { added: all })),
  };
}

/** What was stored, and what to do next; beside a machine's format it goes to standard error. */
async function sum(tally: Tally, options: ReadOptions, terminal: Terminal): Promise<void> {
  const { ledger, output, format } = options;
  const lines = wrap(summary(tally, options), terminal.width);
  if (output !== undefined) lines.push(`Written to ${output}.`);
  const at = ledger === 'hearsay.db' ? '' : ` --ledger ${/[^\w./-]/.test(ledger) ? JSON.stringify(ledger) : ledger}`;
  const { command, style } = terminal;
  const id = tally.example.slice(0, 8);
  if (format !== 'table') return terminal.err(`${lines.join('\n')}\n`);
  const lists = tally.stored + tally.known > 1 ? 'claims' : tally.denied ? 'ledger --denied' : 'ledger';
  if (options.store && id) {
    lines.push(
      `Next: ${style('bold', `${command} show ${id}${at}`)}`,
      `  or: ${style('bold', `${command} ${lists}${at}`)}`,
    );
  } else if (options.store && tally.stored + tally.known > 0) {
    lines.push(`Next: ${style('bold', `${command} ledger${at}`)}`);
  }
  await terminal.out(`${lines.join('\n')}\n`);
}

function summary({ stored, known, statements, refused, unstored }: Tally, { ledger, store }: ReadOptions): string {
  const parts = [
    !store && `Read ${plural(unstored, 'document')} with ${plural(statements, 'statement')}; nothing was stored`,
    stored > 0 && `Stored ${plural(stored, 'document')} with ${plural(statements, 'statement')} in ${ledger}`,
    known > 0 && `${plural(known, 'document')} ${known === 1 ? 'was' : 'were'} in ${ledger} already: same bytes`,
    refused > 0 && `${plural(refused, 'input')} refused`,
    store && stored + known === 0 && 'nothing was stored',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
