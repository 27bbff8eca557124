import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Reading } from '../read.ts';
import type { Added } from './card.ts';
import { escapeHtml } from './escape-html.ts';
import { HELP, INDEX_HEADING, legend, toolbar } from './furniture.ts';
import { SCRIPT } from './page-script.ts';
import { STYLE } from './page-style.ts';
import { type Report, report } from './report.ts';
import { checkSlices } from './slices.ts';

export interface HtmlOptions {
  /** heading and title of a page with several reports */
  readonly title?: string;
  /** of Hearsay, for the footer */
  readonly version?: string;
  /** who added which statements, by their ids */
  readonly added?: Added;
}

/** One self-contained page: each text with its statements marked and a card beside each. No request leaves it. */
export function html(
  readings: readonly Reading[],
  { title, version = ownVersion(), added = NONE }: HtmlOptions = {},
): string {
  const taken = new Set<string>();
  const level = readings.length === 1 ? 1 : 2;
  const reports = readings.map((reading) => report(checkSlices(reading), level, taken, added));
  const heading = title ?? (level === 1 ? reports[0]!.title : `${reports.length} reports`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Hearsay ${escapeHtml(version)}">
<title>${escapeHtml(heading)} – Hearsay</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#reports">Skip to the text</a>
<header class="banner">
<p class="brand"><b>Hearsay</b> who said what, on whose word</p>
${toolbar(reports.flatMap(({ notes }) => notes))}
${legend(added.size > 0)}
</header>
<main id="reports">
${level === 1 ? '' : index(heading, reports)}
${reports.map((one) => one.html).join('\n')}
</main>
${footer(version, added.size > 0)}
${HELP}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const NONE: Added = new Map();

const hashed = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

const POLICY = [
  "default-src 'none'",
  `style-src ${hashed(STYLE)}`,
  `script-src ${hashed(SCRIPT)}`,
  'img-src data:', // the empty icon, so that no browser asks a server for one
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function ownVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String(JSON.parse(manifest).version);
}

function index(heading: string, reports: readonly Report[]): string {
  const line = ({ anchor, title, outlet, published, counts }: Report) =>
    `<li><a href="#${anchor}"><bdi>${escapeHtml(title)}</bdi></a> <span><bdi>${escapeHtml(outlet)}</bdi> · ${escapeHtml(published)} · ${counts}</span></li>`;
  return `<h1>${escapeHtml(heading)}</h1>
<nav class="index" aria-label="${INDEX_HEADING}"><ol>
${reports.map(line).join('\n')}
</ol></nav>`;
}

const footer = (version: string, isAdded: boolean): string => `<footer class="colophon">
<p>Read by Hearsay ${escapeHtml(version)}. Everything marked here${isAdded ? ', but what people added,' : ''} is <b>suggested</b> by the machine; nobody has confirmed it, and some of it will be wrong or missing. The page shows who said what, on whose word. It does not tell what is so.</p>
</footer>`;
