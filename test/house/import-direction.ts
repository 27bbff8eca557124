/** Each folder of src imports only itself and what stands to its left. */
const order = [
  ...['capture', 'text', 'language', 'attributions', 'meaning', 'sources', 'read.ts', 'claims'],
  ...['ledger', 'export', 'index.ts', 'api', 'cluster', 'cli', 'mcp', 'web'],
];

// import x from 'y' · import type { x } from 'y' · export * from 'y', over several lines too
const fromClause = /^[ \t]*(?:import|export)\s+(?:type\s+)?[\w$*{][^'"`;=()]*?\bfrom\s*['"]([^'"]+)['"]/gm;
// import 'y'
const bare = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
// await import('y') · import('y').X · require('y') · new Worker(new URL('./y.ts', import.meta.url))
const called = /\b(?:import|require|URL)\s*\(\s*['"`]([^'"`]+)['"`]/g;

/** The addresses that a module imports: ["../text/span.ts", "node:fs"]. */
export function importsOf(code: string): string[] {
  return [fromClause, bare, called].flatMap((form) => [...code.matchAll(form)].map((found) => found[1]!));
}

/** Why a module may not import what it imports; empty where it may. `path` is below src: "text/span.ts". */
export function wrongImports(path: string, code: string): string[] {
  const own = rank(path);
  if (own < 0) return [`${path}: src/${home(path)} has no place in the order: add it to ${import.meta.filename}`];
  return importsOf(code)
    .filter((address) => address.startsWith('.') && /\.tsx?$/.test(address))
    .map((address) => below(path, address))
    .filter((target) => target.startsWith('../') || rank(target) > own || rank(target) < 0)
    .map(
      (target) => `${path} imports ${target}, which is ${target.startsWith('../') ? 'outside src' : 'to its right'}`,
    );
}

const home = (path: string): string => path.split('/')[0]!;

const rank = (path: string): number => order.indexOf(home(path));

/** below('text/html/a.ts', '../span.ts') → 'text/span.ts' */
function below(path: string, address: string): string {
  const { pathname } = new URL(address, `file:///repo/src/${path}`);
  return pathname.startsWith('/repo/src/') ? pathname.slice('/repo/src/'.length) : `..${pathname.replace('/repo', '')}`;
}
