import { readFileSync } from 'node:fs';

/** From package.json, which lies as deep under src as under dist. */
export function ownVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
