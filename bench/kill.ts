// Kills `hearsay read` twenty times while it reads a thousand files; nothing that it reported as stored may be lost.
//   node bench/kill.ts [kills] [files]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../src/ledger/open-ledger.ts';

const kills = Number(process.argv[2] ?? 20);
const files = Number(process.argv[3] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'hearsay-kill-'));
const coverage = join(folder, 'coverage');
const path = join(folder, 'killed.db');
const entry = join(import.meta.dirname, '../src/cli/hearsay.ts');

mkdirSync(coverage);
for (let n = 0; n < files; n++) {
  const text = `Dock report ${n}\n\n“Berth ${n} will close,” Anna Lind said. Officials denied that ${n} boats had left.\n`;
  writeFileSync(join(coverage, `${String(n).padStart(4, '0')}.txt`), text);
}

const reported = new Set<string>();

/** Reads the folder and, unless it is the last time, kills the reader after so many stored documents and a moment. */
async function round(after: number, moment: number): Promise<void> {
  const reader = spawn(process.execPath, [entry, 'read', coverage, '--ledger', path], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  let stored = 0;
  reader.stderr.on('data', (chunk) => {
    told += chunk;
    const lines = told.split('\n');
    told = lines.pop()!;
    for (const line of lines) {
      const id = /^stored (\S+)/.exec(line)?.[1];
      if (!id) continue;
      reported.add(id);
      stored++;
      if (stored === after) setTimeout(() => reader.kill('SIGKILL'), moment);
    }
  });
  await new Promise((resolve) => reader.on('close', resolve));
}

async function check(): Promise<{ lost: number; problems: number; documents: number }> {
  const ledger = openLedger(path);
  let problems = 0;
  for await (const problem of ledger.verify()) {
    problems++;
    console.error(problem);
  }
  let lost = 0;
  for (const id of reported) if (!(await ledger.reading(id))) lost++;
  const { documents } = await ledger.counts();
  await ledger.close();
  return { lost, problems, documents };
}

let failed = 0;
for (let kill = 1; kill <= kills; kill++) {
  await round(1 + Math.floor(Math.random() * (files / kills)), Math.random() * 20);
  const { lost, problems, documents } = await check();
  failed += lost + problems;
  console.log(`kill ${kill}: ${reported.size} reported, ${documents} there, ${lost} lost, ${problems} problems`);
}
await round(Number.POSITIVE_INFINITY, 0);
const { lost, problems, documents } = await check();
console.log(`read to the end: ${documents} of ${files} there, ${lost} lost, ${problems} problems`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed + lost + problems > 0 || documents !== files ? 1 : 0;
