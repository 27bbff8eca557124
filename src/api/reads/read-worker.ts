import { parentPort } from 'node:worker_threads';
import { accurateModel } from '../../attributions/attribution-model.ts';
import type { Capture } from '../../capture/capture.ts';
import { Refusal } from '../../capture/refusal.ts';
import { read } from '../../read.ts';
import type { Given } from '../../text/document-of.ts';
import type { Answer } from './reader.ts';

const model = accurateModel();

parentPort?.on('message', async ({ capture, given }: { capture: Capture; given: Given }) => {
  parentPort?.postMessage(await answer(capture, given));
});

async function answer(capture: Capture, given: Given): Promise<Answer> {
  try {
    return { reading: await read(capture, given, model) };
  } catch (error) {
    if (!(error instanceof Refusal)) return { failed: error instanceof Error ? error.message : String(error) };
    const { address, reason, wayOut } = error;
    return { refused: { address, reason, wayOut } };
  }
}
