import type { Flag, Note } from './notes.ts';

export const INDEX_HEADING = 'Reports on this page';

const FILTERS = [
  ['denied', 'Denied'],
  ['hedged', 'Hedged'],
  ['unnamed', 'Unnamed sources'],
  ['unknown', 'Unknowns'],
] as const satisfies readonly [Flag, string][];

/** Filters with their counts, and switches. Hidden where no script runs: all is shown then. */
export function toolbar(notes: readonly Note[]): string {
  const counted = (flag: Flag) => notes.filter(({ flags }) => flags.includes(flag)).length;
  const own = counted('voice');
  const filters = FILTERS.map(([flag, name]) => button(`data-filter="${flag}"`, name, counted(flag), false));
  return `<div class="tools" role="toolbar" aria-label="What is shown" hidden>
<div class="group" role="group" aria-label="Filter">${button('data-filter="all"', 'All', notes.length - own, true)}${filters.join('')}</div>
<div class="group" role="group" aria-label="Switches">${button('data-switch="voice"', 'The report itself', own, false)}<button type="button" data-switch="marks" aria-pressed="true">Highlights</button><button type="button" class="ask" aria-haspopup="dialog" aria-label="Keys">?</button></div>
<p class="heard" role="status"></p>
</div>`;
}

function button(data: string, name: string, count: number, isPressed: boolean): string {
  const off = count || isPressed ? '' : ' disabled';
  return `<button type="button" ${data} aria-pressed="${isPressed}"${off}>${name} <span>${count.toLocaleString('en-GB')}</span></button>`;
}

export const legend = (isAdded: boolean): string => `<p class="legend"><span class="label">How to read it:</span>
<b class="source">who says it</b>, <span class="cue">the word for saying</span>,
<span class="m affirms">affirmed</span>, <span class="m denies denied">denied</span>, <span class="m undecided">undecided</span>,
<i class="hedge">hedge</i>, <span class="m unknown">said to be unknown</span>, <span class="figure">figure</span>.
All of it${isAdded ? ' that no person added' : ''} is <b>suggested</b> by the machine.</p>`;

const KEYS = [
  ['j / k', 'next / previous statement'],
  ['Enter', 'from the text to the card, and back'],
  ['n / p', 'next / previous report'],
  ['h', 'highlights on or off'],
  ['v', 'what the report itself asserts, on or off'],
  ['Esc', 'let go'],
  ['?', 'this list'],
] as const;

export const HELP = `<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">Keys</h2>
<dl>${KEYS.map(([key, does]) => `<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`).join('')}</dl>
<button type="button" class="shut">Close</button></dialog>`;
