// Reads rows of texts into a ledger and prints each id once it is stored; the crash test kills it.
// node test/ledger/reader-child.ts LEDGER FROM COUNT
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { dockReading, dockText } from './made-reading.ts';

const [path, from, count] = process.argv.slice(2);
const ledger = openLedger(path!);
for (let n = Number(from); n < Number(from) + Number(count); n++) {
  const { capture, reading } = dockReading(`${dockText}\nReport ${n}.`, `rows.jsonl#${n}`);
  const { document } = await ledger.store(capture, reading, { reader: '1.0.0' });
  process.stdout.write(`${document}\n`);
}
await ledger.close();
