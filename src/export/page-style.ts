import { MARKS_STYLE } from './marks-style.ts';
import { PRINT_STYLE } from './print-style.ts';

// Serif for the report, the system's sans for what Hearsay adds. All text pairs reach 4.5 to 1 on both papers.
const COLOURS = `
:root {
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1c1a; --soft: #5c5851; --rule: #ddd8cd; --sunk: #f2efe8;
  --affirms: #0b6360; --denies: #a12c17; --undecided: #7a5200; --unknown: #5a4490; --focus: #1a56c4;
  --affirms-tint: #0b63600f; --denies-tint: #a12c1714; --undecided-tint: #7a520014; --unknown-tint: #5a449014;
  --affirms-lit: #0b636038; --denies-lit: #a12c1733; --undecided-lit: #7a520038; --unknown-lit: #5a449033;
  --quiet-lit: #5c58512b;
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', Georgia, 'Liberation Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --card: #211f1d; --ink: #ebe7df; --soft: #aea79b; --rule: #3b3834; --sunk: #24221f;
    --affirms: #76cbc4; --denies: #f29b86; --undecided: #e0b963; --unknown: #bcaaf0; --focus: #8db4ff;
    --affirms-tint: #76cbc414; --denies-tint: #f29b861c; --undecided-tint: #e0b9631a; --unknown-tint: #bcaaf01c;
    --affirms-lit: #76cbc440; --denies-lit: #f29b8640; --undecided-lit: #e0b96340; --unknown-lit: #bcaaf040;
    --quiet-lit: #aea79b38;
  }
}`;

const FRAME = `
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.5 var(--sans); -webkit-text-size-adjust: 100%; }
body { margin: 0; }
p, h1, h2, h3, ol, ul, dl, dd, blockquote { margin: 0; padding: 0; font-size: inherit; }
ol, ul { list-style: none; }
a { color: var(--focus); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.banner, main, .colophon { width: min(100% - 2.5rem, 66rem); margin-inline: auto; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 3; background: var(--card); padding: .5rem 1rem; }
.banner { padding-top: 1.25rem; }
.brand { color: var(--soft); font-size: .8125rem; }
.brand b { color: var(--ink); font: italic 700 1.125rem var(--serif); margin-right: .5rem; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding: .625rem 0; }
.tools[hidden] { display: none; }
.group { display: flex; flex-wrap: wrap; gap: .375rem; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button { font: .8125rem/1.25 var(--sans); color: var(--ink); background: var(--card); border: 1px solid var(--rule);
  border-radius: 99px; padding: .3125rem .75rem; cursor: pointer; }
button span { color: var(--soft); font-variant-numeric: tabular-nums; }
button:hover { border-color: var(--soft); }
button[aria-pressed=true] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
button[aria-pressed=true] span { color: inherit; }
button:disabled { opacity: .55; cursor: default; }
[data-switch][aria-pressed=true]::before { content: '● ' / ''; }
[data-switch][aria-pressed=false]::before { content: '○ ' / ''; }
.legend { font: .9375rem/2 var(--serif); color: var(--ink); padding: .5rem 0; border-block: 1px solid var(--rule); }
.legend .label { font: .8125rem var(--sans); color: var(--soft); margin-right: .25rem; }
main > h1 { font: 600 1.75rem/1.2 var(--serif); margin-top: 2rem; }
.index { margin-top: 1rem; }
.index ol { counter-reset: report; border-top: 1px solid var(--rule); }
.index li { counter-increment: report; border-bottom: 1px solid var(--rule); padding: .5rem 0 .5rem 2rem; position: relative;
  font: 1.0625rem/1.4 var(--serif); overflow-wrap: anywhere; }
.index li::before { content: counter(report) / ''; position: absolute; left: 0; color: var(--soft); font: .875rem/1.7 var(--sans); }
.index span { display: block; font: .8125rem/1.5 var(--sans); color: var(--soft); }
article { padding-top: 2.25rem; scroll-margin-top: 3rem; }
article + article { margin-top: 3.5rem; border-top: 3px double var(--rule); }
.masthead { margin-bottom: 1.5rem; }
.outlet { font: 600 .8125rem/1.4 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin-bottom: .375rem; }
.byline { color: var(--soft); font-size: .875rem; margin-top: .25rem; overflow-wrap: anywhere; }
.counts { font-weight: 600; font-size: .875rem; margin-top: .25rem; }
.provenance, .colophon { color: var(--soft); font-size: .75rem; line-height: 1.6; }
.provenance { margin-top: 1.5rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
.provenance div { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
.provenance dt { flex: 0 0 9.5rem; }
.provenance dd { min-width: 0; overflow-wrap: anywhere; }
code, kbd { font-family: ui-monospace, 'Liberation Mono', monospace; font-size: .95em; }
.colophon { margin-top: 3rem; padding: 1rem 0 3rem; border-top: 1px solid var(--rule); }
.colophon p { max-width: 44rem; }
dialog { border: 1px solid var(--rule); border-radius: 10px; background: var(--card); color: var(--ink); padding: 1.25rem 1.5rem;
  max-width: min(26rem, 100% - 2rem); }
dialog::backdrop { background: #0006; }
dialog h2 { font: 600 1.25rem var(--serif); margin-bottom: .75rem; }
dialog dl { margin-bottom: 1rem; font-size: .875rem; }
dialog dl div { display: flex; gap: .75rem; padding: .125rem 0; }
dialog dt { flex: 0 0 4.5rem; }
@media (prefers-reduced-motion: no-preference) {
  .m, .cue, .source, .hedge, .card { transition: background-color .12s; }
}`;

