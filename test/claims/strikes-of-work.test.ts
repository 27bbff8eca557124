import { expect, it } from 'vitest';
import { isStrikeOfWork } from '../../src/claims/strikes-of-work.ts';
import { parse } from '../../src/language/parse.ts';
import { documentFrom } from '../attributions/document.ts';

/** Of the word in brackets. */
function isOfWork(marked: string): boolean {
  const at = marked.indexOf('[');
  const parsed = parse(documentFrom([marked.replace(/[[\]]/g, '')]));
  return isStrikeOfWork(
    parsed,
    parsed.words.findIndex(({ start }) => start === at),
  );
}

it.each<[reason: string, marked: string, expected: boolean]>([
  ['by those who work', 'Workers launched a [strike] at the port.', true],
  ['launched by them', 'The [strike] was called by nurses in Selm.', true],
  ['they do', 'Dockers [struck] at the port of Selm on Monday.', true],
  ['on strike, in a war', 'Missiles hit the port, where crews were on [strike].', true],
  ['over pay, in a war', 'Missiles hit the port during a [strike] over pay.', true],
  ['of whom, in a war', "Missiles hit the port during the nurses' [strike].", true],
  ['its kind, in a war', 'Missiles hit the port during the general [strike].', true],
  ['where there is no war', 'The rail [strike] went on for a third day.', true],
  ['what the text speaks of', 'The union met on Monday. The [strike] goes on.', true],
  ['where there is one', 'The rail [strike] hit a train and killed nine soldiers.', false],
  ['both are spoken of', 'The union met after the drones came. The [strike] went on.', false],
  ['on a place', 'A [strike] on the dock, where the union met, was heard in Selm.', false],
  ['by others', 'Planes launched a [strike] at the port.', false],
  ['to something', 'Workers [struck] oil at the port.', false],
  ['near them', 'A drone [struck] near workers at the port.', false],
  ['spoken of', 'The general would not comment on [strikes] by drones.', false],
  ['another word', 'Workers [left] the port.', false],
])('%s', (_reason, marked, expected) => expect(isOfWork(marked)).toBe(expected));
