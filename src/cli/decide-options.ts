import { type Command, InvalidArgumentError, Option } from 'commander';
import { CERTAINTIES, POLARITIES } from '../attributions/attribution.ts';
import { RELATIONS } from '../claims/relation.ts';
import { fieldNames } from '../ledger/correctable.ts';
import { FACTS } from '../ledger/facts.ts';
import { LETTERS, RELIABILITY } from '../ledger/grade.ts';
import type { DecideOptions } from './decide-command.ts';
import { wrap } from './shorten.ts';
import { typedSpan } from './typed-value.ts';

/** Runs what was typed: ids or names, and options. */
type Run = (asked: readonly string[], options: DecideOptions) => Promise<void>;

/** What can be typed after `hearsay decide`. */
export function decideOptions(decide: Command, ledgerOption: () => Option, width: number, run: Run): void {
  const command = (verb: DecideOptions['verb'], usage: string, description: string) =>
    decide
      .command(`${verb} ${usage}`)
      .description(description)
      .addOption(ledgerOption())
      .option('--why <words>', 'the reason; only a confirmation needs none')
      .option('--who <name>', 'who decides; unless told, the user of this computer')
      .option('--expected <hash>', 'refuse where another decision on it came last; “none”: where there is any')
      .option('--json', 'the entry that was written')
      .addOption(new Option('--debug', 'show where an unexpected error comes from'))
      .action(async (...typed) => {
        const asked = typed.slice(0, -2).filter((one) => one !== undefined);
        await run(asked as string[], { ...(typed.at(-2) as DecideOptions), verb });
      });

  for (const verb of ['confirm', 'reject'] as const) {
    command(verb, '<id> [other]', `${verb} a statement, a relation of two, or that two sources are one`)
      .addOption(new Option('--relation <relation>', 'of the first statement to the other').choices([...RELATIONS]))
      .option('--sources', 'the two are sources: names, or items such as Q423')
      .addHelpText('after', verb === 'confirm' ? confirmExamples : '');
  }
  command('correct', '<id>', 'correct a field of a statement, or of a document; what the machine has stays beside it')
    .requiredOption('--field <field>', 'which, as below')
    .requiredOption('--to <value...>', 'the value; spans as 12,24 or as the words; “none”')
    .option('--from <value...>', 'refuse where another value stands')
    .option('--at <span>', 'where the figure, time, place or event stands, if there are several: 12,24', span)
    .addHelpText(
      'after',
      () =>
        `\n${[
          ...wrap(`Fields (N is the link's number, 0 for the one who knows): ${fieldNames.join(', ')}`, width),
          ...wrap(`Fields of a document, which is then read anew: ${FACTS.join(', ')}`, width),
        ].join('\n')}\n${correctExamples}`,
    );
  command('merge', '<a> <b>', 'two sources are one; with --claims, two statements make the same claim')
    .option('--claims', 'the two are statements')
    .addHelpText('after', mergeExamples);
  command(
    'split',
    '<a> [b]',
    'some of what goes under a source is another; with --claims, two statements make two claims',
  )
    .option('--name <name...>', 'where the source has this name')
    .option('--document <id...>', 'where it stands in this document')
    .option('--claims', 'the two are statements');
  command(
    'grade',
    '<source> <letter>',
    'how reliable a source is, by the Admiralty System; a later grade takes its place',
  ).addHelpText('after', gradeHelp);
  command('add', '<document>', 'a statement that the machine missed: who said what, in the words of the text')
    .requiredOption('--words <words...>', 'what was said, in pieces where others stand between; or its place: 12,24')
    .option('--source <words...>', 'who said it, in the words of the text; or their place')
    .option('--name <name>', 'who said it, where the text has no name for them', (typed) => [typed])
    .option('--cue <words...>', 'the word for saying')
    .addOption(new Option('--polarity <polarity>', 'affirms, unless told').choices([...POLARITIES]))
    .addOption(new Option('--certainty <certainty>', 'certain, unless told').choices([...CERTAINTIES]))
    .addHelpText('after', addExamples);
  command('undo', '<entry>', 'take a decision back, by its number or hash; it stays in the log');
}

function span(typed: string): [number, number] {
  const found = typedSpan(typed);
  if (!found) throw new InvalidArgumentError('Give start and end: 12,24.');
  return found;
}

const confirmExamples = `
Examples:
  hearsay decide confirm 3fa9 --why "heard the tape"
  hearsay decide confirm 3fa9 77b0 --relation denies --why "answers it by name"
  hearsay decide confirm Pyongyang Q423 --sources`;

const correctExamples = `
Examples:
  hearsay decide correct 3fa9 --field certainty --to possible --why "she said “may”"
  hearsay decide correct 3fa9 --field source --to "Dock workers" --why "they, not the wire"
  hearsay decide correct 3fa9 --field figure.min --to 400 --why "a digit was lost"
  hearsay decide correct 9a31 --field published --to 2025-03-10 --why "dated in the printed paper"`;

const gradeHelp = `
Letters:
${LETTERS.map((letter) => `  ${letter}  ${RELIABILITY[letter]}`).join('\n')}

Example:
  hearsay decide grade "The Harbour Post" B --why "of 40 reports checked, 38 held"`;

const addExamples = `
Words that stand in several places are told by their place, which the refusal names.

Examples:
  hearsay decide add 9a31 --words "the dock is shut" --source "the harbour master" --cue "said" --why "missed"
  hearsay decide add 9a31 --words 120,164 --name "Mara Tilling" --polarity denies --why "missed"`;

const mergeExamples = `
Examples:
  hearsay decide merge "The harbour office" "Harbour Office" --why "one office"
  hearsay decide merge 3fa9 77b0 --claims --why "the same boats"`;
