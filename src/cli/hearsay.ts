#!/usr/bin/env node
// Nothing but node: is imported before the version is known: the rest needs what older Nodes do not have.
import process from 'node:process';

const needed = 24;

if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(
    `error: hearsay needs Node ${needed} or later, and this is ${process.versions.node}. Way out: npx -y -p node@${needed} -p hearsay hearsay --help\n`,
  );
  process.exitCode = 2;
} else {
  hushSqlite();
  const { hearsay } = await import('./program.ts');
  const { processTerminal } = await import('./terminal.ts');
  process.exitCode = await hearsay(process.argv.slice(2), processTerminal());
}

/** node:sqlite warns that it is experimental on the first Nodes that have it. */
function hushSqlite(): void {
  const emit = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  process.emitWarning = ((warning: unknown, ...rest: unknown[]) => {
    if (!/SQLite is an experimental/.test(String(warning))) emit(warning, ...rest);
  }) as typeof process.emitWarning;
}
