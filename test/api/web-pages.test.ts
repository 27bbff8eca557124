import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, served } from './served.ts';

const PAGE = '<!doctype html><title>Hearsay</title><div id="root"></div>';
let folder = '';
let server: Served;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-web-'));
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  writeFileSync(join(folder, 'web/index.html'), PAGE);
  writeFileSync(join(folder, 'web/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'web/assets/main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'not for the web');
  server = await served({ web: join(folder, 'web') });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
const asked = (url: string) => server.app.inject({ url });

describe('the workbench', () => {
  it.each(['/', '/documents/1442df6fdbfd', '/statements?polarity=denies', '/claims/', '/sources/acme.com'])(
    'has one page, which %s is a view of',
    async (url) => {
      const { body, headers, statusCode } = await asked(url);
      expect([statusCode, body]).toEqual([200, PAGE]);
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    },
  );

  it.each([
    ['/assets/main-1a2b.js', 'application/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/icon.svg', 'image/svg+xml', 'no-cache'],
  ])('gives its file %s, kept as long as its name says', async (url, type, cache) => {
    const { headers, statusCode } = await asked(url);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': cache });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  it.each(['/assets/other.js', '/api/nothing', '/api', '/assets/..%2f..%2fsecret.txt'])('has no %s', async (url) => {
    const response = await asked(url);
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toBe('application/problem+json');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/secret.txt'])(
    'gives nothing from beside its folder: %s',
    async (url) => {
      expect((await asked(url)).body).not.toContain('not for the web');
    },
  );

  it('that is built again under a running server is the new one, and what is gone is no page', async () => {
    const web = join(folder, 'again');
    const build = (name: string) => {
      rmSync(web, { recursive: true, force: true });
      mkdirSync(join(web, 'assets'), { recursive: true });
      writeFileSync(join(web, 'index.html'), `<script type="module" src="/assets/${name}"></script>`);
      writeFileSync(join(web, 'assets', name), 'export {};');
    };
    build('main-old.js');
    const running = await served({ web });
    const of = async (url: string) => {
      const { statusCode, headers } = await running.app.inject({ url });
      return [statusCode, String(headers['content-type']).split(';')[0]];
    };
    expect(await of('/assets/main-old.js')).toEqual([200, 'application/javascript']);
    build('main-new.js');
    expect((await running.app.inject({ url: '/claims' })).body).toContain('main-new.js');
    expect(await of('/assets/main-new.js')).toEqual([200, 'application/javascript']);
    expect(await of('/assets/main-old.js')).toEqual([404, 'application/problem+json']);
    await running.close();
  });

  it('that is not built says how to build it', async () => {
    const bare = await served({ web: join(folder, 'nothing') });
    const { body, statusCode } = await bare.app.inject({ url: '/' });
    expect(statusCode).toBe(200);
    expect(body).toContain('npm run build');
    await bare.close();
  });
});
