import stringWidth from 'string-width';
import type { Attribution } from '../attributions/attribution.ts';
import { addedBy } from '../ledger/decision.ts';
import type { Statement, Worded } from '../ledger/ledger.ts';
import type { Standing } from '../ledger/standing.ts';
import { chainBefore } from './chain.ts';
import { correctedWords, STATE_COLOURS } from './decision-lines.ts';
import { plain, shorten, wrap, wrapShort } from './shorten.ts';
import { pad } from './table.ts';
import type { Terminal } from './terminal.ts';

const indent = 2;
const idWidth = 14;
const contentLines = 2;
/** More of what people put in the machine's place `show` has. */
const CORRECTED = 32;
// Wider, the eye loses the line between a name and what stands at the right.
const widest = 104;

/**
 * A statement in a list:
 *
 *       3fa91c20b7d4  Dock workers → The Tide Wire    affirms · probable · “reportedly”
 *                     told: at least 40 boats reportedly left on Tuesday
 */
export function statementLines(
  { attribution, words, standing }: Worded & Partial<Pick<Statement, 'standing'>>,
  terminal: Terminal,
): string[] {
  const { style, width } = terminal;
  const room = Math.min(width, widest) - indent - idWidth;
  const id = ' '.repeat(indent) + pad(style('cyan', attribution.id), idWidth);
  const under = ' '.repeat(indent + idWidth);
  const who = chainBefore(attribution);
  const how = [...stateMark(standing, terminal), marks(attribution, words.hedges, terminal)].join(
    terminal.style('dim', ' · '),
  );
  const cue = words.cue ? `${plain(words.cue).replace(/:$/, '')}: ` : '';
  const [first = '', ...rest] = wrapShort(cue + plain(words.content), room, contentLines);
  const what = [first.startsWith(cue) ? style('dim', cue) + first.slice(cue.length) : first, ...rest];
  const beside = stringWidth(who) + 3 + stringWidth(how) <= room;
  const whoLines = beside
    ? [pad(style('bold', who), room - stringWidth(how)) + how]
    : wrap(who, room).map((line) => style('bold', line));
  const howLines = beside ? [] : wrap(how, room);
  return [...whoLines, ...what, ...howLines].map((line, i) => (i === 0 ? id : under) + line);
}

/** "confirmed", "added by Ana", "corrected: certainty → possible"; nothing where nobody decided */
function stateMark(standing: Standing | undefined, { style }: Terminal): string[] {
  if (!standing || standing.state === 'suggested') return [];
  const fields = standing.corrections.map(
    ({ field, to, words }) => `${field} → ${shorten(plain(correctedWords(field, to, words)), CORRECTED)}`,
  );
  const adding = standing.state === 'added' ? addedBy(standing) : null;
  const state = adding ? `added by ${shorten(plain(adding.who), CORRECTED)}` : standing.state;
  const told = fields.length > 0 && state !== 'rejected' ? `${state}: ${fields.join(', ')}` : state;
  return [style(STATE_COLOURS[standing.state], told)];
}

/** Fewer than half of the statements below this confidence were right (`node bench/reliability.ts`). */
export const DOUBT = 0.5;
const DOUBTED = 'doubtful';

/** "denies · probable · “reportedly”": what is sure and plain is dim, what is not stands out. */
function marks(
  { polarity, certainty, confidence }: Attribution,
  hedges: readonly string[],
  { style }: Terminal,
): string {
  const colours = { affirms: 'dim', denies: 'red', undecided: 'yellow' } as const;
  const firm = certainty === 'certain' || certainty === 'underspecified';
  return [
    ...(confidence < DOUBT ? [style('yellow', `${DOUBTED} ${confidence.toFixed(2)}`)] : []),
    style(colours[polarity], polarity),
    style(firm ? 'dim' : 'yellow', certainty),
    ...hedges.map((hedge) => style('yellow', `“${plain(hedge)}”`)),
  ].join(style('dim', ' · '));
}
