// On paper the cards are numbered notes in the margin; line styles and the sign of denial carry what colour does on screen.
export const PRINT_STYLE = `
@page { margin: 15mm 14mm 17mm; }
@media print {
  html { font-size: 9.5pt; background: none; }
  .banner, main, .colophon { width: 100%; }
  .tools, .skip, dialog, .heard { display: none !important; }
  .banner { padding-top: 0; }
  .row { grid-template-columns: minmax(0, 1fr) 62mm; gap: 6mm; margin-bottom: 3mm; }
  .passage { font-size: 10.5pt; line-height: 1.7; }
  .passage p { orphans: 3; widows: 3; }
  .cards { font-size: 7.5pt; line-height: 1.4; gap: 1.5mm; }
  .chain { font-size: 8pt; }
  .chain small, .figures small { font-size: 7pt; }
  .card { border: 0; border-left: 2px solid var(--tone); border-radius: 0; background: none; padding: 0 0 0 2mm; break-inside: avoid;
    grid-template-columns: 5mm minmax(0, 1fr); box-shadow: none; }
  .card.lit { background: none; }
  .figures { padding: 0 0 0 2mm; }
  .excerpt { display: none; }
  .headline { font-size: 17pt; break-after: avoid; }
  .heading, .masthead { break-after: avoid; }
  article { padding-top: 5mm; }
  article + article { break-before: page; border: 0; margin: 0; }
  a { color: inherit; text-decoration: none; }
  .provenance, .colophon { break-inside: avoid; font-size: 7pt; }
  .m, .figure { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .m.lit { background: var(--tint); }
  .cue.lit, .source.lit, .hedge.lit, .topic.lit { background: none; }
}`;