const ROWS = `
.row { display: grid; gap: .75rem; margin-bottom: 1.25rem; }
.masthead .row { margin-bottom: .5rem; }
.row > * { min-width: 0; }
.passage { font: 1.125rem/1.85 var(--serif); overflow-wrap: anywhere; hyphens: manual; }
.passage > * { max-width: 36rem; }
.headline { font: 600 1.875rem/1.35 var(--serif); letter-spacing: -.005em; text-wrap: balance; overflow-wrap: anywhere; }
.passage .headline, .passage .heading { max-width: 38rem; }
.heading { font-weight: 600; font-size: 1.25rem; line-height: 1.5; margin-top: .5rem; }
.passage .quote { border-left: 3px solid var(--rule); padding-left: 1.25rem; }
.caption, .credit { font-size: .9375rem; line-height: 1.75; color: var(--soft); }
.list-item { padding-left: 1.25rem; position: relative; }
.list-item::before { content: '•' / ''; position: absolute; left: .25rem; color: var(--soft); }
.cards { display: grid; gap: .5rem; align-content: start; font-size: .8125rem; line-height: 1.5; }
.card { display: grid; grid-template-columns: 1.75rem minmax(0, 1fr); background: var(--card); border: 1px solid var(--rule);
  border-left: 4px solid var(--tone); border-radius: 6px; padding: .4375rem .75rem .5rem .5rem; cursor: pointer; scroll-margin-top: 4rem;
  overflow-wrap: anywhere; }
.card.denies { border-left-style: double; border-left-width: 6px; }
.card.undecided { border-left-style: dashed; }
.card.unknown { border-left-style: dotted; background: none; }
.card.voice { background: none; border-color: transparent; border-left: 1px solid var(--rule); padding-block: .125rem; color: var(--soft); }
.num { color: var(--tone); font-weight: 700; text-decoration: none; }
.num::before { content: attr(data-n); }
.chain { font-size: .875rem; line-height: 1.4; }
.chain li { display: inline; }
.chain li + li::before { content: ' → ' / ''; color: var(--soft); }
.chain small, .figures small { color: var(--soft); font-size: .75rem; white-space: nowrap; }
.here { color: var(--soft); }
.nobody { font-style: italic; }
.what { font-weight: 600; color: var(--tone); }
.polarity { font-weight: 600; color: var(--tone); }
.denies .polarity::before { content: '⊘ ' / ''; }
.undecided .polarity::before { content: '± ' / ''; }
.facts, .more { display: inline; }
.sure { float: right; margin-left: .75rem; color: var(--soft); font-size: .75rem; line-height: 1.4; }
.more { color: var(--soft); }
.facts + .more::before { content: ' · '; }
.card q { quotes: '“' '”' '‘' '’'; }
.card.voice .chain { font-size: .8125rem; }
.figures { color: var(--soft); padding: 0 .75rem 0 .5rem; font-size: .75rem; }
.figures + .figures { margin-top: -.35rem; }
.figures .what { color: inherit; margin-right: .5em; }
.figures ul { display: inline; }
.figures li { display: inline; }
.figures li + li::before { content: ' · '; }
.figures b { color: var(--ink); font-weight: 600; }
.excerpt { color: var(--soft); font-family: var(--serif); font-size: .875rem; }
@media (min-width: 64rem) {
  .row { grid-template-columns: minmax(0, 36rem) minmax(0, 1fr); gap: 2.5rem; }
  .excerpt { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .card { position: relative; }
}
@media (max-width: 63.99rem) {
  .excerpt { display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden; }
  .cards { max-width: 36rem; }
}
@media (max-width: 30rem) {
  .banner, main, .colophon { width: calc(100% - 2rem); }
  .headline { font-size: 1.5rem; }
  .passage { font-size: 1.0625rem; }
  .provenance dt { flex-basis: 100%; }
}`;

export const STYLE = `${COLOURS}${FRAME}${ROWS}${MARKS_STYLE}${PRINT_STYLE}
`;
