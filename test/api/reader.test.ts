import { expect, it } from 'vitest';
import { threadReader } from '../../src/api/reads/reader.ts';
import { captureOf } from '../../src/capture/capture-of.ts';

const capture = (text: string, media = 'text/plain') =>
  captureOf({ bytes: Buffer.from(text), address: 'a.txt', media, at: '2025-03-01T08:00:00.000Z', method: 'paste' });

it('who asks while another is read gets a reading of their own, and a refusal keeps nobody waiting', async () => {
  const reader = threadReader();
  const [dock, none, ferry] = await Promise.allSettled([
    reader.read(capture('The dock will close, the mayor said.'), { outlet: 'The Quay' }),
    reader.read(capture('<p></p>', 'text/html'), {}),
    reader.read(capture('The ferry sank, a clerk said.'), {}),
  ]);
  expect(dock).toMatchObject({ value: { document: { outlet: 'The Quay', text: expect.stringContaining('dock') } } });
  expect(none).toMatchObject({ reason: { name: 'Refusal' } });
  expect(ferry).toMatchObject({ value: { document: { outlet: null, text: expect.stringContaining('ferry') } } });
  await reader.close();
});
