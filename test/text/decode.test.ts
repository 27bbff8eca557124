import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';

const bytes = (hexOrText: string, encoding: BufferEncoding = 'utf8') => Buffer.from(hexOrText, encoding);
const page = (media: string, content: Uint8Array, type?: string) =>
  decode({ bytes: content, media, headers: type ? { 'content-type': type } : {} });

/** windows-1251: А–я are 0xC0–0xFF in the order of Unicode */
const cp1251 = (text: string) =>
  Uint8Array.from([...text].map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))));
const russian = 'Мэр города заявил во вторник, что мост будет закрыт до весны, сообщила пресс-служба. '.repeat(3);

test.each<[text: string, why: string, media: string, content: Uint8Array, type?: string]>([
  ['“Café”', 'UTF-8 though the header says otherwise', 'text/html', bytes('“Café”'), 'text/html; charset=windows-1252'],
  ['Hé', 'the mark is taken off', 'text/plain', bytes('\ufeffHé')],
  ['Mayor quits today', 'UTF-16 with a mark', 'text/plain', bytes('\ufeffMayor quits today', 'utf16le')],
  ['Mayor quits today', 'UTF-16 without a mark', 'text/plain', bytes('Mayor quits today', 'utf16le')],
  ['“rant”', 'curly quotes of Windows, with nothing declared', 'text/plain', bytes('9372616e7494', 'hex')],
  [russian, 'Cyrillic by its bytes', 'text/plain', cp1251(russian)],
  [russian, 'Cyrillic by the header', 'text/html', cp1251(russian), 'text/html; charset=windows-1251'],
  [
    `<meta charset="windows-1251"><p>${russian}`,
    'by its meta tag',
    'text/html',
    cp1251(`<meta charset="windows-1251"><p>${russian}`),
  ],
  [
    'Łódź is far. Żółć.\ufffd',
    'UTF-8 cut off in its last letter',
    'text/plain',
    bytes('Łódź is far. Żółć.ł').subarray(0, -1),
  ],
  [
    '東京',
    'ISO-2022-JP, which is valid ASCII',
    'text/html',
    bytes('1b2442456c357e1b2842', 'hex'),
    'text/html; charset=iso-2022-jp',
  ],
])('%s: %s', async (text, _why, media, content, type) => expect(await page(media, content, type)).toBe(text));

test('any bytes give a text that goes back to UTF-8', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
      for (const media of ['text/plain', 'text/html']) {
        const text = await page(media, content);
        expect(Buffer.from(text).toString()).toBe(text);
      }
    }),
  );
});
