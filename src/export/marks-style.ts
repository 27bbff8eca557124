// Denial, doubt and unknowns differ in the line itself, so that nothing hangs on colour.
export const MARKS_STYLE = `
.card, .m, .ref { --tone: var(--soft); --tint: transparent; --lit: var(--quiet-lit); }
.affirms { --tone: var(--affirms); --tint: var(--affirms-tint); --lit: var(--affirms-lit); }
.denies { --tone: var(--denies); --tint: var(--denies-tint); --lit: var(--denies-lit); }
.undecided { --tone: var(--undecided); --tint: var(--undecided-tint); --lit: var(--undecided-lit); }
.card.unknown, .m.unknown, .ref.unknown { --tone: var(--unknown); --tint: var(--unknown-tint); --lit: var(--unknown-lit); }
.card.voice, .m.voice, .ref.voice { --tone: var(--soft); --tint: transparent; --lit: var(--quiet-lit); }
.m { background: var(--tint); color: inherit; border-radius: 2px; text-decoration: underline solid var(--tone) 1.5px;
  text-underline-offset: .22em; text-decoration-skip-ink: none; scroll-margin-block: 6rem;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.m.denies { text-decoration-style: double; }
.m.undecided { text-decoration-style: dashed; }
.m.unknown { text-decoration-style: dotted; text-decoration-thickness: 2.5px; }
.m.voice { text-decoration: underline dotted var(--rule) 1px; }
.m.n1 { text-underline-offset: .4em; }
.m.n2 { text-underline-offset: .58em; }
.m.n3 { text-underline-offset: .76em; }
.source { font-weight: 700; }
.cue { font-variant-caps: small-caps; letter-spacing: .02em; }
.headline .cue { font-variant-caps: normal; letter-spacing: 0; text-decoration: underline dotted var(--soft) 2px; text-underline-offset: .22em; }
.hedge { font-style: italic; }
.topic { border-bottom: 1px dotted var(--unknown); }
.figure { border-radius: 2px; box-shadow: 0 0 0 1px var(--rule); padding-inline: 1px; font-variant-numeric: lining-nums; }
.ref { font: 700 .6875rem/1 var(--sans); color: var(--tone); text-decoration: none; white-space: nowrap; vertical-align: .55em;
  padding-block: .125em; text-indent: 0; font-variant-caps: normal; letter-spacing: 0; scroll-margin-block: 6rem; }
.headline .ref { font-size: .8125rem; vertical-align: 1em; }
.ref::before { content: attr(data-n) '\\202f'; }
.ref.denies::before { content: '⊘' attr(data-n) '\\202f'; }
.m.lit, .m.lit .m:not(.lit) { background: var(--lit); }
.m.lit .m:not(.lit) { background: none; }
.cue.lit, .source.lit, .hedge.lit, .topic.lit { background: var(--quiet-lit); border-radius: 2px; }
.card.lit { border-color: var(--tone); background: color-mix(in srgb, var(--card), var(--tone) 7%); }
.card.current { box-shadow: 0 0 0 1px var(--tone); }
html:not(.js) .m:target { background: var(--lit); outline: 2px solid var(--tone); }
html:not(.js) .card:target, html:not(.js) .row:has(.m:target) .card { border-color: var(--tone); }
[data-voice=off][data-filter=all] .voice:not(.current, .hedged.lit) { text-decoration-color: transparent; }
[data-voice=off][data-filter=all] .card.voice:not(.current), [data-voice=off][data-filter=all] .ref.voice:not(.current) { display: none; }
[data-filter=denied] :is(.card, .ref):not(.denied, .current), [data-filter=hedged] :is(.card, .ref):not(.hedged, .current),
[data-filter=unnamed] :is(.card, .ref):not(.unnamed, .current), [data-filter=unknown] :is(.card, .ref):not(.unknown, .current) { display: none; }
[data-filter=denied] .passage .m:not(.denied, .lit), [data-filter=hedged] .passage .m:not(.hedged, .lit),
[data-filter=unnamed] .passage .m:not(.unnamed, .lit), [data-filter=unknown] .passage .m:not(.unknown, .lit) {
  background: none; text-decoration-color: transparent; }
[data-filter]:not([data-filter=all]) .figures { display: none; }
[data-marks=off] .passage .m:not(.lit) { background: none; text-decoration: none; }
[data-marks=off] .passage :is(.source, .cue, .hedge, .figure, .topic) { all: unset; }
[data-marks=off] .passage .ref { display: none; }
`;
